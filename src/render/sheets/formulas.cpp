#include "render/sheets/formulas.hpp"

#include <optional>

#include "euproj/base/source.hpp"
#include "render/shown_table.hpp"

namespace euproj {
namespace {

/// Empty cells and words are skipped, as SUM skips them.
template <typename Number>
bool adds_up(const Table& table, std::size_t row, std::size_t column, std::size_t items) {
  const Number* total = std::get_if<Number>(&table.rows[row].cells[column].value);
  if (total == nullptr) return false;
  Number sum;
  for (std::size_t i = row - items; i < row; ++i) {
    const CellValue& value = table.rows[i].cells[column].value;
    if (const Number* number = std::get_if<Number>(&value)) {
      sum += *number;
    } else if (!std::holds_alternative<std::monostate>(value) &&
               !std::holds_alternative<std::string>(value)) {
      return false;
    }
  }
  return sum == *total;
}

/// How many item rows right above total row `row` add up, exactly, to its amount or count in
/// `column`; 0 when they do not, and then the total is written as a number and no formula.
std::size_t summed_items(const Table& table, std::size_t row, std::size_t column) {
  if (table.rows[row].role != RowRole::total) return 0;
  std::size_t items = 0;
  while (items < row && table.rows[row - items - 1].role == RowRole::item) ++items;
  const bool sums =
      adds_up<Money>(table, row, column, items) || adds_up<Quantity>(table, row, column, items);
  return sums ? items : 0;
}

template <typename Number>
std::int64_t units(const Number& number) {
  if constexpr (std::is_same_v<Number, Money>) {
    return number.minor_units();
  } else {
    return number.scaled_units();
  }
}

/// Whether the rule gives the value of the cell.
template <typename Number>
bool keeps(const ColumnRule& rule, const std::vector<const CellValue*>& operands,
           const CellValue& value) {
  std::vector<Number> numbers;
  for (const CellValue* operand : operands) {
    const auto* number = std::get_if<Number>(operand);
    if (number == nullptr) return false;
    numbers.push_back(*number);
  }
  if (rule.kind == ColumnRule::Kind::ratio) {
    const auto* percent = std::get_if<Percent>(&value);
    return percent != nullptr && percent_of(units(numbers[0]), units(numbers[1])) == *percent;
  }
  const auto* result = std::get_if<Number>(&value);
  if (result == nullptr) return false;
  if (rule.kind == ColumnRule::Kind::difference) return numbers[0] - numbers[1] == *result;
  Number sum;
  for (const Number& number : numbers) sum += number;
  return sum == *result;
}

/// Whether units (the first) times a rate, rounded down, give the amount of the cell.
bool keeps_product(const std::vector<const CellValue*>& operands, const CellValue& value) {
  const auto* const units_of = std::get_if<Quantity>(operands[0]);
  const auto* const rate = std::get_if<Money>(operands[1]);
  const auto* const amount = std::get_if<Money>(&value);
  if (units_of == nullptr || rate == nullptr || amount == nullptr) return false;
  const Int128 exact = static_cast<Int128>(rate->minor_units()) * units_of->scaled_units();
  return divide(exact, Quantity::scale, Rounding::down) == amount->minor_units();
}

std::string rule_formula(const Table& table, std::size_t row, std::size_t column,
                         std::uint32_t at) {
  const ColumnRule& rule = table.columns[column].rule;
  if (rule.kind == ColumnRule::Kind::none) return {};
  const std::vector<Cell>& cells = table.rows[row].cells;
  std::vector<const CellValue*> operands;
  std::vector<std::string> names;
  for (const std::string& id : rule.of) {
    const std::optional<std::size_t> operand = column_of(table, id);
    if (!operand) return {};
    operands.push_back(&cells[*operand].value);
    names.push_back(a1_name(at, *operand));
  }
  const CellValue& value = cells[column].value;
  if (rule.kind == ColumnRule::Kind::product) {
    if (!keeps_product(operands, value)) return {};
    // A product of two decimals and four has six: what binary fractions add to it is cut off.
    return "ROUNDDOWN(ROUND(" + names[0] + "*" + names[1] + ",6),2)";
  }
  if (!keeps<Money>(rule, operands, value) && !keeps<Quantity>(rule, operands, value)) return {};
  if (rule.kind == ColumnRule::Kind::ratio) return "ROUND(" + names[0] + "/" + names[1] + ",4)";
  if (rule.kind == ColumnRule::Kind::difference) return names[0] + "-" + names[1];
  std::string sum;
  for (const std::string& name : names) sum += (sum.empty() ? "" : "+") + name;
  return sum;
}

/// A word is more than any number, so a number is asked for.
std::string of_number(const std::string& cell, const std::string& comparison) {
  return "AND(ISNUMBER(" + cell + ")," + cell + comparison + ")";
}

}  // namespace

std::string a1_name(std::uint32_t row, std::size_t column) {
  return cell_name(row + 1, static_cast<std::uint32_t>(column + 1));
}

std::string absolute_name(std::uint32_t row, std::size_t column) {
  const std::string name = a1_name(row, column);
  const std::size_t digits = name.find_first_of("0123456789");
  return "$" + name.substr(0, digits) + "$" + name.substr(digits);
}

std::string sheet_prefix(const std::string& sheet) {
  std::string quoted = "'";
  for (const char c : sheet) quoted += c == '\'' ? "''" : std::string(1, c);
  return quoted + "'!";
}

std::string cell_formula(const Table& table, std::size_t row, std::size_t column,
                         std::uint32_t at) {
  if (const auto items = static_cast<std::uint32_t>(summed_items(table, row, column)); items > 0) {
    return "SUM(" + a1_name(at - items, column) + ":" + a1_name(at - 1, column) + ")";
  }
  return rule_formula(table, row, column, at);
}

bool is_watched(const TableColumn& column) {
  return column.watch != Watch::none || column.rule.kind == ColumnRule::Kind::difference;
}

std::vector<SheetCondition> conditions_of(const Table& table, std::uint32_t header) {
  std::vector<SheetCondition> conditions;
  const auto last = header + static_cast<std::uint32_t>(table.rows.size());
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    const TableColumn& column = table.columns[i];
    if (!is_watched(column) || table.rows.empty()) continue;
    const std::string cell = a1_name(header + 1, i);
    SheetCondition condition;
    condition.rows = {header + 1, last};
    condition.first_column = condition.last_column = static_cast<std::uint16_t>(i);
    condition.tone = column.watch == Watch::reached ? Tone::good : Tone::attention;
    switch (column.watch) {
      case Watch::none:
        condition.formula = of_number(cell, "<0");
        break;
      case Watch::above_whole:
        condition.formula = of_number(cell, ">1");
        break;
      case Watch::reached:
        condition.formula = of_number(cell, ">=1");
        break;
      case Watch::below_plan: {
        const std::optional<std::size_t> plan = column_of(table, column.plan);
        if (!plan) continue;
        condition.formula = of_number(cell, "<" + a1_name(header + 1, *plan));
        break;
      }
    }
    conditions.push_back(std::move(condition));
  }
  return conditions;
}

}  // namespace euproj
