#pragma once
// Explanation: each unit of an indicator on one day: counted or not, since when, why, which rows.
//
// What is counted comes from the computation of the report itself (for_each_unit); the reasons are
// found by asking the conditions once more, one key after another in the order of SPEC 4.3, and a
// property test holds the two together. A reason is data; its words are the report's.

#include <cstdint>
#include <optional>
#include <variant>
#include <vector>

#include "euproj/calc/counting.hpp"

namespace euproj {

enum class Because : std::uint8_t {
#define EUPROJ_REASON(name, group) name,
#include "euproj/calc/reasons.def"
#undef EUPROJ_REASON
};

struct FormWords {
  std::vector<Code> codes;
};
struct OutcomeWords {
  std::vector<Code> codes;
};
struct AttributeWords {
  Attribute attribute{};
  std::vector<Code> codes;
};
struct DayCount {
  std::int64_t days = 0;
};
struct Who {
  PersonIndex person = no_person;
};
using Argument = std::variant<Date, std::int64_t, Quantity, AgeRange, Answer, Attribute, FormWords,
                              OutcomeWords, AttributeWords, std::vector<PlaceKind>, DayCount, Who>;

/// Arguments in the order that reasons.def lists; parts are said after them.
struct Reason {
  Because because{};
  std::vector<Argument> arguments;
  std::vector<Reason> parts;
};

struct ExplainedUnit {
  Unit unit;
  bool counted = false;
  Date since;  // unknown when it is not counted
  Reason reason;
  std::vector<Origin> rows;  // each row that was looked at, once
};

struct Explanation {
  std::size_t indicator = 0;  // position in Project::indicators
  Date day;
  std::optional<Quantity> value;     // cumulative; none: a ratio over 0
  std::vector<ExplainedUnit> units;  // in file order; none of a ratio
  Quantity numerator;                // of a ratio: the values of its parts
  Quantity denominator;
};

[[nodiscard]] Explanation compute_explanation(const Dossier& dossier, std::size_t position,
                                              Date day);

/// The units of an explanation in which a person takes part: the person, their participations,
/// household, sessions and rows. Nothing of what counts no persons.
[[nodiscard]] std::vector<ExplainedUnit> compute_units_of(const Dossier& dossier,
                                                          const Explanation& explanation,
                                                          PersonIndex person);

}  // namespace euproj
