#include "render/workbook/xlsx_widths.hpp"

#include <algorithm>

#include "euproj/base/utf8.hpp"
#include "render/cell_text.hpp"
#include "render/text/wrap_text.hpp"

namespace euproj {
namespace {

constexpr std::size_t widest_text = 60;
constexpr std::size_t widest_text_of_few = 72;   // beside so few columns there is room on a page
constexpr std::size_t few_columns = 6;
constexpr std::size_t widest_text_of_many = 38;  // on a sheet too wide for a page as it is
constexpr std::size_t widest_label = 76;         // a SHA-256 or a check in one line
constexpr std::size_t many_columns = 10;
constexpr std::size_t least_width = 9;
constexpr std::size_t fact_value_width = 44;
constexpr std::size_t padding = 3;

std::size_t most_of(const Table& table, std::size_t column) {
  if (table.columns[column].kind == ColumnKind::label) return widest_label;
  if (table.columns.size() <= few_columns) return widest_text_of_few;
  return table.columns.size() > many_columns ? widest_text_of_many : widest_text;
}

/// Of a table too long to look at twice, so many rows spread over all; a wider text in between is
/// wrapped.
constexpr std::size_t measured_rows = 5'000;

std::vector<std::size_t> wanted_widths(const Table& table, Language language) {
  std::vector<std::size_t> wanted;
  for (const TableColumn& column : table.columns) wanted.push_back(widest_word(paper_heading(column)));
  const auto measure = [&](const TableRow& row) {
    if (row.role == RowRole::heading) return;
    for (std::size_t i = 0; i < wanted.size(); ++i) {
      const std::string shown = cell_text(row.cells.at(i), table.columns[i].kind, language);
      wanted[i] = std::max(wanted[i], display_width(shown));
    }
  };
  const std::size_t step = table.made.size() / measured_rows + 1;
  for (std::size_t at = 0; at < table.made.size(); at += step) measure(table.made[at]);
  for (const TableRow& row : table.rows) measure(row);
  for (std::size_t i = 0; i < wanted.size(); ++i) {
    wanted[i] = std::min(wanted[i] + padding, most_of(table, i));
  }
  return wanted;
}

/// Labels take as many columns as they need, values the rest; the last column grows for them.
void make_room_for_facts(SheetWidths& widths, const DocumentSection& section) {
  std::vector<std::size_t>& columns = widths.columns;
  columns.resize(std::max<std::size_t>(columns.size(), 2), least_width);
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

const std::string& paper_heading(const TableColumn& column) {
  return column.paper_heading.empty() ? column.heading : column.paper_heading;
}

SheetWidths sheet_widths(const DocumentSection& section, const std::vector<const Table*>& tables,
                         Language language) {
  SheetWidths widths;
  for (const Table* table : tables) {
    const std::vector<std::size_t> wanted = wanted_widths(*table, language);
    widths.columns.resize(std::max(widths.columns.size(), wanted.size()), least_width);
    for (std::size_t i = 0; i < wanted.size(); ++i) {
      widths.columns[i] = std::max(widths.columns[i], wanted[i]);
    }
  }
  if (!section.facts.empty()) make_room_for_facts(widths, section);
  if (widths.columns.empty()) widths.columns = {widest_text};
  return widths;
}

}  // namespace euproj
