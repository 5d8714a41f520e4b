#pragma once
// The sections `budget`, every version, `claims` and `advances` (SPEC 2, 4.7).

#include "read/definition/reading.hpp"

namespace euproj {

void read_budget(const Reading& reading, const Values& definition);
void read_claims(const Reading& reading, const Values& definition);  // and advances

}  // namespace euproj
