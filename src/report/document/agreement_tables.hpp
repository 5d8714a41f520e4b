#pragma once
// Tables of what the agreement asks for beside sources and tasks; each only where it applies.

#include "report/document/sections.hpp"

namespace euproj::parts {

[[nodiscard]] Table partners_table(const Figures& figures, const Words& words);
[[nodiscard]] Table shifts_table(const Figures& figures, const Words& words);
[[nodiscard]] Table documented_table(const Figures& figures, const Words& words);
[[nodiscard]] Table corrections_table(const Figures& figures, const Words& words);
[[nodiscard]] Table settlement_table(const Settlement& settlement, const Words& words);
/// "2 of 3, valid from 2022-06-01".
[[nodiscard]] std::string version_text(const VersionFigures& version, const Words& words);
/// What amendments in the period moved of what had been spent before.
[[nodiscard]] Table adjustments_table(const Figures& figures, const Words& words);

}  // namespace euproj::parts
