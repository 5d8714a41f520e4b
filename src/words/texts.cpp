#include "euproj/words/texts.hpp"

namespace euproj {
namespace {

// A plain array: clang 14 cannot deduce a std::array of more than 256 elements.
constexpr Bilingual texts[] = {
#define EUPROJ_TEXT(name, polish, english) {polish, english},
#include "euproj/words/texts.def"
#undef EUPROJ_TEXT
};

}  // namespace

std::string_view text(Text which, Language language) {
  return texts[static_cast<std::size_t>(which)].in(language);
}

}  // namespace euproj
