#pragma once
// The sections `budget`, every version, `claims` and `advances` (schemas/README.md#budget).

#include "read/definition/reading.hpp"

namespace euproj {

void read_budget(const Reading& reading, const Values& definition);
void read_claims(const Reading& reading, const Values& definition);  // and advances

}  // namespace euproj
