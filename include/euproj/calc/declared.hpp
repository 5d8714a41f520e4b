#pragma once
// compute_declared: what claims declared of indicators against what the logs give
// (src/calc/README.md#declared).

#include <vector>

#include "euproj/calc/indicator_value.hpp"
#include "euproj/model/dossier.hpp"

namespace euproj {

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
