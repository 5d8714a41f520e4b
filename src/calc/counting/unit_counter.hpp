#pragma once
// UnitCounter: the units of unit costs, added person by person as the other counters are.

#include <map>
#include <tuple>
#include <unordered_map>
#include <utility>
#include <vector>

#include "calc/conditions/compiled_condition.hpp"
#include "euproj/calc/cost_units.hpp"
#include "euproj/calc/people_counts.hpp"
#include "euproj/core/series.hpp"

namespace euproj {

/// The rows of one session, whoever's they are.
struct SessionUnit {
  CostUnit unit;
  bool is_new = true;

  void add(const CostUnit& row) {
    if (is_new) {
      unit = row;
      is_new = false;
      return;
    }
    unit.known |= row.known;
    if (row.of < unit.of) std::tie(unit.of, unit.row) = std::pair(row.of, row.row);
    if (row.person != unit.person) unit.person = no_person;
  }
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
    std::unordered_map<Code, SessionUnit> sessions;
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
