#pragma once
// Simplified forms of costs: lump sums, paid for what was reached, and unit costs, paid for each
// unit of what was done (src/calc/README.md#lump-sums). And the rates of exchange that the
// thresholds of the regulations need.

#include <optional>
#include <string>
#include <vector>

#include "euproj/base/source.hpp"
#include "euproj/core/money.hpp"
#include "euproj/core/quantity.hpp"
#include "euproj/model/indicator.hpp"

namespace euproj {

struct Requirement {
  std::size_t indicator = 0;  // position in Project::indicators
  Quantity at_least;
  Place place;
};

/// What is paid where the last requirement is reached in part, and all others are.
struct LumpStep {
  Quantity at_least;
  Money amount;
};

struct LumpSum {
  std::string id;
  LocalText name;
  Code task = no_code;
  Money amount;  // zero: the version of the budget has no such lump sum
  std::vector<Requirement> requirements;
  std::vector<LumpStep> partial;  // by at_least
  bool in_flat_rate_base = false;
  Place place;

  [[nodiscard]] bool exists() const { return !amount.is_zero(); }
};

struct UnitRate {
  Date from;  // unknown: from the beginning
  Money amount;
  Place place;
};

/// What a unit cost counts.
enum class UnitOf : std::uint8_t { hours, sessions, persons, person_months, measured };
[[nodiscard]] std::string_view unit_of_word(UnitOf of);

/// What makes units of the logs. Two that are equal count the same units.
struct CountedUnit {
  UnitOf of{};
  Condition where;
  std::optional<Quantity> min_hours;  // of person_months: in the month
  std::optional<std::int64_t> min_sessions;
  std::size_t indicator = 0;  // of measured: position in Project::indicators
  std::optional<Quantity> per_person_max;
  Date first_day;  // of the first rate: units before it have none

  friend bool operator==(const CountedUnit&, const CountedUnit&) = default;
};

struct UnitCost {
  std::string id;
  LocalText name;
  Code task = no_code;
  Code category = no_code;      // no_code: the whole task
  std::vector<UnitRate> rates;  // by from; empty: the version of the budget has no such unit cost
  CountedUnit count;
  std::optional<Quantity> units_max;
  bool in_flat_rate_base = false;
  Place place;

  [[nodiscard]] bool exists() const { return !rates.empty(); }
  /// The rate of a unit of `day`; null: there is none yet.
  [[nodiscard]] const UnitRate* rate_on(Date day) const;
};

/// What one euro is, and who says so.
struct ExchangeRates {
  Quantity euro;
  std::string source;  // may be empty
  Place place;
};

}  // namespace euproj
