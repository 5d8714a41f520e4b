#pragma once
// How the columns of a text table share the width.

#include <optional>
#include <string>
#include <vector>

#include "euproj/report/document.hpp"

namespace euproj {

/// Text wraps inside its cell, numbers are never broken.
[[nodiscard]] inline bool is_flexible(ColumnKind kind) {
  return kind == ColumnKind::label || kind == ColumnKind::text;
}

/// `cells` are the texts of the rows, `gap` the blanks between two columns. None when the table
/// does not fit `width` even with its text columns at their narrowest.
[[nodiscard]] std::optional<std::vector<std::size_t>> text_widths(
    const Table& table, const std::vector<std::string>& headings,
    const std::vector<std::vector<std::string>>& cells, std::size_t gap, std::size_t width);

}  // namespace euproj
