#pragma once
// PlainCells: the cells of many rows at a time, by column, as far as nothing is to be said about them.
//
// A cell that is blank where it may be, written as one that was understood lately, or in the usual form
// of its column is read here. Any other strikes its row, whole and without a word: RowCells reads
// that row instead, and says what it finds. So a value given here is the one RowCells would give.

#include <array>
#include <cstdint>
#include <span>
#include <string_view>

#include "read/csv/plain_rows.hpp"
#include "read/table/cells.hpp"

namespace euproj {

/// What a column says by row of PlainRows. Only PlainCells writes it: a column that the file does not have
/// is blank once and for all.
template <typename Value>
class ByRow {
 public:
  [[nodiscard]] const Value& operator[](std::size_t row) const { return values_[row]; }

 private:
  friend class PlainCells;
  std::array<Value, PlainRows::most> values_{};
};

class PlainCells {
 public:
  /// Remembers words and days together with `cells`, which outlive it.
  explicit PlainCells(RowCells& cells) : cells_(cells) {}

  /// `line` is that of the first row. The strange ones are struck.
  void begin(const PlainRows& rows, std::uint32_t line) {
    rows_ = &rows;
    line_ = line;
    struck_ = rows.strange();
  }
  [[nodiscard]] std::size_t size() const { return rows_->size(); }
  [[nodiscard]] bool is_struck(std::size_t row) const { return (struck_ >> row & 1) != 0; }
  void strike(std::size_t row) { struck_ |= std::uint64_t{1} << row; }
  void strike_if(bool is_struck, std::size_t row) {
    struck_ |= static_cast<std::uint64_t>(is_struck) << row;
  }
  void strike_all() { struck_ = ~std::uint64_t{0}; }
  [[nodiscard]] Origin origin(std::size_t row) const {
    return {line_ + static_cast<std::uint32_t>(row), cells_.file()};
  }

  // Each reads a column, always the same one into the same values; a blank is an unknown day, no code,
  // nothing.
  void read(Column column, ByRow<Date>& days);
  void read(Column column, ByRow<Quantity>& quantities);  // a blank is zero
  void read(Column column, ByRow<MaybeMoney>& amounts);
  void read(Column column, ByRow<Pesel>& numbers);  // a blank is number 0
  void read(Column column, ByRow<std::string_view>& texts);
  /// What `find` makes of a word: no_code when it knows none such.
  template <typename Find>
  void read_codes(Column column, ByRow<Code>& codes, const Find& find);
  /// As RowCells::repeated, of words that `words` has already.
  void read_repeated(Column column, ByRow<Code>& codes, const Interner& words);
  /// As RowCells::reference.
  void read_references(Column column, ByRow<Code>& codes, const Interner& words,
                       std::size_t declared);
  /// As RowCells::listed.
  void read_listed(Column column, ByRow<Code>& codes, const Interner& words, Listed of);
  /// The texts of a column, looked up in `words` and ready to be interned row by row.
  void look_up(Column column, ByRow<LookedUp>& texts, const Interner& words);
  /// Strikes the rows where the column is filled.
  void strike_filled(Column column);

 private:
  /// Calls `read(row, text, memory)` for each cell, `blank(row)` where it is empty.
  template <typename Read, typename Blank>
  void for_each(Column column, const Read& read, const Blank& blank);

  RowCells& cells_;
  const PlainRows* rows_ = nullptr;
  std::uint32_t line_ = 0;
  std::uint64_t struck_ = 0;  // a bit for each row
};

template <typename Read, typename Blank>
void PlainCells::for_each(Column column, const Read& read, const Blank& blank) {
  ColumnMemory& memory = cells_.memory_of(column);
  if (memory.cell == 0) return;  // what would be written is blank from the beginning
  if (memory.replacements != nullptr) return strike_all();
  for (std::size_t row = 0; row < size(); ++row) {
    const std::string_view text = rows_->text(row, memory.cell - 1);
    if (!text.empty()) {
      read(row, text, memory);
    } else {
      blank(row);
      strike_if(memory.is_needed, row);
    }
  }
}

template <typename Find>
void PlainCells::read_codes(Column column, ByRow<Code>& codes, const Find& find) {
  const auto read = [&](std::size_t row, std::string_view text, ColumnMemory& memory) {
    Code code = memory.words.find_readable(text);
    if (code == no_code) {
      code = find(text);
      if (code != no_code) memory.words.remember(text, code);
    }
    codes.values_[row] = code;
    strike_if(code == no_code, row);
  };
  for_each(column, read, [&](std::size_t row) { codes.values_[row] = no_code; });
}

}  // namespace euproj
