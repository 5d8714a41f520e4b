#pragma once
// Reason: why something counts or does not, as data; its words are the report's.

#include <cstdint>
#include <variant>
#include <vector>

#include "euproj/core/date.hpp"
#include "euproj/core/quantity.hpp"
#include "euproj/model/complete_records.hpp"
#include "euproj/model/indicator.hpp"
#include "euproj/model/people.hpp"

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
                              OutcomeWords, AttributeWords, std::vector<PlaceKind>,
                              std::vector<EntityKind>, std::vector<EntitySize>, DayCount, Who,
                              std::vector<Answer>, std::vector<RecordField>>;

/// Arguments in the order that reasons.def lists; parts are said after them.
struct Reason {
  Because because{};
  std::vector<Argument> arguments;
  std::vector<Reason> parts;
};

}  // namespace euproj
