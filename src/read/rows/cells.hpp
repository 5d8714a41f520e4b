#pragma once
// RowCells: the cells of one row at a time, by column, as values.
//
// A cell is trimmed, mapped by `values:`, and blank when empty, `-` or `—`. What cannot be read is
// reported with its place and costs the row: ok() turns false, and the reader goes on with a blank,
// so that every fault of the row is found. Personal columns are never quoted.

#include <array>
#include <bitset>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "euproj/core/money.hpp"
#include "euproj/core/quantity.hpp"
#include "euproj/model/logs.hpp"
#include "euproj/words/diagnostics.hpp"
#include "read/csv/csv_scanner.hpp"
#include "read/rows/column_memory.hpp"
#include "read/rows/header.hpp"

namespace euproj {

/// Words that a definition may list: they have the first codes.
struct Listed {
  bool is_declared = false;
  std::size_t count = 0;
};

/// The text that `="0227"` protects from a spreadsheet; any other as it is.
[[nodiscard]] std::string_view unprotected(std::string_view text);

/// Digits only, from 1.
[[nodiscard]] std::optional<std::uint32_t> parse_count(std::string_view text);

/// `seen` identifies nobody; quoted only where that cannot be a name.
[[nodiscard]] Message filler(std::string header, std::string_view seen);
/// The same for all writings of one text in a file.
[[nodiscard]] std::uint64_t cause_of_filler(FileId file, std::string_view seen);
/// `seen` is the number of another project than `number`.
[[nodiscard]] Message other_project(std::string header, std::string_view seen,
                                    std::string_view number);

class RowCells {
 public:
  RowCells(const DataFile& declared, const Header& header, char decimal, FileId file,
           Diagnostics& diagnostics);

  /// The row must have as many cells as the header.
  void begin(const CsvRow& row) {
    row_ = &row;
    ok_ = true;
    failed_.reset();
  }
  [[nodiscard]] bool ok() const { return ok_; }
  /// The cell could not be read, or is missing; that is said already.
  [[nodiscard]] bool failed(Column column) const {
    return failed_[static_cast<std::size_t>(column)];
  }
  [[nodiscard]] Origin origin() const { return {row_->line, file_}; }
  [[nodiscard]] bool is_of_sheet() const { return declared_.day_zero.has_value(); }
  [[nodiscard]] bool all_blank() const;
  /// Tells what stands in cells of a sheet in place of values (cell_mark.hpp): before they are
  /// read, for to who reads them they are blank.
  void tell_marks();

  /// As text(), without a word where it is missing.
  [[nodiscard]] std::string_view peek(Column column) const { return read(memory_of(column)); }

  // Each reads one cell once; a needed one that is blank is reported.
  [[nodiscard]] std::string_view text(Column column) {
    const ColumnMemory& memory = memory_of(column);
    const std::string_view text = read(memory);
    if (text.empty() && memory.is_needed && !failed(column)) report_missing(column);
    return text;
  }
  [[nodiscard, gnu::always_inline]] Date date(Column column) {
    const ColumnMemory& memory = memory_of(column);
    const std::string_view written = written_in(memory);
    if (is_silent(memory, written)) return {};
    return memory.is_same_date(written) ? memory.date : read_date(column);
  }
  /// An amount, perhaps with the project's currency beside it.
  [[nodiscard]] std::optional<Money> money(Column column, std::string_view currency);
  [[nodiscard]] std::optional<Quantity> quantity(Column column, std::string_view currency) {
    const ColumnMemory& memory = memory_of(column);
    const std::string_view written = written_in(memory);
    if (is_silent(memory, written)) return std::nullopt;
    const auto usual =
        memory.replacements == nullptr ? parse_plain_quantity(written, decimal_) : std::nullopt;
    return usual ? usual : read_quantity(column, currency);
  }
  [[nodiscard, gnu::always_inline]] std::optional<std::uint32_t> count(
      Column column) {  // whole, from 1
    return is_silent(column) ? std::nullopt : read_count(column);
  }
  [[nodiscard]] std::optional<Pesel> pesel(Column column);
  /// Says that the row is another project's unless its number is ours: `key` is its project_key.
  void check_project(Column column, std::string_view key, std::string_view number);
  /// Says that what stands in the cell identifies nobody; one finding for each text of a file.
  void report_filler(Column column);
  /// A word of the column's closed dictionary as its code: see code_of_word.
  [[nodiscard]] Code word(Column column);
  [[nodiscard, gnu::always_inline]] Code interned(Column column, Interner& words) {
    return is_silent(column) ? no_code : words.intern(text(column));
  }
  /// The same for a column that has a few texts again and again.
  [[nodiscard, gnu::always_inline]] Code repeated(Column column, Interner& words) {
    return is_silent(column) ? no_code : read_repeated(column, words);
  }
  /// One of the first words, where the definition lists them; else any text.
  [[nodiscard]] Code listed(Column column, Interner& words, Listed of) {
    return of.is_declared ? reference(column, words, of.count) : repeated(column, words);
  }

  /// The header of the column is the first argument, these are the others.
  template <std::size_t count>
  void report(KindOf<count + 1> kind, Column column, MessageArgument (&&others)[count]) {
    report({kind, header_.name(column), std::move(others)}, column);
  }
  void report(KindOf<1> kind, Column column) { report({kind, {header_.name(column)}}, column); }
  void report(KindOf<0> kind, Column column) { report(Message(kind), column); }
  void report_row(Message message);
  template <std::size_t count>
  void report_row(KindOf<count> kind, MessageArgument (&&arguments)[count]) {
    report_row({kind, std::move(arguments)});
  }
  void report_unknown_code(Column column, std::string_view seen,
                           const std::vector<std::string_view>& known);

  // For who reads many rows at a time.
  [[nodiscard]] ColumnMemory& memory_of(Column column) {
    return memories_[static_cast<std::size_t>(column)];
  }
  [[nodiscard]] FileId file() const { return file_; }
  [[nodiscard]] char decimal() const { return decimal_; }
  [[nodiscard]] DateForm date_form() const { return declared_.date; }

 private:
  [[nodiscard]] const ColumnMemory& memory_of(Column column) const {
    return memories_[static_cast<std::size_t>(column)];
  }
  [[nodiscard]] std::string_view written_in(const ColumnMemory& memory) const {
    return memory.cell == 0 ? std::string_view() : row_->cells[memory.cell - 1].text;
  }
  /// The cell is empty, or there is none, and nobody needs it.
  [[nodiscard]] static bool is_silent(const ColumnMemory& memory, std::string_view written) {
    return written.empty() && !memory.is_needed;
  }
  [[nodiscard]] bool is_silent(Column column) const {
    return is_silent(memory_of(column), written_in(memory_of(column)));
  }
  [[nodiscard]] Date read_date(Column column);
  [[nodiscard]] std::optional<Quantity> read_quantity(Column column, std::string_view currency);
  [[nodiscard]] std::optional<std::uint32_t> read_count(Column column);
  [[nodiscard]] Code read_repeated(Column column, Interner& words);
  /// One of the first `declared` words, which stand in the definition.
  [[nodiscard]] Code reference(Column column, const Interner& words, std::size_t declared);
  /// Most cells begin and end with a visible ASCII character and are no dash: nothing to trim.
  [[nodiscard]] std::string_view read(const ColumnMemory& memory) const {
    if (memory.cell == 0) return {};
    const std::string_view text = row_->cells[memory.cell - 1].text;
    if (text.empty()) return {};
    const bool is_as_written = memory.replacements == nullptr && is_trimmed(text);
    return is_as_written ? text : read_closely(memory, text);
  }
  [[nodiscard]] static std::string_view read_closely(const ColumnMemory& memory,
                                                     std::string_view text);
  /// What `find` makes of the text of the column: a code above 0, or no_code, then `tell` is
  /// called.
  template <typename Find, typename Tell>
  [[nodiscard]] Code remembered(Column column, const Find& find, const Tell& tell);
  [[nodiscard]] Place place_of(Column column) const;
  void report_missing(Column column);
  void report(Message message, Column column);
  void report_of_cause(std::uint64_t cause, Message message, Column column);
  void note(AnyKind kind, const Column* column);
  /// One finding for all such cells of the column.
  void report_of_column(KindOf<1> kind, Column column);
  [[nodiscard]] Date read_serial(Column column, std::string_view seen);
  /// In a sheet a number has a dot, and what is kept as text the sign of its language.
  [[nodiscard]] char decimal_of(std::string_view number) const;
  void report_date(Column column, std::string_view seen, DateFault fault);
  void report_other_form(Column column, std::string_view seen);
  void report_number(Column column, std::string_view seen, NumberFault fault, int decimals,
                     std::string_view currency);
  /// A negative amount as it is to be written: -1234,56 for (1 234,56).
  [[nodiscard]] std::string with_minus(std::string_view seen) const;
  void report_word(Column column, std::string_view seen);

  const DataFile& declared_;
  const Header& header_;
  char decimal_;
  FileId file_;
  Diagnostics& diagnostics_;
  std::vector<ColumnMemory> memories_;  // by Column
  const CsvRow* row_ = nullptr;
  bool ok_ = true;
  std::bitset<column_count()> failed_;  // by Column: cells with an error
};

}  // namespace euproj
