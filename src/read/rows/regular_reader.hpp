#pragma once
// RegularReader: the fast engine. Rows about which there is nothing to say, many at a time.
//
// It reads the columns of columns.def one after another into rows of the model, and asks the rules
// of row_rules.hpp. Each row that it does not reject is the one that read_row would give.

#include <cstdint>
#include <memory>
#include <string_view>

#include "read/csv/regular_rows.hpp"
#include "read/rows/cells.hpp"
#include "read/rows/row_reader.hpp"

namespace euproj {

/// The cells of many rows at a time, by column, as far as nothing is to be said about them.
///
/// A cell that is blank where it may be, written as one that was understood lately, or in the usual
/// form of its column is read here. Any other rejects its row, whole and without a word: RowCells
/// reads that row instead, and says what it finds. So a value given here is the one RowCells would
/// give.
class RegularCells {
 public:
  /// Remembers words and days together with `cells`, which outlive it.
  explicit RegularCells(RowCells& cells) : cells_(cells) {}

  /// `line` is that of the first row. The irregular ones are rejected.
  void begin(const RegularRows& rows, std::uint32_t line) {
    rows_ = &rows;
    line_ = line;
    rejected_ = rows.irregular();
  }
  [[nodiscard]] std::size_t size() const { return rows_->size(); }
  [[nodiscard]] bool is_rejected(std::size_t row) const { return (rejected_ >> row & 1) != 0; }
  void reject(std::size_t row) { rejected_ |= std::uint64_t{1} << row; }
  void reject_if(bool is_rejected, std::size_t row) {
    rejected_ |= static_cast<std::uint64_t>(is_rejected) << row;
  }
  [[nodiscard]] Origin origin(std::size_t row) const {
    return {line_ + static_cast<std::uint32_t>(row), cells_.file()};
  }
  [[nodiscard]] char decimal() const { return cells_.decimal(); }
  [[nodiscard]] DateForm date_form() const { return cells_.date_form(); }
  [[nodiscard]] bool has(Column column) const { return cells_.memory_of(column).cell != 0; }
  /// As it is written; empty when the file has no such column.
  [[nodiscard]] std::string_view text(std::size_t row, Column column) const {
    const std::size_t cell = cells_.memory_of(column).cell;
    return cell == 0 ? std::string_view() : rows_->text(row, cell - 1);
  }

  /// Calls `read(row, text, memory)` for each cell of a column that is not empty. An empty one that
  /// is needed rejects its row, and `values:` all rows: what is remembered of them is RowCells'
  /// business.
  template <typename Read>
  [[gnu::always_inline]] void for_each(Column column, const Read& read) {
    ColumnMemory& memory = cells_.memory_of(column);
    if (memory.cell == 0) return;
    if (memory.replacements != nullptr) {
      rejected_ = ~std::uint64_t{0};
      return;
    }
    for (std::size_t row = 0; row < size(); ++row) {
      const std::string_view text = rows_->text(row, memory.cell - 1);
      if (!text.empty()) {
        read(row, text, memory);
      } else {
        reject_if(memory.is_needed, row);
      }
    }
  }

 private:
  RowCells& cells_;
  const RegularRows* rows_ = nullptr;
  std::uint32_t line_ = 0;
  std::uint64_t rejected_ = 0;  // a bit for each row
};

class RegularReader {
 public:
  virtual ~RegularReader() = default;
  /// All columns of some rows, of which it rejects those about which there may be something to say.
  virtual void read(RegularCells& cells) = 0;
  /// Appends the rows from `first` to before `end`, none of them rejected. Rows come in order, so
  /// that words get their codes in order.
  virtual void push(std::size_t first, std::size_t end) = 0;
};

/// Null for a log that is only read row by row. All outlive the reader.
[[nodiscard]] std::unique_ptr<RegularReader> regular_reader(LogKind log, const RowContext& context,
                                                            Logs& logs);

}  // namespace euproj
