#pragma once
// Units: what an indicator counts, each with the days on which it counts.
//
// Everything is a set of days (core/day_spans.hpp) computed from what was known on each day, so the
// value of any period, every month of a chart and the "since" of an explanation are one
// computation. Rules: src/calc/README.md#counting.

#include <functional>
#include <vector>

#include "euproj/core/day_spans.hpp"
#include "euproj/model/dossier.hpp"

namespace euproj {

/// One thing an indicator may count: a person, a household, a session, a row, a place.
struct Unit {
  DaySpans counted;                // the days on which it counts; may be empty
  Quantity amount;                 // what it adds while it counts: 1, hours, capacity, ...
  Sex sex = Sex::unknown;          // of persons and participations
  PersonIndex person = no_person;  // of persons and participations
  std::uint32_t row = 0;           // of a participation, session, row, place, entity: its first row
  Code household = no_code;        // of households
};

using UnitVisitor = std::function<void(const Unit&)>;

/// Every unit of an indicator that is neither measured nor a ratio, counted or not: persons,
/// households, places and entities in file order, what support rows count in that of Logs::support.
/// Of a criterion the persons: those count who have reached it, and the value is no sum of them.
void for_each_unit(const Dossier& dossier, const Indicator& indicator, const UnitVisitor& visit);

/// Where a person stands in an effectiveness criterion (src/calc/README.md#criterion):
///
///      exit            an outcome      last day of the window
///   -----|----------------|----------------|------------------->  while this exit is known
///        [ open                            [ closed
///                         [ open_reached   [ reached
///
/// Who is still taking part has no window.
struct CriterionDays {
  DaySpans closed;
  DaySpans reached;
  DaySpans open;
  DaySpans open_reached;
};

using CriterionVisitor = std::function<void(PersonIndex, const std::vector<CriterionDays>&)>;

/// Calls `visit` for all persons with their days in the criterion, then in each of its groups.
void for_each_in_criterion(const Dossier& dossier, const Indicator& indicator,
                           const CriterionVisitor& visit);

using ContributionVisitor = std::function<void(PersonIndex, const DaySpans&)>;

/// Calls `visit(person, days)` for the participants by whom the indicator counts something, with
/// the days on which it does; of `entries` once for each entry, and perhaps with no day.
/// Headcounts, places, entities, measured values and ratios are no participant's; of a criterion
/// tells for_each_in_criterion.
void for_each_contribution(const Dossier& dossier, const Indicator& indicator,
                           const ContributionVisitor& visit);

/// Calls `visit` for the persons whom an indicator of `when: period` counts for the period.
void for_each_supported(const Dossier& dossier, const Indicator& indicator, Period period,
                        const std::function<void(PersonIndex)>& visit);

}  // namespace euproj
