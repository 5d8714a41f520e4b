#pragma once
// The section `indicators` (schemas/README.md#indicator).

#include "read/definition/reading.hpp"

namespace euproj {

void read_indicators(const Reading& reading, const Values& definition);

}  // namespace euproj
