#include "render/workbook/widths.hpp"

#include <algorithm>
#include <array>
#include <cstdint>

#include "euproj/base/unicode.hpp"
#include "euproj/base/utf8.hpp"
#include "render/cell_text.hpp"
#include "render/text/wrap_text.hpp"

namespace euproj {
namespace {

constexpr std::size_t digit = 100;   // widths are in hundredths of a digit
constexpr std::size_t margin = 150;  // the borders of a cell and an indent
constexpr std::size_t safety = 3;    // percent: letters on a screen are set in whole pixels
constexpr std::uint8_t unknown = 140;
constexpr std::uint8_t widest = 182;  // of all that takes one byte

using Widths = std::array<std::uint8_t, 0x180>;  // by code point, up to Latin Extended-A

/// The widest of Calibri, bold Calibri and DejaVu Sans, which stands in for it where it is missing.
constexpr Widths known_widths() {
  struct Group {
    std::u32string_view letters;
    std::uint8_t width;
  };
  constexpr std::array<Group, 11> groups = {{
      {U" iljIł.,:;'!|", 50},
      {U"tfrJ()[]{}-\"", 72},
      {U"cszćśżźLŁ/_", 88},
      {U"0123456789", digit},
      {U"aegkvxyąęF", 99},
      {U"bdhnopqruńóSEPYT", 106},
      {U"BCKRXZĆŚŻŹ", 115},
      {U"=+", 132},
      {U"ADGHNOQUVÓŃĄ", 136},
      {U"mw", 162},
      {U"MW%@", widest},
  }};
  Widths widths{};
  widths.fill(unknown);
  for (const Group& group : groups) {
    for (const char32_t letter : group.letters) widths[letter] = group.width;
  }
  return widths;
}

std::size_t width_of(std::string_view character, std::uint32_t letter) {
  static constexpr Widths widths = known_widths();
  return letter < widths.size() ? widths[letter] : unknown * display_width(character);
}

constexpr std::size_t max_text = 60;
constexpr std::size_t max_text_of_few = 72;  // beside so few columns there is room on a page
constexpr std::size_t few_columns = 6;
constexpr std::size_t max_text_of_many = 38;  // on a sheet too wide for a page as it is
constexpr std::size_t max_label = 76;         // a SHA-256 or a check in one line
constexpr std::size_t many_columns = 10;
constexpr std::size_t min_width = 9;
constexpr std::size_t fact_value_width = 44;
constexpr std::size_t padding = 3;

std::size_t max_width(const Table& table, std::size_t column) {
  if (table.columns[column].kind == ColumnKind::label) return max_label;
  if (table.columns.size() <= few_columns) return max_text_of_few;
  return table.columns.size() > many_columns ? max_text_of_many : max_text;
}

/// Of a table too long to look at twice, so many rows spread over all; a wider text in between is
/// wrapped.
constexpr std::size_t measured_rows = 5'000;

std::vector<std::size_t> wanted_widths(const Table& table, Language language) {
  std::vector<std::size_t> wanted;
  for (const TableColumn& column : table.columns)
    wanted.push_back(widest_word(paper_heading(column)));
  const auto measure = [&](const TableRow& row) {
    if (row.role == RowRole::heading) return;
    for (std::size_t i = 0; i < wanted.size(); ++i) {
      const std::string shown = cell_text(row.cells.at(i), table.columns[i].kind, language);
      wanted[i] = std::max(wanted[i], display_width(shown));
    }
  };
  const std::size_t step = table.lazy_rows.size() / measured_rows + 1;
  for (std::size_t at = 0; at < table.lazy_rows.size(); at += step) measure(table.lazy_rows[at]);
  for (const TableRow& row : table.rows) measure(row);
  for (std::size_t i = 0; i < wanted.size(); ++i) {
    wanted[i] = std::min(wanted[i] + padding, max_width(table, i));
  }
  return wanted;
}

/// Labels take as many columns as they need, values the rest; the last column grows for them.
void make_room_for_facts(SheetWidths& widths, const DocumentSection& section) {
  std::vector<std::size_t>& columns = widths.columns;
  columns.resize(std::max<std::size_t>(columns.size(), 2), min_width);
  std::size_t label = 0;
  for (const auto& fact : section.facts) label = std::max(label, display_width(fact.first));
  label += padding;
  std::size_t used = columns[0];
  while (used < label && widths.value_column + 1 < columns.size()) {
    used += columns[widths.value_column++];
  }
  if (used < label) columns[widths.value_column - 1] += label - used;
  std::size_t values = 0;
  for (std::size_t i = widths.value_column; i < columns.size(); ++i) values += columns[i];
  if (values < fact_value_width) columns.back() += fact_value_width - values;
}

}  // namespace

std::size_t lines_in_cell(std::string_view text, std::size_t width) {
  const std::size_t room =
      std::max(width * digit * (100 - safety) / 100, margin + 2 * digit) - margin;
  if (text.size() * widest <= room && text.find('\n') == std::string_view::npos) return 1;
  std::size_t lines = 1;
  std::size_t used = 0;  // of this line, up to the word
  std::size_t word = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t from = at;
    const std::uint32_t letter = next_code_point(text, at);
    const std::size_t wide = width_of(text.substr(from, at - from), letter);
    if (letter == U'\n') {
      ++lines;
      used = word = 0;
    } else if (letter == U' ') {
      used += word + wide;  // a blank at the end of a line needs no room
      word = 0;
    } else {
      word += wide;
      if (used + word <= room) continue;
      ++lines;  // with the word, or with its last letter where it is longer than a line
      used = 0;
      if (word > room) word = wide;
    }
  }
  return lines;
}

const std::string& paper_heading(const TableColumn& column) {
  return column.paper_heading.empty() ? column.heading : column.paper_heading;
}

SheetWidths sheet_widths(const DocumentSection& section, const std::vector<const Table*>& tables,
                         Language language) {
  SheetWidths widths;
  for (const Table* table : tables) {
    const std::vector<std::size_t> wanted = wanted_widths(*table, language);
    widths.columns.resize(std::max(widths.columns.size(), wanted.size()), min_width);
    for (std::size_t i = 0; i < wanted.size(); ++i) {
      widths.columns[i] = std::max(widths.columns[i], wanted[i]);
    }
  }
  if (!section.facts.empty()) make_room_for_facts(widths, section);
  if (widths.columns.empty()) widths.columns = {max_text};
  return widths;
}

}  // namespace euproj
