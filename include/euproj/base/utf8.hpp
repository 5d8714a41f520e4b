#pragma once
// UTF-8: validity, widths on a terminal, and a fold for comparing names.

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

/// Columns on a terminal: combining marks take none, East Asian wide characters two.
[[nodiscard]] std::size_t display_width(std::string_view text);

/// Without a byte order mark.
[[nodiscard]] std::string_view without_bom(std::string_view text);

/// For comparing headers and words: lower case, Polish letters folded (ł -> l), every run of other
/// characters one blank, no blank at the ends. FORMATS 7.
[[nodiscard]] std::string folded(std::string_view text);

[[nodiscard]] std::string_view trimmed(std::string_view text);

}  // namespace euproj
