#pragma once
// The reference of definition and logs in Markdown: the written part of schemas/README.md.

#include <string>

#include "euproj/read/reference.hpp"

namespace euproj {

[[nodiscard]] std::string reference_page(const Reference& reference);

}  // namespace euproj
