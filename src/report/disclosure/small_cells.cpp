#include "euproj/report/small_cells.hpp"

#include <algorithm>

#include "report/disclosure/person_cells.hpp"

namespace euproj {
namespace {

bool is_small(Quantity value, std::int64_t least) {
  const Quantity limit = Quantity::whole(least);
  return !value.is_zero() && value < limit && Quantity() - value < limit;
}

/// Small itself, or in the period, or before it.
bool is_small(const std::optional<Quantity>& period, const std::optional<Quantity>& cumulative,
              std::int64_t least) {
  if (!period || !cumulative) return false;
  return is_small(*period, least) || is_small(*cumulative, least) ||
         is_small(*cumulative - *period, least);
}

bool is_small(const IndicatorFigures& indicator, std::int64_t least) {
  const Value& period = indicator.period;
  const Value& cumulative = indicator.cumulative;
  return is_small(period.total, cumulative.total, least) ||
         is_small(period.women, cumulative.women, least) ||
         is_small(period.men, cumulative.men, least);
}

/// People who are not participants: rows of numbers, of which one may stand in several figures. So
/// when one figure is small, all go.
void hide_headcounts(std::int64_t least, Figures& figures) {
  const bool small =
      std::any_of(figures.support.begin(), figures.support.end(),
                  [&](const SupportFigures& form) {
                    return is_small(form.headcount_period, form.headcount_cumulative, least);
                  }) ||
      std::any_of(figures.indicators.begin(), figures.indicators.end(),
                  [&](const IndicatorFigures& indicator) {
                    return indicator.count == Count::headcount && is_small(indicator, least);
                  });
  if (!small) return;
  for (SupportFigures& form : figures.support) {
    form.headcount_period.reset();
    form.headcount_cumulative.reset();
  }
  for (IndicatorFigures& indicator : figures.indicators) {
    if (indicator.count == Count::headcount) hide_value(indicator);
  }
}

/// What is measured may be persons, and nothing says so. Households can be fewer than their
/// persons; how persons share households is told by nothing else in the report.
void hide_small_values(std::int64_t least, Figures& figures) {
  for (IndicatorFigures& indicator : figures.indicators) {
    const bool alone =
        indicator.count == Count::measured || indicator.count == Count::households;
    if (alone && is_small(indicator, least)) hide_value(indicator);
  }
}

/// A percentage of hidden numbers tells them.
void hide_ratios(const Dossier& dossier, Figures& figures) {
  for (std::size_t i = 0; i < figures.indicators.size(); ++i) {
    IndicatorFigures& ratio = figures.indicators[i];
    if (ratio.count != Count::ratio) continue;
    const Indicator& defined = dossier.project.indicators[i];
    const IndicatorFigures& above = figures.indicators[defined.numerator];
    const IndicatorFigures& below = figures.indicators[defined.denominator];
    if (above.period.hidden.total || below.period.hidden.total) {
      ratio.period.hidden.total = true;
      ratio.period.total.reset();
    }
    if (above.cumulative.hidden.total || below.cumulative.hidden.total) {
      ratio.cumulative.hidden.total = true;
      ratio.cumulative.total.reset();
      ratio.achieved.reset();
    }
  }
}

/// Lists that name persons, what is missing to a target, and how many rows the logs of persons have.
void hide_lists(Figures& figures) {
  figures.exposure.clear();
  if (figures.open_windows) figures.open_windows->clear();
  figures.findings.clear();
  for (InputFigures& input : figures.inputs) {
    if (!input.of_persons) continue;
    input.bytes.reset();
    input.rows.reset();
  }
}

}  // namespace

void hide_small_cells(const Dossier& dossier, std::int64_t least, Figures& figures) {
  PersonCells cells = build_person_cells(dossier, figures);
  const std::vector<bool> hidden = choose_hidden(std::move(cells.table), least);
  for (std::size_t i = 0; i < hidden.size(); ++i) {
    if (hidden[i]) cells.hide[i]();
  }
  hide_headcounts(least, figures);
  hide_small_values(least, figures);
  hide_ratios(dossier, figures);
  hide_lists(figures);
  figures.small_cells = least;
}

}  // namespace euproj
