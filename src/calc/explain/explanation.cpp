#include "euproj/calc/explanation.hpp"

#include <algorithm>

#include "calc/explain/unit_explainer.hpp"
#include "euproj/calc/people_counts.hpp"

namespace euproj {
namespace {

ExplainedUnit explained(Unit unit, UnitExplainer::Why why) {
  ExplainedUnit result;
  result.unit = std::move(unit);
  result.reason = std::move(why.first);
  result.rows = std::move(why.second);
  const auto key = [](const Origin& row) { return std::pair(row.file, row.line); };
  std::sort(result.rows.begin(), result.rows.end(),
            [&](const Origin& a, const Origin& b) { return key(a) < key(b); });
  result.rows.erase(std::unique(result.rows.begin(), result.rows.end(),
                                [&](const Origin& a, const Origin& b) { return key(a) == key(b); }),
                    result.rows.end());
  return result;
}

ExplainedUnit explained(Unit unit, Date day, UnitExplainer::Why why) {
  ExplainedUnit result = explained(std::move(unit), std::move(why));
  result.counted = result.unit.counted.contains(day);
  if (result.counted) result.since = result.unit.counted.since(day);
  return result;
}

/// By date and then by row, as they are counted: with `last` each replaces the one before it.
std::vector<ExplainedUnit> explain_measurements(const Dossier& dossier, std::size_t indicator,
                                                Date day) {
  const auto& rows = dossier.logs.measurements;
  std::vector<std::uint32_t> order;
  for (std::uint32_t at = 0; at < rows.size(); ++at) {
    if (rows[at].indicator == indicator) order.push_back(at);
  }
  std::stable_sort(order.begin(), order.end(),
                   [&](std::uint32_t a, std::uint32_t b) { return rows[a].date < rows[b].date; });
  const bool last = dossier.project.indicators[indicator].take == Indicator::Take::last;
  std::vector<ExplainedUnit> units;
  for (std::size_t i = 0; i < order.size(); ++i) {
    const MeasurementRow& row = rows[order[i]];
    const bool replaceable = last && i + 1 < order.size();
    const Date next = replaceable ? rows[order[i + 1]].date : Date::never();
    Unit unit;
    unit.counted = DaySpans::between(row.date, next);
    unit.amount = row.value.value_or(Quantity());
    unit.row = order[i];
    Reason reason{Because::measured, {row.date}, {}};
    if (row.date > day) reason = {Because::measured_later, {row.date, day}, {}};
    if (next <= day) reason = {Because::measured_again, {next}, {}};
    units.push_back(explained(std::move(unit), day, {reason, {row.origin}}));
  }
  return units;
}

/// What the units that count on the day add up to: the cumulative value (src/calc/README.md#day).
Quantity counted_amount(const std::vector<ExplainedUnit>& units) {
  Quantity sum;
  for (const ExplainedUnit& unit : units) {
    if (unit.counted) sum += unit.unit.amount;
  }
  return sum;
}

Quantity value_of(const Dossier& dossier, std::size_t position, Date day) {
  return compute_explanation(dossier, position, day).value.value_or(Quantity());
}

/// Of all persons, then of each group.
std::vector<CriterionCounts> criterion_on(const Dossier& dossier, const Indicator& indicator,
                                          Date day) {
  std::vector<CriterionCounts> counts(1 + indicator.criterion->groups.size());
  for_each_in_criterion(
      dossier, indicator, [&](PersonIndex, const std::vector<CriterionDays>& groups) {
        const auto is_in = [day](const DaySpans& days) { return days.contains(day) ? 1 : 0; };
        for (std::size_t i = 0; i < groups.size(); ++i) {
          counts[i] += {is_in(groups[i].closed), is_in(groups[i].reached), is_in(groups[i].open),
                        is_in(groups[i].open_reached)};
        }
      });
  return counts;
}

bool counts_support_rows(Count count) {
  return count == Count::sessions || count == Count::hours || count == Count::headcount;
}

bool concerns(const Dossier& dossier, Count count, const Unit& unit, PersonIndex person) {
  const auto is_of_person = [&](const SupportRow& row) {
    return row.person_id != no_code && dossier.people.find(row.person_id) == person;
  };
  switch (count) {
    case Count::persons:
    case Count::entries:
    case Count::criterion:
      return unit.person == person;
    case Count::households: {
      const Person& who = dossier.people.persons[person];
      return attributes_of(dossier.logs, who).household == unit.household;
    }
    case Count::hours:
      return is_of_person(dossier.logs.support[unit.row]);
    case Count::sessions: {
      const SupportRow& first = dossier.logs.support[unit.row];
      if (first.session == no_code) return is_of_person(first);
      const auto rows = dossier.people.support(dossier.people.persons[person]);
      return std::any_of(rows.begin(), rows.end(), [&](std::uint32_t at) {
        return dossier.logs.support[at].session == first.session;
      });
    }
    case Count::headcount:
    case Count::places:
    case Count::measured:
    case Count::ratio:
    case Count::entities:
      return false;
  }
  return false;
}

}  // namespace

Explanation compute_explanation(const Dossier& dossier, std::size_t position, Date day) {
  const Indicator& indicator = dossier.project.indicators.at(position);
  Explanation explanation;
  explanation.indicator = position;
  explanation.day = day;
  if (indicator.count == Count::ratio) {
    explanation.numerator = value_of(dossier, indicator.numerator, day);
    explanation.denominator = value_of(dossier, indicator.denominator, day);
    explanation.value = ratio_value(explanation.numerator, explanation.denominator);
    return explanation;
  }
  if (indicator.count == Count::measured) {
    explanation.units = explain_measurements(dossier, position, day);
  } else {
    const UnitExplainer explainer(dossier, indicator, day);
    for_each_unit(dossier, indicator, [&](const Unit& unit) {
      explanation.units.push_back(explained(unit, day, explainer.explain(unit)));
    });
    if (counts_support_rows(indicator.count)) {  // which stand by person; people read by file
      const auto& rows = dossier.logs.support;
      std::stable_sort(explanation.units.begin(), explanation.units.end(),
                       [&](const ExplainedUnit& a, const ExplainedUnit& b) {
                         return rows[a.unit.row].origin < rows[b.unit.row].origin;
                       });
    }
  }
  if (indicator.criterion) {
    explanation.criterion = criterion_on(dossier, indicator, day);
    explanation.value = criterion_value(explanation.criterion.front());
  } else {
    explanation.value = counted_amount(explanation.units);
  }
  return explanation;
}

CountedUnits::CountedUnits(const Dossier& dossier, std::size_t position, Date day) {
  const Indicator& indicator = dossier.project.indicators.at(position);
  const auto add = [&](const Unit& unit) {
    units_.push_back(
        {unit.amount, unit.counted.since(day), unit.person, unit.row, unit.household, unit.sex});
  };
  if (indicator.count == Count::measured) {
    measured_ = explain_measurements(dossier, position, day);
    std::erase_if(measured_, [](const ExplainedUnit& each) { return !each.counted; });
    for (const ExplainedUnit& each : measured_) add(each.unit);
    return;
  }
  explainer_ = std::make_unique<UnitExplainer>(dossier, indicator, day);
  if (indicator.criterion) criterion_ = criterion_on(dossier, indicator, day).front();
  for_each_unit(dossier, indicator, [&](const Unit& unit) {
    if (unit.counted.contains(day)) add(unit);
  });
  if (!counts_support_rows(indicator.count)) return;
  const auto& rows = dossier.logs.support;
  std::stable_sort(units_.begin(), units_.end(), [&](const Counted& a, const Counted& b) {
    return rows[a.row].origin < rows[b.row].origin;
  });
}

CountedUnits::~CountedUnits() = default;

std::optional<Quantity> CountedUnits::value() const {
  if (criterion_) return criterion_value(*criterion_);
  Quantity sum;
  for (const Counted& each : units_) sum += each.amount;
  return sum;
}

ExplainedUnit CountedUnits::operator[](std::size_t at) const {
  if (!measured_.empty()) return measured_.at(at);
  const Counted& counted = units_.at(at);
  const Unit unit{{}, counted.amount, counted.sex, counted.person, counted.row, counted.household};
  ExplainedUnit result = explained(unit, explainer_->explain(unit));
  result.counted = true;
  result.since = counted.since;
  return result;
}

std::vector<ExplainedUnit> compute_units_of(const Dossier& dossier, const Explanation& explanation,
                                            PersonIndex person) {
  const Count count = dossier.project.indicators.at(explanation.indicator).count;
  std::vector<ExplainedUnit> found;
  for (const ExplainedUnit& unit : explanation.units) {
    if (concerns(dossier, count, unit.unit, person)) found.push_back(unit);
  }
  return found;
}

}  // namespace euproj
