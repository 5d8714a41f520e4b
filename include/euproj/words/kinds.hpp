#pragma once
// The names of the kinds of findings; include it where one is reported.

#include "euproj/words/diagnostics.hpp"

namespace euproj {

/// `Kind::file_not_found` and all others of kinds.def, each a constant that knows its arguments.
struct Kind {
#define EUPROJ_NAME(name, number, arguments) static constexpr KindOf<arguments> name{number};
#include "euproj/words/kind_names.def"  // written by the build: a new wording changes no name
#undef EUPROJ_NAME
};

}  // namespace euproj
