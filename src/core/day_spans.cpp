#include "euproj/core/day_spans.hpp"

#include <algorithm>
#include <utility>

namespace euproj {

void DaySpans::push_back(DaySpan span) {
  if (empty()) {
    first_ = span;
    return;
  }
  if (!all_) all_ = std::make_unique<std::vector<DaySpan>>(1, first_);
  all_->push_back(span);
}

Date DaySpans::since(Date day) const {
  for (const DaySpan& span : spans()) {
    if (span.from <= day && day < span.until) return span.from;
  }
  return Date::never();
}

// Both lists are in order and without overlaps, so one walk through both gives what they share:
//
//   mine     [-----)      [---------)
//   others      [-----------)   [------)
//   common      [--)      [-)   [---)       whichever ends first makes room for its next one
DaySpans& DaySpans::keep_common(const DaySpans& other) {
  DaySpans both;
  const std::span<const DaySpan> mine = spans();
  const std::span<const DaySpan> others = other.spans();
  auto a = mine.begin();
  auto b = others.begin();
  while (a != mine.end() && b != others.end()) {
    const Date from = std::max(a->from, b->from);
    const Date until = std::min(a->until, b->until);
    if (from < until) both.push_back({from, until});
    (a->until < b->until ? a : b)++;
  }
  return *this = std::move(both);
}

// The spans of both by their first days; one that begins where the last one ends, or before,
// lengthens it: [1, 5) and [5, 9) are [1, 9), for the day 5 is in the second.
DaySpans DaySpans::joined(const DaySpans& other) const {
  const std::span<const DaySpan> mine = spans();
  const std::span<const DaySpan> others = other.spans();
  DaySpans either;
  auto a = mine.begin();
  auto b = others.begin();
  while (a != mine.end() || b != others.end()) {
    const bool from_mine = b == others.end() || (a != mine.end() && a->from <= b->from);
    const DaySpan span = *(from_mine ? a : b)++;
    DaySpan& last = either.all_ ? either.all_->back() : either.first_;
    if (!either.empty() && span.from <= last.until) {
      last.until = std::max(last.until, span.until);
    } else {
      either.push_back(span);
    }
  }
  return either;
}

// The gaps, from before all days to after them: the unknown day counts as the earliest one, so
// "not" of nothing is always, and of always nothing.
DaySpans DaySpans::operator~() const {
  DaySpans rest;
  Date from;
  for (const DaySpan& span : spans()) {
    if (from < span.from) rest.push_back({from, span.from});
    from = span.until;
  }
  if (from < Date::never()) rest.push_back({from, Date::never()});
  return rest;
}

}  // namespace euproj
