#include "render/workbook/xlsx_conditions.hpp"

#include <optional>

#include "render/shown_table.hpp"
#include "render/workbook/xlsx_formulas.hpp"

namespace euproj {
namespace {

/// A word is more than any number, so a number is asked for.
std::string of_number(const std::string& cell, const std::string& comparison) {
  return "AND(ISNUMBER(" + cell + ")," + cell + comparison + ")";
}

}  // namespace

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
