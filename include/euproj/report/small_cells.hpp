#pragma once
// suppress_small_cells: takes from the figures every count of persons from 1 to `threshold` - 1,
// and all that would give one away. Done once, on the figures, so that every format shows the same.

#include "euproj/model/dossier.hpp"
#include "euproj/report/figures.hpp"

namespace euproj {

/// After everything else, findings and provenance included. 2 <= threshold.
void suppress_small_cells(const Dossier& dossier, std::int64_t threshold, Figures& figures);

}  // namespace euproj
