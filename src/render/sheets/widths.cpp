#include "render/sheets/widths.hpp"

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
constexpr std::size_t min_text = 16;  // narrower, words would be broken
constexpr std::size_t fact_value_width = 44;
constexpr std::size_t max_fact_label = 40;
constexpr std::size_t padding = 3;
constexpr std::size_t tight_padding = 2;
constexpr std::size_t border = 71;  // of a column, in hundredths of a character

std::size_t max_width(const Table& table, std::size_t column) {
  if (table.columns[column].kind == ColumnKind::label) return max_label;
  if (table.columns.size() <= few_columns) return max_text_of_few;
  return table.columns.size() > many_columns ? max_text_of_many : max_text;
}

/// Of a table too long to look at twice, so many rows spread over all; a wider text in between is
/// wrapped, and a wider number is no wider than this.
constexpr std::size_t measured_rows = 5'000;
constexpr std::size_t widest_number = 14;  // -99 999 999,99

std::vector<WantedWidth> wanted_by_all(const std::vector<std::vector<WantedWidth>>& tables) {
  std::vector<WantedWidth> all;
  for (const std::vector<WantedWidth>& wanted : tables) {
    all.resize(std::max(all.size(), wanted.size()), {min_width, 0});
    for (std::size_t i = 0; i < wanted.size(); ++i) {
      all[i].wanted = std::max(all[i].wanted, wanted[i].wanted);
      all[i].least = std::max(all[i].least, wanted[i].least);
    }
  }
  return all;
}

/// As wanted, or as much narrower as `room` asks for, the widest first.
std::vector<std::size_t> fitted_to(std::size_t room, const std::vector<WantedWidth>& wanted) {
  std::vector<std::size_t> widths;
  for (const WantedWidth& each : wanted) widths.push_back(each.wanted);
  while (printed_characters(widths) > room) {
    std::size_t chosen = widths.size();
    for (std::size_t i = 0; i < widths.size(); ++i) {
      if (widths[i] <= wanted[i].least) continue;
      if (chosen == widths.size() || widths[i] > widths[chosen]) chosen = i;
    }
    if (chosen == widths.size()) break;  // they can do with no less
    --widths[chosen];
  }
  return widths;
}

/// On one page across, or on two, of which the second has the first column again.
std::vector<std::size_t> fitted(const std::vector<WantedWidth>& wanted) {
  std::vector<std::size_t> widths = fitted_to(characters_of_paper, wanted);
  if (printed_characters(widths) <= characters_of_paper) return widths;
  const std::size_t again = 2 * wanted.front().wanted;
  return fitted_to(2 * characters_of_paper - std::min(again, characters_of_paper / 2), wanted);
}

/// Labels take as many columns as they need, values the rest; the last column grows for them.
void make_room_for_facts(SheetWidths& widths, const DocumentSection& section) {
  std::vector<std::size_t>& columns = widths.columns;
  columns.resize(std::max<std::size_t>(columns.size(), 2), min_width);
  std::size_t label = 0;
  for (const auto& fact : section.facts) label = std::max(label, display_width(fact.first));
  label = std::min(label + padding, max_fact_label);
  std::size_t used = columns[0];
  while (used < label && widths.value_column + 1 < columns.size()) {
    used += columns[widths.value_column++];
  }
  const auto room = [&] {
    const std::size_t printed = printed_characters(columns);
    return printed < characters_of_paper ? characters_of_paper - printed : 0;
  };
  if (used < label) columns[widths.value_column - 1] += std::min(label - used, room());
  std::size_t values = 0;
  for (std::size_t i = widths.value_column; i < columns.size(); ++i) values += columns[i];
  if (values < fact_value_width) columns.back() += std::min(fact_value_width - values, room());
}

}  // namespace

std::size_t printed_characters(const std::vector<std::size_t>& widths) {
  std::size_t hundredths = 0;
  for (const std::size_t width : widths) hundredths += 100 * width + border;
  return (hundredths + 99) / 100;
}

std::size_t pixels_of(const std::vector<std::size_t>& widths) {
  constexpr std::size_t digit_pixels = 7;
  constexpr std::size_t border_pixels = 5;
  std::size_t pixels = 0;
  for (const std::size_t width : widths) pixels += digit_pixels * width + border_pixels;
  return pixels;
}

std::vector<WantedWidth> wanted_widths(const Table& table, Language language) {
  struct Widest {
    std::size_t text = 0;
    std::size_t unbroken = 0;  // a number, a day, or a word
  };
  std::vector<Widest> seen;
  for (const TableColumn& column : table.columns) {
    const std::size_t heading = widest_word(paper_heading(column));
    seen.push_back({heading, heading});
  }
  const auto measure = [&](const TableRow& row) {
    if (row.role == RowRole::heading) return;
    for (std::size_t i = 0; i < seen.size(); ++i) {
      const std::string shown = cell_text(row.cells.at(i), table.columns[i].kind, language);
      const bool words = std::holds_alternative<std::string>(row.cells[i].value);
      seen[i].text = std::max(seen[i].text, display_width(shown));
      seen[i].unbroken =
          std::max(seen[i].unbroken, words ? widest_word(shown) : display_width(shown));
    }
  };
  const std::size_t step = table.lazy_rows.size() / measured_rows + 1;
  for (std::size_t i = 0; step > 1 && i < seen.size(); ++i) {
    const ColumnKind kind = table.columns[i].kind;
    const bool is_number = kind == ColumnKind::money || kind == ColumnKind::count;
    if (is_number) seen[i].text = seen[i].unbroken = std::max(seen[i].unbroken, widest_number);
  }
  for (std::size_t at = 0; at < table.lazy_rows.size(); at += step) measure(table.lazy_rows[at]);
  for (const TableRow& row : table.rows) measure(row);
  std::vector<WantedWidth> wanted;
  for (std::size_t i = 0; i < seen.size(); ++i) {
    const std::size_t text = std::min(seen[i].text + padding, max_width(table, i));
    const std::size_t unbroken = seen[i].unbroken + tight_padding;
    const ColumnKind kind = table.columns[i].kind;
    const bool words = kind == ColumnKind::text || kind == ColumnKind::label;
    const std::size_t least = words ? std::min(unbroken, min_text) : unbroken;
    wanted.push_back({std::max(text, min_width), std::min(least, text)});
  }
  return wanted;
}

bool share_columns(const std::vector<std::vector<WantedWidth>>& tables) {
  constexpr std::size_t max_percent = 140;  // of its own width
  const std::vector<WantedWidth> wanted = wanted_by_all(tables);
  const std::vector<std::size_t> shared = fitted(wanted);
  std::vector<std::size_t> unfitted;
  for (const WantedWidth& each : wanted) unfitted.push_back(each.wanted);
  const bool fits = unfitted == shared;
  return std::all_of(tables.begin(), tables.end(), [&](const std::vector<WantedWidth>& alone) {
    const std::vector<std::size_t> own = fitted(alone);
    // Columns may not become narrower for the sake of others.
    for (std::size_t i = 0; !fits && i < own.size(); ++i) {
      if (shared[i] < own[i]) return false;
    }
    const std::vector<std::size_t> given(shared.begin(),
                                         shared.begin() + static_cast<std::ptrdiff_t>(own.size()));
    return pixels_of(given) * 100 <= pixels_of(own) * max_percent;
  });
}

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
  std::vector<std::vector<WantedWidth>> wanted;
  for (const Table* table : tables) wanted.push_back(wanted_widths(*table, language));
  SheetWidths widths;
  widths.columns = fitted(wanted_by_all(wanted));
  if (!section.facts.empty()) make_room_for_facts(widths, section);
  if (widths.columns.empty()) widths.columns = {max_text};
  return widths;
}

}  // namespace euproj
