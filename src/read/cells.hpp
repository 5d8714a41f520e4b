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

namespace euproj {

class RowCells {
 public:
  RowCells(const DataFile& declared, const Header& header, char decimal, FileId file,
           Diagnostics& diagnostics);

  void begin(const CsvRow& row);  // which must have as many cells as the header
  [[nodiscard]] bool ok() const { return ok_; }
  [[nodiscard]] Origin origin() const { return {row_->line, file_}; }
  [[nodiscard]] bool all_blank() const;

  [[nodiscard]] bool has(Column column) const { return !read(column).empty(); }

  // Each reads one cell once; a needed one that is blank is reported.
  [[nodiscard]] std::string_view text(Column column);
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
  /// One of the first `declared` words, which stand in the definition.
  [[nodiscard]] Code reference(Column column, const Interner& words, std::size_t declared);

  /// `arguments` after the header of the column.
  void report(Kind kind, Column column, std::vector<std::string> arguments = {});
  void report_row(Kind kind, std::vector<std::string> arguments = {});
  void report_unknown_code(Column column, std::string_view seen,
                           const std::vector<std::string_view>& known);

 private:
  using Replacements = std::vector<std::pair<std::string, std::string>>;

  /// Days follow one another in a log, and the same one is often written again.
  struct LastDate {
    std::array<char, 10> text{};
    Date date;
  };

  [[nodiscard]] std::string_view read(Column column) const;
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
  std::vector<const Replacements*> replacements_;  // by Column; null: none
  std::vector<LastDate> last_dates_;                // by Column
  const CsvRow* row_ = nullptr;
  bool ok_ = true;
};

}  // namespace euproj
