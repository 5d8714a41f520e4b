// Random projects with amendments, flat rates of all kinds, claims in every state, corrections and
// decisions, against SPEC-COSTS 1-2 computed again from a plain list of documents: every sampled
// day of payment, every claim, the advances, and that both axes end at the same grosz.

#include <doctest/doctest.h>

#include <algorithm>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "euproj/calc/claimed_costs.hpp"
#include "euproj/calc/expenditure.hpp"
#include "euproj/calc/settlement.hpp"
#include "support/random.hpp"
#include "support/slow_rounding.hpp"

namespace euproj {
namespace {

using testing::Random;
using testing::slow_round;

constexpr int first_day = 20'000;
constexpr int claim_days = 30;
constexpr int claim_count = 5;
constexpr int days = claim_days * claim_count;

std::int64_t part_of(std::int64_t amount, Rate rate, Rounding rounding) {
  return static_cast<std::int64_t>(
      slow_round(static_cast<Int128>(amount) * rate.numerator(), rate.denominator(), rounding));
}

struct PlainDocument {
  int paid = 0;
  int claim = -1;    // that it names; -1: none
  int category = 0;  // 0: none, 1 and 2 staff, 3 other
  bool in_kind = false;
  std::int64_t eligible = 0;
};

struct PlainProject {
  Dossier dossier;
  std::vector<PlainDocument> documents;
  std::vector<PlainDocument> cuts;  // of decisions: paid on their day, in their claim
};

Budget random_budget(Random& random, std::optional<int> valid_from) {
  Budget budget;
  if (valid_from) budget.valid_from = Date::from_serial(*valid_from);
  budget.tasks.resize(1);
  budget.tasks[0].planned = Money::minor(random.between(1, 3'000'000));
  budget.categories = {{"s1", {}, true}, {"s2", {}, true}, {"o", {}, false}};
  if (random.chance(15)) return budget;
  FlatRate flat;
  const auto rate = [&] { return Rate::of(random.between(1, 4'000), 10'000); };
  if (random.chance(40)) {
    const std::int64_t bound = random.between(1, 3'000'000);
    flat.bands = {{Money::minor(bound), rate()}, {std::nullopt, rate()}};
  } else {
    flat.bands = {{std::nullopt, rate()}};
  }
  flat.of = random.chance(40) ? FlatRate::Base::staff : FlatRate::Base::direct;
  if (random.chance(40)) flat.exclude = {static_cast<Code>(random.number(1, 3))};
  flat.excludes_in_kind = random.chance(40);
  flat.rounding = random.chance(50) ? Rounding::down : Rounding::half_up;
  budget.indirect = flat;
  return budget;
}

Financing random_financing(Random& random, std::optional<int> valid_from) {
  Financing financing;
  if (valid_from) financing.valid_from = Date::from_serial(*valid_from);
  financing.total = Money::minor(10'000'000);
  for (int i = 0; i < 3; ++i) {
    FundingSource source;
    source.id = std::to_string(i);
    source.kind = i == 0 ? SourceKind::eu : i == 1 ? SourceKind::state : SourceKind::own;
    source.rounding = i == 2 ? Rounding::up : Rounding::down;
    source.remainder = i == 2;
    source.in_kind = i == 2;
    if (i < 2) source.rate = Rate::of(random.between(1, 4'900), 10'000);
    financing.sources.push_back(std::move(source));
  }
  return financing;
}

PlainProject random_project(Random& random) {
  PlainProject made;
  Project& project = made.dossier.project;
  Codes& codes = made.dossier.codes;
  project.period = {Date::from_serial(first_day), Date::from_serial(first_day + days - 1)};
  for (const char* id : {"s1", "s2", "o"}) (void)codes.categories.intern(id);
  for (const char* id : {"0", "1", "2"}) (void)codes.sources.intern(id);
  (void)codes.tasks.intern("1");
  const int amended = first_day + random.number(1, days - 1);
  std::vector<Financing> financing = {random_financing(random, {})};
  std::vector<Budget> budgets = {random_budget(random, {})};
  if (random.chance(40)) financing.push_back(random_financing(random, amended));
  if (random.chance(40)) budgets.push_back(random_budget(random, amended));
  project.financing.set(std::move(financing));
  project.budget.set(std::move(budgets));
  for (int i = 0; i < claim_count; ++i) {
    Claim claim;
    claim.id = std::to_string(i + 1);
    claim.period = {Date::from_serial(first_day + i * claim_days),
                    Date::from_serial(first_day + (i + 1) * claim_days - 1)};
    claim.status = static_cast<Claim::Status>(random.number(0, 5));
    (void)codes.claims.intern(claim.id);
    project.claims.push_back(std::move(claim));
  }
  const int count = random.number(1, 20);
  for (int i = 0; i < count; ++i) {
    PlainDocument document;
    document.paid = first_day + random.number(0, days - 1);
    if (random.chance(50)) document.claim = random.number(0, claim_count - 1);
    document.category = random.number(0, 3);
    document.in_kind = random.chance(20);
    document.eligible = random.between(random.chance(20) ? -90'000 : 0, 400'000);
    ExpenditureRow row;
    row.document = codes.documents.intern("D " + std::to_string(i));
    row.paid = Date::from_serial(document.paid);
    row.claim = document.claim < 0 ? no_code : static_cast<Code>(document.claim + 1);
    row.task = 1;
    row.category = static_cast<Code>(document.category);
    row.source = document.in_kind ? Code{3} : no_code;
    row.eligible = Money::minor(document.eligible);
    made.dossier.logs.expenditures.push_back(row);
    made.documents.push_back(document);
  }
  return made;
}

int claim_of(const PlainDocument& document) {
  return document.claim >= 0 ? document.claim : (document.paid - first_day) / claim_days;
}

/// A decision on half of the claims that were handed in, on some day after their last.
void decide(Random& random, PlainProject& made) {
  std::vector<Claim>& claims = made.dossier.project.claims;
  for (int i = 0; i < claim_count; ++i) {
    Claim& claim = claims[static_cast<std::size_t>(i)];
    if (!is_handed_in(claim.status)) continue;
    if (random.chance(50)) {
      claim.submitted = Submission{claim.period.last.plus_days(random.number(1, 20)), {}, {}};
    }
    if (random.chance(50)) continue;
    const int day = claim.period.last.serial() + random.number(21, 40);
    Decision decision{Date::from_serial(day), {}, {}, {}};
    if (random.chance(30)) decision.approved = Money::minor(random.between(0, 500'000));
    for (std::size_t at = 0; at < made.documents.size(); ++at) {
      const PlainDocument& document = made.documents[at];
      if (claim_of(document) != i || document.eligible <= 0 || random.chance(60)) continue;
      PlainDocument cut = document;
      cut.paid = day;
      cut.claim = i;
      cut.eligible = -random.between(1, document.eligible);
      decision.ineligible.push_back(
          {"d" + std::to_string(at), Money::minor(-cut.eligible), "", {}});
      made.cuts.push_back(cut);
    }
    claim.decided = std::move(decision);
  }
}

/// Direct, indirect, eu, state, own of these documents, by the versions of a day.
std::vector<std::int64_t> slow_costs(const Project& project,
                                     const std::vector<PlainDocument>& documents, int day) {
  const Date date = Date::from_serial(day);
  const Budget& budget = project.budget.on(date);
  std::int64_t direct = 0;
  std::int64_t base = 0;
  for (const PlainDocument& document : documents) {
    direct += document.eligible;
    if (!budget.indirect) continue;
    const FlatRate& flat = *budget.indirect;
    const bool staff = document.category == 1 || document.category == 2;
    if (flat.of == FlatRate::Base::staff && !staff) continue;
    if (!flat.exclude.empty() && flat.exclude[0] == static_cast<Code>(document.category)) continue;
    if (flat.excludes_in_kind && document.in_kind) continue;
    base += document.eligible;
  }
  std::int64_t indirect = 0;
  if (budget.indirect) {
    const FlatRate& flat = *budget.indirect;
    const bool in_first = !flat.bands[0].up_to || *budget.tasks[0].planned <= *flat.bands[0].up_to;
    indirect = part_of(base, flat.bands[in_first ? 0 : 1].rate, flat.rounding);
  }
  const Financing& financing = project.financing.on(date);
  const std::int64_t all = direct + indirect;
  const std::int64_t eu = part_of(all, *financing.sources[0].rate, Rounding::down);
  const std::int64_t state = part_of(all, *financing.sources[1].rate, Rounding::down);
  return {direct, indirect, eu, state, all - eu - state};
}

std::vector<std::int64_t> figures_of(const Costs& costs) {
  std::vector<std::int64_t> figures = {costs.direct().minor_units(),
                                       costs.indirect().minor_units()};
  for (const Money share : costs.shares()) figures.push_back(share.minor_units());
  return figures;
}

template <typename Keep>
std::vector<PlainDocument> kept(const PlainProject& made, const Keep& keep) {
  std::vector<PlainDocument> documents;
  for (const auto* list : {&made.documents, &made.cuts}) {
    std::copy_if(list->begin(), list->end(), std::back_inserter(documents), keep);
  }
  return documents;
}

/// Of the first claims, of what a day knows.
std::vector<std::int64_t> slow_claims(const PlainProject& made, int claims, int known_on) {
  const auto documents = kept(made, [&](const PlainDocument& document) {
    return document.paid <= known_on && claim_of(document) < claims;
  });
  const int last = claims == 0 ? first_day : first_day + claims * claim_days - 1;
  return slow_costs(made.dossier.project, documents, std::min(last, known_on));
}

/// What eu and state pay of the claims that are handed in.
std::int64_t slow_settled(const PlainProject& made, int day) {
  const Project& project = made.dossier.project;
  std::int64_t settled = 0;
  for (int i = 0; i < claim_count; ++i) {
    const Claim& claim = project.claims[static_cast<std::size_t>(i)];
    const Date from = claim.submitted ? claim.submitted->date : claim.period.last;
    if (!is_handed_in(claim.status) || from.serial() > day) continue;
    const auto before = slow_claims(made, i, day);
    const auto after = slow_claims(made, i + 1, day);
    settled += after[2] + after[3] - before[2] - before[3];
    if (!claim.decided || !claim.decided->approved || claim.decided->date.serial() > day) continue;
    const Financing& financing =
        project.financing.on(Date::from_serial(std::min(claim.period.last.serial(), day)));
    const std::int64_t logged = after[0] + after[1];
    const std::int64_t decided = before[0] + before[1] + claim.decided->approved->minor_units();
    for (std::size_t source = 0; source < 2; ++source) {
      const Rate rate = *financing.sources[source].rate;
      settled += part_of(decided, rate, Rounding::down) - part_of(logged, rate, Rounding::down);
    }
  }
  return settled;
}

TEST_CASE("ten thousand random projects: days, claims and advances are those of a plain list") {
  for (std::uint64_t seed = 1; seed <= 10'000; ++seed) {
    Random random(seed);
    PlainProject made = random_project(random);
    decide(random, made);
    const Project& project = made.dossier.project;
    const Expenditure expenditure(made.dossier);
    for (int sample = 0; sample < 4; ++sample) {
      const int day = first_day + random.number(-1, days + 50);
      const Date date = Date::from_serial(day);
      const auto paid = kept(made, [&](const PlainDocument& each) { return each.paid <= day; });
      if (figures_of(expenditure.on(date)) != slow_costs(project, paid, day)) {
        FAIL("seed " << seed << ", by payment on " << date.iso());
      }
      const ClaimedCosts claimed(made.dossier, date);
      for (int claims = 0; claims <= claim_count; ++claims) {
        if (figures_of(claimed.up_to(static_cast<std::size_t>(claims))) !=
            slow_claims(made, claims, day)) {
          FAIL("seed " << seed << ", claim " << claims << " on " << date.iso());
        }
      }
    }
    const Date end = Date::from_serial(first_day + days + 60);
    const ClaimedCosts claimed(made.dossier, end);
    std::vector<Money> received(3);
    for (std::size_t claim = 0; claim < claim_count; ++claim) {
      const ClaimedCosts::Share share = claimed.of(claim);
      for (std::size_t i = 0; i < 3; ++i) received[i] += share.sources[i];
    }
    if (received != expenditure.on(end).shares()) FAIL("seed " << seed << ", both axes at the end");
  }
}

TEST_CASE("and what settles advances, by claims that are handed in and approved amounts") {
  for (std::uint64_t seed = 1; seed <= 3'000; ++seed) {
    Random random(seed);
    PlainProject made = random_project(random);
    decide(random, made);
    Advance advance;
    advance.date = Date::from_serial(first_day);
    advance.amount = Money::minor(1'000'000);
    made.dossier.project.advances = {advance};  // without a source: of eu and state
    const Expenditure expenditure(made.dossier);
    const int day = first_day + random.number(0, days + 50);
    const Settlement settlement =
        compute_settlement(made.dossier, expenditure, Date::from_serial(day));
    if (settlement.settled.minor_units() != slow_settled(made, day)) {
      FAIL("seed " << seed << ", day " << day - first_day);
    }
  }
}

}  // namespace
}  // namespace euproj
