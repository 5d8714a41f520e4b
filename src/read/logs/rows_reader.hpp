#pragma once
// RowsReader: the rows of a log, or of a part of it, as rows of the model.
//
// Rows about which there is nothing to say are read many at a time (RegularReader); of each other
// one read_row finds out what there is, and whom it names is remembered when it has errors.

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "read/csv/csv_scanner.hpp"
#include "read/csv/regular_rows.hpp"
#include "read/rows/attendance.hpp"
#include "read/rows/cells.hpp"
#include "read/rows/regular_reader.hpp"
#include "read/rows/table.hpp"

namespace euproj {

/// Where rows go: the tables of the project, or those of a part that is read beside others.
struct RowsTarget {
  Codes& codes;
  Logs& logs;
  Diagnostics& diagnostics;
};

class RowsReader {
 public:
  /// `translator` reads the rows where it is not null. All outlive the reader.
  /// `names` are those of the header, by cell.
  RowsReader(const Project& project, const LogFile& log, std::span<const std::string> names,
             RowCells& cells, RowTranslator* translator, const RowsTarget& target);

  /// Reads the rows that begin before `end`, a position in the scanner's text; how many they are.
  [[nodiscard]] std::uint64_t read(CsvScanner& scanner, std::size_t end);
  /// What these rows leave to be settled when all of the file are read.
  [[nodiscard]] TableRest take_rest() { return std::exchange(rest_, {}); }
  /// Once the last row of the file is read: adds what was left out to `skipped`, reads the rows
  /// that waited for it, and reports what is told once for the file. How many rows were read.
  [[nodiscard]] std::uint64_t finish(CsvScanner& scanner, TableRest rest,
                                     std::vector<Skipped>& skipped);
  [[nodiscard]] std::uint64_t finish(CsvScanner& scanner, std::vector<Skipped>& skipped) {
    return finish(scanner, take_rest(), skipped);
  }

 private:
  /// Reads regular rows, and those among them that are not; how many they are, nothing when there
  /// is none.
  [[nodiscard]] std::optional<std::uint64_t> read_regular(CsvScanner& scanner, std::size_t end);
  /// `begin`: where it is the next row of its text.
  [[nodiscard]] bool read_row(const CsvRow& row, const TableRest::RowAt& begin);
  [[nodiscard]] bool read_whole_row(const CsvRow& row);
  /// The row with as many cells as the header, where the table says what is missing or too much;
  /// `is_fitted` is false where that would be a guess.
  [[nodiscard]] CsvRow fitted(const CsvRow& row, bool& is_fitted);
  /// A total, or a row that may stand below the last one: such rows are none of the log.
  [[nodiscard]] bool is_beside_table(const CsvRow& row, const TableRest::RowAt& begin);
  [[nodiscard]] bool lacks_needed(const CsvRow& row);
  /// Whether a row that begins as a total would be counted.
  [[nodiscard]] bool would_count(const CsvRow& row) const;
  void reject_totals(std::size_t count);
  void note_unnamed(std::uint32_t line, std::size_t cell);
  void note_unnamed(const CsvRow& row);
  void remember_left_out(const CsvRow& row);
  void set_unread();

  const Project& project_;
  const LogFile& log_;
  const std::size_t width_;
  const bool has_totals_;  // a row of this log may be counted though it is a total
  bool is_finishing_ = false;
  std::vector<std::size_t> unnamed_;  // cells without a name in which nothing was met, from 0
  std::vector<CsvCell> cells_of_row_;
  TableRest rest_;
  RowCells& cells_;
  RowTranslator* const translator_;
  RowsTarget target_;
  const RowContext context_;
  RegularRows regular_rows_;
  RegularCells regular_cells_;
  const std::unique_ptr<RegularReader> regular_reader_;  // null: all rows are read one by one
};

}  // namespace euproj
