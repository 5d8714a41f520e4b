#pragma once
// The section `indicators` (SPEC 4.2, 4.5).

#include "read/definition/reading.hpp"

namespace euproj {

void read_indicators(const Reading& reading, const Values& definition);

}  // namespace euproj
