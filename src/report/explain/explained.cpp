#include "euproj/report/explained.hpp"

#include <algorithm>

#include "report/explain/explained_builder.hpp"
#include "report/explain/explained_costs.hpp"
#include "report/explain/person_story.hpp"
#include "report/figures/criterion_figures.hpp"

namespace euproj {
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
