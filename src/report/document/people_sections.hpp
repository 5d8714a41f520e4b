#pragma once
// The sections about people: participants and their breakdowns, support by form, places kept up.

#include "euproj/report/figures.hpp"
#include "report/parts/typed_table.hpp"

namespace euproj::parts {

[[nodiscard]] DocumentSection participants_section(const Figures& figures, const Words& words);
[[nodiscard]] DocumentSection support_section(const Figures& figures, const Words& words);
[[nodiscard]] DocumentSection places_section(const Figures& figures, const Words& words);

}  // namespace euproj::parts
