#pragma once
// FixedText of any origin made safe inside a page.

#include <string>
#include <string_view>

namespace euproj {

/// Cleaned and escaped, for content and for attribute values in double quotes. One line.
[[nodiscard]] std::string html_text(std::string_view text);

/// The inside of a CSS string in double quotes; nothing in it can end the string or the style.
[[nodiscard]] std::string css_text(std::string_view text);

/// 64 hexadecimal digits of SHA-256 as the base64 of a content security policy.
[[nodiscard]] std::string base64_of_sha256(std::string_view hexadecimal);

}  // namespace euproj
