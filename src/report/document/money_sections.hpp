#pragma once
// The sections about money: where it comes from, what it was spent on, what low indicators put at
// stake, and how it went month by month.

#include "euproj/report/figures.hpp"
#include "report/parts/typed_table.hpp"

namespace euproj::parts {

[[nodiscard]] DocumentSection financing_section(const Figures& figures, const Words& words);
[[nodiscard]] DocumentSection expenditure_section(const Figures& figures, const Words& words);
[[nodiscard]] DocumentSection exposure_section(const Figures& figures, const Words& words);
[[nodiscard]] DocumentSection months_section(const Figures& figures, const Words& words);

/// Eligible costs as a percentage of the project's value: the total of the sources' `used`.
[[nodiscard]] std::optional<Percent> used_of_total(const Figures& figures);

/// "Indirect costs", with the flat rate where there is one.
[[nodiscard]] std::string indirect_label(const Figures& figures, const Words& words);

/// What the base of the flat rate is: the rate, what it is of, its rounding.
[[nodiscard]] std::string flat_rate_text(const FlatRateFigures& rate, const Words& words);

}  // namespace euproj::parts
