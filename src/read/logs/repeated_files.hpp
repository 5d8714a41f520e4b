#pragma once
// RepeatedFiles: a list that was saved twice, whatever its bytes (src/read/README.md#twice).

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

#include "euproj/model/logs.hpp"

namespace euproj {

/// The number of rows of each log, in the order of LogKind.
using RowCounts = std::array<std::size_t, log_kind_count>;
[[nodiscard]] RowCounts count_rows(const Logs& logs);

/// Compares what each file added to the rows of its log with what the files before it added. Two
/// that say the same row for row, in any order, are one list; a file without rows repeats nothing.
/// Only files of equally many rows are looked at, so sound inputs cost nothing.
class RepeatedFiles {
 public:
  /// Of the file whose rows stand from `before` on: the earlier one that it repeats. Where there is
  /// one, its rows should be cut off; else they are remembered.
  [[nodiscard]] std::optional<FileId> find(const Logs& logs, const Codes& codes, LogKind kind,
                                           FileId file, const RowCounts& before);

 private:
  struct Rows {
    LogKind kind{};
    FileId file = no_file;
    std::size_t first = 0;
    std::size_t count = 0;
    std::optional<std::array<std::uint64_t, 2>> sum;  // once it was needed
  };

  std::vector<Rows> files_;
};

}  // namespace euproj
