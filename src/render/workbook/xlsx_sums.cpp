#include "render/workbook/xlsx_sums.hpp"

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

}  // namespace

std::size_t summed_items(const Table& table, std::size_t row, std::size_t column) {
  if (table.rows[row].role != RowRole::total) return 0;
  std::size_t items = 0;
  while (items < row && table.rows[row - items - 1].role == RowRole::item) ++items;
  const bool sums =
      adds_up<Money>(table, row, column, items) || adds_up<Quantity>(table, row, column, items);
  return sums ? items : 0;
}

}  // namespace euproj
