#pragma once
// Partner counts: what an indicator counts of each partner (src/calc/README.md#partners).

#include <string>
#include <utility>

#include "sql/rules/script.hpp"

namespace euproj::sql {

/// Whether figures of partners are computed: the budget of the period's last day has some.
[[nodiscard]] bool has_partner_figures(const SqlProject& project);

/// One row for each unit (a person, a session, a row of a log ..) and partner of a day.
class PartnerRules {
 public:
  PartnerRules(Script& its_script, const SqlProject& project);

  /// What a unit is and what it adds: of the rows of a select, whose table of partners is `w`.
  struct Units {
    Value project;
    Value day;
    Value unit;
    Value partner;
    Value amount;
    Value women = cast(null(), Type::wide);
    Value men = cast(null(), Type::wide);
  };
  /// Appends what the rows count on the day before the period and on its last one.
  void add(const Indicator& indicator, Select rows, const Units& units);
  /// The same of persons supported in the period, on its last day.
  void add_supported(const Indicator& indicator, Select rows, const Units& units);
  /// Windows of a criterion: `rows` gives (closed, reached) of each person of a day (alias p).
  void add_criterion(const Indicator& indicator, Select rows, const Value& closed,
                     const Value& reached);

 private:
  [[nodiscard]] std::string ranked(const Indicator& indicator, Select rows, const Units& units);

  Script& script_;
  const SqlProject& project_;
  bool asked_;
};

/// Which partners a person, a support row or an entity is of; before indicators are counted.
void add_partner_days(Script& script);
void add_partner_figures(Script& script);

}  // namespace euproj::sql
