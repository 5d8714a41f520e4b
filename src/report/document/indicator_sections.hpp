#pragma once
// The sections about indicators: their values and targets, windows still open, persons in common.

#include "euproj/report/figures.hpp"
#include "report/parts/typed_table.hpp"

namespace euproj::parts {

[[nodiscard]] DocumentSection indicators_section(const Figures& figures, const Words& words);
/// Only where an indicator has a window.
/// Whose records are incomplete.
[[nodiscard]] DocumentSection gaps_section(const Figures& figures, const Words& words);
[[nodiscard]] DocumentSection deadlines_section(const Figures& figures, const Words& words);
/// Whether an indicator is told by partner.
[[nodiscard]] bool tells_partners(const Figures& figures);
[[nodiscard]] DocumentSection partner_values_section(const Figures& figures, const Words& words);
[[nodiscard]] DocumentSection declared_section(const Figures& figures, const Words& words);
[[nodiscard]] DocumentSection overlap_section(const Figures& figures, const Words& words);

}  // namespace euproj::parts
