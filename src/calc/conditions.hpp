#pragma once
// What counting and explaining share: exits, and conditions on persons and on support rows.

#include <vector>

#include "euproj/calc/counting.hpp"

namespace euproj {

/// The exit of one participation, and the days on which it is the one that is known.
struct Exit {
  Date day;
  Answer completed{};
  DaySpans known;
};

[[nodiscard]] std::vector<Exit> exits_of(const Dossier& dossier, const Person& person);

/// The days on which a support row is found: from its date on, while its person fits.
[[nodiscard]] DaySpans support_row_days(const Dossier& dossier, const Condition& condition,
                                        const SupportRow& row);

}  // namespace euproj
