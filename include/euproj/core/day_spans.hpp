#pragma once
// DaySpans: the days on which something holds, as disjoint half-open spans in order.
//
// The heart of counting: a condition on a person is not a yes or no but the set of days on which
// it is true, from what was known then (SPEC 4.1). The value on a day is how many sets hold it, so
// any period, every month and "counted since" come from one computation.

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
  [[nodiscard]] static DaySpans always();
  [[nodiscard]] static DaySpans from(Date first);  // no day when `first` is not known
  [[nodiscard]] static DaySpans between(Date from, Date until);

  [[nodiscard]] bool empty() const { return spans_.empty(); }
  [[nodiscard]] bool contains(Date day) const;
  /// The day from which it has held without a break up to `day`; never() when it does not hold.
  [[nodiscard]] Date since(Date day) const;
  [[nodiscard]] const std::vector<DaySpan>& spans() const { return spans_; }

  [[nodiscard]] DaySpans operator&(const DaySpans& other) const;
  [[nodiscard]] DaySpans operator|(const DaySpans& other) const;
  [[nodiscard]] DaySpans operator~() const;
  friend bool operator==(const DaySpans&, const DaySpans&) = default;

 private:
  std::vector<DaySpan> spans_;  // ordered, disjoint, not touching, none empty
};

}  // namespace euproj
