// UTF-8 to UTF-16 LE and Windows-1250. Only characters below U+10000 occur in the examples.
#include "text_encoding.h"

#include <array>
#include <cstddef>
#include <stdexcept>
#include <utility>

namespace euproj_examples {

namespace {

struct Decoded {
  char32_t character;
  std::size_t length;
};

Decoded decode_at(std::string_view text, std::size_t at) {
  const auto byte_at = [&](std::size_t index) {
    return static_cast<char32_t>(static_cast<unsigned char>(text.at(index)));
  };
  const char32_t first = byte_at(at);
  if (first < 0x80) return {first, 1};
  if (first < 0xE0) return {((first & 0x1FU) << 6U) | (byte_at(at + 1) & 0x3FU), 2};
  if (first < 0xF0) {
    return {
        ((first & 0x0FU) << 12U) | ((byte_at(at + 1) & 0x3FU) << 6U) | (byte_at(at + 2) & 0x3FU),
        3};
  }
  throw std::runtime_error("a character above U+FFFF in an example text");
}

char windows_1250_byte(char32_t character) {
  static constexpr std::array<std::pair<char32_t, unsigned char>, 23> table = {
      {{U'ą', 0xB9}, {U'ć', 0xE6}, {U'ę', 0xEA}, {U'ł', 0xB3}, {U'ń', 0xF1}, {U'ó', 0xF3},
       {U'ś', 0x9C}, {U'ź', 0x9F}, {U'ż', 0xBF}, {U'Ą', 0xA5}, {U'Ć', 0xC6}, {U'Ę', 0xCA},
       {U'Ł', 0xA3}, {U'Ń', 0xD1}, {U'Ó', 0xD3}, {U'Ś', 0x8C}, {U'Ź', 0x8F}, {U'Ż', 0xAF},
       {U'„', 0x84}, {U'”', 0x94}, {U'–', 0x96}, {U'…', 0x85}, {U'§', 0xA7}}};
  if (character < 0x80) return static_cast<char>(character);
  for (const auto& [known, byte] : table) {
    if (known == character) return static_cast<char>(byte);
  }
  throw std::runtime_error("a character without a place in Windows-1250 in an example text");
}

}  // namespace

std::string encode(std::string_view utf8_text, Encoding encoding) {
  if (encoding == Encoding::utf8) return std::string(utf8_text);
  if (encoding == Encoding::utf8_with_bom) return "\xEF\xBB\xBF" + std::string(utf8_text);
  std::string bytes = encoding == Encoding::utf16_little_endian ? "\xFF\xFE" : "";
  for (std::size_t at = 0; at < utf8_text.size();) {
    const Decoded decoded = decode_at(utf8_text, at);
    at += decoded.length;
    if (encoding == Encoding::windows_1250) {
      bytes += windows_1250_byte(decoded.character);
    } else {
      bytes += static_cast<char>(decoded.character & 0xFFU);
      bytes += static_cast<char>(decoded.character >> 8U);
    }
  }
  return bytes;
}

}  // namespace euproj_examples
