#include "euproj/calc/settlement.hpp"

#include <algorithm>

#include "euproj/calc/expenditure.hpp"

namespace euproj {
namespace {

/// Which sources the advances are of, by position.
std::vector<bool> advanced_sources(const Project& project, Date day) {
  const std::vector<FundingSource>& sources = project.financing.on(day).sources;
  std::vector<bool> advanced(sources.size(), false);
  for (const Advance& advance : project.advances) {
    if (advance.date > day) continue;
    if (advance.source) {
      advanced.at(*advance.source) = true;
      continue;
    }
    for (std::size_t i = 0; i < sources.size(); ++i) {
      if (is_grant(sources[i].kind)) advanced[i] = true;
    }
  }
  return advanced;
}

std::optional<Date> settled_day(const Project& project, Date day) {
  if (project.claims.empty()) return day;
  std::optional<Date> last;
  for (const Claim& claim : project.claims) {
    if (claim.status == Claim::Status::draft || claim.period.last > day) continue;
    last = last ? std::max(*last, claim.period.last) : claim.period.last;
  }
  return last;
}

}  // namespace

Settlement compute_settlement(const Project& project, const Expenditure& expenditure, Date day) {
  Settlement settlement;
  for (const Advance& advance : project.advances) {
    if (advance.date > day) continue;
    const bool returned = advance.direction == Advance::Direction::returned;
    (returned ? settlement.returned : settlement.received) += advance.amount;
  }
  settlement.settled_to = settled_day(project, day);
  if (settlement.settled_to) {
    const std::vector<bool> advanced = advanced_sources(project, day);
    const std::vector<Money> shares = expenditure.shares(*settlement.settled_to);
    for (std::size_t i = 0; i < shares.size(); ++i) {
      if (advanced[i]) settlement.settled += shares[i];
    }
  }
  const Money kept = settlement.received - settlement.returned;
  settlement.open = kept - settlement.settled;
  settlement.percent = percent_of(settlement.settled.minor_units(), kept.minor_units());
  settlement.rule = project.advances_rule;
  if (settlement.rule) {
    const Money due = share_of(kept, *settlement.rule, Rounding::up);
    settlement.missing = std::max(Money(), due - settlement.settled);
  }
  return settlement;
}

std::optional<Forecast> compute_forecast(const Project& project, const Expenditure& expenditure,
                                         Date day) {
  const Date last = std::min(day, project.period.last);
  if (last < project.period.first) return std::nullopt;
  Forecast forecast;
  forecast.elapsed_days = last.serial() - project.period.first.serial() + 1;
  forecast.project_days = project.period.last.serial() - project.period.first.serial() + 1;
  forecast.at_end =
      share_of(expenditure.eligible(day), Rate::of(forecast.project_days, forecast.elapsed_days),
               Rounding::down);
  return forecast;
}

}  // namespace euproj
