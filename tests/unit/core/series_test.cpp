// Series: the sum of changes up to a day.

#include "euproj/core/series.hpp"

#include <doctest/doctest.h>

#include <map>

#include "euproj/core/money.hpp"
#include "support/random.hpp"

namespace euproj {
namespace {

Date day(int number) { return Date::from_serial(19'000 + number); }

TEST_CASE("an empty series is 0 on every day") {
  Series<Money> series;
  series.finish();
  CHECK(series.at(day(0)).is_zero());
  CHECK(series.at(Date::never()).is_zero());
}

TEST_CASE("a change counts on its day and on every later one") {
  Series<Money> series;
  series.add(day(5), Money::minor(70));
  series.add(day(3), Money::minor(10));
  series.add(day(5), Money::minor(-20));
  series.finish();
  CHECK(series.at(day(2)) == Money::minor(0));
  CHECK(series.at(day(3)) == Money::minor(10));
  CHECK(series.at(day(4)) == Money::minor(10));
  CHECK(series.at(day(5)) == Money::minor(60));
  CHECK(series.at(Date::never()) == Money::minor(60));
  CHECK(series.at(Date()) == Money::minor(0));
}

TEST_CASE("a long series is the sum of its changes") {
  testing::Random random(11);
  for (const int changes : {4'095, 4'096, 4'097, 30'000}) {
    Series<Money> series;
    std::map<int, std::int64_t> plain;
    for (int i = 0; i < changes; ++i) {
      const int on = random.number(0, 8'000);
      const std::int64_t amount = random.between(-1'000, 1'000);
      series.add(day(on), Money::minor(amount));
      plain[on] += amount;
    }
    series.finish();
    std::int64_t sum = 0;
    for (int on = 0; on <= 8'000; ++on) {
      sum += plain[on];
      if (series.at(day(on)).minor_units() != sum) FAIL(changes << " changes, day " << on);
    }
  }
}

TEST_CASE("days no calendar of a project has are summed as well") {
  Series<Money> series;
  series.add(Date::never(), Money::minor(5));
  series.add(day(1), Money::minor(10));
  series.add(Date(), Money::minor(1));
  series.add(Date::from_serial(-30'000), Money::minor(100));
  Series<Money> more;
  more.add(day(1), Money::minor(1'000));
  more.add(day(2), Money::minor(10'000));
  series.add(more);
  series.finish();
  CHECK(series.at(Date()) == Money::minor(1));
  CHECK(series.at(day(0)) == Money::minor(101));
  CHECK(series.at(day(1)) == Money::minor(1'111));
  CHECK(series.at(day(2)) == Money::minor(11'111));
  CHECK(series.at(Date::never()) == Money::minor(11'116));
}

}  // namespace
}  // namespace euproj
