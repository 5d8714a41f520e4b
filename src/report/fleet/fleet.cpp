#include "euproj/report/fleet.hpp"

#include <algorithm>
#include <map>
#include <tuple>

namespace euproj {

FleetFigures fleet_figures(const Figures& figures) {
  return {figures.period,
          figures.currency,
          figures.total,
          figures.eligible,
          percent_of(figures.eligible.cumulative.minor_units(), figures.total.minor_units()),
          figures.participants,
          figures.indicators};
}

std::vector<FleetFindings> group_findings(const std::vector<Finding>& findings) {
  std::map<std::tuple<bool, std::string>, FleetFindings> by_code;
  for (const Finding& finding : findings) {
    const bool warning = finding.severity == Severity::warning;
    FleetFindings& group = by_code[{warning, finding.code}];
    if (group.count++ == 0) group.first = finding;
  }
  std::vector<FleetFindings> groups;
  for (auto& [code, group] : by_code) groups.push_back(std::move(group));
  return groups;
}

Reached reached_of(const FleetFigures& figures) {
  constexpr std::int64_t whole = 100'00;  // hundredths of a percent
  Reached reached;
  for (const IndicatorFigures& indicator : figures.indicators) {
    if (!indicator.achieved) continue;
    ++reached.of;
    if (indicator.achieved->hundredths >= whole) ++reached.reached;
  }
  return reached;
}

}  // namespace euproj
