#pragma once
// LogForm: who gives the rows of a file: a log in our own columns, or a file of a central system.
//
// Decided once, by log_form(). Whoever finds a delimiter, reads a header or reads rows asks the
// form.

#include <memory>
#include <optional>
#include <string_view>
#include <vector>

#include "read/central/persons.hpp"
#include "read/logs/dialect.hpp"
#include "read/logs/log_blocks.hpp"
#include "read/rows/attendance.hpp"

namespace euproj {

/// Where the rows of a file go, and what is done meanwhile. All outlive the reading.
struct LogReading {
  const Project& project;
  const DataFile& declared;
  const ReadOptions& options;
  LogFile& log;
  RowsTarget target;
  PresetPersons& persons;  // of all files of central systems
  UnknownColumns& told;
  PersonNames& names;        // of the participants' logs
  const std::string& title;  // of the file, and of its sheet: what its sessions are told apart by
  WhileReading meanwhile;
};

class LogForm : public HeaderNames {
 public:
  /// Whether Logs::cut_to and Codes::cut_to forget all that was read of a file.
  [[nodiscard]] virtual bool can_be_forgotten() const = 0;
  /// The rows behind the header, the row at which `scanner` stands and where `layout` starts. False
  /// when there is something wrong with the header, which is reported: then no row is read.
  [[nodiscard]] virtual bool read(CsvScanner& scanner, const Layout& layout,
                                  const LogReading& reading) const = 0;
};

/// `declared` outlives the form.
[[nodiscard]] std::unique_ptr<LogForm> log_form(const DataFile& declared);

/// What an entry of `data` declares of its files. A file of a central system gives participants and
/// support together, under whichever log it is named; named under both it is read once, with the
/// columns and values of both entries. Nothing for the second of such entries, and under any other
/// log, which is reported.
[[nodiscard]] std::optional<DataFile> declared_by(const Project& project, std::size_t entry,
                                                  Diagnostics& diagnostics);

}  // namespace euproj
