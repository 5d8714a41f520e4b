#pragma once
// read_logs: the CSV logs that a definition names, in one streaming pass each
// (schemas/README.md#the-logs), by as many threads as there are.
//
// Encoding, delimiter and decimal sign are declared or detected per file from the header and a
// sample, never per row. A cell that cannot be read costs its row and gives a finding with file,
// line, column, what was seen (never of a personal column), the rule and what to do.

#include <string>

#include "euproj/base/files.hpp"
#include "euproj/core/limits.hpp"
#include "euproj/model/dossier.hpp"
#include "euproj/words/diagnostics.hpp"

namespace euproj {

/// Whether `data` may name files outside the project's folder, by `..`, by an absolute path or by
/// a link. The definition may come from a stranger, so only the user's own word allows it.
enum class Outside { refused, allowed };

/// How logs are read. What is read depends on max_text_bytes alone.
struct ReadOptions {
  std::size_t threads = 1;
  std::size_t block_bytes = std::size_t{1}
                            << 20;  // of a log, which one thread reads at a time; from 1
  /// Bytes of a log: one that is UTF-8 so far is read as such while the rest is validated. When
  /// that is not UTF-8, the file is read again, in the encoding that all of it shows: nearly always
  /// it shows at once.
  std::size_t utf8_sample = std::size_t{1} << 22;
  std::size_t max_text_bytes = limits::distinct_text_bytes;  // the files beyond are a finding
};

/// `folder` is the definition's folder as it is opened ("" or ending in '/'). Fills logs and codes.
void read_logs(const Project& project, const std::string& folder, Outside outside,
               const Files& files, SourceSet& sources, Codes& codes, Logs& logs,
               Diagnostics& diagnostics, const ReadOptions& options = {});

}  // namespace euproj
