#include "euproj/core/day_spans.hpp"

#include <algorithm>

namespace euproj {

Date DaySpans::since(Date day) const {
  for (const DaySpan& span : spans_.all()) {
    if (span.from <= day && day < span.until) return span.from;
  }
  return Date::never();
}

DaySpans DaySpans::common(const DaySpans& other) const {
  DaySpans both;
  const std::span<const DaySpan> mine = spans_.all();
  const std::span<const DaySpan> others = other.spans_.all();
  auto a = mine.begin();
  auto b = others.begin();
  while (a != mine.end() && b != others.end()) {
    const Date from = std::max(a->from, b->from);
    const Date until = std::min(a->until, b->until);
    if (from < until) both.spans_.push_back({from, until});
    (a->until < b->until ? a : b)++;
  }
  return both;
}

DaySpans DaySpans::joined(const DaySpans& other) const {
  const std::span<const DaySpan> mine = spans_.all();
  const std::span<const DaySpan> others = other.spans_.all();
  DaySpans either;
  auto a = mine.begin();
  auto b = others.begin();
  while (a != mine.end() || b != others.end()) {
    const bool from_mine = b == others.end() || (a != mine.end() && a->from <= b->from);
    const DaySpan span = *(from_mine ? a : b)++;
    if (!either.spans_.empty() && span.from <= either.spans_.back().until) {
      either.spans_.back().until = std::max(either.spans_.back().until, span.until);
    } else {
      either.spans_.push_back(span);
    }
  }
  return either;
}

DaySpans DaySpans::operator~() const {
  DaySpans rest;
  Date from;
  for (const DaySpan& span : spans_.all()) {
    if (from < span.from) rest.spans_.push_back({from, span.from});
    from = span.until;
  }
  if (from < Date::never()) rest.spans_.push_back({from, Date::never()});
  return rest;
}

}  // namespace euproj
