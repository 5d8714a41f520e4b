#include "render/sheets/checks.hpp"

#include <algorithm>

#include "euproj/words/texts.hpp"
#include "render/sheets/formulas.hpp"

namespace euproj {
namespace {

// Columns of the table of checks.
constexpr std::uint16_t parts_column = 1;
constexpr std::uint16_t total_column = 2;
constexpr std::uint16_t agrees_column = 3;

std::string quoted_text(std::string_view text) { return "\"" + std::string(text) + "\""; }

/// The rows of each table by one function of spreadsheets; a table without rows adds nothing.
std::string rows_formula(const CheckedRows& rows, const SheetPlaces& places) {
  std::string sum;
  for (const std::string& table : rows.tables) {
    const std::string range = places.column(table, rows.column);
    if (range.empty()) continue;
    std::string term;
    if (rows.before) {
      const CalendarDay day = rows.before->calendar();
      const std::string earlier = quoted_text("<") + "&DATE(" + std::to_string(day.year) + "," +
                                  std::to_string(day.month) + "," + std::to_string(day.day) + ")";
      const std::string days = places.column(table, "since");
      term = rows.added_up ? "SUMIF(" + days + "," + earlier + "," + range + ")"
                           : "COUNTIF(" + days + "," + earlier + ")";
    } else if (rows.equal) {
      term = "COUNTIF(" + range + "," + quoted_text(*rows.equal) + ")";
    } else {
      term = (rows.added_up ? "SUM(" : "COUNTA(") + range + ")";
    }
    sum += (sum.empty() ? "" : "+") + term;
  }
  return sum.empty() ? "0" : sum;
}

/// The product is brought to six decimals first: it has no more, and binary fractions have.
std::string share_formula(const CheckedShare& share, const SheetPlaces& places) {
  const std::string product = "ROUND(" + places.name(share.base) + "*" +
                              std::to_string(share.rate.numerator()) + "/" +
                              std::to_string(share.rate.denominator()) + ",6)";
  switch (share.rounding) {
    case Rounding::down:
      return "ROUNDDOWN(" + product + ",2)";
    case Rounding::up:
      return "ROUNDUP(" + product + ",2)";
    case Rounding::half_up:
      return "ROUND(" + product + ",2)";
    case Rounding::half_even:
      break;
  }
  // A half goes to the even grosz, as MROUND of two grosze less half does not say in all programs.
  return "IF(MOD(ROUND(" + product + "*1000,3),10)=5,2*ROUND(" + product + "*50,0)/100,ROUND(" +
         product + ",2))";
}

std::string parts_formula(const AgreementCheck& check, const SheetPlaces& places) {
  if (check.share) return share_formula(*check.share, places);
  if (!check.rows) return places.sum(check.parts);
  const std::string rows = rows_formula(*check.rows, places);
  return check.parts.empty() ? rows : places.sum(check.parts) + "+" + rows;
}

std::string quoted(FixedText which, Language language) {
  return "\"" + std::string(text(which, language)) + "\"";
}

}  // namespace

void add_check_formulas(const Document& document, const SheetPlaces& places, SheetLayout& checks) {
  const auto words = [&](FixedText which) { return quoted(which, document.language); };
  const std::uint32_t first = checks.tables.front().header + 1;
  const std::uint32_t last = first + static_cast<std::uint32_t>(document.checks.size()) - 1;
  for (SheetCell& cell : checks.cells) {
    if (cell.part == SheetPart::fact_value) {
      const std::string verdicts =
          a1_name(first, agrees_column) + ":" + a1_name(last, agrees_column);
      cell.formula = "IF(COUNTIF(" + verdicts + "," + words(Text::check_agrees) + ")=ROWS(" +
                     verdicts + ")," + words(Text::check_all_agree) + "," +
                     words(Text::check_some_differ) + ")";
    }
    if (cell.part != SheetPart::item) continue;
    const AgreementCheck& check = document.checks.at(cell.row - first);
    if (cell.column == parts_column) cell.formula = parts_formula(check, places);
    if (cell.column == total_column) cell.formula = places.sum(check.total);
    if (cell.column == agrees_column) {
      cell.cell.tone = Tone::normal;  // a condition marks it
      cell.formula = "IF(ROUND(" + a1_name(cell.row, parts_column) + "-" +
                     a1_name(cell.row, total_column) + ",4)=0," + words(Text::check_agrees) + "," +
                     words(Text::check_differs) + ")";
    }
  }
  checks.conditions = verdict_conditions({first, last}, agrees_column);
  const CellPosition verdict = verdict_position(checks);
  for (SheetCondition& each : verdict_conditions({verdict.row, verdict.row}, verdict.column)) {
    checks.conditions.push_back(std::move(each));
  }
}

CellPosition verdict_position(const SheetLayout& checks) {
  const auto found =
      std::find_if(checks.cells.begin(), checks.cells.end(),
                   [](const SheetCell& cell) { return cell.part == SheetPart::fact_value; });
  return {found->row, found->column};
}

std::vector<SheetCondition> verdict_conditions(RowSpan rows, std::uint16_t column) {
  const std::string sign = "LEFT(" + a1_name(rows.first, column) + ",1)=";
  return {{rows, column, column, sign + "\"✗\"", Tone::attention},
          {rows, column, column, sign + "\"✓\"", Tone::good}};
}

}  // namespace euproj
