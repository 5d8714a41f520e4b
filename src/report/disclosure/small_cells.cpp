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

/// Lists that name persons, what is missing to a target, what was declared beside what the logs
/// give, and how many rows the logs of persons have.
/// How many are left out for an incomplete record is a small count by nature; whether a limit is
/// kept says something of a suppressed value.
void suppress_beside_values(Figures& figures) {
  for (IndicatorFigures& indicator : figures.indicators) {
    indicator.in_log.reset();
    if (indicator.cumulative.suppressed.total) indicator.reached.reset();
  }
}

/// Lists that name persons, what is missing to a target, and how many rows the logs of persons
/// have.
void clear_lists(Figures& figures) {
  figures.exposure.clear();
  figures.losing_windows.clear();
  figures.declared.clear();
  if (figures.open_windows) figures.open_windows->clear();
  if (figures.gaps) figures.gaps->clear();
  figures.findings.clear();
  for (InputFigures& input : figures.inputs) {
    if (!input.of_persons) continue;
    input.bytes.reset();
    input.rows.reset();
    input.skipped.clear();  // a total stands below the last row
  }
}

/// A requirement shows its indicator's value, and units are sessions and hours of persons: they are
/// suppressed as those of a form may be, whatever they are.
void suppress_simplified(Figures& figures) {
  for (LumpSumFigures& sum : figures.lump_sums) {
    for (RequirementFigures& required : sum.requirements) {
      const auto its = std::find_if(
          figures.indicators.begin(), figures.indicators.end(),
          [&](const IndicatorFigures& indicator) { return indicator.id == required.indicator; });
      if (its == figures.indicators.end() || !its->cumulative.suppressed.total) continue;
      required.value.reset();
      required.suppressed = true;
    }
  }
  for (UnitCostFigures& cost : figures.unit_costs) {
    if (!cost.counts_persons) continue;
    cost.units_period.reset();
    cost.units.reset();
    cost.unpaid_units.reset();
  }
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
  suppress_simplified(figures);
  clear_lists(figures);
  figures.small_cells = threshold;
}

}  // namespace euproj
