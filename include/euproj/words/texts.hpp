#pragma once
// The short texts of reports and of the program, by name; include it where one is said.

#include <span>
#include <string>
#include <string_view>

#include "euproj/base/language.hpp"
#include "euproj/words/names.hpp"

namespace euproj {

/// `Text::app_usage` and all others of texts.def, each a constant that knows its arguments.
struct Text {
#define EUPROJ_NAME(name, number, arguments) static constexpr TextOf<arguments> name{number};
#include "euproj/words/text_names.def"  // written by the build: a new wording changes no name
#undef EUPROJ_NAME
};

/// A text without placeholders, as it stands in texts.def.
[[nodiscard]] std::string_view text(FixedText which, Language language);

/// Of a text by its number, with as many arguments as it has placeholders. Call text() instead.
[[nodiscard]] std::string filled_text(std::size_t number, Language language,
                                      std::span<const std::string> arguments);

/// text(Text::answer_init, language, {folder}): a list of another length does not compile.
template <std::size_t count>
[[nodiscard]] std::string text(TextOf<count> which, Language language,
                               const std::string (&arguments)[count]) {
  return filled_text(which.number(), language, arguments);
}

}  // namespace euproj
