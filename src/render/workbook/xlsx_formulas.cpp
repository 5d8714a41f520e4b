#include "render/workbook/xlsx_formulas.hpp"

#include <optional>

#include "euproj/base/source.hpp"
#include "render/shown_table.hpp"
#include "render/workbook/xlsx_sums.hpp"

namespace euproj {
namespace {

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
  if (!keeps<Money>(rule, operands, value) && !keeps<Quantity>(rule, operands, value)) return {};
  if (rule.kind == ColumnRule::Kind::ratio) return "ROUND(" + names[0] + "/" + names[1] + ",4)";
  if (rule.kind == ColumnRule::Kind::difference) return names[0] + "-" + names[1];
  std::string sum;
  for (const std::string& name : names) sum += (sum.empty() ? "" : "+") + name;
  return sum;
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

}  // namespace euproj
