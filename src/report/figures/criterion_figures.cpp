#include "euproj/report/criterion_figures.hpp"

#include "euproj/base/checked.hpp"

namespace euproj {
namespace {

/// reached / denominator >= threshold, without a division.
bool is_met(std::int64_t reached, std::int64_t denominator, Rate threshold) {
  return static_cast<Int128>(reached) * threshold.denominator() >=
         static_cast<Int128>(denominator) * threshold.numerator();
}

CriterionFigures figures_of(const CriterionCounts& counts, Rate threshold) {
  CriterionFigures figures;
  figures.threshold = threshold;
  figures.denominator = counts.closed;
  figures.reached = counts.reached;
  figures.open = counts.open;
  const std::int64_t all = counts.closed + counts.open;
  figures.percent = percent_of(counts.reached, counts.closed);
  figures.best = percent_of(counts.reached + counts.open, all);
  figures.worst = percent_of(counts.reached + counts.open_reached, all);
  if (counts.closed > 0) figures.met = is_met(counts.reached, counts.closed, threshold);
  return figures;
}

}  // namespace

std::vector<CriterionFigures> build_criterion(const Indicator& indicator,
                                              std::span<const CriterionCounts> counts) {
  const Criterion& criterion = *indicator.criterion;
  std::vector<CriterionFigures> all = {figures_of(counts.front(), criterion.threshold)};
  for (std::size_t i = 0; i < criterion.groups.size(); ++i) {
    const CriterionGroup& group = criterion.groups[i];
    CriterionFigures& figures = all.emplace_back(figures_of(counts[i + 1], group.threshold));
    figures.id = group.id;
    figures.name = group.name;
  }
  return all;
}

}  // namespace euproj
