#pragma once
// Where everything of a sheet stands: pure, so that it is tested without a file.
//
//   A             B         C ..
//   INCOMPLETE                        only where the report is
//   Title                             in row 1 or 2; these rows stay in sight, unless a header does
//   Subtitle
//
//   label         value               facts: labels take the columns they need, values the rest
//   note                              over all columns
//
//   Table's title
//   heading       heading    chart    a chart stands beside its table where the paper has room for
//   ..            ..                  both, else below it, two in a row; not across a page's end
//   Table's title
//   ..                                rows of a long table (LongRows) are laid out when written
//
// A sheet that several sections share has the headings once, on top, and each section below them:
// its title, and folded under it its facts and rows.

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
  // of the first sheet
  long_title,
  card_label,
  card_figure,
  line_label,
  line_value,
  bar,
  remark,
  sheet_link,
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
  bool is_link = false;  // one of the layout's links begins here
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
  std::size_t left = 0;      // in pixels, as `pixels_of` counts them
  std::size_t width = 0;
  RowSpan rows;  // of the items shown
  std::uint16_t categories = 0;
  std::vector<SheetSeries> series;
  // Of bars of percentages, in hundredths of a percent: with room for the words behind the longest,
  // and never less than 100 %, so that charts compare; 0: as it comes.
  std::int64_t axis_end = 0;
};

struct SheetFilter {
  RowSpan rows;  // the header and the items, no totals
  std::uint16_t last_column = 0;
};

struct SheetLink {
  std::uint32_t row = 0;
  std::uint16_t column = 0;
  std::string target;  // "'Wydatki'!C5"
};

struct SheetComment {
  std::uint32_t row = 0;
  std::uint16_t column = 0;
  std::string text;
};

/// Bold, and in the colour of the tone, where the formula holds; it is written for the first cell.
struct SheetCondition {
  RowSpan rows;
  std::uint16_t first_column = 0;
  std::uint16_t last_column = 0;
  std::string formula;
  Tone tone{};
};

struct PlacedTable {
  const Table* table = nullptr;
  std::uint32_t header = 0;  // the row of its headings; the rows follow
};

/// The made rows of a table, which stand between the cells above and below them.
struct LongRows {
  const Table* table = nullptr;
  std::uint32_t first = 0;  // row of the sheet
  bool is_folded = false;   // under the title of its section
};

/// Where a section that shares the sheet begins.
struct PlacedSection {
  const DocumentSection* section = nullptr;
  std::uint32_t row = 0;
};

struct SheetLayout {
  std::vector<SheetCell> cells;     // by row, then column
  std::vector<LongRows> long_rows;  // from the top
  std::vector<std::size_t> widths;
  std::vector<std::pair<std::uint32_t, std::size_t>> tall_rows;  // row, lines of text
  std::uint32_t frozen_rows = 0;
  RowSpan repeated_rows;
  std::optional<SheetFilter> filter;
  std::vector<SheetChart> charts;
  std::vector<PlacedTable> tables;
  std::vector<SheetLink> links;
  std::vector<SheetComment> comments;
  std::vector<SheetCondition> conditions;
  std::vector<PlacedSection> sections;     // where several share the sheet
  std::vector<RowSpan> folded;             // an outline: under the row above them
  std::vector<std::uint32_t> page_breaks;  // rows that begin a page; only of an exact scale
  std::uint16_t scale = 0;                 // percent; 0: as fits the page
  std::uint16_t pages_across = 1;
  bool is_portrait = false;
  bool on_one_page = false;
  bool is_without_gridlines = false;  // no lines between cells on the screen either
};

/// A table has made rows only where `has_long_rows`; these are not in `cells`.
[[nodiscard]] SheetLayout lay_out_sheet(const Document& document, const DocumentSection& section);

/// Of sections whose tables have the same headings.
[[nodiscard]] SheetLayout lay_out_sheet(const Document& document, const std::string& title,
                                        const std::vector<const DocumentSection*>& sections);

}  // namespace euproj
