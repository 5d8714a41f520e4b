#pragma once
// Where the table of a text lies, and what in the text is none of it (src/read/README.md#header).
//
//   1  sep=;                             names the delimiter: not a row
//   2  Rejestr dokumentów;;;             above the header: left out
//   3  Nr;Dzień;Zad.;Kwota               the header: the first of 30 lines with all needed names
//   4  S 1;2026-01-20;1;430.00           a row
//   5  Razem styczeń;;;430.00            a total: begins with the word, lacks what a row needs
//   6  S 2;2026-02-17;2;70.50
//   7  RAZEM;;;500.50                    the last total
//   8  sporządził: księgowy;;;           below it: at most two filled cells, and lacks it too
//
// All who read tables ask this: native logs, files of central systems, published lists, sheets.
// Who knows which names a header has is a HeaderNames; who knows what a row needs decides with
// is_total and filled_cells. Which total is the last one is known at the end of the text only:
// TableRest keeps what waits for that.

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "euproj/model/logs.hpp"
#include "read/csv/csv_scanner.hpp"

namespace euproj {

inline constexpr std::size_t below_total_cells = 2;  // filled at most, below the last total

/// What the header of a table is known by.
class HeaderNames {
 public:
  virtual ~HeaderNames() = default;
  /// How many cells of a row are names that are known.
  [[nodiscard]] virtual std::size_t count_known(const CsvRow& row) const = 0;
  /// Whether the row has all names that are needed.
  [[nodiscard]] virtual bool is_header(const CsvRow& row) const = 0;
  /// What to look for where none is.
  [[nodiscard]] virtual std::vector<std::string_view> expected_names() const = 0;
};

/// A first line `sep=;`, as spreadsheets write it.
struct SeparatorLine {
  char delimiter = ';';
  std::size_t end = 0;  // where the next line begins
};
[[nodiscard]] std::optional<SeparatorLine> separator_line(std::string_view text);

struct TableStart {
  std::size_t position = 0;  // where the header is the next row of the text
  std::uint32_t line = 0;    // of that position; 0: there is no row, or none on the declared line
  bool is_whole = false;     // it has all needed names
  std::size_t known = 0;     // names
  std::vector<Skipped> above;
};

/// The row on the declared line; where none is declared (0) the first row with all needed names,
/// where there is none, the first of those that have the most known names.
[[nodiscard]] TableStart find_header(std::string_view text, char delimiter,
                                     const HeaderNames& names, std::uint32_t declared_line);

/// Whether the row's first filled cell begins with a word of totals: Razem, Suma, Ogółem, Łącznie,
/// Total. `TOTAL/12/2026` and `Sumaryczny` do not.
[[nodiscard]] bool is_total(const CsvRow& row);
/// The first filled cell, from 0; the number of cells when none is.
[[nodiscard]] std::size_t first_filled(const CsvRow& row);
/// Counted up to `most`.
[[nodiscard]] std::size_t filled_cells(const CsvRow& row, std::size_t most);
/// The word itself, as it is written; empty when there is none.
[[nodiscard]] std::string_view word_of_total(std::string_view cell);
/// False only where word_of_total finds none: one look at each row of a long log.
[[nodiscard]] inline bool may_be_total(std::string_view cell) {
  if (cell.size() < 4) return false;
  const auto first = static_cast<unsigned char>(cell.front());
  if (first >= '0' && first <= '9') return false;   // a day, as most rows begin
  if (first >= 0x80 || first <= '\'') return true;  // a blank, a quote, Ł
  const unsigned second = static_cast<unsigned char>(cell[1]) | 0x20U;
  switch (first | 0x20U) {
    case 'r':
    case 'l':
      return second == 'a';
    case 's':
      return second == 'u';
    case 'o':
      return second == 'g';
    case 't':
      return second == 'o';
    default:
      return false;
  }
}

/// What a text, or a part of it, holds beside its rows.
struct TableRest {
  struct RowAt {
    std::size_t position = 0;      // where it is the next row of the text
    std::uint32_t begin_line = 0;  // of that position: blank lines may follow
    std::uint32_t line = 0;        // of the row
  };

  std::vector<Skipped> totals;
  std::vector<RowAt> bare;       // rows that may stand below the last total: see below_total_cells
  std::vector<Skipped> unnamed;  // of each column without a name the first filled cell

  /// What a later part holds, whose positions are counted from `begin`.
  void append(TableRest&& later, std::size_t begin);
  /// Once all is read: takes those below the last total off `bare`, and gives all that is left out.
  [[nodiscard]] std::vector<Skipped> settle();
};

}  // namespace euproj
