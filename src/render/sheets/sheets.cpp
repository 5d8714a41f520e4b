#include "render/sheets/sheets.hpp"

#include <algorithm>
#include <utility>

#include "render/document_cells.hpp"
#include "render/sheets/widths.hpp"

namespace euproj {
namespace {

constexpr std::size_t max_rows_of_sheet =
    1'000'000;  // Excel has 48 576 more, for what stands around

/// Without tables and charts.
DocumentSection rest_of(const DocumentSection& section) {
  DocumentSection rest;
  rest.id = section.id;
  rest.title = section.title;
  rest.only_in_workbook = section.only_in_workbook;
  rest.evidence_of = section.evidence_of;
  rest.sheet = section.sheet;
  return rest;
}

/// The tables of a section by sheets: one joins those before it where all look well.
std::vector<std::vector<const Table*>> grouped(const DocumentSection& section, Language language) {
  std::vector<std::vector<const Table*>> groups;
  std::vector<std::vector<WantedWidth>> wanted;  // by the tables of the last group
  for (const Table& table : section.tables) {
    if (table.medium == Medium::text) continue;
    wanted.push_back(wanted_widths(table, language));
    if (!groups.empty() && share_columns(wanted)) {
      groups.back().push_back(&table);
    } else {
      groups.push_back({&table});
      wanted.erase(wanted.begin(), wanted.end() - 1);
    }
  }
  return groups;
}

void add_sheets(const DocumentSection& section, Language language, std::vector<BookSheet>& into) {
  const auto groups = grouped(section, language);
  if (groups.size() < 2) {
    into.push_back({section.title, {section}});
    return;
  }
  for (std::size_t i = 0; i < groups.size(); ++i) {
    DocumentSection part = rest_of(section);
    if (i == 0) {
      part.facts = section.facts;
      part.notes = section.notes;
    } else if (groups[i].size() == 1 && !groups[i].front()->title.empty()) {
      part.title = groups[i].front()->title;
    }
    for (const Table* table : groups[i]) {
      part.tables.push_back(*table);
      for (const Chart& chart : section.charts) {
        if (chart.table == table->id) part.charts.push_back(chart);
      }
    }
    std::string title = part.title;
    into.push_back({std::move(title), {std::move(part)}});
  }
}

std::size_t rows_of(const DocumentSection& section) {
  std::size_t rows = 0;
  for (const Table& table : section.tables) rows += table.row_count();
  return rows;
}

bool same_columns(const DocumentSection& a, const DocumentSection& b) {
  return a.tables.size() == 1 && b.tables.size() == 1 &&
         have_same_headings(a.tables.front(), b.tables.front());
}

/// Onto the sheet of its name, where there is one with such columns and with room.
bool joins(const DocumentSection& section, std::vector<BookSheet>& sheets) {
  for (BookSheet& sheet : sheets) {
    if (sheet.title != section.sheet || !same_columns(sheet.sections.front(), section)) continue;
    std::size_t rows = rows_of(section);
    for (const DocumentSection& each : sheet.sections) rows += rows_of(each);
    if (rows > max_rows_of_sheet) continue;
    sheet.sections.push_back(section);
    return true;
  }
  return false;
}

}  // namespace

std::vector<BookSheet> sheets_of(const Document& document) {
  std::vector<BookSheet> sheets;
  for (const DocumentSection& section : document.sections) {
    if (section.sheet.empty()) {
      add_sheets(section, document.language, sheets);
    } else if (!joins(section, sheets)) {
      sheets.push_back({section.sheet, {section}});
    }
  }
  return sheets;
}

}  // namespace euproj
