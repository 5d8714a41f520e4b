#pragma once
// read_logs: the CSV logs that a definition names, in one streaming pass each (SPEC 3), by as many
// threads as there are.
//
// Encoding, delimiter and decimal sign are declared or detected per file from the header and a
// sample, never per row. A cell that cannot be read costs its row and gives a finding with file,
// line, column, what was seen (never of a personal column), the rule and what to do.

#include <limits>
#include <string>

#include "euproj/words/diagnostics.hpp"
#include "euproj/base/files.hpp"
#include "euproj/model/dossier.hpp"

namespace euproj {

/// Whether `data` may name files outside the project's folder, by `..`, by an absolute path or by
/// a link. The definition may come from a stranger, so only the user's own word allows it.
enum class Outside { refused, allowed };

/// How the text of a log is shared out among threads; what is read does not depend on it.
struct Sharing {
  std::size_t threads = 1;
  std::size_t block_bytes = std::size_t{1} << 20;  // of which a thread reads one at a time; from 1
  /// Bytes of a log: one that is UTF-8 so far is read while the rest is looked through.
  std::size_t utf8_sample = std::numeric_limits<std::size_t>::max();
};

/// `folder` is the definition's folder as it is opened ("" or ending in '/'). Fills logs and codes.
/// False when behind its sample a log was not UTF-8, and all that was read is to be thrown away.
[[nodiscard]] bool read_logs(const Project& project, const std::string& folder, Outside outside,
                             const Files& files, SourceSet& sources, Codes& codes, Logs& logs,
                             Diagnostics& diagnostics, const Sharing& sharing = {});

/// Gives findings that point at a cell their byte column, by reading the rows once more; in a
/// spreadsheet the number of the cell.
void locate_cells(const Logs& logs, const Project& project, const Files& files,
                  const SourceSet& sources, Diagnostics& diagnostics);

}  // namespace euproj
