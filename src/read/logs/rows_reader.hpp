#pragma once
// RowsReader: the rows of a log, or of a part of it, as rows of the model.
//
// Rows about which there is nothing to say are read many at a time (RegularReader); of each other
// one read_row finds out what there is, and whom it names is remembered when it has errors.

#include <cstdint>
#include <memory>
#include <optional>

#include "read/central/rows.hpp"
#include "read/csv/csv_scanner.hpp"
#include "read/csv/regular_rows.hpp"
#include "read/rows/cells.hpp"
#include "read/rows/regular_reader.hpp"

namespace euproj {

/// Where rows go: the tables of the project, or those of a part that is read beside others.
struct RowsTarget {
  Codes& codes;
  Logs& logs;
  Diagnostics& diagnostics;
};

class RowsReader {
 public:
  /// `preset` reads the rows where it is not null. All outlive the reader.
  RowsReader(const Project& project, const LogFile& log, std::size_t width, RowCells& cells,
             PresetRows* preset, const RowsTarget& target);

  /// Reads the rows that begin before `end`, a position in the scanner's text; how many they are.
  [[nodiscard]] std::uint64_t read(CsvScanner& scanner, std::size_t end);

 private:
  /// Reads regular rows, and those among them that are not; how many they are, nothing when there
  /// is none.
  [[nodiscard]] std::optional<std::uint64_t> read_regular(CsvScanner& scanner, std::size_t end);
  [[nodiscard]] bool read_row(const CsvRow& row);
  void remember_left_out(const CsvRow& row);
  void set_unread();

  const Project& project_;
  const LogFile& log_;
  const std::size_t width_;
  RowCells& cells_;
  PresetRows* const preset_;
  RowsTarget target_;
  const RowContext context_;
  RegularRows regular_rows_;
  RegularCells regular_cells_;
  const std::unique_ptr<RegularReader> regular_reader_;  // null: all rows are read one by one
};

}  // namespace euproj
