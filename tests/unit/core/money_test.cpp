// Money: text to grosze and back, both sides of its bounds, sums that are caught.

#include "euproj/core/money.hpp"

#include <doctest/doctest.h>

#include <optional>
#include <string>
#include <vector>

#include "euproj/core/limits.hpp"
#include "support/random.hpp"

namespace euproj {
namespace {

struct Good {
  std::string text;
  std::int64_t grosze;
};

TEST_CASE("an amount is read exactly from its text") {
  const std::vector<Good> cases = {
      {"0", 0},
      {"0.00", 0},
      {"-0.00", 0},
      {"1", 100},
      {"1.5", 150},
      {"1.50", 150},
      {"0.01", 1},
      {"-0.01", -1},
      {"+2.50", 250},
      {"007", 700},
      {"1042938.86", 104'293'886},
      {"-350.00", -35'000},
      {"\u2212350.00", -35'000},
      {"1234567890.12", 123'456'789'012},
  };
  for (const Good& good : cases) {
    INFO(good.text);
    REQUIRE(parse_money(good.text).ok());
    CHECK(parse_money(good.text)->minor_units() == good.grosze);
  }
}

TEST_CASE("with a declared comma and grouping, an amount is read as Polish spreadsheets write it") {
  const std::vector<Good> cases = {
      {"1 042 938,86", 104'293'886},
      {"1\u00A0042\u00A0938,86 zł", 104'293'886},
      {"1\u202F042\u202F938,86\u00A0PLN", 104'293'886},
      {"590208,13PLN", 59'020'813},
      {"999,5", 99'950},
      {"-12 345,00 zł", -1'234'500},
      {"1\u2009000", 100'000},
  };
  for (const Good& good : cases) {
    INFO(good.text);
    REQUIRE(parse_money(good.text, ',', Grouping::blanks).ok());
    CHECK(parse_money(good.text, ',', Grouping::blanks)->minor_units() == good.grosze);
  }
}

struct Bad {
  std::string text;
  char decimal;
  Grouping grouping;
  NumberFault fault;
};

TEST_CASE("text that is no amount says what is wrong with it") {
  const auto none = Grouping::none;
  const auto blanks = Grouping::blanks;
  const std::vector<Bad> cases = {
      {"", '.', none, NumberFault::shape},
      {"-", '.', none, NumberFault::shape},
      {".", '.', none, NumberFault::shape},
      {".50", '.', none, NumberFault::shape},
      {"5.", '.', none, NumberFault::shape},
      {"--5", '.', none, NumberFault::shape},
      {"1e5", '.', none, NumberFault::shape},
      {"0x10", '.', none, NumberFault::shape},
      {"12 zł", '.', none, NumberFault::shape},
      {"1 000", '.', none, NumberFault::shape},
      {"1.2.3", '.', none, NumberFault::shape},
      {"1 00", ',', blanks, NumberFault::shape},
      {"1000 000", ',', blanks, NumberFault::shape},
      {"1  000", ',', blanks, NumberFault::shape},
      {"300, 55", ',', blanks, NumberFault::shape},  // DOMAIN 3.4
      {"12.3456", '.', none, NumberFault::too_many_decimals},
      {"1234.567", '.', none, NumberFault::too_many_decimals},
      {"12.345", '.', none, NumberFault::ambiguous},
      {"781.795", '.', none, NumberFault::ambiguous},  // 781 795 zł, DOMAIN trap 43
      {"781.795", ',', none, NumberFault::ambiguous},
      {"390.147,50", ',', none, NumberFault::ambiguous},  // DOMAIN 3.4
      {"12,50", '.', none, NumberFault::other_decimal},
      {"12.50", ',', none, NumberFault::other_decimal},
  };
  for (const Bad& bad : cases) {
    INFO("`" << bad.text << "` with " << bad.decimal);
    const auto parsed = parse_money(bad.text, bad.decimal, bad.grouping);
    REQUIRE_FALSE(parsed.ok());
    CHECK(static_cast<int>(parsed.reason()) == static_cast<int>(bad.fault));
  }
}

TEST_CASE("the largest amount is read, one grosz more is too large") {
  CHECK(limits::money == 10'000'000'000'000);
  CHECK(parse_money("100000000000.00")->minor_units() == limits::money);
  CHECK(parse_money("-100000000000.00")->minor_units() == -limits::money);
  CHECK(parse_money("100000000000.01").reason() == NumberFault::too_large);
  CHECK(parse_money("-100000000000.01").reason() == NumberFault::too_large);
  CHECK(parse_money("99999999999999999999999999").reason() == NumberFault::too_large);
}

TEST_CASE("an amount is written with two decimals") {
  CHECK(Money().text() == "0.00");
  CHECK(Money::minor(5).text() == "0.05");
  CHECK(Money::minor(-5).text() == "-0.05");
  CHECK(Money::minor(10).text() == "0.10");
  CHECK(Money::minor(-100).text() == "-1.00");
  CHECK(Money::minor(104'293'886).text() == "1042938.86");
  CHECK(Money::minor(INT64_MAX).text() == "92233720368547758.07");
  CHECK(Money::minor(INT64_MIN).text() == "-92233720368547758.08");
}

TEST_CASE("what is written is read back as the same amount") {
  testing::Random random(23);
  for (int round = 0; round < 20'000; ++round) {
    const std::int64_t size = random.between(0, limits::money) >> random.number(0, 40);
    const Money amount = Money::minor(random.chance(50) ? size : -size);
    const auto again = parse_money(amount.text());
    if (!again.ok() || *again != amount) FAIL(amount.text());
  }
}

TEST_CASE("sums are exact, and one beyond 64 bits is caught") {
  CHECK(Money::minor(10) + Money::minor(-25) == Money::minor(-15));
  CHECK(Money::minor(10) - Money::minor(25) == Money::minor(-15));
  CHECK((Money::minor(INT64_MAX - 1) + Money::minor(1)).minor_units() == INT64_MAX);
  CHECK_THROWS_AS((void)(Money::minor(INT64_MAX) + Money::minor(1)), InternalError);
  CHECK_THROWS_AS((void)(Money::minor(INT64_MIN) - Money::minor(1)), InternalError);
}

TEST_CASE("shares of the published projects round as DOMAIN 4.2 shows") {
  const auto share = [](std::int64_t amount, std::string_view percent, Rounding rounding) {
    return share_of(Money::minor(amount), parse_percent(percent).value(), rounding).text();
  };
  CHECK(share(99'999'650, "93%", Rounding::down) == "929996.74");
  CHECK(share(99'999'650, "7%", Rounding::up) == "69999.76");
  CHECK(share(35'507'500, "9.5%", Rounding::down) == "33732.12");
  CHECK(share(104'293'886, "8%", Rounding::down) == "83435.10");
  CHECK(share(104'293'886, "7%", Rounding::up) == "73005.73");
  CHECK(share(39'014'750, "84.28%", Rounding::half_up) == "328816.31");
  CHECK(share(300, "85%", Rounding::down) == "2.55");  // binary doubles give 2.54 here
}

}  // namespace
}  // namespace euproj
