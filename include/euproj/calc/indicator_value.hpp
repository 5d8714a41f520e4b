#pragma once
// The value of an indicator of any kind, from what was counted: up to a day, or in a period; and
// beside it what claims declared of it (src/calc/README.md#declared).

#include <optional>
#include <vector>

#include "euproj/calc/people_counts.hpp"
#include "euproj/model/dossier.hpp"

namespace euproj {

/// Total, women and men; none: not said, or not known. No total: a ratio or a criterion over 0.
struct KnownSexes {
  std::optional<Quantity> total;
  std::optional<Quantity> women;
  std::optional<Quantity> men;
};

/// On the evening of `day`. `indicators`: of all indicators, counted for any period.
[[nodiscard]] KnownSexes cumulative_value(const Dossier& dossier,
                                          const std::vector<IndicatorSeries>& indicators,
                                          std::size_t position, Date day);
/// The total of it to compare with a limit: a percentage is not rounded to what is shown, so 49.996
/// does not reach 50. It has the four decimals that a limit may have; what is less falls away.
[[nodiscard]] std::optional<Quantity> value_to_compare(
    const Dossier& dossier, const std::vector<IndicatorSeries>& indicators, std::size_t position,
    Date day);
/// Of `when: period` those supported in it; of others what the period added.
[[nodiscard]] KnownSexes value_in(const Dossier& dossier,
                                  const std::vector<IndicatorSeries>& indicators,
                                  std::size_t position, Period period);

struct Declared {
  std::uint32_t row = 0;  // of Logs::declarations
  KnownSexes declared;
  KnownSexes computed;    // cumulative on the claim's last day, or of its period: as the file says
  KnownSexes difference;  // declared less computed
};

/// Of the claims that end by `day`, in file order. `indicators`: of all indicators, any period.
[[nodiscard]] std::vector<Declared> compute_declared(const Dossier& dossier,
                                                     const std::vector<IndicatorSeries>& indicators,
                                                     Date day);

}  // namespace euproj
