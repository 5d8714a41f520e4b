#pragma once
// Period: first and last day, both inside. Never empty.

#include "euproj/core/date.hpp"

namespace euproj {

struct Period {
  Date first;
  Date last;

  [[nodiscard]] bool contains(Date day) const { return first <= day && day <= last; }
  friend bool operator==(const Period&, const Period&) = default;
};

/// Months from `first` to `last`, the begun ones included: 01.10.2017-31.12.2020 -> 39.
[[nodiscard]] int months_touched(Period period);

}  // namespace euproj
