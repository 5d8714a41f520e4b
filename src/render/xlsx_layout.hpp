#pragma once
// Where everything of one section stands on its sheet: pure, so that it is tested without a file.
//
// From the top: the INCOMPLETE mark, title, subtitle, facts, notes, tables, charts.

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "euproj/report/document.hpp"

namespace euproj {

enum class SheetPart {
  incomplete,
  title,
  subtitle,
  note,
  fact_label,
  fact_value,
  table_title,
  header,
  item,
  heading,
  subtotal,
  total,
};

struct RowSpan {
  std::uint32_t first = 0;
  std::uint32_t last = 0;  // inside

  friend bool operator==(const RowSpan&, const RowSpan&) = default;
};

struct SheetCell {
  std::uint32_t row = 0;
  std::uint16_t column = 0;
  std::uint16_t last_column = 0;  // beyond `column`: merged across
  SheetPart part{};
  ColumnKind kind = ColumnKind::text;
  Cell cell;
  std::string formula;  // gives the value of the cell; empty: none
};

struct SheetSeries {
  std::string name;
  std::uint16_t column = 0;
  ColumnKind kind{};
};

struct SheetChart {
  const Chart* chart = nullptr;
  std::uint32_t row = 0;     // its upper edge
  std::uint32_t height = 0;  // in rows
  RowSpan rows;              // of the items shown
  std::uint16_t categories = 0;
  std::vector<SheetSeries> series;
  bool within_whole = false;  // percentages of at most 100: the axis ends there, and bars compare
};

struct SheetFilter {
  RowSpan rows;  // the header and the items, no totals
  std::uint16_t last_column = 0;
};

struct PlacedTable {
  const Table* table = nullptr;
  std::uint32_t header = 0;  // the row of its headings; the rows follow
};

struct SheetLayout {
  std::vector<SheetCell> cells;  // by row, then column
  std::vector<std::size_t> widths;
  std::vector<std::pair<std::uint32_t, std::size_t>> tall_rows;  // row, lines of text
  std::uint32_t frozen_rows = 0;
  RowSpan repeated_rows;
  std::optional<SheetFilter> filter;
  std::vector<SheetChart> charts;
  std::vector<PlacedTable> tables;
  bool on_one_page = false;
};

[[nodiscard]] SheetLayout lay_out_sheet(const Document& document, const DocumentSection& section);

}  // namespace euproj
