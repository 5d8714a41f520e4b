#pragma once
// Header: which cell of a row holds which column of a log.

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "euproj/model/columns.hpp"
#include "euproj/words/diagnostics.hpp"
#include "read/csv/csv_scanner.hpp"
#include "read/rows/table.hpp"

namespace euproj {

/// A column of a wide list: who was there on that day.
struct Meeting {
  std::size_t cell = 0;  // from 0
  Date day;
};

/// What a header of a wide list says of its day: `02.03` and `2` in a declared month, else a whole
/// date.
struct MeetingHeader {
  bool is_meeting = false;
  Date day;  // unknown: none of the declared month
};
/// `key`: as header_key has the header.
[[nodiscard]] MeetingHeader meeting_header(std::string_view key, const DataFile& declared);

/// The headers that name columns of one log: the names of schemas/README.md#the-logs, or those of
/// `columns:` instead; in a wide list only those that its rows have, and its meetings. Those that
/// `match:` compares are known and needed, too. Compared as header_key has them; one header may be
/// mapped to several columns.
class ColumnNames {
 public:
  explicit ColumnNames(const DataFile& declared);

  /// By the key of a header, or by its number from 0: `columns: {claim: 1}` of declared values
  /// names columns by their numbers from 1, where exports have no header worth quoting.
  [[nodiscard]] std::vector<Column> find(std::string_view key, std::size_t cell) const;
  [[nodiscard]] std::size_t count_known(const CsvRow& header) const;
  /// All columns that are needed, and all that are mapped.
  [[nodiscard]] bool are_all_in(const CsvRow& header) const;
  /// Listed under `ignore:`, and not mapped.
  [[nodiscard]] bool is_ignored(std::string_view key) const;
  /// Compared by `match:`.
  [[nodiscard]] bool is_matched(std::string_view key) const;

 private:
  struct Name {
    std::string key;
    Column column{};
    bool is_mapped = false;
    std::size_t number = 0;  // of the column, from 1; 0: it is found by its name
  };
  [[nodiscard]] static bool is_at(const Name& name, std::string_view key, std::size_t cell);

  const DataFile& declared_;
  std::vector<Name> names_;
  std::vector<std::string> ignored_;  // keys, perhaps with `*`
  std::vector<std::string> matched_;  // keys
};

/// Whether a text is what a pattern says, in which `*` stands for any text and `?` for one byte.
[[nodiscard]] bool matches_pattern(std::string_view text, std::string_view pattern);

/// Unknown columns that were told of: once for an entry of `data` and a name, in how many files it
/// may be.
using UnknownColumns = std::set<std::pair<std::size_t, std::string>>;

struct Header {
  std::vector<std::uint16_t> cells;  // by Column: 1-based, 0 when the file has no such column
  std::vector<std::string> names;    // by cell, as the file writes them; empty: it has no name

  std::vector<Meeting> meetings;     // of a wide list, in the order of the file
  std::vector<std::size_t> matched;  // cells that `match:` compares, from 0, in its order

  [[nodiscard]] std::size_t width() const { return names.size(); }
  [[nodiscard]] std::uint16_t cell(Column column) const {
    return cells[static_cast<std::size_t>(column)];
  }
  /// As the file writes it; the name of schemas/README.md#the-logs when the file has no such
  /// column.
  [[nodiscard]] std::string name(Column column) const;
};

/// Nothing when a needed column is missing, one stands twice or a mapping leads nowhere; every
/// fault is reported, and each unknown column, unless it is among `told` for the entry.
[[nodiscard]] std::optional<Header> read_header(const CsvRow& row, const DataFile& declared,
                                                FileId file, Diagnostics& diagnostics,
                                                std::size_t entry, UnknownColumns& told);

/// The kind of finding for a row that could not be scanned, and its arguments.
[[nodiscard]] Message message_of(CsvFault fault);

}  // namespace euproj
