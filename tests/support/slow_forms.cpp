#include "support/slow_forms.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <string>

#include "support/slow_calendar.hpp"
#include "support/slow_rounding.hpp"

namespace euproj::testing {

SlowForms::SlowForms(const PlainLogs& logs) : logs_(logs), oracle_(logs) {}

std::vector<SlowForms::Unit> SlowForms::units(const SlowCost& cost, int day) const {
  std::vector<Unit> units;
  const PlainCondition& condition = where(cost.indicator);
  switch (cost.of) {
    case UnitOf::hours:
      for (const PlainSupport& row : logs_.support) {
        if (row.hours == 0 || oracle_.is_repeated(row) || !oracle_.finds(row, condition, day)) {
          continue;
        }
        units.push_back({row.date, row.hours, person_of(row)});
      }
      break;
    case UnitOf::sessions:
      add_sessions(cost.indicator, day, units);
      break;
    case UnitOf::persons:
      for (std::size_t person = 0; person < oracle_.person_count(); ++person) {
        if (oracle_.counts(person, condition, day)) {
          units.push_back({first_day(person, cost.indicator, day), slow_one, person});
        }
      }
      break;
    case UnitOf::person_months:
      for (std::size_t person = 0; person < oracle_.person_count(); ++person) {
        add_months(cost, person, day, units);
      }
      break;
    case UnitOf::measured:
      add_measured(cost.indicator, day, units);
      break;
  }
  std::stable_sort(units.begin(), units.end(),
                   [](const Unit& a, const Unit& b) { return a.of < b.of; });
  return units;
}

SlowTotals SlowForms::totals(const SlowCost& cost, int day) const {
  SlowTotals totals;
  if (cost.rates.empty()) return totals;
  std::map<std::size_t, std::int64_t> of_person;
  std::int64_t within = 0;
  Int128 exact = 0;
  Int128 exact_unpaid = 0;
  for (const Unit& unit : units(cost, day)) {
    std::int64_t rate = 0;
    for (const SlowRate& each : cost.rates) {
      if (each.from <= unit.of) rate = each.grosze;
    }
    if (rate == 0) {
      totals.unrated += unit.amount;
      continue;
    }
    std::int64_t left = unit.amount;
    if (cost.per_person_max != 0 && unit.person) {
      left = std::min(left, cost.per_person_max - of_person[*unit.person]);
      of_person[*unit.person] += left;
    }
    within += left;
    const std::int64_t paid_to_here =
        cost.units_max != 0 ? std::min(within, cost.units_max) : within;
    const std::int64_t paid = paid_to_here - totals.paid;
    totals.paid = paid_to_here;
    totals.unpaid += unit.amount - paid;
    exact += static_cast<Int128>(paid) * rate;
    exact_unpaid += static_cast<Int128>(unit.amount - paid) * rate;
  }
  const auto rounded = [](Int128 of) {
    return static_cast<std::int64_t>(slow_round(of, slow_one, Rounding::down));
  };
  totals.amount = rounded(exact);
  totals.unpaid_amount = rounded(exact_unpaid);
  return totals;
}

std::optional<SlowForms::Fraction> SlowForms::value(std::size_t indicator, int day) const {
  const PlainIndicator& its = logs_.indicators[indicator];
  if (its.count != Count::ratio) return Fraction{oracle_.value(indicator, day).total, slow_one};
  const Int128 above = oracle_.value(its.numerator, day).total;
  const Int128 below = oracle_.value(its.denominator, day).total;
  if (below == 0) return std::nullopt;
  return below > 0 ? Fraction{above * 100, below} : Fraction{-above * 100, -below};
}

std::int64_t SlowForms::sum(const SlowSum& sum, std::optional<int> declared, int day) const {
  if (sum.grosze == 0 || !declared || *declared > day) return 0;
  for (std::size_t i = 0; i < sum.requirements.size(); ++i) {
    const std::optional<Fraction> reached = value(sum.requirements[i].indicator, day);
    const auto reaches = [&](std::int64_t at_least) {
      return reached && reached->part * slow_one >= reached->whole * at_least;
    };
    if (reaches(sum.requirements[i].at_least)) continue;
    if (i + 1 < sum.requirements.size()) return 0;
    std::int64_t grosze = 0;
    for (const auto& [at_least, amount] : sum.steps) {
      if (reaches(at_least)) grosze = amount;
    }
    return grosze;
  }
  return sum.grosze;
}

std::optional<std::size_t> SlowForms::person_of(const PlainSupport& row) const {
  if (row.person_id.empty()) return std::nullopt;
  return oracle_.person_of(row);
}

int SlowForms::first_day(std::size_t person, std::size_t indicator, int day) const {
  std::optional<int> first;
  for (const PlainSupport& row : logs_.support) {
    if (person_of(row) != person || !oracle_.finds(row, where(indicator), day)) continue;
    if (!first || row.date < *first) first = row.date;
  }
  return first ? *first : *oracle_.start_of(person);
}

void SlowForms::add_sessions(std::size_t indicator, int day, std::vector<Unit>& units) const {
  std::map<std::string, std::vector<const PlainSupport*>> sessions;
  for (const PlainSupport& row : logs_.support) {
    if (!oracle_.finds(row, where(indicator), day)) continue;
    if (row.session.empty()) {
      units.push_back({row.date, slow_one, person_of(row)});
    } else {
      sessions[row.session].push_back(&row);
    }
  }
  for (const auto& [id, rows] : sessions) {
    Unit unit{rows.front()->date, slow_one, person_of(*rows.front())};
    for (const PlainSupport* row : rows) {
      unit.of = std::min(unit.of, row->date);
      if (person_of(*row) != person_of(*rows.front())) unit.person.reset();
    }
    units.push_back(unit);
  }
}

void SlowForms::add_months(const SlowCost& cost, std::size_t person, int day,
                           std::vector<Unit>& units) const {
  std::map<std::pair<int, int>, std::vector<const PlainSupport*>> months;
  for (const PlainSupport& row : logs_.support) {
    if (person_of(row) != person || !oracle_.finds(row, where(cost.indicator), day)) continue;
    const SlowDay& date = slow_days().at(static_cast<std::size_t>(row.date));
    months[{date.year, date.month}].push_back(&row);
  }
  for (const auto& [month, rows] : months) {
    for (int date = rows.front()->date - 31; date <= rows.front()->date + 31; ++date) {
      std::int64_t hours = 0;
      std::set<std::string> sessions;
      for (const PlainSupport* row : rows) {
        if (row->date > date) continue;
        if (!oracle_.is_repeated(*row)) hours += row->hours;
        sessions.insert(row->session.empty() ? "row " + std::to_string(sessions.size())
                                             : "id " + row->session);
      }
      if (sessions.empty() || hours < cost.min_hours ||
          static_cast<int>(sessions.size()) < cost.min_sessions) {
        continue;
      }
      units.push_back({date, slow_one, person});
      break;
    }
  }
}

void SlowForms::add_measured(std::size_t indicator, int day, std::vector<Unit>& units) const {
  std::vector<PlainMeasurement> rows;
  for (const PlainMeasurement& row : logs_.measurements) {
    if (row.indicator == indicator && row.date <= day) rows.push_back(row);
  }
  std::stable_sort(
      rows.begin(), rows.end(),
      [](const PlainMeasurement& a, const PlainMeasurement& b) { return a.date < b.date; });
  std::int64_t before = 0;
  for (const PlainMeasurement& row : rows) {
    const bool is_last = logs_.indicators[indicator].take == Indicator::Take::last;
    units.push_back({row.date, row.value - (is_last ? before : 0), {}});
    before = row.value;
  }
}

}  // namespace euproj::testing
