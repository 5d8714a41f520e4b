#pragma once
// CostUnits: what a unit cost counts, each unit with the day whose rate it has and the days on
// which it is known (src/calc/README.md#lump-sums).
//
//   of             a unit is                         of which day
//   hours          hours of a support row            the row's
//   sessions       a session                         the first known row's
//   persons        a person who counts               the first known support row's, else the start
//   person_months  a month that reaches the least    the day on which it does
//   measured       what a measurement changes        the measurement's
//
// What a row of a later day changes, it changes from then on: a unit whose day or person changes
// with it is another unit from that day. Units stand in the order of their days. What a person has
// beyond the person's maximum is not paid; units before the first rate have none, and fill no
// maximum.

#include <cstdint>
#include <vector>

#include "euproj/core/day_spans.hpp"
#include "euproj/model/dossier.hpp"

namespace euproj {

struct CostUnit {
  Date of;
  Quantity amount;
  DaySpans known;                  // the days on which it counts
  PersonIndex person = no_person;  // no_person: of nobody, or of several
  std::uint32_t row = 0;           // its first row of Logs::support; of measured: of measurements
};

/// Units that a person's maximum leaves, and those beyond it.
struct UnitAmounts {
  Quantity within;
  Quantity above;

  UnitAmounts& operator+=(const UnitAmounts& other) {
    within += other.within;
    above += other.above;
    return *this;
  }
  friend bool operator==(const UnitAmounts&, const UnitAmounts&) = default;
};

/// Units of one day that are known from another day on, mostly the same; negative: no longer.
struct UnitChange {
  Date known;
  Date of;
  UnitAmounts units;
};

/// What the unit costs of all versions of the budget count: each way once.
[[nodiscard]] std::vector<CountedUnit> counted_units(const Project& project);

/// The units that are known on `day`, in the order of their days and then of the files.
[[nodiscard]] std::vector<CostUnit> compute_cost_units(const Dossier& dossier,
                                                       const CountedUnit& count, Date day);

}  // namespace euproj
