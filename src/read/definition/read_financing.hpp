#pragma once
// The section `financing`, every version: the total, its sources and what the agreement prints
// (schemas/README.md#financing); and how versions of a section follow one another, which `budget`
// has too.

#include "read/definition/reading.hpp"

namespace euproj {

void read_financing(const Reading& reading, const Values& definition);

/// The versions of a section, by `valid_from`; with findings where these do not tell which version
/// a day has.
[[nodiscard]] std::vector<Values> in_order_of_validity(const Reading& reading,
                                                       const Values& definition,
                                                       std::string_view section);

}  // namespace euproj
