#pragma once
// DaySpans: the days on which something holds, as disjoint half-open spans in order.
//
// The heart of counting: a condition on a person is not a yes or no but the set of days on which
// it is true, from what was known then (src/calc/README.md#day). The value on a day is how many
// sets hold it, so any period, every month and "counted since" come from one computation.
//
//                     1.03        1.04        1.05        1.06
//   started            [-------------------------------------->   from the first support on
//   exit known              [---------)           [----------->   a re-entry on 1.05 takes it back
//   outcome in time                 [------------------------->
//   all of them                     [-)           [----------->   operator&=; spans are [from,
//   until)

#include <algorithm>
#include <cstddef>
#include <memory>
#include <span>
#include <vector>

#include "euproj/core/date.hpp"

namespace euproj {

struct DaySpan {
  Date from;   // inside
  Date until;  // outside; Date::never() when it holds for ever

  friend bool operator==(const DaySpan&, const DaySpan&) = default;
};

class DaySpans {
 public:
  DaySpans() = default;  // no day
  DaySpans(const DaySpans& other)
      : first_(other.first_),
        all_(other.all_ ? std::make_unique<std::vector<DaySpan>>(*other.all_) : nullptr) {}
  DaySpans(DaySpans&&) noexcept = default;
  DaySpans& operator=(const DaySpans& other) { return *this = DaySpans(other); }
  DaySpans& operator=(DaySpans&&) noexcept = default;
  ~DaySpans() = default;
  [[nodiscard]] static DaySpans always() { return between(Date(), Date::never()); }
  /// No day when `first` is not known.
  [[nodiscard]] static DaySpans from(Date first) {
    return first.known() ? between(first, Date::never()) : DaySpans();
  }
  [[nodiscard]] static DaySpans between(Date from, Date until) {
    DaySpans spans;
    if (from < until) spans.first_ = {from, until};
    return spans;
  }

  [[nodiscard]] bool empty() const { return first_.from == first_.until; }
  [[nodiscard]] bool contains(Date day) const { return since(day) != Date::never(); }
  /// The day from which it has held without a break up to `day`; never() when it does not hold.
  [[nodiscard]] Date since(Date day) const;
  [[nodiscard]] std::span<const DaySpan> spans() const {
    return all_ ? std::span<const DaySpan>(*all_) : std::span(&first_, empty() ? 0 : 1);
  }

  // Nearly all sets are empty or one span, and an indicator makes several of each person.
  [[gnu::always_inline]] DaySpans& operator&=(const DaySpans& other) {
    if (all_ || other.all_) return keep_common(other);
    const DaySpan both{std::max(first_.from, other.first_.from),
                       std::min(first_.until, other.first_.until)};
    first_ = both.from < both.until ? both : DaySpan();
    return *this;
  }
  DaySpans& operator|=(const DaySpans& other) {
    if (other.empty()) return *this;
    return *this = empty() ? other : joined(other);
  }
  [[gnu::always_inline]] friend DaySpans operator&(DaySpans a, const DaySpans& b) {
    a &= b;
    return a;
  }
  friend DaySpans operator|(DaySpans a, const DaySpans& b) {
    a |= b;
    return a;
  }
  [[nodiscard]] DaySpans operator~() const;
  friend bool operator==(const DaySpans& a, const DaySpans& b) {
    return std::equal(a.spans().begin(), a.spans().end(), b.spans().begin(), b.spans().end());
  }

 private:
  DaySpans& keep_common(const DaySpans& other);
  [[nodiscard]] DaySpans joined(const DaySpans& other) const;

  void push_back(DaySpan span);

  // Ordered, disjoint, not touching, none empty.
  DaySpan first_;                              // empty: no day
  std::unique_ptr<std::vector<DaySpan>> all_;  // once they are several, the first among them
};

}  // namespace euproj
