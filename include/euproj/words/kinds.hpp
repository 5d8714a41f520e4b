#pragma once
// The names of the kinds of findings, from kinds.def; include it where one is reported.

#include "euproj/base/diagnostics.hpp"

namespace euproj {

enum class Kind : std::uint16_t {
#define EUPROJ_KIND(name, code, severity, pl, en, help_pl, help_en) name,
#include "euproj/words/kinds.def"
#undef EUPROJ_KIND
};

}  // namespace euproj
