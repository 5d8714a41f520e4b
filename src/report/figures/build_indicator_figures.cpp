// Indicators: values of the period and cumulative, what share of the target is reached, and how many
// persons two of them have in common.

#include <utility>

#include "euproj/report/build_explained.hpp"
#include "report/figures/build_people_figures.hpp"

namespace euproj {
namespace {

Value shown(const SexedQuantity& quantity, bool sexes) {
  Value value;
  value.total = quantity.total;
  if (sexes) {
    value.women = quantity.women;
    value.men = quantity.men;
  }
  return value;
}

/// Cumulative / target x 100, half up, uncapped; none without a target or with target 0 (SPEC 4.5).
std::optional<Percent> achieved(const std::optional<Quantity>& value,
                                const std::optional<Quantity>& target) {
  if (!value || !target) return std::nullopt;
  return percent_of(value->scaled_units(), target->scaled_units());
}

/// A ratio's achievement uses the exact ratio, not its two decimals (SPEC 4.11):
/// (n / d x 100) / target x 100.
std::optional<Percent> achieved_ratio(Quantity numerator, Quantity denominator,
                                      const std::optional<Quantity>& target) {
  if (!target || target->is_zero() || denominator.is_zero()) return std::nullopt;
  const Int128 scale = Quantity::scale;
  const Int128 above =
      checked_multiply(static_cast<Int128>(numerator.scaled_units()) * 10'000 * 100, scale);
  const Int128 below = static_cast<Int128>(denominator.scaled_units()) * target->scaled_units();
  const bool negative = below < 0;
  return Percent{checked_narrow(
      divide(negative ? -above : above, negative ? -below : below, Rounding::half_up))};
}

bool asks_nothing(const Condition& where) {
  return !where.asks_about_person() && where.support.empty() && where.place_kind.empty() &&
         where.any.empty() && where.all.empty() && where.none.empty();
}

/// Whoever counts under a condition is no measure of all that take part.
std::optional<Goal> goal_of_participants(const Project& project) {
  for (const Indicator& indicator : project.indicators) {
    const std::optional<Quantity>& target = indicator.target.total;
    if (indicator.count != Count::persons || !asks_nothing(indicator.where)) continue;
    if (target && !target->is_zero()) return Goal{indicator.id, *target};
  }
  return std::nullopt;
}

void add_overlap(Overlap overlap, Figures& figures) {
  if (overlap.indicators.size() < 2) return;
  figures.overlap.indicators = std::move(overlap.indicators);
  for (const std::vector<std::int64_t>& row : overlap.persons) {
    figures.overlap.persons.emplace_back(row.begin(), row.end());
  }
}

}  // namespace

void add_indicators(const Dossier& dossier, PeopleCounts& counts, Figures& figures) {
  const auto& indicators = dossier.project.indicators;
  const std::vector<IndicatorSeries>& series = counts.indicators;
  add_overlap(std::move(counts.overlap), figures);
  for (std::size_t i = 0; i < indicators.size(); ++i) {
    const Indicator& indicator = indicators[i];
    IndicatorFigures row{indicator.id,       indicator.code,   indicator.name,
                         indicator.kind,     indicator.count,  indicator.unit,
                         indicator.baseline, indicator.target, {},
                         {},                 {},               {},
                         {}};
    if (indicator.count == Count::ratio) {
      const auto& above = series[indicator.numerator].values;
      const auto& below = series[indicator.denominator].values;
      const Quantity numerator = above.at(figures.period.last).total;
      const Quantity denominator = below.at(figures.period.last).total;
      row.cumulative.total = ratio_value(numerator, denominator);
      row.period.total = ratio_value(period_value(above, figures.period).total,
                                     period_value(below, figures.period).total);
      row.achieved = achieved_ratio(numerator, denominator, indicator.target.total);
    } else {
      row.cumulative = shown(series[i].values.at(figures.period.last), series[i].sexes);
      row.period = shown(period_value(series[i].values, figures.period), series[i].sexes);
      row.achieved = achieved(row.cumulative.total, indicator.target.total);
      row.achieved_women = achieved(row.cumulative.women, indicator.target.women);
      row.achieved_men = achieved(row.cumulative.men, indicator.target.men);
    }
    row.rule = build_rule_text(dossier, indicator);
    figures.indicators.push_back(std::move(row));
  }
  figures.participants_goal = goal_of_participants(dossier.project);
}

}  // namespace euproj
