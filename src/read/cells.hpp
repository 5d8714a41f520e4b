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

  void begin(const CsvRow& row) {  // which must have as many cells as the header
    row_ = &row;
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
  [[nodiscard]] Date date(Column column);
  [[nodiscard]] std::optional<Money> money(Column column);
  [[nodiscard]] std::optional<Quantity> quantity(Column column);
  [[nodiscard]] std::optional<std::uint32_t> count(Column column);  // whole, from 1
  [[nodiscard]] std::optional<Pesel> pesel(Column column);
  [[nodiscard]] Answer answer(Column column);
  [[nodiscard]] Sex sex(Column column);
  [[nodiscard]] std::optional<PlaceKind> place_kind(Column column);
  /// A word of the column's dictionary as its code: labour_status, education, degurba.
  [[nodiscard]] Code word(Column column);
  [[nodiscard]] Code interned(Column column, Interner& words);
  /// The same for a column that has a few texts again and again.
  [[nodiscard]] Code repeated(Column column, Interner& words);
  /// One of the first `declared` words, which stand in the definition.
  [[nodiscard]] Code reference(Column column, const Interner& words, std::size_t declared);

  /// `arguments` after the header of the column.
  void report(Kind kind, Column column, std::vector<std::string> arguments = {});
  void report_row(Kind kind, std::vector<std::string> arguments = {});
  void report_unknown_code(Column column, std::string_view seen,
                           const std::vector<std::string_view>& known);

 private:
  using Replacements = std::vector<std::pair<std::string, std::string>>;

  /// What is known of a column, and what it had last.
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
  /// What `find` makes of the text of the column, a code above 0 where it finds one.
  template <typename Find>
  [[nodiscard]] Code remembered(Column column, std::string_view seen, const Find& find);
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
  bool ok_ = true;
};

}  // namespace euproj
