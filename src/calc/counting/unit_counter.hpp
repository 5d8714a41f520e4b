#pragma once
// UnitCounter: the units of unit costs, added person by person as the other counters are.

#include <map>
#include <span>
#include <unordered_map>
#include <utility>
#include <vector>

#include "calc/conditions/compiled_condition.hpp"
#include "euproj/calc/cost_units.hpp"
#include "euproj/calc/people_counts.hpp"
#include "euproj/core/series.hpp"

namespace euproj {

/// The rows of one session, whoever's they are. A row that changes nothing on any day is not kept:
/// of rows that are known from their own day on, the earliest of a person says all.
class SessionRows {
 public:
  void add(const CostUnit& row);
  [[nodiscard]] std::span<const CostUnit> rows() const { return rows_; }

 private:
  std::vector<CostUnit> rows_;
};

class UnitCounter {
 public:
  explicit UnitCounter(const Project& project);

  void add(PersonView& person, PersonIndex index);  // `person` stands at `index`
  void add_non_participant(PersonView& nobody, const SupportFact& row, std::uint32_t at);
  void add(const UnitCounter& other);
  /// Nothing of measured values, which no person has. Used up.
  [[nodiscard]] std::vector<std::vector<UnitChange>> finished();

 private:
  struct Counted {
    CountedUnit count;
    CompiledCondition condition;
    Series<UnitAmounts> on_their_day;
    std::map<std::pair<Date, Date>, UnitAmounts> later;  // by known, of
    std::unordered_map<Code, SessionRows> sessions;
    std::vector<CostUnit> capped;  // sessions of one row, where a person's maximum waits for others

    void add(PersonView& person, PersonIndex index, std::vector<CostUnit>& room);
    void add_change(Date known, Date of, const UnitAmounts& units);
    void add_span(const CostUnit& unit, const UnitAmounts& units);
    /// Of one person, or of nobody.
    void add_units(std::vector<CostUnit>& units);
    void add_capped(const std::vector<CostUnit>& units);
    void add_sessions();
  };

  std::vector<Counted> counted_;
  std::vector<CostUnit> room_;
};

}  // namespace euproj
