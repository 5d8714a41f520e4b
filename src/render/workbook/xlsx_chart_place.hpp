#pragma once
// From the ids of a Chart to the cells of its table.

#include <optional>

#include "euproj/report/document.hpp"
#include "render/workbook/xlsx_layout.hpp"

namespace euproj {

/// `header` is the row of the table's headings. None when the table has no items or lacks a column.
[[nodiscard]] std::optional<SheetChart> place_chart(const Chart& chart, const Table& table,
                                                    std::uint32_t header);

}  // namespace euproj
