#pragma once
// Dossier: all that is known of one project: its definition, its logs, and who is in them.

#include <optional>

#include "euproj/model/logs.hpp"
#include "euproj/model/people.hpp"
#include "euproj/model/project.hpp"
#include "euproj/model/seal.hpp"

namespace euproj {

/// Which day findings about money are of (src/calc/README.md#known): they say what that day could
/// know.
struct FindingsDay {
  Date today;                 // unknown: there is no clock
  std::optional<Date> asked;  // of a report of an old day; none: whatever the logs have

  /// Whether something of this day is known.
  [[nodiscard]] bool knows(Date day) const { return !asked || day <= *asked; }
};

struct Dossier {
  Project project;
  Codes codes;
  Logs logs;
  People people;            // grouped once the logs are read
  LogFile definition;       // provenance of the definition itself
  std::vector<Seal> seals;  // by last day, those of one day by their file
  FindingsDay day;
};

}  // namespace euproj
