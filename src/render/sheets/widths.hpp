#pragma once
// SheetWidths gives the columns of a sheet their widths, in characters, over all its tables and
// facts, so that they fit the paper; lines_in_cell says into how many lines a text breaks there:
// letters are not as wide as digits, by which widths are given.
//
// Printed across one page of A4, a sheet is made smaller until its columns fit. Letters of 11
// points stay at 8 and more while the columns take no more than `characters_of_paper`: DejaVu Sans,
// which stands in for Calibri where that is missing, has digits of 7 points.

#include <cstddef>
#include <string_view>
#include <vector>

#include "euproj/report/document.hpp"

namespace euproj {

/// In a cell of `width` digits, in Calibri or what stands in for it; never fewer than it takes.
[[nodiscard]] std::size_t lines_in_cell(std::string_view text, std::size_t width);

constexpr std::size_t characters_of_paper = 147;  // of A4 landscape, borders of columns included
constexpr std::size_t pixels_of_paper = 7 * characters_of_paper;

/// What the columns take of it.
[[nodiscard]] std::size_t printed_characters(const std::vector<std::size_t>& widths);
/// As charts are placed: from the left edge of the sheet to the right one of the last column.
[[nodiscard]] std::size_t pixels_of(const std::vector<std::size_t>& widths);

struct SheetWidths {
  std::vector<std::size_t> columns;  // at least one
  std::size_t value_column = 1;      // facts: labels span the columns before it
};

/// What a column asks for, and what it can do with where there is no room.
struct WantedWidth {
  std::size_t wanted = 0;
  std::size_t least = 0;
};
/// Of the columns of a table, measured by its cells.
[[nodiscard]] std::vector<WantedWidth> wanted_widths(const Table& table, Language language);

/// Whether tables that ask for such widths look well one below the other, in the same columns: none
/// is much wider than it would be alone.
[[nodiscard]] bool share_columns(const std::vector<std::vector<WantedWidth>>& tables);

[[nodiscard]] const std::string& paper_heading(const TableColumn& column);

[[nodiscard]] SheetWidths sheet_widths(const DocumentSection& section,
                                       const std::vector<const Table*>& tables, Language language);

}  // namespace euproj
