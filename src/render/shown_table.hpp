#pragma once
// What of a table a person sees who reads it in one piece, on a terminal or a page.

#include <optional>

#include "euproj/report/document.hpp"

namespace euproj {

/// A column without a heading and with nothing in it only keeps columns of a sheet in line. The
/// rows are made from those of `table`.
[[nodiscard]] Table without_empty_columns(const Table& table);

/// The same with all its rows in `rows`, for who goes back and forth among them.
[[nodiscard]] Table with_rows_kept(const Table& table);

/// None when the table has no such column.
[[nodiscard]] std::optional<std::size_t> column_of(const Table& table, const std::string& id);

}  // namespace euproj
