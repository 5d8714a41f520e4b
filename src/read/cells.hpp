#pragma once
// RowCells: the cells of one row at a time, by column, as values.
//
// A cell is trimmed, mapped by `values:`, and blank when empty, `-` or `—`. What cannot be read is
// reported with its place and costs the row: ok() turns false, and the reader goes on with a blank,
// so that every fault of the row is found. Personal columns are never quoted.

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "euproj/base/diagnostics.hpp"
#include "euproj/base/load_bytes.hpp"
#include "euproj/core/money.hpp"
#include "euproj/core/quantity.hpp"
#include "euproj/model/logs.hpp"
#include "read/csv_scanner.hpp"
#include "read/header.hpp"
#include "read/recent_words.hpp"

namespace euproj {

class RowCells {
 public:
  RowCells(const DataFile& declared, const Header& header, char decimal, FileId file,
           Diagnostics& diagnostics);

  /// The row must have as many cells as the header. `person_id`: its text, looked up, or none.
  void begin(const CsvRow& row, const LookedUp& person_id = {}) {
    row_ = &row;
    person_id_ = person_id;
    ok_ = true;
  }
  [[nodiscard]] bool ok() const { return ok_; }
  [[nodiscard]] Origin origin() const { return {row_->line, file_}; }
  [[nodiscard]] bool all_blank() const;

  [[nodiscard]] bool has(Column column) const { return !read(field_of(column)).empty(); }

  // Each reads one cell once; a needed one that is blank is reported.
  [[nodiscard]] std::string_view text(Column column) {
    const Field& field = field_of(column);
    const std::string_view text = read(field);
    if (text.empty() && field.is_needed) report_missing(column);
    return text;
  }
  [[nodiscard, gnu::always_inline]] Date date(Column column) {
    const Field& field = field_of(column);
    const std::string_view written = written_in(field);
    if (is_silent(field, written)) return {};
    return is_same_date(written, field) ? field.date : read_date(column);
  }
  [[nodiscard]] std::optional<Money> money(Column column);
  [[nodiscard]] std::optional<Quantity> quantity(Column column) {
    const Field& field = field_of(column);
    const std::string_view written = written_in(field);
    if (is_silent(field, written)) return std::nullopt;
    const auto plain = field.replacements == nullptr ? parse_plain_quantity(written, decimal_)
                                                     : std::nullopt;
    return plain ? plain : read_quantity(column);
  }
  [[nodiscard, gnu::always_inline]] std::optional<std::uint32_t> count(Column column) {  // whole, from 1
    return is_silent(column) ? std::nullopt : read_count(column);
  }
  [[nodiscard]] std::optional<Pesel> pesel(Column column);
  [[nodiscard]] Answer answer(Column column);
  [[nodiscard]] Sex sex(Column column);
  [[nodiscard]] std::optional<PlaceKind> place_kind(Column column);
  /// A word of the column's dictionary as its code: labour_status, education, degurba.
  [[nodiscard]] Code word(Column column);
  [[nodiscard, gnu::always_inline]] Code interned(Column column, Interner& words) {
    return is_silent(column) ? no_code : words.intern(text(column));
  }
  /// The same of a person_id: begin() may have been given it looked up in these `person_ids`.
  [[nodiscard]] Code person_id(Column column, Interner& person_ids);
  /// The same for a column that has a few texts again and again.
  [[nodiscard, gnu::always_inline]] Code repeated(Column column, Interner& words) {
    return is_silent(column) ? no_code : read_repeated(column, words);
  }
  /// One of the first `declared` words, which stand in the definition.
  [[nodiscard]] Code reference(Column column, const Interner& words, std::size_t declared);

  /// `arguments` after the header of the column.
  void report(Kind kind, Column column, std::vector<std::string> arguments = {});
  void report_row(Kind kind, std::vector<std::string> arguments = {});
  void report_unknown_code(Column column, std::string_view seen,
                           const std::vector<std::string_view>& known);

 private:
  using Replacements = std::vector<std::pair<std::string, std::string>>;

  /// What is known of a column, and what its cells lately had. A cell that is written as an earlier
  /// one says the same, so what is remembered needs neither trimming nor `values:`.
  struct Field {
    std::size_t cell = 0;  // 1-based; 0: the file has no such column
    bool is_needed = false;
    const Replacements* replacements = nullptr;  // null: none
    // Days follow one another in a log, and the same one is often written again.
    std::array<char, 10> date_text{};
    Date date;
    RecentWords words;
  };

  [[nodiscard]] const Field& field_of(Column column) const {
    return fields_[static_cast<std::size_t>(column)];
  }
  [[nodiscard]] Field& field_of(Column column) {
    return fields_[static_cast<std::size_t>(column)];
  }
  [[nodiscard]] std::string_view written_in(const Field& field) const {
    return field.cell == 0 ? std::string_view() : row_->cells[field.cell - 1].text;
  }
  /// The cell is empty, or there is none, and nobody needs it.
  [[nodiscard]] static bool is_silent(const Field& field, std::string_view written) {
    return written.empty() && !field.is_needed;
  }
  [[nodiscard]] bool is_silent(Column column) const {
    return is_silent(field_of(column), written_in(field_of(column)));
  }
  [[nodiscard]] static bool is_same_date(std::string_view written, const Field& field) {
    const char* const last = field.date_text.data();
    return written.size() == field.date_text.size() &&  // as every date that can be read
           load<std::uint64_t>(written.data()) == load<std::uint64_t>(last) &&
           load<std::uint16_t>(written.data() + 8) == load<std::uint16_t>(last + 8);
  }
  [[nodiscard]] Date read_date(Column column);
  [[nodiscard]] std::optional<Quantity> read_quantity(Column column);
  [[nodiscard]] std::optional<std::uint32_t> read_count(Column column);
  [[nodiscard]] Code read_repeated(Column column, Interner& words);
  /// Most cells begin and end with a visible ASCII character and are no dash: nothing to trim.
  [[nodiscard]] std::string_view read(const Field& field) const {
    if (field.cell == 0) return {};
    const std::string_view text = row_->cells[field.cell - 1].text;
    if (text.empty()) return {};
    const auto visible = [](char c) { return c > ' ' && c < 0x7F; };
    const bool is_plain = visible(text.front()) && visible(text.back()) &&
                          (text.size() > 1 || text.front() != '-');
    return is_plain && field.replacements == nullptr ? text : read_closely(field, text);
  }
  [[nodiscard]] static std::string_view read_closely(const Field& field, std::string_view text);
  /// What `find` makes of the text of the column: a code above 0, or no_code, then `tell` is called.
  template <typename Find, typename Tell>
  [[nodiscard]] Code remembered(Column column, const Find& find, const Tell& tell);
  void report_missing(Column column);
  void note(Kind kind);
  void report_date(Column column, std::string_view seen, DateFault fault);
  void report_other_form(Column column, std::string_view seen);
  void report_number(Column column, std::string_view seen, NumberFault fault, int decimals);
  void report_word(Column column, std::string_view seen);

  const DataFile& declared_;
  const Header& header_;
  char decimal_;
  FileId file_;
  Diagnostics& diagnostics_;
  std::vector<Field> fields_;  // by Column
  const CsvRow* row_ = nullptr;
  LookedUp person_id_;
  bool ok_ = true;
};

}  // namespace euproj
