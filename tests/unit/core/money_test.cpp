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
      {"98.500,00 zł", 9'850'000},
      {"1.480,10", 148'010},
      {"1.234.567", 123'456'700},
      {"12.345.678,9", 1'234'567'890},
      {"zł 12,00", 1'200},
      {"pln12,00", 1'200},
      {"12 ZŁ", 1'200},
      {"-12,00 PLN", -1'200},
      {"PLN -12,00", -1'200},
      {"-zł 12,00", -1'200},
      {"\u221212,00\u00A0zł", -1'200},
  };
  for (const Good& good : cases) {
    INFO(good.text);
    REQUIRE(parse_money(good.text, ',', Grouping::thousands, "PLN").ok());
    CHECK(parse_money(good.text, ',', Grouping::thousands, "PLN")->minor_units() == good.grosze);
  }
}

TEST_CASE("a dot groups as well as a comma does, each beside the other as the decimal sign") {
  CHECK(parse_money("1,480.10", '.', Grouping::thousands)->minor_units() == 148'010);
  CHECK(parse_money("1,234,567", '.', Grouping::thousands)->minor_units() == 123'456'700);
  CHECK(parse_money("-1.234,56", ',', Grouping::thousands)->minor_units() == -123'456);
}

TEST_CASE("the currency beside an amount is the project's, in any spelling") {
  const auto fault = [](const char* text, const char* currency) {
    const auto parsed = parse_money(text, '.', Grouping::thousands, currency);
    return parsed ? "" : parsed.reason() == NumberFault::other_currency ? "other" : "shape";
  };
  for (const std::string text : {"7 €", "€7", "EUR 7", "7eur", "7 euro", "-€7", "+7 EUR"}) {
    CAPTURE(text);
    CHECK(std::string(fault(text.c_str(), "EUR")) == "");
    CHECK(std::string(fault(text.c_str(), "PLN")) == "other");
    CHECK(std::string(fault(text.c_str(), "*")) == "");
  }
  CHECK(std::string(fault("7 zł", "EUR")) == "other");
  CHECK(std::string(fault("(7 zł)", "EUR")) == "other");
  CHECK(std::string(fault("$12.00", "PLN")) == "other");
  CHECK(std::string(fault("$12.00", "CAD")) == "");
  CHECK(std::string(fault("7 Kč", "CZK")) == "");
  CHECK(std::string(fault("7 XYZ", "XYZ")) == "");  // whatever the project says that it has
  CHECK(std::string(fault("7 XYZ", "PLN")) == "shape");
  CHECK(std::string(fault("7 szt", "PLN")) == "shape");
  CHECK(std::string(fault("PLN 7 zł", "PLN")) == "shape");
  CHECK(std::string(fault("7 zł", "")) == "other");  // where no currency may stand
}

TEST_CASE("an amount that a spreadsheet computed is the grosz that it means") {
  const auto read = [](const char* text) {
    const auto parsed = parse_money(text, '.', Grouping::thousands);
    return parsed ? parsed->text() : std::to_string(static_cast<int>(parsed.reason()));
  };
  const std::string refused = std::to_string(static_cast<int>(NumberFault::too_many_decimals));
  CHECK(read("85.2000000000001") == "85.20");
  CHECK(read("85.1999999999999") == "85.20");
  CHECK(read("-0.9999999999999") == "-1.00");
  CHECK(read("85.200000009") == "85.20");
  CHECK(read("85.20000001") == "85.20");  // a millionth of a grosz
  CHECK(read("85.200000010") == "85.20");
  CHECK(read("85.2000000101") == refused);
  CHECK(read("85.19999999") == "85.20");
  CHECK(read("85.199999989") == refused);
  CHECK(read("33.3333333333333") == refused);
  CHECK(read("12.3400") == "12.34");
  CHECK(read("12.3450") == refused);
  CHECK(read("99999999999.9999999999") == "100000000000.00");
  CHECK(read("100000000000.0099999999") ==
        std::to_string(static_cast<int>(NumberFault::too_large)));
  CHECK(parse_money("12.3400").reason() == NumberFault::too_many_decimals);  // of a definition
}

struct Bad {
  std::string text;
  char decimal;
  Grouping grouping;
  NumberFault fault;
};

TEST_CASE("text that is no amount says what is wrong with it") {
  const auto none = Grouping::none;
  const auto blanks = Grouping::thousands;
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
      {"300, 55", ',', blanks, NumberFault::shape},  // src/read/README.md#spellings
      {"12.3456", '.', none, NumberFault::too_many_decimals},
      {"1234.567", '.', none, NumberFault::too_many_decimals},
      {"12.345", '.', none, NumberFault::ambiguous},
      {"781.795", '.', none, NumberFault::ambiguous},  // 781 795 zł, src/read/README.md#spellings
      {"781.795", ',', none, NumberFault::ambiguous},
      {"390.147,50", ',', none, NumberFault::ambiguous},  // src/read/README.md#spellings
      {"12,50", '.', none, NumberFault::other_decimal},
      {"12.50", ',', none, NumberFault::other_decimal},
      {"1.480,10", '.', blanks, NumberFault::other_decimal},
      {"1,480.10", ',', blanks, NumberFault::other_decimal},
      {"1.480", ',', blanks, NumberFault::ambiguous},
      {"1,480", '.', blanks, NumberFault::ambiguous},
      {"8.54,0", ',', blanks, NumberFault::shape},
      {"1.48,0", ',', blanks, NumberFault::shape},
      {"1.4800,10", ',', blanks, NumberFault::shape},
      {"1234.567,10", ',', blanks, NumberFault::shape},
      {"1 234.567,10", ',', blanks, NumberFault::shape},
      {"(85,40)", ',', blanks, NumberFault::negative_form},
      {"( 1 234,56 )", ',', blanks, NumberFault::negative_form},
      {"85,40-", ',', blanks, NumberFault::negative_form},
      {"85,40 \u2212", ',', blanks, NumberFault::negative_form},
      {"- 85,40", ',', blanks, NumberFault::negative_form},
      {"(85,40)", ',', none, NumberFault::shape},
      {"85,40-", ',', none, NumberFault::shape},
      {"(85.40)", ',', blanks, NumberFault::shape},
      {"(brak)", ',', blanks, NumberFault::shape},
      {"()", ',', blanks, NumberFault::shape},
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

TEST_CASE("shares of the published projects round as src/calc/README.md#split shows") {
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
