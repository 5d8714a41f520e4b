#pragma once
// The value of every indicator on every day (SPEC 4.1-4.4).

#include <optional>
#include <vector>

#include "euproj/calc/overlap.hpp"
#include "euproj/core/period.hpp"
#include "euproj/core/series.hpp"
#include "euproj/model/dossier.hpp"

namespace euproj {

/// An amount in total and of women and men. Units whose sex is not known are in the total alone.
struct SexedQuantity {
  Quantity total;
  Quantity women;
  Quantity men;

  SexedQuantity& operator+=(const SexedQuantity& other) {
    total += other.total;
    women += other.women;
    men += other.men;
    return *this;
  }
  SexedQuantity& operator-=(const SexedQuantity& other) {
    total -= other.total;
    women -= other.women;
    men -= other.men;
    return *this;
  }
  SexedQuantity operator-() const {
    SexedQuantity result;
    return result -= *this;
  }
  friend bool operator==(const SexedQuantity&, const SexedQuantity&) = default;
};

struct IndicatorSeries {
  Series<SexedQuantity> values;  // empty for a ratio
  bool sexes = false;            // women and men are known and may be shown
};

/// value(last) - value(first - 1).
[[nodiscard]] SexedQuantity period_value(const Series<SexedQuantity>& series, Period period);

/// numerator / denominator as a percentage of two decimals; none when the denominator is 0.
[[nodiscard]] std::optional<Quantity> ratio_value(Quantity numerator, Quantity denominator);

}  // namespace euproj
