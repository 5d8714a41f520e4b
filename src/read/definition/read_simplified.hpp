#pragma once
// The simplified forms of a budget: lump sums and unit costs, and the rates of exchange.

#include "read/definition/reading.hpp"

namespace euproj {

/// After the indicators, which they name. Into the versions of the budget that are read already.
void read_simplified_forms(const Reading& reading, const Values& definition);
void read_exchange_rates(const Reading& reading, const Values& project);

}  // namespace euproj
