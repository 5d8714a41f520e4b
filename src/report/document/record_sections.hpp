#pragma once
// The sections of record: the summary, findings, and where the numbers come from.

#include "euproj/report/figures.hpp"
#include "report/parts/typed_table.hpp"

namespace euproj::parts {

[[nodiscard]] DocumentSection summary_section(const Figures& figures, const Words& words);
[[nodiscard]] DocumentSection findings_section(const Figures& figures, const Words& words);
[[nodiscard]] DocumentSection waived_section(const Figures& figures, const Words& words);
[[nodiscard]] DocumentSection provenance_section(const Figures& figures, const Words& words);

}  // namespace euproj::parts
