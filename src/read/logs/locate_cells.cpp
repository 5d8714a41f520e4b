#include "euproj/read/locate_cells.hpp"

#include <algorithm>
#include <span>
#include <utility>

#include "read/csv/csv_scanner.hpp"
#include "read/logs/dialect.hpp"
#include "read/logs/log_form.hpp"
#include "read/logs/log_text.hpp"

namespace euproj {
namespace {

/// By file and line: what is asked of each of thousands of files must not cost all findings.
std::vector<Place*> places_of(Diagnostics& diagnostics) {
  std::vector<Place*> places;
  for (Diagnostic& finding : diagnostics.all()) places.push_back(&finding.place);
  std::sort(places.begin(), places.end(), [](const Place* a, const Place* b) {
    return std::pair(a->file, a->line) < std::pair(b->file, b->line);
  });
  return places;
}

/// Those of one file.
std::span<Place* const> places_in(std::span<Place* const> places, FileId file) {
  const auto first = std::lower_bound(places.begin(), places.end(), file,
                                      [](const Place* a, FileId b) { return a->file < b; });
  const auto end =
      std::find_if(first, places.end(), [&](const Place* a) { return a->file != file; });
  return {first, end};
}

bool lacks_column(const Place& place) {
  return place.line > 0 && place.cell > 0 && place.column == 0;
}

/// Places are in order of lines, and each names the line on which its row begins: so no row but
/// theirs is scanned. Lets go of what it leaves.
void locate(std::string_view text, char delimiter, const FileContent& content,
            std::span<Place* const> places) {
  constexpr std::size_t piece = std::size_t{16} << 20;
  std::size_t released = 0;
  std::size_t begin = 0;  // of the line
  std::uint32_t line = 1;
  CsvScanner scanner(text, delimiter);
  for (Place* const place : places) {
    if (!lacks_column(*place)) continue;
    for (; line < place->line; ++line) {
      const std::size_t feed = text.find('\n', begin);
      if (feed == std::string_view::npos) return;
      begin = feed + 1;
      if (begin < released + piece) continue;
      released = begin;
      content.release(0);
    }
    scanner.skip_to(begin, line);
    if (!scanner.next()) return;
    const CsvRow& row = scanner.row();
    const bool is_there = row.line == line && place->cell <= row.cells.size();
    if (is_there) place->column = row.cells[place->cell - 1].column;
  }
}

/// In a spreadsheet the column is the cell's number: its bytes are nobody's business.
void locate_in_sheet(std::span<Place* const> places) {
  for (Place* const place : places) place->column = place->cell;
}

}  // namespace

void locate_cells(const Logs& logs, const Project& project, const Files& files,
                  const SourceSet& sources, Diagnostics& diagnostics) {
  const std::vector<Place*> all = places_of(diagnostics);
  for (const LogFile& log : logs.files) {
    const std::span<Place* const> places = places_in(all, log.file);
    if (!sources.file(log.file).sheet.empty()) {
      locate_in_sheet(places);
      continue;
    }
    if (std::none_of(places.begin(), places.end(),
                     [](const Place* a) { return lacks_column(*a); })) {
      continue;
    }
    const auto content = files.read(sources.file(log.file).opened);
    if (!content) continue;  // it was readable a moment ago; the line must do
    const DataFile& declared = project.data.at(log.entry);
    Diagnostics reported_before;
    std::string storage;
    const auto text =
        decode_log((*content)->bytes(), log.is_utf8, declared, log.file, storage, reported_before);
    if (!text) continue;
    const auto layout =
        find_layout(*text, declared, *log_form(declared), log.file, reported_before);
    if (!layout) continue;
    locate(*text, layout->delimiter, **content, places);
  }
}

}  // namespace euproj
