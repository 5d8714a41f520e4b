#include "euproj/calc/settlement.hpp"

#include <algorithm>

#include "euproj/calc/costs.hpp"
#include "euproj/calc/expenditure.hpp"

namespace euproj {
namespace {

// Advances (src/calc/README.md#advances). What was received less what was returned is settled by
// the shares of claims in the sources that the advances are of:
//
//   received 500.00 (eu and state)    claim 1: eu 170.00, state 30.00, own 50.00
//   settled  200.00                   open 300.00; a rule of 70 % asks for 350.00: 150.00 missing
//
// A project without claims settles by its costs: there is nothing else to go by.

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

/// Of the sources that the advances are of.
Money advanced_part(const std::vector<bool>& advanced, const std::vector<Money>& shares) {
  Money part;
  for (std::size_t i = 0; i < shares.size(); ++i) {
    if (advanced[i]) part += shares[i];
  }
  return part;
}

bool settles(const Claim& claim, Date day) {
  if (!is_handed_in(claim.status)) return false;
  return (claim.submitted ? claim.submitted->date : claim.period.last) <= day;
}

}  // namespace

Settlement compute_settlement(const Dossier& dossier, const Expenditure& expenditure, Date day) {
  const Project& project = dossier.project;
  Settlement settlement;
  for (const Advance& advance : project.advances) {
    if (advance.date > day) continue;
    const bool returned = advance.direction == Advance::Direction::returned;
    (returned ? settlement.returned : settlement.received) += advance.amount;
  }
  const std::vector<bool> advanced = advanced_sources(project, day);
  if (project.claims.empty()) {
    settlement.settled = advanced_part(advanced, expenditure.on(day).shares());
  } else {
    const ClaimedCosts claimed(dossier, day, expenditure.simplified());
    for (std::size_t i = 0; i < project.claims.size(); ++i) {
      if (!settles(project.claims[i], day)) continue;
      settlement.settled += advanced_part(advanced, claimed.approved(i).sources);
      settlement.claims.push_back(project.claims[i].id);
    }
  }
  const Money kept = settlement.received - settlement.returned;
  settlement.open = kept - settlement.settled;
  settlement.percent = percent_of(settlement.settled.minor_units(), kept.minor_units());
  settlement.rule = project.advances_rule;
  if (settlement.rule) {
    // Rounded up: a percentage that must be settled is not reached by a grosz less.
    const Money due = share_of(kept, *settlement.rule, Rounding::up);
    settlement.missing = std::max(Money(), due - settlement.settled);
  }
  return settlement;
}

// Where costs go if they go on as until now: lump sums come in one day and say nothing of the pace.
std::optional<Forecast> compute_forecast(const Project& project, const Expenditure& expenditure,
                                         Date day) {
  const Date last = std::min(day, project.period.last);
  if (last < project.period.first) return std::nullopt;
  Forecast forecast;
  forecast.elapsed_days = last.serial() - project.period.first.serial() + 1;
  forecast.project_days = project.period.last.serial() - project.period.first.serial() + 1;
  forecast.at_end =
      share_of(expenditure.without_lump_sums(day).eligible(),
               Rate::of(forecast.project_days, forecast.elapsed_days), Rounding::down);
  return forecast;
}

}  // namespace euproj
