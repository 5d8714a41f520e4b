// The 100 invented participants of the Opole example.
#pragma once

#include <vector>

#include "people.h"
#include "random_source.h"

namespace euproj_examples {

// `role` is "adult" or "child".
std::vector<Person> draw_opole_people(RandomSource& random, const Dialect& dialect);

}  // namespace euproj_examples
