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
  friend bool operator==(const SexedQuantity&, const SexedQuantity&) = default;
};

struct IndicatorSeries {
  Series<SexedQuantity> values;  // empty for a ratio
  bool sexes = false;            // women and men are known and may be shown
};

/// In the order of Project::indicators.
[[nodiscard]] std::vector<IndicatorSeries> compute_indicators(const Dossier& dossier,
                                                              std::size_t threads = 1);
/// In the same pass over the persons also what the indicators of `overlap` have in common.
[[nodiscard]] std::vector<IndicatorSeries> compute_indicators(const Dossier& dossier,
                                                              Overlap& overlap,
                                                              std::size_t threads = 1);

/// value(last) - value(first - 1).
[[nodiscard]] SexedQuantity period_value(const Series<SexedQuantity>& series, Period period);

/// numerator / denominator as a percentage of two decimals; none when the denominator is 0.
[[nodiscard]] std::optional<Quantity> ratio_value(Quantity numerator, Quantity denominator);

}  // namespace euproj
