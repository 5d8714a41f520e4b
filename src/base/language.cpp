#include "euproj/base/language.hpp"

namespace euproj {
namespace {

// A plain array: clang 14 cannot deduce a std::array of more than 256 elements.
constexpr Bilingual texts[] = {
#define EUPROJ_TEXT(name, polish, english) {polish, english},
#include "euproj/base/texts.def"
#undef EUPROJ_TEXT
};

}  // namespace

std::string_view text(Text which, Language language) {
  return texts[static_cast<std::size_t>(which)].in(language);
}

std::string fill(std::string_view pattern, const std::vector<std::string>& arguments) {
  std::string out;
  for (std::size_t at = 0; at < pattern.size(); ++at) {
    const bool placeholder = at + 2 < pattern.size() && pattern[at] == '{' &&
                             pattern[at + 1] >= '0' && pattern[at + 1] <= '9' &&
                             pattern[at + 2] == '}';
    const auto index = placeholder ? static_cast<std::size_t>(pattern[at + 1] - '0') : 0;
    if (placeholder && index < arguments.size()) {
      out += arguments[index];
      at += 2;
    } else {
      out += pattern[at];
    }
  }
  return out;
}

}  // namespace euproj
