#pragma once
// SheetText: the rows of one sheet as a CSV text, a line for each row, so that the line of a
// finding is the row that a person sees. Cells are joined by `;` and quoted where they need it.

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "read/sheet/archive.hpp"
#include "read/words/cell_mark.hpp"

namespace euproj {

/// How much of a sheet is read: all of it, or the rows among which its header is found.
enum class Extent { all, head };
inline constexpr std::size_t head_rows = limits::header_lines;

/// Rows that a filter or a person hides: they are read like the others.
struct HiddenRows {
  std::size_t count = 0;
  std::size_t first = 0;  // the row's number
};

class SheetText {
 public:
  /// `decimal`: the sign that numbers get.
  SheetText(std::string sheet, char decimal, Extent extent, const SheetLimits& limits);

  /// Rows and cells are counted from 1 and given in order. SpreadsheetFault beyond the limits;
  /// blank cells and rows at the ends count for nothing, programs write them by the thousand.
  void begin_row(std::size_t row, bool is_hidden = false);
  void add(std::size_t column, std::string_view text);
  void add_number(std::size_t column, std::string_view text);  // as of number_text
  void add_marked(std::size_t column, CellMark mark, std::string_view text = {});
  void end_row(std::size_t times = 1);
  /// All rows that are wanted are there.
  [[nodiscard]] bool has_all() const { return extent_ == Extent::head && row_ > head_rows; }
  /// Once all are.
  void finish() { settle_head(); }
  /// About how much there will be.
  void make_room(std::size_t bytes);

  [[nodiscard]] const std::string& sheet() const { return sheet_; }
  [[nodiscard]] const std::string& text() const { return text_; }
  [[nodiscard]] std::string take_text() { return std::move(text_); }
  [[nodiscard]] bool is_whole() const { return extent_ == Extent::all; }
  /// Of those with a cell that is not blank.
  [[nodiscard]] const HiddenRows& hidden_rows() const { return hidden_rows_; }
  /// Its first rows alone.
  [[nodiscard]] SheetText head() const;

 private:
  /// A row that is not as wide as the table yet.
  struct Unsettled {
    std::size_t end;  // of its cells in the text
    std::size_t cells;
  };

  void put(std::size_t column, std::string_view text);
  [[nodiscard]] bool is_beyond(std::size_t column) const;
  void begin_cell(std::size_t column, std::size_t bytes);
  void settle_head();
  void expect_room() const;

  std::string sheet_;
  char decimal_;
  Extent extent_;
  SheetLimits limits_;
  std::size_t row_ = 0;
  std::size_t row_begin_ = 0;  // of its cells in the text
  std::size_t cells_ = 0;      // of the row, up to the last that is not blank
  std::size_t lines_ = 0;      // ended
  bool is_hidden_ = false;     // the row
  HiddenRows hidden_rows_;
  std::string number_;  // of add_number

  std::vector<Unsettled> head_;  // rows and blank lines
  std::size_t width_ = 0;        // of the table, once its head is settled: that of its widest row
  std::string text_;
};

}  // namespace euproj
