#include "euproj/read/read_lists.hpp"

#include <algorithm>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "euproj/base/files.hpp"
#include "euproj/base/unicode.hpp"
#include "euproj/base/utf8.hpp"
#include "euproj/core/money.hpp"
#include "euproj/words/diagnostics.hpp"
#include "euproj/words/file_faults.hpp"
#include "euproj/words/kinds.hpp"
#include "read/csv/csv_scanner.hpp"
#include "read/logs/choose_sheets.hpp"
#include "read/logs/dialect.hpp"
#include "read/logs/log_text.hpp"
#include "read/rows/cells.hpp"
#include "read/rows/header.hpp"
#include "read/rows/table.hpp"
#include "read/sheet/cell_number.hpp"
#include "read/sheet/spreadsheet.hpp"
#include "read/words/cell_mark.hpp"
#include "read/words/shown_value.hpp"

namespace euproj {
namespace {

/// The text of a list: CSV in any encoding, or the sheet in which its header is found.
struct ListText {
  std::unique_ptr<FileContent> content;
  std::optional<Sheet> sheet;
  std::string storage;
  std::string_view text;  // of one of these
  DataFile form;          // as it holds for the text
  FileId file = no_file;
};

/// The first one in which the header is found.
std::optional<Sheet> read_sheet(std::string_view bytes, const HeaderNames& names,
                                const DataFile& declared, FileId file, Diagnostics& diagnostics) {
  const std::unique_ptr<Spreadsheet> opened = Spreadsheet::open(bytes, file, diagnostics);
  if (opened == nullptr) return std::nullopt;
  DataFile any = declared;
  any.sheets = {"all"};
  Diagnostics of_others;
  const std::vector<std::size_t> sheets = choose_sheets(*opened, any, names, file, of_others);
  return opened->read(sheets.front(), Extent::all, declared, file, diagnostics);
}

/// Null when it cannot be read, which is reported.
std::unique_ptr<ListText> open_list(const std::string& path, const HeaderNames& names,
                                    const Files& files, SourceSet& sources,
                                    Diagnostics& diagnostics) {
  auto list = std::make_unique<ListText>();
  list->form.pattern = path;
  auto content = files.read(path);
  if (!content) {
    report_unreadable(shown(path), content.reason(), list->form.place, diagnostics);
    return nullptr;
  }
  list->content = std::move(content.value());
  list->file = sources.add(path, path);
  std::string_view bytes = list->content->bytes();
  if (is_spreadsheet(bytes)) {
    list->sheet = read_sheet(bytes, names, list->form, list->file, diagnostics);
    if (!list->sheet) return nullptr;
    sources.keep_sheet(list->file, shown(list->sheet->name));
    bytes = list->sheet->text;
    list->form = list->sheet->form;
  }
  const auto text = decode_log(bytes, is_all_utf8(*list->content), list->form, list->file,
                               list->storage, diagnostics);
  if (!text) return nullptr;
  list->text = *text;
  return list;
}

/// The cell of a header with that key.
std::optional<std::size_t> column_in(const CsvRow& row, std::string_view key) {
  for (std::size_t i = 0; i < row.cells.size(); ++i) {
    if (header_key(row.cells[i].text) == key) return i;
  }
  return std::nullopt;
}

class PublishedNames : public HeaderNames {
 public:
  explicit PublishedNames(const PublishedColumns& columns)
      : columns_(columns), total_(header_key(columns.total)), part_(header_key(columns.part)) {}

  [[nodiscard]] std::size_t count_known(const CsvRow& row) const override {
    return (total_in(row) ? 1U : 0U) + (part_in(row) ? 1U : 0U);
  }
  [[nodiscard]] bool is_header(const CsvRow& row) const override { return count_known(row) == 2; }
  [[nodiscard]] std::vector<std::string_view> expected_names() const override {
    return {columns_.total, columns_.part};
  }
  [[nodiscard]] std::optional<std::size_t> total_in(const CsvRow& row) const {
    return column_in(row, total_);
  }
  [[nodiscard]] std::optional<std::size_t> part_in(const CsvRow& row) const {
    return column_in(row, part_);
  }

 private:
  const PublishedColumns& columns_;
  const std::string total_;
  const std::string part_;
};

/// 1,5E+06 as programs write it: spelt out. Any other text as it is.
std::string without_exponent(std::string_view text) {
  const bool may_have_one = text.find_first_of("eE") != std::string_view::npos &&
                            text.find_first_not_of("0123456789.,+-eE") == std::string_view::npos;
  std::string number(text);
  if (!may_have_one) return number;
  std::replace(number.begin(), number.end(), ',', '.');
  return number_text(number);
}

std::optional<Money> money_of(std::string_view text) {
  return parse_written_money(without_exponent(text));
}

class PublishedReader {
 public:
  PublishedReader(const PublishedColumns& columns, const DataFile& declared, FileId file,
                  Diagnostics& diagnostics)
      : columns_(columns), declared_(declared), file_(file), diagnostics_(diagnostics) {}

  PublishedList read(std::string_view text) {
    const PublishedNames names(columns_);
    // A list without one of the columns is told which it has, so the best row is taken.
    Diagnostics unknown;
    const auto layout = find_layout(text, declared_, names, file_, unknown);
    CsvScanner scanner(text, layout ? layout->delimiter : ';');
    if (layout) scanner.skip_to(layout->start.position, layout->start.line);
    if (!scanner.next()) {
      diagnostics_.report(Kind::no_header, {file_, 1, 1}, {columns_.total + ", " + columns_.part});
      return {};
    }
    const auto total = names.total_in(scanner.row());
    const auto part = names.part_in(scanner.row());
    if (!total) report_missing(scanner.row(), columns_.total);
    if (!part) report_missing(scanner.row(), columns_.part);
    if (!total || !part) return {};
    list_.skipped = layout->start.above;
    width_ = scanner.row().cells.size();
    total_at_ = *total;
    part_at_ = *part;
    while (scanner.next()) read_row(scanner.row());
    return std::move(list_);
  }

 private:
  void report_missing(const CsvRow& header, const std::string& name) {
    std::string known;
    for (const CsvCell& cell : header.cells) {
      known += (known.empty() ? "`" : ", `") + shown(trimmed(cell.text)) + "`";
    }
    diagnostics_.report(Kind::list_column_missing, {file_, header.line, 1}, {shown(name), known});
  }

  void read_row(const CsvRow& row) {
    if (row.fault != CsvFault::none) {
      diagnostics_.report(message_of(row.fault), {file_, row.line, row.fault_column});
    } else if (filled_cells(row, 1) == 0) {
      return;
    } else if (is_total_of_list(row)) {
      skip(row, SkipReason::total);
      sums_ = {};
    } else if (amount_text(row, total_at_).empty() && amount_text(row, part_at_).empty()) {
      skip(row, SkipReason::no_amounts);
    } else if (row.cells.size() != width_ && !declared_.day_zero) {
      diagnostics_.report(row.cells.size() < width_ ? Kind::too_few_cells : Kind::too_many_cells,
                          {file_, row.line, 1},
                          {std::to_string(row.cells.size()), std::to_string(width_)});
    } else {
      const auto total = amount(row, total_at_, columns_.total);
      const auto part = amount(row, part_at_, columns_.part);
      if (total && part) add(row, *total, *part, part_at_);
    }
  }

  void skip(const CsvRow& row, SkipReason reason) { list_.skipped.push_back({row.line, reason}); }

  /// Projects have names such as „Razem łatwiej": a total has nothing but its word and amounts, and
  /// where more words follow, its amounts are sums.
  [[nodiscard]] bool is_total_of_list(const CsvRow& row) const {
    const std::size_t first = first_filled(row);
    if (!is_total(row) || first == total_at_ || first == part_at_) return false;
    for (std::size_t i = first + 1; i < row.cells.size(); ++i) {
      const bool is_amount = i == total_at_ || i == part_at_;
      if (!is_amount && !trimmed(row.cells[i].text).empty()) return false;
    }
    const std::string word(word_of_total(row.cells[first].text));
    if (folded(row.cells[first].text) == folded(word)) return true;
    const auto total = money_of(amount_text(row, total_at_));
    const auto part = money_of(amount_text(row, part_at_));
    return !total || !part || (*total == sums_.total && *part == sums_.part);
  }

  [[nodiscard]] static std::string_view amount_text(const CsvRow& row, std::size_t at) {
    return at < row.cells.size() ? unprotected(trimmed(row.cells[at].text)) : std::string_view();
  }

  void add(const CsvRow& row, Money total, Money part, std::size_t part_at) {
    if (total <= Money() || part.is_negative() || part > total) {
      diagnostics_.report(Kind::published_above_total, {file_, row.line, row.cells[part_at].column},
                          {part.text(), total.text()});
      return;
    }
    list_.parts.push_back({total, part});
    sums_.total += total;
    sums_.part += part;
  }

  std::optional<Money> amount(const CsvRow& row, std::size_t at, const std::string& column) {
    const std::string_view seen = amount_text(row, at);
    if (const auto money = money_of(is_marked(seen) ? marked_value(seen) : seen)) return money;
    const std::uint32_t byte = at < row.cells.size() ? row.cells[at].column : 1;
    if (is_marked(seen)) {
      const Place place{file_, row.line, byte};
      if (mark_of(seen) == CellMark::error_value) {
        diagnostics_.report(Kind::error_in_cell, place, {shown(column), shown_error(seen)});
      } else if (mark_of(seen) == CellMark::comma_number) {
        diagnostics_.report(Kind::comma_in_stored_number, place, {shown(column)});
      } else {
        diagnostics_.report(Kind::formula_without_value, place, {shown(column)});
      }
      return std::nullopt;
    }
    diagnostics_.report(Kind::published_amount, {file_, row.line, byte},
                        {shown(column), shown(seen)});
    return std::nullopt;
  }

  const PublishedColumns& columns_;
  const DataFile& declared_;
  FileId file_;
  Diagnostics& diagnostics_;
  std::size_t width_ = 0;
  std::size_t total_at_ = 0;
  std::size_t part_at_ = 0;
  PublishedPart sums_;  // since the last total
  PublishedList list_;
};

}  // namespace

std::optional<PublishedColumns> parse_published_columns(std::string_view text) {
  CsvScanner scanner(text, ',');
  if (!scanner.next() || scanner.row().fault != CsvFault::none) return std::nullopt;
  const auto cells = scanner.row().cells;
  if (cells.size() != 2 || filled_cells(scanner.row(), 2) != 2) return std::nullopt;
  return PublishedColumns{std::string(trimmed(cells[0].text)), std::string(trimmed(cells[1].text))};
}

PublishedList read_published(const std::string& path, const PublishedColumns& columns,
                             const Files& files, SourceSet& sources, Diagnostics& diagnostics) {
  const auto list = open_list(path, PublishedNames(columns), files, sources, diagnostics);
  if (list == nullptr) return {};
  return PublishedReader(columns, list->form, list->file, diagnostics).read(list->text);
}

namespace {

// What was found right of the documents of a sample.

constexpr std::string_view document_name = "document";
constexpr std::string_view correct_name = "correct";

class ResultNames final : public HeaderNames {
 public:
  [[nodiscard]] std::size_t count_known(const CsvRow& row) const override {
    return (column_in(row, document_name) ? 1U : 0U) + (column_in(row, correct_name) ? 1U : 0U);
  }
  [[nodiscard]] bool is_header(const CsvRow& row) const override { return count_known(row) == 2; }
  [[nodiscard]] std::vector<std::string_view> expected_names() const override {
    return {document_name, correct_name};
  }
};

}  // namespace

std::vector<SampleResult> read_sample_results(const std::string& path, const Files& files,
                                              SourceSet& sources, Diagnostics& diagnostics) {
  const ResultNames names;
  const auto list = open_list(path, names, files, sources, diagnostics);
  if (list == nullptr) return {};
  const FileId file = list->file;
  const auto layout = find_layout(list->text, list->form, names, file, diagnostics);
  if (!layout) return {};
  CsvScanner scanner(list->text, layout->delimiter);
  scanner.skip_to(layout->start.position, layout->start.line);
  if (!scanner.next()) return {};
  const std::size_t document_at = *column_in(scanner.row(), document_name);
  const std::size_t correct_at = *column_in(scanner.row(), correct_name);
  std::vector<SampleResult> results;
  std::map<std::string, std::uint32_t> lines;
  while (scanner.next()) {
    const CsvRow& row = scanner.row();
    if (row.fault != CsvFault::none) {
      diagnostics.report(message_of(row.fault), {file, row.line, row.fault_column});
      continue;
    }
    if (filled_cells(row, 1) == 0) continue;
    if (row.cells.size() <= std::max(document_at, correct_at)) {
      diagnostics.report(Kind::too_few_cells, {file, row.line, 1},
                         {std::to_string(row.cells.size()),
                          std::to_string(std::max(document_at, correct_at) + 1)});
      continue;
    }
    const std::string document(unprotected(trimmed(row.cells[document_at].text)));
    const std::string_view written = unprotected(trimmed(row.cells[correct_at].text));
    const auto amount = parse_written_money(written);
    if (document.empty()) {
      diagnostics.report(Kind::missing_value, {file, row.line, row.cells[document_at].column},
                         {std::string(document_name)});
    } else if (!amount) {
      diagnostics.report(Kind::published_amount, {file, row.line, row.cells[correct_at].column},
                         {std::string(correct_name), shown(written)});
    } else if (const auto [known, is_new] = lines.try_emplace(document, row.line); !is_new) {
      diagnostics.report(Kind::sample_result_twice, {file, row.line, 1},
                         {shown(document), Place{file, known->second, 1}});
    } else {
      results.push_back({document, *amount});
    }
  }
  return results;
}

}  // namespace euproj
