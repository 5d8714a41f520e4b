#include "app/cli/reporting_period.hpp"

#include <doctest/doctest.h>

namespace euproj {
namespace {

Date day(int year, int month, int number) { return *Date::from(year, month, number); }

const Period project{day(2022, 1, 1), day(2023, 9, 30)};

/// "first last file_part", or the fault.
std::string resolved(std::string_view asked, std::optional<Date> as_of = {},
                     Date today = day(2022, 3, 15)) {
  const auto period = resolve_period(asked, as_of, project, today);
  if (!period) {
    switch (period.reason()) {
      case PeriodFault::shape:
        return "shape";
      case PeriodFault::empty:
        return "empty";
      case PeriodFault::as_of_outside:
        return "as-of outside";
    }
  }
  return period->period.first.iso() + " " + period->period.last.iso() + " " + period->file_part;
}

}  // namespace

TEST_CASE("each form of --period names its days and its file") {
  CHECK(resolved("2022-05") == "2022-05-01 2022-05-31 2022-05");
  CHECK(resolved("2024-02") == "2024-02-01 2024-02-29 2024-02");
  CHECK(resolved("2022-Q1") == "2022-01-01 2022-03-31 2022-Q1");
  CHECK(resolved("2022-Q4") == "2022-10-01 2022-12-31 2022-Q4");
  CHECK(resolved("2022") == "2022-01-01 2022-12-31 2022");
  CHECK(resolved("2022-05-02..2022-06-30") == "2022-05-02 2022-06-30 2022-05-02_2022-06-30");
  CHECK(resolved("last-month") == "2022-02-01 2022-02-28 2022-02");
  CHECK(resolved("last-month", {}, day(2022, 1, 31)) == "2021-12-01 2021-12-31 2021-12");
  CHECK(resolved("last-month", {}, day(2022, 3, 31)) == "2022-02-01 2022-02-28 2022-02");
  CHECK(resolved("all") == "2022-01-01 2022-03-15 all");
  CHECK(resolved("all", {}, day(2021, 12, 1)) == "2022-01-01 2022-01-01 all");
}

TEST_CASE("--as-of ends the period on that day, and must lie in it") {
  CHECK(resolved("2022-05", day(2022, 5, 15)) == "2022-05-01 2022-05-15 2022-05-01_2022-05-15");
  CHECK(resolved("2022-05", day(2022, 5, 31)) == "2022-05-01 2022-05-31 2022-05");
  CHECK(resolved("2022-05", day(2022, 6, 1)) == "as-of outside");
  CHECK(resolved("2022-05", day(2022, 4, 30)) == "as-of outside");
  CHECK(resolved("all", day(2023, 1, 31)) == "2022-01-01 2023-01-31 2022-01-01_2023-01-31");
  CHECK(resolved("all", day(2021, 12, 31)) == "as-of outside");
  CHECK(resolved("last-month", day(2023, 1, 31)) == "2022-12-01 2022-12-31 2022-12");
}

TEST_CASE("what is no period is refused") {
  for (const char* asked :
       {"", "2022-13", "2022-00", "2022-5", "2022-Q0", "2022-Q5", "22", "may", "2022-05-01..",
        "..2022-05-01", "2022-02-30..2022-03-01", "2022-05-01.2022-06-30"}) {
    CAPTURE(asked);
    CHECK(resolved(asked) == "shape");
    CHECK_FALSE(is_period_text(asked));
  }
  CHECK(resolved("2022-05-02..2022-05-01") == "empty");
}

}  // namespace euproj
