#include "euproj/words/texts.hpp"

#include "words/filled.hpp"
#include "words/placeholders.hpp"

namespace euproj {
namespace {

#define EUPROJ_TEXT(name, polish, english)                                            \
  static_assert(placeholders(polish) == placeholders(english),                        \
                #name ": the two languages have different placeholders");             \
  static_assert(are_all_named(placeholders(polish)),                                  \
                #name ": a number of a placeholder is left out");                     \
  static_assert(has_forms(polish, polish_forms) && has_forms(english, english_forms), \
                #name ": a word has three forms in Polish, two in English");
#include "euproj/words/texts.def"
#undef EUPROJ_TEXT

// A plain array: clang 14 cannot deduce a std::array of more than 256 elements.
constexpr Bilingual texts[] = {
#define EUPROJ_TEXT(name, polish, english) \
  {EUPROJ_CHECKED(Text::name.arguments, polish), EUPROJ_CHECKED(Text::name.arguments, english)},
#include "euproj/words/texts.def"
#undef EUPROJ_TEXT
};

}  // namespace

std::string_view text(FixedText which, Language language) {
  return texts[which.number()].in(language);
}

std::string filled_text(std::size_t number, Language language,
                        std::span<const std::string> arguments) {
  return filled(texts[number].in(language), arguments);
}

}  // namespace euproj
