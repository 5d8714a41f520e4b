#pragma once
// Tables of lump sums and unit costs, in the section of expenditure.

#include "euproj/report/document.hpp"
#include "euproj/report/figures.hpp"
#include "report/parts/typed_table.hpp"

namespace euproj::parts {

/// The sums, and what each requires.
void add_lump_sums(const Figures& figures, const Words& words, DocumentSection& section);
[[nodiscard]] Table unit_costs_table(const Figures& figures, const Words& words);
/// Those that are not eligible yet: no pace leads to them.
void add_open_lump_sums(const Figures& figures, const Words& words, DocumentSection& section);

}  // namespace euproj::parts
