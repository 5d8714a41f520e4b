#include "euproj/report/small_cells.hpp"

#include <algorithm>

#include "report/disclosure/person_cells.hpp"

namespace euproj {
namespace {

bool is_small(Quantity value, std::int64_t threshold) {
  const Quantity limit = Quantity::whole(threshold);
  return !value.is_zero() && value < limit && Quantity() - value < limit;
}

/// Small itself, or in the period, or before it.
bool is_small(const std::optional<Quantity>& period, const std::optional<Quantity>& cumulative,
              std::int64_t threshold) {
  if (!period || !cumulative) return false;
  return is_small(*period, threshold) || is_small(*cumulative, threshold) ||
         is_small(*cumulative - *period, threshold);
}

bool is_small(const IndicatorFigures& indicator, std::int64_t threshold) {
  const Value& period = indicator.period;
  const Value& cumulative = indicator.cumulative;
  return is_small(period.total, cumulative.total, threshold) ||
         is_small(period.women, cumulative.women, threshold) ||
         is_small(period.men, cumulative.men, threshold);
}

/// People who are not participants: rows of numbers, of which one may stand in several figures. So
/// when one figure is small, all go.
void suppress_headcounts(std::int64_t threshold, Figures& figures) {
  const bool small =
      std::any_of(figures.support.begin(), figures.support.end(),
                  [&](const SupportFigures& form) {
                    return is_small(form.headcount_period, form.headcount_cumulative, threshold);
                  }) ||
      std::any_of(figures.indicators.begin(), figures.indicators.end(),
                  [&](const IndicatorFigures& indicator) {
                    return indicator.count == Count::headcount && is_small(indicator, threshold);
                  });
  if (!small) return;
  for (SupportFigures& form : figures.support) {
    form.headcount_period.reset();
    form.headcount_cumulative.reset();
  }
  for (IndicatorFigures& indicator : figures.indicators) {
    if (indicator.count == Count::headcount) suppress_value(indicator);
  }
}

/// What is measured may be persons, and nothing says so. Households can be fewer than their
/// persons; how persons share households is said by nothing else in the report.
void suppress_small_values(std::int64_t threshold, Figures& figures) {
  for (IndicatorFigures& indicator : figures.indicators) {
    const bool alone = indicator.count == Count::measured || indicator.count == Count::households;
    if (alone && is_small(indicator, threshold)) suppress_value(indicator);
  }
}

/// By partner only persons and entries are protected cell by cell, and entities are no persons.
void clear_partner_values(Figures& figures) {
  for (IndicatorFigures& indicator : figures.indicators) {
    const bool is_protected = indicator.count == Count::persons ||
                              indicator.count == Count::entries ||
                              indicator.count == Count::entities;
    if (is_protected) continue;
    indicator.by_partner.clear();
    indicator.shared.reset();
  }
}

/// A percentage of suppressed numbers gives them away.
void suppress_ratios(const Dossier& dossier, Figures& figures) {
  for (std::size_t i = 0; i < figures.indicators.size(); ++i) {
    IndicatorFigures& ratio = figures.indicators[i];
    if (ratio.count != Count::ratio) continue;
    const Indicator& defined = dossier.project.indicators[i];
    const IndicatorFigures& above = figures.indicators[defined.numerator];
    const IndicatorFigures& below = figures.indicators[defined.denominator];
    if (above.period.suppressed.total || below.period.suppressed.total) {
      ratio.period.suppressed.total = true;
      ratio.period.total.reset();
    }
    if (above.cumulative.suppressed.total || below.cumulative.suppressed.total) {
      ratio.cumulative.suppressed.total = true;
      ratio.cumulative.total.reset();
      ratio.achieved.reset();
    }
  }
}

/// How many are left out for an incomplete record is a small count by nature; whether a limit is
/// kept says something of a suppressed value.
void suppress_beside_values(Figures& figures) {
  for (IndicatorFigures& indicator : figures.indicators) {
    indicator.in_log.reset();
    if (indicator.cumulative.suppressed.total) indicator.reached.reset();
  }
}

/// Lists that name persons, what is missing to a target, what was declared beside what the logs
/// give, and how many rows the logs of persons have.
void clear_lists(Figures& figures) {
  figures.exposure.clear();
  figures.declared.clear();
  if (figures.open_windows) figures.open_windows->clear();
  figures.losing_windows.clear();
  if (figures.gaps) figures.gaps->clear();
  figures.findings.clear();
  if (figures.waived) figures.waived->clear();
  for (InputFigures& input : figures.inputs) {
    if (!input.of_persons) continue;
    input.bytes.reset();
    input.rows.reset();
    input.skipped.clear();  // a total stands below the last row
  }
}

/// Whether what is spent depends on whom and what the logs of people count. By the definition
/// alone, so that it says nothing of them. Places and entities are no persons.
bool depends_on_counts(const Project& project) {
  const auto counts_people = [&](const Requirement& required) {
    const Count count = project.indicators[required.indicator].count;
    return count != Count::places && count != Count::entities;
  };
  const auto depends = [&](const Budget& budget) {
    return std::any_of(budget.unit_costs.begin(), budget.unit_costs.end(),
                       [](const UnitCost& cost) { return cost.exists(); }) ||
           std::any_of(budget.lump_sums.begin(), budget.lump_sums.end(), [&](const LumpSum& sum) {
             return std::any_of(sum.requirements.begin(), sum.requirements.end(), counts_people);
           });
  };
  const std::vector<Budget>& versions = project.budget.all();
  return std::any_of(versions.begin(), versions.end(), depends);
}

/// An amount of a unit cost divided by its rate is a count, and a lump sum that is paid says that a
/// count has got where it must. Every sum that has such an amount in it gives it away again, less
/// its documents: costs, tasks, categories, sources, months, claims, advances. So none of them is
/// printed. What stays, the agreed and planned amounts, no person changes, which is the proof.
void suppress_costs(Figures& figures) {
  figures.costs_suppressed = true;
  for (SourceFigures& source : figures.sources) {
    source.period = source.cumulative = source.remaining = Money();
    source.used.reset();
  }
  figures.direct = figures.indirect = figures.eligible = MoneyFigures();
  figures.flat_rate.reset();
  figures.tasks.clear();
  figures.categories.clear();
  figures.limits.clear();
  figures.lump_sums.clear();
  figures.unit_costs.clear();
  figures.claims.clear();
  figures.advances.clear();
  figures.settlement.reset();
  figures.forecast.reset();
  figures.shifts.clear();
  figures.partners.clear();
  figures.documented.clear();
  figures.corrections.clear();
  figures.adjustments.clear();
  figures.claim.reset();
  figures.on_the_way.reset();
  for (MonthFigures& month : figures.months) month.eligible = month.eligible_cumulative = Money();
}

}  // namespace

void suppress_small_cells(const Dossier& dossier, std::int64_t threshold, Figures& figures) {
  PersonCells cells = build_person_cells(dossier, figures);
  const std::vector<bool> suppressed = choose_suppressed(std::move(cells.table), threshold);
  for (std::size_t i = 0; i < suppressed.size(); ++i) {
    if (suppressed[i]) cells.suppress[i]();
  }
  suppress_headcounts(threshold, figures);
  suppress_small_values(threshold, figures);
  suppress_ratios(dossier, figures);
  clear_partner_values(figures);
  suppress_beside_values(figures);
  if (depends_on_counts(dossier.project)) suppress_costs(figures);
  clear_lists(figures);
  figures.small_cells = threshold;
}

}  // namespace euproj
