// A total cut at random into documents, in any order and on any days, ends at the agreed amounts
// for every form of source: nothing drifts (src/calc/README.md#split).

#include <doctest/doctest.h>

#include <algorithm>
#include <numeric>

#include "euproj/calc/expenditure.hpp"
#include "support/agreements.hpp"
#include "support/random.hpp"
#include "support/slow_rounding.hpp"

namespace euproj {
namespace {

using testing::Agreement;
using testing::agreements;
using testing::Random;
using testing::source;

constexpr auto eu = SourceKind::eu;
constexpr auto state = SourceKind::state;
constexpr auto own = SourceKind::own;

struct Slice {
  Money amount;
  Date day;
};

/// Documents that sum to the total, a few of them corrections, in the order in which they came.
std::vector<Slice> random_slices(Money total, Random& random) {
  std::vector<Slice> slices;
  const int documents = random.number(1, 30);
  Money left = total;
  for (int i = 1; i < documents; ++i) {
    const std::int64_t most = std::max<std::int64_t>(left.minor_units() / 3, 100);
    const std::int64_t least = random.chance(10) ? -most : 0;
    const Money amount = Money::minor(random.between(least, most));
    slices.push_back({amount, Date::from_serial(random.number(19'000, 19'600))});
    left -= amount;
  }
  slices.push_back({left, Date::from_serial(random.number(19'000, 19'600))});
  random.shuffle(slices);
  return slices;
}

Money sum(const std::vector<Money>& parts) {
  return std::accumulate(parts.begin(), parts.end(), Money());
}

void add(std::vector<Money>& sums, const std::vector<Money>& after,
         const std::vector<Money>& before) {
  for (std::size_t i = 0; i < sums.size(); ++i) sums[i] += after[i] - before[i];
}

TEST_CASE("ten thousand slicings of agreed totals give the agreed amounts at the end") {
  const auto all = agreements();
  for (std::uint64_t seed = 1; seed <= 10'000; ++seed) {
    const Agreement& agreement = all[seed % all.size()];
    INFO(agreement.name << ", seed " << seed);
    Random random(seed);
    Financing financing;
    financing.total = agreement.total;
    financing.sources = agreement.sources;
    Money spent;
    std::vector<Money> received(financing.sources.size());
    std::vector<Money> before = financing.shares(spent);
    for (const Slice& slice : random_slices(financing.total, random)) {
      spent += slice.amount;
      const std::vector<Money> after = financing.shares(spent);
      if (sum(after) != spent) FAIL("the parts of " << spent.text() << " do not sum to it");
      add(received, after, before);
      before = after;
    }
    for (std::size_t i = 0; i < received.size(); ++i) {
      if (received[i].minor_units() != agreement.agreed[i]) {
        FAIL("source " << i << " received " << received[i].text());
      }
    }
  }
}

TEST_CASE("the documents of a log, on any days, add up month by month to the agreed amounts") {
  const auto all = agreements();
  Dossier dossier;
  const Code task = dossier.codes.tasks.intern("1");
  for (std::uint64_t seed = 1; seed <= 2'000; ++seed) {
    const Agreement& agreement = all[seed % all.size()];
    INFO(agreement.name << ", seed " << seed);
    Random random(seed);
    dossier.project.financing.latest().total = agreement.total;
    dossier.project.financing.latest().sources = agreement.sources;
    dossier.logs.expenditures = {};
    for (const Slice& slice : random_slices(agreement.total, random)) {
      ExpenditureRow row;
      row.task = task;
      row.paid = slice.day;
      row.eligible = slice.amount;
      dossier.logs.expenditures.push_back(row);
    }
    const Expenditure expenditure(dossier);
    std::vector<Money> received(agreement.sources.size());
    for (int day = 18'990; day < 19'620; day += 30) {
      const auto after = expenditure.on(Date::from_serial(day + 29)).shares();
      const auto before = expenditure.on(Date::from_serial(day - 1)).shares();
      add(received, after, before);
      if (sum(after) != expenditure.on(Date::from_serial(day + 29)).eligible()) FAIL("sum " << day);
    }
    for (std::size_t i = 0; i < received.size(); ++i) {
      if (received[i].minor_units() != agreement.agreed[i]) FAIL(received[i].text());
    }
  }
}

/// src/calc/README.md#split: own is eligible - grant; the grant divides among eu and state by their
/// weights.
TEST_CASE("with split: documents, own and grant end where the documents say, split by weights") {
  for (std::uint64_t seed = 1; seed <= 4'000; ++seed) {
    Random random(seed);
    INFO("seed " << seed);
    const std::int64_t total = random.between(1'000, 200'000'000);
    const std::int64_t grant = random.between(0, total);
    const std::int64_t eu_weight = random.between(1, 9'000);  // hundredths of a percent
    const std::int64_t state_weight = random.between(1, 900);
    Financing financing;
    financing.split_by = Financing::SplitBy::documents;
    financing.total = Money::minor(total);
    FundingSource eu_source = source(eu, "1%");
    FundingSource state_source = source(state, "1%");
    eu_source.rate = Rate::of(eu_weight, 10'000);
    state_source.rate = Rate::of(state_weight, 10'000);
    financing.sources = {eu_source, state_source, source(own, std::nullopt)};

    std::vector<Money> received(3);
    std::vector<Money> before = financing.shares_by_documents({}, {}, {});
    std::int64_t eligible_so_far = 0;
    std::int64_t grant_so_far = 0;
    const int documents = random.number(1, 20);
    for (int i = 0; i < documents; ++i) {
      const bool is_last = i + 1 == documents;
      const std::int64_t part = is_last ? total - eligible_so_far : random.between(0, total / 10);
      const std::int64_t funded = is_last ? grant - grant_so_far : random.between(0, grant / 10);
      eligible_so_far += part;
      grant_so_far += funded;
      const auto after = financing.shares_by_documents(Money::minor(eligible_so_far),
                                                       Money::minor(grant_so_far), {});
      if (sum(after).minor_units() != eligible_so_far) FAIL("parts of document " << i);
      add(received, after, before);
      before = after;
    }
    const Int128 eu_part = testing::slow_round(static_cast<Int128>(grant) * eu_weight,
                                               eu_weight + state_weight, Rounding::down);
    if (received[0].minor_units() != eu_part) FAIL("eu received " << received[0].text());
    if (received[1].minor_units() != grant - eu_part) FAIL("state " << received[1].text());
    if (received[2].minor_units() != total - grant) FAIL("own " << received[2].text());
  }
}

/// src/calc/README.md#split: the remainder source takes the rest where it is one of eu and state;
/// else the last.
TEST_CASE("with split: documents and the remainder on eu, eu takes the rest of the grant") {
  Financing financing;
  financing.split_by = Financing::SplitBy::documents;
  financing.total = Money::minor(10'000);
  financing.sources = {source(eu, std::nullopt), source(state, "10%"), source(own, "10%")};
  // The grant's weights are 80 : 10, so state gets a ninth of 100.00: 11.11; eu the rest.
  const auto shares = financing.shares_by_documents(Money::minor(12'000), Money::minor(10'000), {});
  CHECK(shares ==
        std::vector<Money>{Money::minor(8'889), Money::minor(1'111), Money::minor(2'000)});
  // Flat-rate costs are split by weights and added (src/check/README.md#severity): 10 % of 0.05 is
  // 0.00 for state, rounded down, and 0.01 for own, rounded up.
  const auto more =
      financing.shares_by_documents(Money::minor(12'000), Money::minor(10'000), Money::minor(5));
  CHECK(more == std::vector<Money>{Money::minor(8'893), Money::minor(1'111), Money::minor(2'001)});
}

TEST_CASE("with split: documents and sources of weight 0, the last of eu and state has the grant") {
  Financing financing;
  financing.split_by = Financing::SplitBy::documents;
  financing.total = Money::minor(10'000);
  financing.sources = {source(eu, "0%"), source(state, "0%"), source(own, std::nullopt)};
  const auto shares = financing.shares_by_documents(Money::minor(100), Money::minor(50), {});
  CHECK(shares == std::vector<Money>{Money::minor(0), Money::minor(50), Money::minor(50)});
}

}  // namespace
}  // namespace euproj
