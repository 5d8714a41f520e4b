#pragma once
// The names of the short texts, from texts.def; include it where a text is named.

#include "euproj/base/language.hpp"

namespace euproj {

enum class Text : std::uint16_t {
#define EUPROJ_TEXT(name, polish, english) name,
#include "euproj/words/texts.def"
#undef EUPROJ_TEXT
};

}  // namespace euproj
