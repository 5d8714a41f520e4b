#pragma once
// read_blocks: the rows of a log, its text shared out among threads in blocks.
//
// The result is that of reading the text from its beginning to its end, whatever the blocks: a
// block is taken to begin at the first line in it, and is read again from the right place when the
// rows before it end elsewhere, as after a quoted line feed. Codes are those of the first
// appearance, findings those of the file's order.
//
//   text      row row row "a line\nfeed" row row row row ...
//   blocks    |---- 0 ----|---- 1 ----|---- 2 ----|     cut at the line feed after block_bytes
//   threads   0: rows     1: begins within a quote  2: rows     each with an overlay of the codes
//   merge     0 is good; it stopped at its end, where 1 begins
//             1 did not begin where 0 stopped, or was cut: it is read again, from the right place
//             2 is good again when that ended where 2 begins; else it is read again too
//
// A round is four blocks for each thread; then words are merged, codes of rows exchanged, rows
// appended.

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string_view>

#include "euproj/read/read_logs.hpp"
#include "read/logs/rows_reader.hpp"

namespace euproj {

/// A log in our own form, its header read. All outlive the reading.
struct OwnLog {
  const Project& project;
  const DataFile& declared;
  const Header& header;
  char decimal;
  const LogFile& file;
};

/// What else is done with the text; positions are in it.
struct WhileReading {
  /// With what stands before the position, on any thread that waits for others.
  std::function<void(std::size_t)> while_waiting;
  /// All before the position is read; false when no more is to be.
  std::function<bool(std::size_t)> go_on;
};

/// Reads the rows behind the one where `scanner` of `text` stands; how many they are. What is left
/// out of them is added to `skipped`.
[[nodiscard]] std::uint64_t read_blocks(std::string_view text, const CsvScanner& scanner,
                                        const OwnLog& log, const ReadOptions& options,
                                        const RowsTarget& target, const WhileReading& meanwhile,
                                        std::vector<Skipped>& skipped);

}  // namespace euproj
