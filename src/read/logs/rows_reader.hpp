#pragma once
// RowsReader: the rows of a log, or of a part of it, as rows of the model.
//
// Rows about which there is nothing to say are read many at a time; of each other one the log's row
// reader finds out what there is, and whom it names is remembered when it has errors.

#include <cstdint>
#include <memory>
#include <optional>

#include "read/central/preset_rows.hpp"
#include "read/csv/csv_scanner.hpp"
#include "read/csv/plain_rows.hpp"
#include "read/logs/plain_readers.hpp"
#include "read/table/cells.hpp"

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
  /// Reads plain rows, and those among them; how many they are, nothing when the next row is not plain.
  [[nodiscard]] std::optional<std::uint64_t> read_plain(CsvScanner& scanner, std::size_t end);
  [[nodiscard]] bool read_row(const CsvRow& row);
  void remember_left_out(const CsvRow& row);
  void set_unread();

  const Project& project_;
  const LogFile& log_;
  const std::size_t width_;
  RowCells& cells_;
  PresetRows* const preset_;
  RowsTarget target_;
  PlainRows plain_rows_;
  PlainCells plain_cells_;
  const std::unique_ptr<PlainReader> plain_reader_;  // null: all rows are read one by one
};

}  // namespace euproj
