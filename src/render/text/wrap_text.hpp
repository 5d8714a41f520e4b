#pragma once
// Lines of at most so many columns, by display width.

#include <string>
#include <string_view>
#include <vector>

namespace euproj {

/// Broken at blanks, but not after a word of one letter; a word too long for a line after `/`, `-`,
/// `_` or `.`, else anywhere between two characters. A no-break space is no blank. Never empty: no
/// text is one empty line.
[[nodiscard]] std::vector<std::string> wrap_text(std::string_view text, std::size_t width);

/// The width of the widest word: narrower than that, a word would be broken.
[[nodiscard]] std::size_t widest_word(std::string_view text);

}  // namespace euproj
