#pragma once
// hide_small_cells: takes from the figures every count of persons from 1 to `least` - 1, and all that
// would tell one. Done once, on the figures, so that every format shows the same.

#include "euproj/model/dossier.hpp"
#include "euproj/report/figures.hpp"

namespace euproj {

/// After everything else, findings and provenance included. 2 <= least.
void hide_small_cells(const Dossier& dossier, std::int64_t least, Figures& figures);

}  // namespace euproj
