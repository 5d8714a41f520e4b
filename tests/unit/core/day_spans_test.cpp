// Sets of days: every operation against plain sets of numbers on a small line of days.

#include "euproj/core/day_spans.hpp"

#include <doctest/doctest.h>

#include <bitset>
#include <ostream>

#include "support/random.hpp"

namespace euproj {
namespace {

// Day numbers 0..23 stand for days; bit 0 stands for all days before, bit 23 for all after.
constexpr int line = 24;
using Days = std::bitset<line>;

Date day(int number) { return Date::from_serial(19'000 + number); }

/// The day that stands for a bit: far before, on the line, far after.
Date sample(int bit) {
  if (bit == 0) return day(-5'000);
  return bit == line - 1 ? day(5'000) : day(bit);
}

DaySpans spans_of(const Days& days) {
  DaySpans spans;
  for (int bit = 0; bit < line; ++bit) {
    if (!days[static_cast<std::size_t>(bit)]) continue;
    const Date from = bit == 0 ? Date() : day(bit);
    const Date until = bit == line - 1 ? Date::never() : day(bit + 1);
    spans = spans | DaySpans::between(from, until);
  }
  return spans;
}

bool same(const DaySpans& spans, const Days& days) {
  for (int bit = 0; bit < line; ++bit) {
    if (spans.contains(sample(bit)) != days[static_cast<std::size_t>(bit)]) return false;
  }
  return true;
}

/// Ordered, disjoint, not touching, none empty.
bool is_normal(const DaySpans& spans) {
  Date end;
  bool first = true;
  for (const DaySpan& span : spans.spans()) {
    if (span.from >= span.until || (!first && span.from <= end)) return false;
    end = span.until;
    first = false;
  }
  return true;
}

TEST_CASE("and, or and not of random sets of days are those of the days one by one") {
  testing::Random random(5);
  for (int round = 0; round < 20'000; ++round) {
    const Days a(random.next() & random.next());
    const Days b(random.next() | (round % 2 == 0 ? random.next() : 0));
    const DaySpans x = spans_of(a);
    const DaySpans y = spans_of(b);
    const bool right = same(x, a) && same(x & y, a & b) && same(x | y, a | b) && same(~x, ~a) &&
                       is_normal(x & y) && is_normal(x | y) && is_normal(~x);
    if (!right) FAIL(a << " " << b);
    if (~(x | y) != (~x & ~y) || ~~x != x || (x & ~x) != DaySpans()) FAIL("laws " << a << " " << b);
  }
}

TEST_CASE("a copy of any number of spans is a set of its own, and a set may meet itself") {
  testing::Random random(6);
  for (int round = 0; round < 2'000; ++round) {
    const Days a(random.next() & random.next());
    const Days b(random.next() & random.next());
    const DaySpans x = spans_of(a);
    DaySpans copy = x;
    copy |= spans_of(b);
    DaySpans assigned = spans_of(b);
    assigned = x;
    assigned &= spans_of(b);
    DaySpans own = x;
    const DaySpans& itself = own;
    own &= itself;
    own |= itself;
    const bool right = same(copy, a | b) && same(assigned, a & b) && own == x && same(x, a);
    if (!right) FAIL(a << " " << b);
  }
}

TEST_CASE("since is the first day of the span that holds the day") {
  const DaySpans spans = DaySpans::between(day(3), day(5)) | DaySpans::from(day(8));
  CHECK(spans.since(day(2)) == Date::never());
  CHECK(spans.since(day(3)) == day(3));
  CHECK(spans.since(day(4)) == day(3));
  CHECK(spans.since(day(5)) == Date::never());
  CHECK(spans.since(day(100)) == day(8));
}

TEST_CASE("spans that touch are one, so since reaches back over both") {
  const DaySpans spans = DaySpans::between(day(3), day(5)) | DaySpans::between(day(5), day(7));
  CHECK(spans.spans().size() == 1);
  CHECK(spans.since(day(6)) == day(3));
}

TEST_CASE("no day, every day, and the days from a day on") {
  CHECK(DaySpans().empty());
  CHECK_FALSE(DaySpans().contains(day(0)));
  CHECK(DaySpans::always().contains(day(0)));
  CHECK(~DaySpans() == DaySpans::always());
  CHECK((~DaySpans::always()).empty());
  CHECK(DaySpans::from(Date()).empty());
  CHECK(DaySpans::from(Date::never()).empty());
  CHECK(DaySpans::between(day(3), day(3)).empty());
  CHECK(DaySpans::between(day(4), day(3)).empty());
  CHECK(DaySpans::from(day(3)).contains(day(3)));
  CHECK_FALSE(DaySpans::from(day(3)).contains(day(2)));
}

}  // namespace
}  // namespace euproj
