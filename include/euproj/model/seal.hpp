#pragma once
// Seal: what a closed period was, as `euproj seal` wrote it (src/app/audit/README.md#seal).
//
// A seal has no PESEL, no name, no birth date and no column that is marked personal.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "euproj/base/lazy_rows.hpp"
#include "euproj/base/source.hpp"
#include "euproj/core/date.hpp"
#include "euproj/core/money.hpp"
#include "euproj/core/pesel.hpp"
#include "euproj/core/quantity.hpp"

namespace euproj {

/// A figure of a report by its stable name, "indicators.P1.cumulative.women": the path of the JSON
/// report, elements of lists by what identifies them. Its value is text as JSON has it: "30",
/// "1042.50", "true". A figure that is null has no entry.
struct NamedFigure {
  std::string name;
  std::string value;

  friend bool operator==(const NamedFigure&, const NamedFigure&) = default;
};

/// A person, household, session, place, entity or row that an indicator counts.
struct SealedUnit {
  std::string key;
  Date since;  // unknown: as long as the project
  std::string at;
  Sex sex = Sex::unknown;
  Quantity amount;
  std::uint64_t row = 0;  // of a unit without an id: the hash of its row, as in RowMark; else 0
};

/// Of a seal that is made they are found when they are written: there may be millions.
using SealedUnits = LazyRows<SealedUnit>;

/// A row of expenditure.
struct SealedDocument {
  std::string number;
  std::string issuer;  // folded; may be empty
  std::string task;
  std::string category;  // may be empty
  Date paid;
  Money eligible;
  std::string at;
};

struct SealedEvidence {
  struct Indicator {
    std::string id;
    SealedUnits units;
  };
  struct Claim {
    std::string id;  // empty: documents of no claim, paid by the last day
    std::vector<SealedDocument> documents;
  };
  std::vector<Indicator> indicators;
  SealedUnits participants;  // whose start lies on the last day or before
  std::vector<Claim> claims;
};

/// A row of an input as it was read: its line, and the first eight bytes of the SHA-256 of its
/// open cells.
struct RowMark {
  std::uint64_t hash = 0;
  std::uint32_t line = 0;
  Date day = {};  // of what the row says; not in the file: unknown of what was sealed
};

struct SealedInput {
  std::string path;
  std::string sheet;  // of a spreadsheet
  std::uint64_t bytes = 0;
  std::uint64_t rows = 0;
  std::string sha256;       // of the file
  std::string rows_sha256;  // of the rows as read, in order; empty: of the definition
  std::vector<RowMark> marks;
};

/// The seal before it of the same kind: the chain.
struct PreviousSeal {
  std::string file;
  std::string sha256;
};

/// What `--replace` put aside.
struct ReplacedSeal {
  std::string file;
  std::string sha256;
  std::string reason;
};

struct Seal {
  std::string file;    // as found, relative to the project's folder
  std::string sha256;  // of the file
  FileId source = no_file;
  std::string project;
  std::optional<std::string> claim;  // id; none: of a period
  Period period;
  std::optional<Date> as_of;  // of a claim: the day that its documents were known on
  std::string version;
  std::vector<std::string> options;
  SealedInput definition;
  std::string definition_text;
  std::vector<SealedInput> inputs;
  std::vector<NamedFigure> figures;
  SealedEvidence evidence;
  std::optional<PreviousSeal> previous;
  std::optional<ReplacedSeal> replaces;

  /// "2026-09", "claim-3": its part of the file's name.
  std::string part;
};

}  // namespace euproj
