#include <algorithm>

#include "check/check_list.hpp"
#include "euproj/base/format.hpp"
#include "euproj/model/money_rules.hpp"
#include "euproj/words/kinds.hpp"

namespace euproj {
namespace {

/// What the day of the findings knows of the versions.
template <typename Terms>
bool is_version_known(const Terms& version, const FindingsDay& day) {
  return !version.valid_from || day.knows(*version.valid_from);
}

void check_agreed_of(const Financing& financing, Diagnostics& diagnostics) {
  const std::vector<Money> shares = financing.shares(financing.total);
  for (const AgreedAmount& agreed : financing.agreed) {
    Money sum;
    std::vector<std::string> names;
    for (const std::size_t source : agreed.sources) {
      sum += shares.at(source);
      names.push_back(financing.sources[source].id);
    }
    if (sum != agreed.amount) {
      diagnostics.report(
          Kind::agreed_differs, agreed.place,
          {list_of(names, " + "), agreed.amount.text(), sum.text(), (agreed.amount - sum).text()});
    }
  }
}

/// Of one version of the budget, against the financing of the day from which it is valid. Where a
/// task has no plan, the others may leave a part of the total; a version without plans says
/// nothing.
void check_planned(const Budget& budget, const Financing& financing, Diagnostics& diagnostics) {
  const Money planned = planned_direct(budget);
  // A flat rate of some of the costs only has no plan of its own.
  const bool is_indirect_planned = !budget.indirect || is_of_all_direct(*budget.indirect);
  const Money indirect = is_indirect_planned ? flat_rate_costs(budget, planned) : Money();
  const Money sum = planned + indirect;
  const auto report = [&](KindOf<5> kind) {
    const Money difference = financing.total > sum ? financing.total - sum : sum - financing.total;
    diagnostics.report(
        kind, financing.place,
        {sum.text(), financing.total.text(), planned.text(), indirect.text(), difference.text()});
  };
  if (sum > financing.total) return report(Kind::planned_over_total);
  const bool all_planned = std::all_of(budget.tasks.begin(), budget.tasks.end(),
                                       [](const Task& task) { return task.planned.has_value(); });
  // An agreement may print the flat rate rounded up; of some of the costs it is at most that of
  // all.
  const Money at_most = planned + share_of(planned, flat_rate(budget), Rounding::up);
  if (!planned.is_zero() && all_planned && at_most < financing.total) {
    report(Kind::planned_below_total);
  }
}

bool has_kind(const Claim& claim, Claim::Kind kind) {
  return std::find(claim.kinds.begin(), claim.kinds.end(), kind) != claim.kinds.end();
}

/// What was decided on a claim, against what was submitted.
void check_claim(const Claim& claim, Diagnostics& diagnostics) {
  if (!claim.decided) return;
  const Decision& decided = *claim.decided;
  if (claim.status == Claim::Status::draft) {
    diagnostics.report(Kind::decision_on_draft, decided.place, {claim.id, decided.date.iso()});
  }
  if (!claim.submitted) return;
  const Submission& submitted = *claim.submitted;
  if (decided.date < submitted.date) {
    diagnostics.report(Kind::decided_before_submitted, decided.place,
                       {claim.id, decided.date.iso(), submitted.date.iso()});
  }
  if (decided.approved && submitted.eligible && *decided.approved > *submitted.eligible) {
    diagnostics.report(Kind::approved_above_submitted, decided.place,
                       {claim.id, decided.approved->text(), submitted.eligible->text(),
                        (*decided.approved - *submitted.eligible).text()});
  }
}

/// The partners' parts are the project, to the grosz.
void check_partners(const Budget& budget, const Financing& financing, Diagnostics& diagnostics) {
  if (budget.partners.empty()) return;
  Money planned;
  for (const Partner& partner : budget.partners) {
    if (!partner.planned) return;
    planned += *partner.planned;
  }
  if (planned == financing.total) return;
  diagnostics.report(Kind::partners_differ, budget.partners.front().place,
                     {planned.text(), financing.total.text(), (financing.total - planned).text()});
}

void check_schedule(const Budget& budget, const Financing& financing, Period project,
                    Diagnostics& diagnostics) {
  if (budget.schedule.empty()) return;
  Money planned;
  for (const PlannedMonth& month : budget.schedule) {
    planned += month.amount;
    const Date last = month.first.plus_months(1).plus_days(-1);
    if (month.first <= project.last && last >= project.first) continue;
    diagnostics.report(Kind::schedule_outside_project, month.place,
                       {month.first.iso().substr(0, 7), project.first.iso(), project.last.iso()});
  }
  if (planned == financing.total) return;
  diagnostics.report(Kind::schedule_differs, budget.schedule_place,
                     {planned.text(), financing.total.text(), (financing.total - planned).text()});
}

}  // namespace

void check_agreed(const Project& project, const FindingsDay& day, Diagnostics& diagnostics) {
  for (const Financing& financing : project.financing.all()) {
    if (is_version_known(financing, day)) check_agreed_of(financing, diagnostics);
  }
}

void check_claims(const Project& project, Diagnostics& diagnostics) {
  std::vector<const Claim*> claims;
  for (const Claim& claim : project.claims) claims.push_back(&claim);
  std::stable_sort(claims.begin(), claims.end(), [](const Claim* a, const Claim* b) {
    return a->period.first < b->period.first;
  });
  for (const Claim& claim : project.claims) check_claim(claim, diagnostics);
  for (std::size_t i = 0; i < claims.size(); ++i) {
    const Claim& claim = *claims[i];
    if (i + 1 < claims.size() && has_kind(claim, Claim::Kind::final_claim)) {
      diagnostics.report(Kind::final_claim_not_last, claim.place, {claim.id, claims.back()->id});
    }
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
                         {claim.id, claim.period.first.iso(), before.id, before.period.last.iso()});
    } else if (claim.period.first > expected) {
      diagnostics.report(Kind::claims_gap, claim.place,
                         {claim.id, claim.period.first.iso(), before.id, before.period.last.iso(),
                          expected.iso()});
    }
  }
}

void check_advances(const Project& project, const FindingsDay& day, Diagnostics& diagnostics) {
  std::vector<const Advance*> advances;
  for (const Advance& advance : project.advances) {
    if (day.knows(advance.date)) advances.push_back(&advance);
  }
  std::stable_sort(advances.begin(), advances.end(),
                   [](const Advance* a, const Advance* b) { return a->date < b->date; });
  const Date earliest =
      std::min(project.period.first, project.agreement_date.value_or(project.period.first));
  Money received;
  Money returned;
  for (const Advance* advance : advances) {
    if (advance->date < earliest) {
      diagnostics.report(Kind::advance_outside_project, advance->place,
                         {advance->date.iso(), earliest.iso()});
    }
    const bool is_return = advance->direction == Advance::Direction::returned;
    (is_return ? returned : received) += advance->amount;
    if (is_return && returned > received) {
      diagnostics.report(Kind::advances_returned_more, advance->place,
                         {advance->date.iso(), returned.text(), received.text()});
    }
  }
}

void check_budgets(const Project& project, const FindingsDay& day, Diagnostics& diagnostics) {
  for (const Budget& budget : project.budget.all()) {
    if (!is_version_known(budget, day)) continue;
    const Financing& financing =
        project.financing.on(budget.valid_from.value_or(project.period.first));
    check_planned(budget, financing, diagnostics);
    check_partners(budget, financing, diagnostics);
    check_schedule(budget, financing, project.period, diagnostics);
  }
}

}  // namespace euproj
