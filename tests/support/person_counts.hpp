#pragma once
// PersonCounts: every count of persons of a report by a name, as an attacker would copy them.

#include <map>
#include <optional>
#include <string>

#include "euproj/report/figures.hpp"

namespace euproj::testing {

/// None: hidden. A count that is not in the map is 0.
using PersonCounts = std::map<std::string, std::optional<std::int64_t>>;

inline void add_value(PersonCounts& counts, const std::string& name, const Value& value) {
  const auto add = [&](const char* part, const std::optional<Quantity>& number, bool hidden) {
    if (number) counts[name + part] = number->whole_part();
    if (hidden) counts[name + part] = std::nullopt;
  };
  add(".T", value.total, value.suppressed.total);
  add(".W", value.women, value.suppressed.women);
  add(".M", value.men, value.suppressed.men);
}

inline PersonCounts person_counts(const Figures& figures) {
  PersonCounts counts;
  const PeopleFigures& people = figures.participants;
  counts["people.T"] = people.total;
  counts["people.W"] = people.women;
  counts["people.M"] = people.men;
  counts["people.active"] = people.active;
  counts["people.exited"] = people.exited;
  for (const BreakdownFigures& breakdown : figures.breakdowns) {
    const std::string table = "by" + std::to_string(static_cast<int>(breakdown.of)) + ".";
    for (const BreakdownRow& row : breakdown.rows) {
      add_value(counts, table + row.key + ".period", row.period);
      add_value(counts, table + row.key + ".cumulative", row.cumulative);
    }
  }
  add_value(counts, "all.supported", people.supported);
  for (const SupportFigures& form : figures.support) {
    add_value(counts, "form." + form.id + ".supported", form.persons_supported);
    add_value(counts, "form." + form.id + ".period", form.persons_period);
    add_value(counts, "form." + form.id + ".cumulative", form.persons_cumulative);
  }
  for (const IndicatorFigures& indicator : figures.indicators) {
    if (indicator.count != Count::persons && indicator.count != Count::entries) continue;
    const bool supported = indicator.when == Indicator::When::supported;
    add_value(counts, "indicator." + indicator.id + (supported ? ".supported" : ".period"),
              indicator.period);
    add_value(counts, "indicator." + indicator.id + ".cumulative", indicator.cumulative);
  }
  for (std::size_t row = 0; row < figures.overlap.persons.size(); ++row) {
    for (std::size_t column = 0; column < figures.overlap.persons.size(); ++column) {
      counts["overlap." + std::to_string(row) + "." + std::to_string(column)] =
          figures.overlap.persons[row][column];
    }
  }
  for (const MonthFigures& month : figures.months) {
    counts["month." + month.first.iso()] = month.participants;
  }
  return counts;
}

}  // namespace euproj::testing
