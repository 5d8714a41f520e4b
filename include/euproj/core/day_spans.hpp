#pragma once
// DaySpans: the days on which something holds, as disjoint half-open spans in order.
//
// The heart of counting: a condition on a person is not a yes or no but the set of days on which
// it is true, from what was known then (SPEC 4.1). The value on a day is how many sets hold it, so
// any period, every month and "counted since" come from one computation.

#include <algorithm>
#include <array>
#include <cstddef>
#include <span>
#include <vector>

#include "euproj/core/date.hpp"

namespace euproj {

struct DaySpan {
  Date from;   // inside
  Date until;  // outside; Date::never() when it holds for ever

  friend bool operator==(const DaySpan&, const DaySpan&) = default;
};

/// A list of spans: the first two in place, since nearly no person has more.
class SpanList {
 public:
  void push_back(DaySpan span) {
    if (size_ == few_.size()) many_.assign(few_.begin(), few_.end());
    if (size_ < few_.size()) {
      few_[size_] = span;
    } else {
      many_.push_back(span);
    }
    ++size_;
  }
  [[nodiscard]] std::span<const DaySpan> all() const {
    return size_ <= few_.size() ? std::span(few_).first(size_) : std::span(many_);
  }
  [[nodiscard]] bool empty() const { return size_ == 0; }
  [[nodiscard]] DaySpan& back() {
    if (size_ > few_.size()) return many_.back();
    return few_[size_ - 1];
  }

  friend bool operator==(const SpanList& a, const SpanList& b) {
    return std::equal(a.all().begin(), a.all().end(), b.all().begin(), b.all().end());
  }

 private:
  std::size_t size_ = 0;
  std::array<DaySpan, 2> few_{};
  std::vector<DaySpan> many_;  // all of them, once they are more
};

class DaySpans {
 public:
  DaySpans() = default;  // no day
  [[nodiscard]] static DaySpans always() { return between(Date(), Date::never()); }
  /// No day when `first` is not known.
  [[nodiscard]] static DaySpans from(Date first) {
    return first.known() ? between(first, Date::never()) : DaySpans();
  }
  [[nodiscard]] static DaySpans between(Date from, Date until) {
    DaySpans spans;
    if (from < until) spans.spans_.push_back({from, until});
    return spans;
  }

  [[nodiscard]] bool empty() const { return spans_.empty(); }
  [[nodiscard]] bool contains(Date day) const { return since(day) != Date::never(); }
  /// The day from which it has held without a break up to `day`; never() when it does not hold.
  [[nodiscard]] Date since(Date day) const;
  [[nodiscard]] std::span<const DaySpan> spans() const { return spans_.all(); }

  // Nearly all sets are empty or one span, and an indicator makes several of each person.
  [[nodiscard]] DaySpans operator&(const DaySpans& other) const {
    if (empty() || other.empty()) return {};
    if (spans().size() > 1 || other.spans().size() > 1) return common(other);
    const DaySpan& mine = spans().front();
    const DaySpan& its = other.spans().front();
    return between(std::max(mine.from, its.from), std::min(mine.until, its.until));
  }
  [[nodiscard]] DaySpans operator|(const DaySpans& other) const {
    if (other.empty()) return *this;
    return empty() ? other : joined(other);
  }
  [[nodiscard]] DaySpans operator~() const;
  friend bool operator==(const DaySpans&, const DaySpans&) = default;

 private:
  [[nodiscard]] DaySpans common(const DaySpans& other) const;
  [[nodiscard]] DaySpans joined(const DaySpans& other) const;

  SpanList spans_;  // ordered, disjoint, not touching, none empty
};

}  // namespace euproj
