#include "euproj/report/explained.hpp"

#include <algorithm>

#include "euproj/calc/simplified_costs.hpp"
#include "euproj/report/criterion_figures.hpp"
#include "report/explain/explained_builder.hpp"
#include "report/explain/person_story.hpp"
#include "report/figures/rule_text.hpp"

namespace euproj {
namespace {

/// A session or a person by its name, all else by where it stands.
std::string key_of(const ExplainedBuilder& builder, const Dossier& dossier, UnitOf of,
                   const CostUnit& unit) {
  switch (of) {
    case UnitOf::hours:
      return builder.key(Count::hours, {{}, {}, {}, unit.person, unit.row});
    case UnitOf::sessions:
      return builder.key(Count::sessions, {{}, {}, {}, unit.person, unit.row});
    case UnitOf::persons:
    case UnitOf::person_months:
      return shown_person_id(dossier.codes, dossier.logs, dossier.people,
                             dossier.people.persons.at(unit.person));
    case UnitOf::measured:
      return builder.key(Count::measured, {{}, {}, {}, no_person, unit.row});
  }
  return {};
}

Origin origin_of(const Dossier& dossier, UnitOf of, const CostUnit& unit) {
  if (of == UnitOf::measured) return dossier.logs.measurements[unit.row].origin;
  const bool has_support =
      unit.person == no_person || dossier.people.persons[unit.person].support.count > 0;
  if (has_support) return dossier.logs.support[unit.row].origin;
  return attributes_of(dossier.logs, dossier.people.persons[unit.person]).origin;
}

}  // namespace

ExplainedLumpSum explained_lump_sum(const ExplainedBuilder& builder, const Dossier& dossier,
                                    const ExplainRequest& wish) {
  const Code code = *wish.lump_sum;
  const LumpSum& sum = dossier.project.budget.on(wish.day).lump_sums.at(code - 1);
  const PeopleCounts counts = compute_people_counts(dossier, {wish.day, wish.day});
  const SimplifiedCosts simplified(dossier, counts);
  ExplainedLumpSum made;
  made.id = sum.id;
  made.name = sum.name.in(wish.language);
  made.defined = builder.place(sum.place);
  made.task = dossier.codes.tasks.text(sum.task);
  made.amount = sum.amount;
  made.eligible = simplified.of_lump_sum(code, wish.day);
  made.declared = simplified.declared(code, wish.day);
  for (const SettlementRow& row : dossier.logs.settlements) {
    if (row.lump_sum == code && declaration_day(dossier.project, dossier.codes, row) <= wish.day) {
      made.declared_at.push_back(builder.place(row.origin));
    }
  }
  for (const Requirement& required : sum.requirements) {
    const Indicator& indicator = dossier.project.indicators.at(required.indicator);
    ExplainedRequirement its{
        indicator.id, indicator.count, required.at_least, simplified.value(required, wish.day), {}};
    if (its.value) {
      its.lacking = *its.value >= its.at_least ? Quantity() : its.at_least - *its.value;
    }
    made.requirements.push_back(std::move(its));
  }
  for (const LumpStep& step : sum.partial) made.steps.emplace_back(step.at_least, step.amount);
  return made;
}

ExplainedUnitCost explained_unit_cost(const ExplainedBuilder& builder, const Dossier& dossier,
                                      const ExplainRequest& wish) {
  const Code code = *wish.unit_cost;
  const UnitCost& cost = dossier.project.budget.on(wish.day).unit_costs.at(code - 1);
  ExplainedUnitCost made;
  made.id = cost.id;
  made.name = cost.name.in(wish.language);
  made.rule = build_rule_text(dossier, cost, wish.language);
  made.defined = builder.place(cost.place);
  made.task = dossier.codes.tasks.text(cost.task);
  const PeopleCounts counts = compute_people_counts(dossier, {wish.day, wish.day});
  const UnitTotals totals = SimplifiedCosts(dossier, counts).of_unit_cost(code, wish.day);
  made.units = totals.paid;
  made.eligible = totals.amount;
  made.unpaid_units = totals.unpaid;
  made.unpaid = totals.unpaid_amount;
  if (!cost.exists()) return made;
  for (const PaidUnit& unit : compute_paid_units(dossier, cost, wish.day)) {
    if (wish.person && unit.unit.person != *wish.person) continue;
    made.rows.push_back({key_of(builder, dossier, cost.count.of, unit.unit), unit.unit.of,
                         unit.unit.amount, unit.paid,
                         unit.rate ? std::optional(unit.rate->amount) : std::nullopt,
                         builder.place(origin_of(dossier, cost.count.of, unit.unit))});
  }
  return made;
}

namespace {

ExplainedIndicator explained_indicator(const ExplainedBuilder& builder, const Dossier& dossier,
                                       const ExplainRequest& wish) {
  const Explanation explanation = compute_explanation(dossier, *wish.indicator, wish.day);
  const Indicator& from = dossier.project.indicators.at(explanation.indicator);
  ExplainedIndicator made = builder.head(explanation.indicator, explanation.value);
  const auto add = [&](const std::vector<ExplainedUnit>& units) {
    for (const ExplainedUnit& unit : units) made.rows.push_back(builder.row(from.count, unit));
  };
  if (wish.person) {
    add(compute_units_of(dossier, explanation, *wish.person));
  } else {
    add(explanation.units);
  }
  const auto part = [&](std::size_t position, Quantity value) {
    const Indicator& indicator = dossier.project.indicators.at(position);
    return RatioPart{indicator.id, indicator.count, value};
  };
  if (from.criterion) made.criterion = build_criterion(from, explanation.criterion);
  if (from.count == Count::ratio) {
    made.numerator = part(from.numerator, explanation.numerator);
    made.denominator = part(from.denominator, explanation.denominator);
  }
  return made;
}

/// Several units of a person in one indicator as one: counted when any of them is.
ExplainedRow summed(std::vector<ExplainedRow> rows, const std::string& key) {
  const auto first =
      std::find_if(rows.begin(), rows.end(), [](const ExplainedRow& row) { return row.counted; });
  ExplainedRow sum = first == rows.end() ? rows.front() : *first;
  sum.key = key;
  sum.amount = Quantity();
  std::vector<std::string> at;
  for (const ExplainedRow& row : rows) {
    if (row.counted != sum.counted) continue;
    if (row.counted) sum.amount += row.amount;
    if (row.since < sum.since) sum.since = row.since;
    for (const std::string& place : row.at) {
      if (std::find(at.begin(), at.end(), place) == at.end()) at.push_back(place);
    }
  }
  sum.at = std::move(at);
  return sum;
}

}  // namespace

Explained build_explained(const Dossier& dossier, const SourceSet& sources,
                          const ExplainRequest& wish) {
  const ExplainedBuilder builder(dossier, sources, wish.language, wish.reveal);
  Explained made;
  made.project_id = dossier.project.id;
  const std::string& title = dossier.project.title.in(wish.language);
  made.title = title.empty() ? made.project_id : title;
  made.language = wish.language;
  made.day = wish.day;
  if (wish.indicator) made.indicator = explained_indicator(builder, dossier, wish);
  if (wish.lump_sum) made.lump_sum = explained_lump_sum(builder, dossier, wish);
  if (wish.unit_cost) made.unit_cost = explained_unit_cost(builder, dossier, wish);
  if (!wish.person) return made;

  PersonStory story = build_person_story(dossier, sources, wish);
  for (std::size_t i = 0; i < dossier.project.indicators.size(); ++i) {
    const Indicator& indicator = dossier.project.indicators[i];
    std::vector<ExplainedRow> rows;
    for (const ExplainedUnit& unit :
         compute_units_of(dossier, compute_explanation(dossier, i, wish.day), *wish.person)) {
      rows.push_back(builder.row(indicator.count, unit));
    }
    if (!rows.empty()) {
      story.indicators.emplace_back(indicator.id, summed(std::move(rows), story.key));
    }
  }
  made.person = std::move(story);
  return made;
}

}  // namespace euproj
