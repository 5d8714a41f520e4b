#pragma once
// The version of the program, as CMakeLists.txt says it.

#include <string_view>

namespace euproj {

extern const std::string_view program_version;  // "0.1.0"

}  // namespace euproj
