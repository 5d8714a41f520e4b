#pragma once
// The two languages of everything a person reads; the wordings themselves are of the floor `words`.

#include <string_view>

namespace euproj {

enum class Language { polish, english };

/// One text in both languages.
struct Bilingual {
  std::string_view polish;
  std::string_view english;

  [[nodiscard]] constexpr std::string_view in(Language language) const {
    return language == Language::polish ? polish : english;
  }
};

}  // namespace euproj
