#pragma once
// Catalogue: the common indicators of ESF and ESF+ as data, the same for every project.
//
// What an entry counts is written in the condition language of a definition
// (src/calc/README.md#where), so that a project that names it (`definition: EECO02`) is read as if
// it had written all of it itself.

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "euproj/model/indicator.hpp"

namespace euproj {

/// How sure something of an entry is.
struct Certainty {
  enum class Of : std::uint8_t { name, code, rule, status, window };
  Of of{};
  char mark = 'C';  // A: a law or the Commission was read; B: one other source; C: none
  LocalText by;     // the source
};

/// As the catalogue and JSON spell them, in the order of the enumeration.
inline constexpr std::array<std::string_view, 5> certainty_words = {"name", "code", "rule",
                                                                    "status", "window"};

struct CatalogueEntry {
  std::string code;  // EECO02; unique over both programmes
  LocalText programme;
  Indicator::Kind kind{};
  std::string unit;
  Count count{};      // persons; measured where a project's logs cannot give the value
  std::string where;  // as one line of YAML; empty: everyone, or measured
  std::string entities =
      {};            // the same of `count: entities`, where the project has that log; or empty
  LocalText reason;  // why it is measured; empty when it is counted
  LocalText name;
  LocalText derivation;
  LocalText source;
  std::vector<Certainty> certain;

  bool complete_records = false;  // counts persons whose records are complete, no others

  [[nodiscard]] bool is_counted() const { return count != Count::measured; }
};

}  // namespace euproj
