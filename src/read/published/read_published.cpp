#include "euproj/read/read_published.hpp"

#include <algorithm>
#include <optional>

#include "euproj/base/utf8.hpp"
#include "euproj/words/file_faults.hpp"
#include "euproj/words/kinds.hpp"
#include "read/csv/csv_scanner.hpp"
#include "read/logs/log_text.hpp"
#include "read/rows/header.hpp"
#include "read/sheet/spreadsheet.hpp"
#include "read/words/shown_value.hpp"

namespace euproj {
namespace {

constexpr char delimiters[] = {';', ',', '\t'};

class PublishedReader {
 public:
  PublishedReader(const PublishedColumns& columns, FileId file, Diagnostics& diagnostics)
      : columns_(columns), file_(file), diagnostics_(diagnostics) {}

  std::vector<PublishedPart> read(std::string_view text) {
    const auto delimiter = std::max_element(
        std::begin(delimiters), std::end(delimiters),
        [&](char a, char b) { return known_columns(text, a) < known_columns(text, b); });
    CsvScanner scanner(text, *delimiter);
    if (!scanner.next()) {
      diagnostics_.report(Kind::no_header, {file_, 1, 1}, {columns_.total + ", " + columns_.part});
      return {};
    }
    const auto total = find(scanner.row(), columns_.total);
    const auto part = find(scanner.row(), columns_.part);
    if (!total) report_missing(scanner.row(), columns_.total);
    if (!part) report_missing(scanner.row(), columns_.part);
    if (!total || !part) return {};
    width_ = scanner.row().cells.size();
    while (scanner.next()) read_row(scanner.row(), *total, *part);
    return std::move(list_);
  }

 private:
  static std::optional<std::size_t> find(const CsvRow& header, std::string_view name) {
    for (std::size_t i = 0; i < header.cells.size(); ++i) {
      if (trimmed(header.cells[i].text) == name) return i;
    }
    return std::nullopt;
  }

  [[nodiscard]] int known_columns(std::string_view text, char delimiter) const {
    CsvScanner scanner(text, delimiter);
    if (!scanner.next()) return 0;
    return (find(scanner.row(), columns_.total) ? 1 : 0) +
           (find(scanner.row(), columns_.part) ? 1 : 0);
  }

  void report_missing(const CsvRow& header, const std::string& name) {
    std::string known;
    for (const CsvCell& cell : header.cells) {
      known += (known.empty() ? "`" : ", `") + shown(trimmed(cell.text)) + "`";
    }
    diagnostics_.report(Kind::list_column_missing, {file_, header.line, 1}, {shown(name), known});
  }

  void read_row(const CsvRow& row, std::size_t total_at, std::size_t part_at) {
    const bool blank = std::all_of(row.cells.begin(), row.cells.end(),
                                   [](const CsvCell& cell) { return trimmed(cell.text).empty(); });
    if (row.fault != CsvFault::none) {
      diagnostics_.report(message_of(row.fault), {file_, row.line, row.fault_column});
    } else if (blank) {
      return;
    } else if (row.cells.size() != width_) {
      diagnostics_.report(row.cells.size() < width_ ? Kind::too_few_cells : Kind::too_many_cells,
                          {file_, row.line, 1},
                          {std::to_string(row.cells.size()), std::to_string(width_)});
    } else {
      const auto total = amount(row, total_at, columns_.total);
      const auto part = amount(row, part_at, columns_.part);
      if (total && part) add(row, *total, *part, part_at);
    }
  }

  void add(const CsvRow& row, Money total, Money part, std::size_t part_at) {
    if (total <= Money() || part.is_negative() || part > total) {
      diagnostics_.report(Kind::published_above_total, {file_, row.line, row.cells[part_at].column},
                          {part.text(), total.text()});
      return;
    }
    list_.push_back({total, part});
  }

  std::optional<Money> amount(const CsvRow& row, std::size_t at, const std::string& column) {
    const std::string_view seen = trimmed(row.cells[at].text);
    for (const char decimal : {'.', ','}) {
      if (const auto money = parse_money(seen, decimal, Grouping::thousands, any_currency))
        return *money;
    }
    diagnostics_.report(Kind::published_amount, {file_, row.line, row.cells[at].column},
                        {shown(column), shown(seen)});
    return std::nullopt;
  }

  const PublishedColumns& columns_;
  FileId file_;
  Diagnostics& diagnostics_;
  std::size_t width_ = 0;
  std::vector<PublishedPart> list_;
};

}  // namespace

std::vector<PublishedPart> read_published(const std::string& path, const PublishedColumns& columns,
                                          const Files& files, SourceSet& sources,
                                          Diagnostics& diagnostics) {
  DataFile declared;
  declared.pattern = path;
  const auto content = files.read(path);
  if (!content) {
    report_unreadable(shown(path), content.reason(), declared.place, diagnostics);
    return {};
  }
  const FileId file = sources.add(path, path);
  std::string_view bytes = (*content)->bytes();
  std::optional<Sheet> sheet;
  if (is_spreadsheet(bytes)) {
    sheet = read_spreadsheet(bytes, declared, file, diagnostics);
    if (!sheet) return {};
    sources.keep_sheet(file, shown(sheet->name));
    bytes = sheet->text;
    declared = sheet->form;
  }
  std::string storage;
  const auto text = decode_log(bytes, is_all_utf8(**content), declared, file, storage, diagnostics);
  if (!text) return {};
  return PublishedReader(columns, file, diagnostics).read(*text);
}

}  // namespace euproj
