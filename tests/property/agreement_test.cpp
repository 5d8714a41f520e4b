// Random agreements: any rates, amounts, roundings and remainder; partners; claims with corrections
// in later ones. Whatever is cut, the parts are the whole to the grosz (src/calc/README.md#split).

#include <doctest/doctest.h>

#include <array>
#include <numeric>

#include "euproj/calc/costs.hpp"
#include "euproj/calc/expenditure.hpp"
#include "euproj/calc/settlement.hpp"
#include "support/random.hpp"

namespace euproj {
namespace {

using testing::Random;

constexpr std::array roundings = {Rounding::down, Rounding::up, Rounding::half_up,
                                  Rounding::half_even};
constexpr std::array kinds = {SourceKind::eu, SourceKind::state, SourceKind::own,
                              SourceKind::private_funds, SourceKind::other};
constexpr int first_day = 18'993;

Money sum(const std::vector<Money>& parts) {
  return std::accumulate(parts.begin(), parts.end(), Money());
}

/// Two to five sources: rates, fixed amounts, one remainder anywhere, every rounding.
Financing random_financing(Random& random) {
  Financing financing;
  financing.total = Money::minor(random.between(100, 500'000'000));
  const int count = random.number(2, 5);
  const int remainder = random.number(0, count - 1);
  for (int i = 0; i < count; ++i) {
    FundingSource source;
    source.id = std::to_string(i);
    source.kind = kinds[static_cast<std::size_t>(i)];
    source.rounding = roundings[static_cast<std::size_t>(random.number(0, 3))];
    source.remainder = i == remainder;
    const std::int64_t most = 10'000 / count;  // hundredths of a percent, so that they fit
    if (source.remainder) {
      source.rate.reset();
    } else if (random.chance(50)) {
      source.rate = Rate::of(random.between(0, most), 10'000);
    } else {
      source.amount = Money::minor(random.between(0, financing.total.minor_units() / count));
    }
    financing.sources.push_back(std::move(source));
  }
  return financing;
}

/// Six claims of thirty days; the last document brings everything to `direct`.
Dossier random_dossier(Random& random, Money direct) {
  Dossier dossier;
  for (int claim = 0; claim < 6; ++claim) {
    Claim declared;
    declared.id = std::to_string(claim + 1);
    declared.period = {Date::from_serial(first_day + 30 * claim),
                       Date::from_serial(first_day + 30 * claim + 29)};
    declared.status = Claim::Status::submitted;
    dossier.project.claims.push_back(declared);
    static_cast<void>(dossier.codes.claims.intern(declared.id));
  }
  static_cast<void>(dossier.codes.tasks.intern("1"));
  for (int partner = 0; partner < 3; ++partner) {
    const std::string id = "p" + std::to_string(partner);
    static_cast<void>(dossier.codes.partners.intern(id));
    Partner declared;
    declared.id = id;
    declared.leads = partner == 1;
    dossier.project.budget.latest().partners.push_back(declared);
  }
  Money left = direct;
  const int documents = random.number(1, 25);
  for (int i = 0; i < documents; ++i) {
    ExpenditureRow row;
    const bool is_last = i + 1 == documents;
    const std::int64_t most = std::max<std::int64_t>(left.minor_units() / 2, 50);
    row.eligible =
        is_last ? left : Money::minor(random.between(random.chance(20) ? -most : 0, most));
    left -= row.eligible;
    row.task = 1;
    row.partner = static_cast<Code>(random.number(0, 3));  // 0: the leader's
    row.grant = Money::minor(row.eligible.minor_units() / 100 * random.between(0, 100));
    row.paid = Date::from_serial(first_day + random.number(0, 179));
    if (random.chance(60)) row.claim = static_cast<Code>(random.number(1, 6));
    dossier.logs.expenditures.push_back(row);
  }
  return dossier;
}

}  // namespace

TEST_CASE("ten thousand random agreements cut into claims end at what the whole would give") {
  for (std::uint64_t seed = 1; seed <= 10'000; ++seed) {
    Random random(seed);
    INFO("seed " << seed);
    const Financing financing = random_financing(random);
    Dossier dossier = random_dossier(random, financing.total);
    dossier.project.financing.set({financing});
    const ClaimedCosts claimed(dossier, std::nullopt);
    std::vector<Money> received(financing.sources.size());
    for (std::size_t claim = 0; claim < dossier.project.claims.size(); ++claim) {
      const ClaimedCosts::Share share = claimed.of(claim);
      if (sum(share.sources) != share.eligible) FAIL("claim " << claim + 1);
      for (std::size_t i = 0; i < received.size(); ++i) received[i] += share.sources[i];
    }
    const Date end = Date::from_serial(first_day + 179);
    if (Expenditure(dossier).on(end).shares() != received) FAIL("by payment, at the end");
    const std::vector<Money> whole = financing.shares(financing.total);
    for (std::size_t i = 0; i < received.size(); ++i) {
      if (received[i] != whole[i]) FAIL(received[i].text() << " is not " << whole[i].text());
    }
  }
}

TEST_CASE("the partners' costs and shares add up to the project's on every day") {
  for (std::uint64_t seed = 1; seed <= 3'000; ++seed) {
    Random random(seed);
    INFO("seed " << seed);
    Financing financing;
    financing.total = Money::minor(random.between(1'000, 100'000'000));
    for (int i = 0; i < 3; ++i) {
      FundingSource source;
      source.kind = kinds[static_cast<std::size_t>(i)];
      source.rounding = roundings[static_cast<std::size_t>(random.number(0, 3))];
      source.remainder = i == 2;
      if (i < 2) source.rate = Rate::of(random.between(1, 4'500), 10'000);
      financing.sources.push_back(std::move(source));
    }
    if (seed % 2 == 0) financing.split_by = Financing::SplitBy::documents;
    Dossier dossier = random_dossier(random, financing.total);
    dossier.project.financing.set({financing});
    if (random.chance(70)) {
      dossier.project.budget.latest().indirect =
          FlatRate::of_direct(Rate::of(random.between(1, 4'000), 10'000));
    }
    const Expenditure expenditure(dossier);
    for (int day = first_day - 1; day < first_day + 180; day += 7) {
      const Date date = Date::from_serial(day);
      const Costs costs = expenditure.on(date);
      const auto partners = costs.of_partners();
      const auto shares = costs.shares();
      Money eligible;
      std::vector<Money> by_source(shares.size());
      for (const auto& partner : partners) {
        eligible += partner.eligible;
        if (sum(partner.shares) != partner.eligible) FAIL("a partner's shares, day " << day);
        for (std::size_t i = 0; i < shares.size(); ++i) by_source[i] += partner.shares[i];
      }
      if (eligible != costs.eligible()) FAIL("eligible, day " << day);
      if (by_source != shares) FAIL("by source, day " << day);
    }
  }
}

TEST_CASE("an amendment moves what adjustment_on says, and the rest is the new documents'") {
  for (std::uint64_t seed = 1; seed <= 2'000; ++seed) {
    Random random(seed);
    INFO("seed " << seed);
    Financing first = random_financing(random);
    Financing second = random_financing(random);
    while (second.sources.size() != first.sources.size()) second = random_financing(random);
    const Date amended = Date::from_serial(first_day + random.number(1, 170));
    second.valid_from = amended;
    Dossier dossier = random_dossier(random, first.total);
    dossier.project.financing.set({first, second});
    const Expenditure expenditure(dossier);
    const Date before = amended.plus_days(-1);
    const auto old_shares = first.shares(expenditure.on(before).eligible());
    const auto new_shares = second.shares(expenditure.on(before).eligible());
    const auto moved = expenditure.adjustment_on(amended);
    for (std::size_t i = 0; i < moved.size(); ++i) {
      if (moved[i] != new_shares[i] - old_shares[i]) FAIL("source " << i);
    }
    if (sum(moved) != Money()) FAIL("an amendment of the financing moves nothing in total");
  }
}

TEST_CASE(
    "advances: received less returned is settled and open, and the rule says what is missing") {
  Dossier dossier;
  Project& project = dossier.project;
  project.period = {*Date::from(2022, 1, 1), *Date::from(2022, 12, 31)};
  Financing financing;
  financing.total = Money::minor(100'000);
  FundingSource eu;
  eu.kind = SourceKind::eu;
  eu.rate = Rate::of(85, 100);
  FundingSource own;
  own.kind = SourceKind::own;
  own.remainder = true;
  financing.sources = {eu, own};
  project.financing.set({financing});
  project.advances_rule = Rate::of(7, 10);
  const auto advance = [&](int month, std::int64_t amount, Advance::Direction direction) {
    Advance made;
    made.date = *Date::from(2022, month, 1);
    made.amount = Money::minor(amount);
    made.direction = direction;
    project.advances.push_back(made);
  };
  advance(1, 50'001, Advance::Direction::received);
  advance(6, 10'000, Advance::Direction::returned);
  const auto claim = [&](const char* id, int from, int to, Claim::Status status) {
    project.claims.push_back(
        {id, {*Date::from(2022, from, 1), *Date::from(2022, to, 30)}, status, {}, {}, {}, {}});
    static_cast<void>(dossier.codes.claims.intern(id));
  };
  claim("1", 1, 4, Claim::Status::paid);
  claim("2", 5, 9, Claim::Status::draft);
  static_cast<void>(dossier.codes.tasks.intern("1"));
  ExpenditureRow row;
  row.task = 1;
  row.paid = *Date::from(2022, 2, 1);
  row.eligible = Money::minor(20'000);
  dossier.logs.expenditures.push_back(row);
  row.paid = *Date::from(2022, 7, 1);
  dossier.logs.expenditures.push_back(row);
  const Expenditure expenditure(dossier);

  const Settlement march = compute_settlement(dossier, expenditure, *Date::from(2022, 3, 31));
  CHECK(march.received.text() == "500.01");
  CHECK(march.settled.text() == "0.00");
  CHECK(march.claims.empty());
  CHECK(march.missing.value().text() == "350.01");  // 70 % of 500.01 is 350.007, rounded up

  // The draft claim does not settle, so only the first document does: 85 % of 200.00.
  const Settlement september = compute_settlement(dossier, expenditure, *Date::from(2022, 9, 30));
  CHECK(september.returned.text() == "100.00");
  CHECK(september.settled.text() == "170.00");
  CHECK(september.claims == std::vector<std::string>{"1"});
  CHECK(september.open.text() == "230.01");
  CHECK(september.percent.value().text() == "42.50");
  CHECK(september.missing.value().text() == "110.01");

  // 73 of 365 days, 200.00 spent: five times as much by the end.
  const auto forecast = compute_forecast(project, expenditure, *Date::from(2022, 3, 14));
  REQUIRE(forecast);
  CHECK(forecast->elapsed_days == 73);
  CHECK(forecast->project_days == 365);
  CHECK(forecast->at_end.text() == "1000.00");
  CHECK_FALSE(compute_forecast(project, expenditure, *Date::from(2021, 12, 31)).has_value());
}

}  // namespace euproj
