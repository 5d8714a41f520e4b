#pragma once
// What a text is made of: words made safe to show, and the signs of rules and bars, in Unicode or in
// the 7 bits of an old printer.

#include <string>
#include <string_view>

#include "euproj/render/render.hpp"

namespace euproj {

/// One line: cleaned, and with `ascii` also transliterated, except the no-break space, which holds
/// numbers together until the lines are made.
[[nodiscard]] std::string shown_text(std::string_view text, const TextStyle& style);

/// "Łódź – 85 %…" -> "Lodz - 85 %..."; a sign without a likeness is "?".
[[nodiscard]] std::string ascii_text(std::string_view valid);

/// A bar of so many cells, full at 100 %; more ends in an arrow, so that nobody reads it as 100 %.
[[nodiscard]] std::string percent_bar(Percent value, std::size_t cells, const TextStyle& style);

enum class Rule { heavy, light };
[[nodiscard]] std::string rule_text(Rule rule, std::size_t width, const TextStyle& style);

}  // namespace euproj
