#pragma once
// The section `data`: which files hold which log, and what is declared of their form.

#include "read/definition/reading.hpp"

namespace euproj {

void read_data_files(const Reading& reading, const Values& data);

}  // namespace euproj
