// The definition against itself: agreed amounts, claims, planned costs.

#include <algorithm>

#include "euproj/base/kinds.hpp"
#include "euproj/check/checks.hpp"

namespace euproj {
namespace {

std::string joined(const std::vector<std::string>& parts) {
  std::string out;
  for (const std::string& part : parts) out += (out.empty() ? "" : " + ") + part;
  return out;
}

/// An agreed amount that the split does not reproduce is an error that shows both (SPEC 4.6).
void check_agreed(const Financing& financing, Diagnostics& diagnostics) {
  const std::vector<Money> shares = financing.shares(financing.total);
  for (const AgreedAmount& agreed : financing.agreed) {
    Money sum;
    std::vector<std::string> names;
    for (const std::size_t source : agreed.sources) {
      sum += shares.at(source);
      names.push_back(financing.sources[source].id);
    }
    if (sum != agreed.amount) {
      diagnostics.report(Kind::agreed_differs, agreed.place,
                         {joined(names), agreed.amount.text(), sum.text(),
                          (agreed.amount - sum).text()});
    }
  }
}

/// Claims follow each other without a gap: the next begins the day after (DOMAIN 4.5).
void check_claims(const Project& project, Diagnostics& diagnostics) {
  std::vector<const Claim*> claims;
  for (const Claim& claim : project.claims) claims.push_back(&claim);
  std::stable_sort(claims.begin(), claims.end(), [](const Claim* a, const Claim* b) {
    return a->period.first < b->period.first;
  });
  for (std::size_t i = 0; i < claims.size(); ++i) {
    const Claim& claim = *claims[i];
    if (!project.period.contains(claim.period.first) ||
        !project.period.contains(claim.period.last)) {
      diagnostics.report(Kind::claim_outside_project, claim.place,
                         {claim.id, claim.period.first.iso(), claim.period.last.iso(),
                          project.period.first.iso(), project.period.last.iso()});
    }
    if (i == 0) continue;
    const Claim& before = *claims[i - 1];
    const Date expected = before.period.last.plus_days(1);
    if (claim.period.first < expected) {
      diagnostics.report(Kind::claims_overlap, claim.place,
                         {claim.id, claim.period.first.iso(), before.id,
                          before.period.last.iso()});
    } else if (claim.period.first > expected) {
      diagnostics.report(Kind::claims_gap, claim.place,
                         {claim.id, claim.period.first.iso(), before.id,
                          before.period.last.iso(), expected.iso()});
    }
  }
}

/// Of one version of the budget, against the financing of the day from which it is valid.
void check_planned(const Budget& budget, const Financing& financing, Diagnostics& diagnostics) {
  Money planned;
  for (const Task& task : budget.tasks) planned += task.planned.value_or(Money());
  Money indirect;
  if (budget.indirect) {
    indirect = share_of(planned, *budget.indirect, Rounding::down);
  }
  if (planned + indirect > financing.total) {
    diagnostics.report(Kind::planned_over_total, financing.place,
                       {(planned + indirect).text(), financing.total.text(),
                        planned.text(), indirect.text()});
  }
}

}  // namespace

void check_definition(const Project& project, Diagnostics& diagnostics) {
  for (const Financing& financing : project.financing.all()) check_agreed(financing, diagnostics);
  check_claims(project, diagnostics);
  for (const Budget& budget : project.budget.all()) {
    const Date day = budget.valid_from.value_or(project.period.first);
    check_planned(budget, project.financing.on(day), diagnostics);
  }
}

}  // namespace euproj
