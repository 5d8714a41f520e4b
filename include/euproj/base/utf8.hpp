#pragma once
// UTF-8: validity and code points; blanks at the ends of a text. What a letter is, is told by
// unicode.hpp.

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace euproj {

/// Offset of the first byte that is not UTF-8; npos when all is well.
[[nodiscard]] std::size_t first_bad_utf8(std::string_view text);

void append_utf8(std::string& out, std::uint32_t code_point);

/// The code point that begins at `at`, which moves past it. Only for valid UTF-8.
[[nodiscard]] std::uint32_t next_code_point(std::string_view text, std::size_t& at);

/// Without a byte order mark.
[[nodiscard]] std::string_view without_bom(std::string_view text);

/// Without blanks, tabs and no-break spaces at its ends.
[[nodiscard]] std::string_view trimmed(std::string_view text);

}  // namespace euproj
