// Turns UTF-8 text into the encodings that office programs write.
#pragma once

#include <string>
#include <string_view>

namespace euproj_examples {

enum class Encoding { utf8, utf8_with_bom, utf16_little_endian, windows_1250 };

// The bytes of a whole file, with the byte order mark where the encoding has one.
// Throws std::runtime_error for a character that the encoding does not know.
std::string encode(std::string_view utf8_text, Encoding encoding);

}  // namespace euproj_examples
