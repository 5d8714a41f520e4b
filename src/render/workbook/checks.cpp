#include "render/workbook/checks.hpp"

#include <algorithm>
#include <optional>

#include "euproj/base/checked.hpp"
#include "euproj/words/texts.hpp"
#include "render/shown_table.hpp"
#include "render/workbook/formulas.hpp"

namespace euproj {
namespace {

// Columns of the table of checks.
constexpr std::uint16_t parts_column = 1;
constexpr std::uint16_t total_column = 2;
constexpr std::uint16_t agrees_column = 3;

std::size_t position_of(const Table& table, const std::string& column) {
  const std::optional<std::size_t> found = column_of(table, column);
  if (!found) throw InternalError("a check of a column that is not there");
  return *found;
}

const Cell& cell_at(const Document& document, const CellPlace& place) {
  for (const DocumentSection& section : document.sections) {
    for (const Table& table : section.tables) {
      if (table.id == place.table) {
        return table.rows.at(place.row).cells.at(position_of(table, place.column));
      }
    }
  }
  throw InternalError("a check of a table that is not there");
}

CellValue sum_of(const Document& document, const std::vector<CellPlace>& places) {
  Money money;
  Quantity count;
  bool counts = false;
  for (const CellPlace& place : places) {
    const CellValue& value = cell_at(document, place).value;
    if (const auto* amount = std::get_if<Money>(&value)) money += *amount;
    if (const auto* number = std::get_if<Quantity>(&value)) {
      count += *number;
      counts = true;
    }
  }
  return counts ? CellValue(count) : CellValue(money);
}

CellValue parts_of(const Document& document, const AgreementCheck& check) {
  if (check.share) return check.share->value;
  if (!check.rows) return sum_of(document, check.parts);
  if (check.parts.empty()) return check.rows->value;
  return std::get<Quantity>(check.rows->value) +
         std::get<Quantity>(sum_of(document, check.parts));
}

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

DocumentSection checks_section(const Document& document) {
  const auto words = [&](FixedText which) { return std::string(text(which, document.language)); };
  const auto column = [](const char* id, std::string heading, ColumnKind kind) {
    TableColumn made;
    made.id = id;
    made.heading = std::move(heading);
    made.kind = kind;
    return made;
  };
  DocumentSection section;
  section.id = "checks";
  section.title = words(Text::section_checks);
  Table table;
  table.id = "checks";
  table.columns = {
      column("check", words(Text::column_check), ColumnKind::label),
      column("parts", words(Text::column_check_parts), ColumnKind::money),
      column("whole", words(Text::column_check_whole), ColumnKind::money),
      column("agrees", words(Text::column_check_agrees), ColumnKind::text),
  };
  bool all = true;
  for (const AgreementCheck& check : document.checks) {
    const CellValue parts = parts_of(document, check);
    const CellValue whole = sum_of(document, check.total);
    const bool agrees = parts == whole;
    all = all && agrees;
    TableRow row;
    row.cells.resize(table.columns.size());
    row.cells[0].value = check.name;
    row.cells[parts_column].value = parts;
    row.cells[total_column].value = whole;
    row.cells[agrees_column] = words(agrees ? Text::check_agrees : Text::check_differs);
    table.rows.push_back(std::move(row));
  }
  section.facts = {
      {words(Text::check_verdict), words(all ? Text::check_all_agree : Text::check_some_differ)}};
  section.tables = {std::move(table)};
  return section;
}

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
