#pragma once
// The page of one finding, out of schemas/findings.md, which is compiled in.

#include <string>
#include <string_view>

#include "euproj/base/language.hpp"

namespace euproj {

[[nodiscard]] std::string_view findings_page();

/// From "## CODE" to the next code, without the blocks of the other language. A line "<!-- pl -->",
/// "<!-- en -->" or "<!-- pl en -->" says whose what follows is. Empty: the page has no such code.
[[nodiscard]] std::string finding_section(std::string_view page, std::string_view code,
                                          Language language);

}  // namespace euproj
