#pragma once
// The two languages of everything a person reads, and the table of short texts.
//
// Texts live in texts.def, findings in the kinds_*.def files; nothing that a user reads is written
// anywhere else. Each entry has both languages, so a missing translation does not compile.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

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

/// The enumerators are in texts.hpp: only who names one is compiled again when a text changes.
enum class Text : std::uint16_t;

[[nodiscard]] std::string_view text(Text which, Language language);

/// Replaces {0}, {1}, ... by the arguments; a placeholder without an argument stays as it is.
/// {0|osoba|osoby|osób} is the form that the number in {0} takes; two forms are English.
[[nodiscard]] std::string fill(std::string_view pattern, const std::vector<std::string>& arguments);

}  // namespace euproj
