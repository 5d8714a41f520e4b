#include <doctest/doctest.h>

#include <string>

#include "euproj/core/split.hpp"
#include "support/random.hpp"

namespace euproj {
namespace {

using Rounds = std::vector<Rounding>;
using Positions = std::vector<std::size_t>;

constexpr auto down = Rounding::down;
constexpr auto half_up = Rounding::half_up;
constexpr auto half_even = Rounding::half_even;
constexpr auto up = Rounding::up;

Money money(const char* text) { return parse_money(text).value(); }

InferredSplit infer(const char* total, const std::vector<const char*>& parts) {
  std::vector<Money> amounts;
  for (const char* part : parts) amounts.push_back(money(part));
  return infer_split(money(total), amounts);
}

void check(const InferredPart& part, const char* percent, const Rounds& roundings) {
  REQUIRE(part.found);
  CHECK(part.found->rate.percent_text() == percent);
  CHECK(part.found->roundings == roundings);
}

TEST_CASE("the published splits show their rates and roundings (src/calc/README.md#split)") {
  const auto bytom = infer("999996.50", {"929996.74", "69999.76"});
  check(bytom.parts[0], "93", {down, half_even});
  check(bytom.parts[1], "7", {half_up, half_even, up});
  CHECK(bytom.remainders == Positions{0, 1});

  const auto opole = infer("355075.00", {"301813.75", "33732.12", "19529.13"});
  check(opole.parts[0], "85", {down, half_up, half_even, up});
  check(opole.parts[1], "9.5", {down, half_even});
  check(opole.parts[2], "5.5", {half_up, up});
  CHECK(opole.remainders == Positions{0, 1, 2});

  const auto jastrzebie = infer("1042938.86", {"886498.03", "83435.10", "73005.73"});
  check(jastrzebie.parts[1], "8", {down});
  check(jastrzebie.parts[2], "7", {up});
  CHECK(jastrzebie.remainders == Positions{0, 1, 2});

  const auto aleksandrow = infer("390147.50", {"328816.31", "61331.19"});
  check(aleksandrow.parts[0], "84.28", {down, half_up, half_even});
  check(infer("385727.00", {"345225.66"}).parts[0], "89.5", {down, half_even});
}

TEST_CASE("a fixed amount stands out, with how far it is from the nearest rate") {
  const auto lublin = infer("590208.13", {"501676.91", "59030.72", "29500.50"});
  check(lublin.parts[0], "85", {down, half_up, half_even});
  CHECK_FALSE(lublin.parts[1].found);
  CHECK(lublin.parts[1].nearest.rate.percent_text() == "10");
  CHECK(lublin.parts[1].nearest.gives == money("59020.81"));
  CHECK(lublin.parts[1].nearest.away == money("9.91"));
  CHECK(lublin.parts[2].nearest.away == money("-9.91"));
  CHECK(lublin.remainders.empty());

  const auto bartoszyce = infer("781795.00", {"42000.00"});
  CHECK_FALSE(bartoszyce.parts[0].found);
  CHECK(bartoszyce.rest == money("739795.00"));
  CHECK(bartoszyce.remainders.empty());
}

TEST_CASE("the one part that no rate gives can take the remainder") {
  const auto split = infer("1000.00", {"850.00", "80.00", "70.00"});
  CHECK(split.remainders == Positions{0, 1, 2});
  CHECK(infer("590208.13", {"501676.91", "88531.22"}).remainders == Positions{0, 1});
  CHECK(infer("590208.13", {"501676.91", "59020.81", "29510.41"}).remainders == Positions{0, 1, 2});
  CHECK(infer("100000.00", {"85000.00", "9999.99"}).remainders.empty());
  CHECK(infer("100000.00", {"85000.00"}).remainders == Positions{1});
}

TEST_CASE("of several rates the one with the fewest decimals is named") {
  const auto split = infer("0.12", {"0.10"});
  check(split.parts[0], "83", {half_up, half_even, up});
  // 75.01 % to 91.66 % and their roundings: every rate whose share is above 9 and below 11 grosze.
  CHECK(split.parts[0].found->others == 1665);
  check(infer("1.00", {"0.00"}).parts[0], "0.1", {down, half_up, half_even});
}

TEST_CASE("what a rate and a rounding gave is found again") {
  testing::Random random(7);
  for (int i = 0; i < 20'000; ++i) {
    const Money total = Money::minor(random.between(1, random.chance(50) ? 1'000 : 900'000'000));
    const Rate rate = Rate::of(random.between(1, 10'000), 10'000);
    const Rounding rounding = random.pick(Rounds{down, half_up, half_even, up});
    const std::vector<Money> part = {share_of(total, rate, rounding)};
    const InferredSplit split = infer_split(total, part);
    REQUIRE(split.parts[0].found);
    const ReproducingRate& found = *split.parts[0].found;
    for (const Rounding named : found.roundings) {
      CHECK(share_of(total, found.rate, named) == part[0]);
    }
    if (found.others == 0) CHECK(found.rate == rate);
  }
}

TEST_CASE("a list shows its usual rates; one meeting, or a small project, makes none") {
  const auto part = [](const char* total, const char* amount) {
    return PublishedPart{money(total), money(amount)};
  };
  const std::vector<PublishedPart> list = {
      part("100000.01", "85000.00"),   // exact 85000.0085: down
      part("200000.01", "170000.01"),  // exact 170000.0085: half up
      part("300000.00", "255000.00"), part("150000.00", "91234.56"),
      part("99999.99", "33.33"),      part("1.00", "0.85"),
  };
  const InferredList inferred = infer_list(list);
  REQUIRE(inferred.rates.size() == 1);
  const RateTally& tally = inferred.rates.front();
  CHECK(tally.rate.percent_text() == "85");
  CHECK(tally.met == 4);
  CHECK(tally.down == 3);
  CHECK(tally.half_up == 3 + 0);
  CHECK(inferred.of_other_rate == 2);
}

TEST_CASE("a list of small projects alone shows the rates that its amounts belong to") {
  const auto part = [](const char* total, const char* amount) {
    return PublishedPart{money(total), money(amount)};
  };
  const std::vector<PublishedPart> list = {part("1000.00", "850.00"), part("333.33", "283.33"),
                                           part("700.05", "595.04"), part("500.00", "123.45")};
  const InferredList inferred = infer_list(list);
  REQUIRE(inferred.rates.size() == 1);
  CHECK(inferred.rates.front().rate.percent_text() == "85");
  CHECK(inferred.rates.front().met == 3);
  CHECK(inferred.rates.front().down == 3);
  CHECK(inferred.of_other_rate == 1);
}

}  // namespace
}  // namespace euproj
