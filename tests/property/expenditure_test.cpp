// Random document logs against src/calc/README.md#money computed again for every day and every
// claim: direct and flat-rate costs, tasks, categories, and the share of every source.

#include "euproj/calc/expenditure.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <vector>

#include "euproj/calc/costs.hpp"
#include "support/random.hpp"
#include "support/slow_rounding.hpp"

namespace euproj {
namespace {

using testing::Random;

constexpr int first_day = 19'000;
constexpr int day_count = 120;

struct Document {
  int day = 0;    // of payment
  int claim = 0;  // that it names; 0: none
  std::int64_t eligible = 0;
  std::int64_t grant = 0;
  Code task = no_code;
  Code category = no_code;
};

struct Case {
  Dossier dossier;
  std::vector<Document> documents;
  std::int64_t flat_rate = 0;     // hundredths of a percent; 0: none
  std::int64_t eu_weight = 0;     // hundredths of a percent, of Financing::sources[0]
  std::int64_t state_weight = 0;  // of Financing::sources[1]; sources[2] takes the rest
};

FundingSource source(SourceKind kind, std::int64_t weight) {
  FundingSource made;
  made.kind = kind;
  made.rounding = kind == SourceKind::own ? Rounding::up : Rounding::down;
  made.remainder = weight == 0;
  if (weight != 0) made.rate = Rate::of(weight, 10'000);
  return made;
}

/// Three claims of 40 days; half of the documents name one, and may be paid on any other day.
Case random_case(std::uint64_t seed) {
  Random random(seed);
  Case made;
  Project& project = made.dossier.project;
  Codes& codes = made.dossier.codes;
  for (int claim = 0; claim < 3; ++claim) {
    Claim declared;
    declared.id = std::to_string(claim + 1);
    declared.period = {Date::from_serial(first_day + 40 * claim),
                       Date::from_serial(first_day + 40 * claim + 39)};
    project.claims.push_back(declared);
    (void)codes.claims.intern(declared.id);
  }
  for (const char* id : {"1", "2", "3"}) (void)codes.tasks.intern(id);
  for (const char* id : {"a", "b"}) (void)codes.categories.intern(id);
  made.flat_rate = random.chance(70) ? random.between(1, 4'000) : 0;
  if (made.flat_rate != 0) {
    project.budget.latest().indirect = FlatRate::of_direct(Rate::of(made.flat_rate, 10'000));
  }
  made.eu_weight = random.between(5'000, 9'000);
  made.state_weight = random.between(1, 1'000);
  project.financing.latest().total = Money::minor(1'000'000);
  project.financing.latest().sources = {source(SourceKind::eu, made.eu_weight),
                                        source(SourceKind::state, made.state_weight),
                                        source(SourceKind::own, 0)};
  if (seed % 2 == 0) project.financing.latest().split_by = Financing::SplitBy::documents;
  for (int count = random.number(1, 15); count > 0; --count) {
    ExpenditureRow row;
    Document document;
    document.day = first_day + random.number(0, day_count - 1);
    row.paid = Date::from_serial(document.day);
    if (random.chance(50)) {
      row.claim = static_cast<Code>(random.number(1, 3));
      document.claim = static_cast<int>(row.claim);
    }
    document.eligible = random.between(-20'000, 200'000);
    document.grant = document.eligible * random.between(0, 100) / 100;
    document.task = static_cast<Code>(random.number(1, 3));
    document.category = static_cast<Code>(random.number(0, 2));
    row.eligible = Money::minor(document.eligible);
    if (document.grant != 0) row.grant = Money::minor(document.grant);
    row.task = document.task;
    row.category = document.category;
    made.dossier.logs.expenditures.push_back(row);
    made.documents.push_back(document);
  }
  return made;
}

std::int64_t slow_share(std::int64_t amount, std::int64_t part, std::int64_t whole) {
  return static_cast<std::int64_t>(
      testing::slow_round(static_cast<Int128>(amount) * part, whole, Rounding::down));
}

/// Eu, state, own: of everything by weights; or of flat-rate costs by weights, and of the grant.
std::vector<std::int64_t> slow_shares(const Case& made, std::int64_t direct, std::int64_t grant,
                                      std::int64_t indirect) {
  const bool by_documents =
      made.dossier.project.financing.latest().split_by == Financing::SplitBy::documents;
  const std::int64_t weighed = by_documents ? indirect : direct + indirect;
  std::int64_t eu = slow_share(weighed, made.eu_weight, 10'000);
  std::int64_t state = slow_share(weighed, made.state_weight, 10'000);
  if (by_documents) {
    const std::int64_t eu_grant =
        slow_share(grant, made.eu_weight, made.eu_weight + made.state_weight);
    eu += eu_grant;
    state += grant - eu_grant;
  }
  return {eu, state, direct + indirect - eu - state};
}

struct SlowSums {
  std::int64_t direct = 0;
  std::int64_t grant = 0;
  std::vector<std::int64_t> tasks = std::vector<std::int64_t>(4);
  std::vector<std::int64_t> categories = std::vector<std::int64_t>(3);

  void add(const Document& document) {
    direct += document.eligible;
    grant += document.grant;
    tasks[document.task] += document.eligible;
    categories[document.category] += document.eligible;
  }
};

bool is_right(const Case& made, const SlowSums& sums, const Costs& costs) {
  const std::int64_t indirect = slow_share(sums.direct, made.flat_rate, 10'000);
  const auto shares = slow_shares(made, sums.direct, sums.grant, indirect);
  bool right = costs.direct().minor_units() == sums.direct &&
               costs.indirect().minor_units() == indirect &&
               costs.eligible().minor_units() == sums.direct + indirect;
  for (Code task = 1; task <= 3; ++task) {
    right = right && costs.of_task(task).minor_units() == sums.tasks[task];
  }
  for (Code category = 0; category <= 2; ++category) {
    right = right && costs.of_category(category).minor_units() == sums.categories[category];
  }
  const auto program = costs.shares();
  for (std::size_t i = 0; i < shares.size(); ++i) {
    right = right && program.at(i).minor_units() == shares[i];
  }
  return right;
}

TEST_CASE(
    "costs and shares of random logs are those of src/calc/README.md#money on every day of "
    "payment") {
  for (std::uint64_t seed = 1; seed <= 1'500; ++seed) {
    const Case made = random_case(seed);
    const Expenditure expenditure(made.dossier);
    for (int day = first_day - 1; day <= first_day + day_count; ++day) {
      SlowSums sums;
      for (const Document& document : made.documents) {
        if (document.day <= day) sums.add(document);
      }
      const Date date = Date::from_serial(day);
      if (!is_right(made, sums, expenditure.on(date))) FAIL("seed " << seed << ", " << date.iso());
    }
  }
}

TEST_CASE("and those of claims, of their documents as any day knows them") {
  const auto claim_of = [](const Document& document) {
    if (document.claim != 0) return document.claim;
    return (document.day - first_day) / 40 + 1;  // of three claims, one after the other
  };
  for (std::uint64_t seed = 1; seed <= 1'500; ++seed) {
    const Case made = random_case(seed);
    for (int day = first_day - 1; day <= first_day + day_count; day += 7) {
      const Date known_on = Date::from_serial(day);
      const ClaimedCosts claimed(made.dossier, known_on);
      for (int claims = 0; claims <= 3; ++claims) {
        SlowSums sums;
        for (const Document& document : made.documents) {
          if (document.day <= day && claim_of(document) <= claims) sums.add(document);
        }
        const Costs costs = claimed.up_to(static_cast<std::size_t>(claims));
        if (!is_right(made, sums, costs)) FAIL("seed " << seed << ", claim " << claims);
      }
      // What the day has paid is in claims that have ended, or on the way.
      const OnTheWay on_the_way = compute_on_the_way(made.dossier, known_on);
      const auto ended = static_cast<std::size_t>(std::max(0, day - first_day + 1) / 40);
      const Money known = claimed.up_to(std::min<std::size_t>(ended, 3)).direct() +
                          on_the_way.no_claim.amount + on_the_way.later_claim.amount;
      if (known != Expenditure(made.dossier).on(known_on).direct()) FAIL("seed " << seed);
    }
  }
}

}  // namespace
}  // namespace euproj
