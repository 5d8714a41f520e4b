// Byte columns for findings of later floors, which know a row and a cell but not the text.

#include <algorithm>

#include "euproj/read/read_logs.hpp"
#include "read/csv/csv_scanner.hpp"
#include "read/csv/dialect.hpp"
#include "read/logs/log_text.hpp"

namespace euproj {
namespace {

bool wants_column(const Diagnostic& finding, FileId file) {
  const Place& place = finding.place;
  return place.file == file && place.line > 0 && place.cell > 0 && place.column == 0;
}

std::vector<Place*> places_without_column(Diagnostics& diagnostics, FileId file) {
  std::vector<Place*> places;
  for (Diagnostic& finding : diagnostics.all()) {
    if (wants_column(finding, file)) places.push_back(&finding.place);
  }
  std::sort(places.begin(), places.end(),
            [](const Place* a, const Place* b) { return a->line < b->line; });
  return places;
}

/// Rows and places are both in order of lines: one walk along both.
void locate(CsvScanner& scanner, const std::vector<Place*>& places) {
  auto wanted = places.begin();
  while (wanted != places.end() && scanner.next()) {
    const CsvRow& row = scanner.row();
    while (wanted != places.end() && (*wanted)->line <= row.line) {
      Place& place = **wanted++;
      if (place.line != row.line || place.cell > row.cells.size()) continue;
      place.column = row.cells[place.cell - 1].column;
    }
  }
}

/// In a spreadsheet the column is the cell's number: its bytes are nobody's business.
void locate_in_sheet(Diagnostics& diagnostics, FileId file) {
  for (Diagnostic& finding : diagnostics.all()) {
    if (finding.place.file == file) finding.place.column = finding.place.cell;
  }
}

}  // namespace

void locate_cells(const Logs& logs, const Project& project, const Files& files,
                  const SourceSet& sources, Diagnostics& diagnostics) {
  for (const LogFile& log : logs.files) {
    if (!sources.file(log.file).sheet.empty()) {
      locate_in_sheet(diagnostics, log.file);
      continue;
    }
    const std::vector<Place*> places = places_without_column(diagnostics, log.file);
    if (places.empty()) continue;
    const auto content = files.read(sources.file(log.file).opened);
    if (!content) continue;  // it was readable a moment ago; the line must do
    const DataFile& declared = project.data.at(log.entry);
    Diagnostics heard_before;
    std::string storage;
    const bool is_utf8 = is_all_utf8(**content);
    const auto text = decode_log((*content)->bytes(), is_utf8, declared, log.file, storage,
                                 heard_before);
    if (!text) continue;
    const auto delimiter = find_delimiter(*text, declared, log.file, heard_before);
    if (!delimiter) continue;
    CsvScanner scanner(*text, *delimiter);
    locate(scanner, places);
  }
}

}  // namespace euproj
