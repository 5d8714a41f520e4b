#pragma once
// RowsReader: the rows of a log, or of a part of it, as rows of the model.
//
// Looks up the persons of many rows at once, lets the log's row reader read each, and remembers whom
// rows with errors name.

#include <cstdint>

#include "read/cells.hpp"
#include "read/csv_scanner.hpp"
#include "read/preset_rows.hpp"
#include "read/row_batch.hpp"

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
  [[nodiscard]] bool read_row(const CsvRow& row, const LookedUp& person);
  void remember_left_out(const CsvRow& row);
  void set_unread();

  const Project& project_;
  const LogFile& log_;
  const std::size_t width_;
  const std::size_t person_cell_;  // 0: the log names no persons
  RowCells& cells_;
  PresetRows* const preset_;
  RowsTarget target_;
  RowBatch batch_;
};

}  // namespace euproj
