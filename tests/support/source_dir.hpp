#pragma once
// Where the checkout lies: the examples and fixtures that a test reads.

#include <string>

namespace euproj {

[[nodiscard]] std::string source_dir();

}  // namespace euproj
