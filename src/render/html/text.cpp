#include "render/html/text.hpp"

#include <cstdint>

#include "euproj/base/checked.hpp"
#include "render/clean_text.hpp"

namespace euproj {
namespace {

std::uint32_t digit_value(char digit) {
  if (digit >= '0' && digit <= '9') return static_cast<std::uint32_t>(digit - '0');
  if (digit >= 'a' && digit <= 'f') return static_cast<std::uint32_t>(digit - 'a') + 10;
  throw InternalError("a digest that is not hexadecimal");
}

}  // namespace

std::string html_text(std::string_view text) {
  std::string out;
  for (const char c : clean_text(text, LineBreaks::as_blanks)) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      default:
        out += c;
    }
  }
  return out;
}

std::string css_text(std::string_view text) {
  constexpr std::string_view digits = "0123456789abcdef";
  std::string out;
  for (const char c : clean_text(text, LineBreaks::as_blanks)) {
    if (c == '"' || c == '\\' || c == '<' || c == '>' || c == '&') {
      const auto byte = static_cast<unsigned char>(c);
      out += '\\';
      out += digits[byte >> 4];
      out += digits[byte & 15];
      out += ' ';
    } else {
      out += c;
    }
  }
  return out;
}

std::string base64_of_sha256(std::string_view hexadecimal) {
  constexpr std::string_view letters =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string out;
  std::uint32_t bits = 0;
  int held = 0;  // bits not written yet
  for (const char digit : hexadecimal) {
    bits = (bits << 4) | digit_value(digit);
    held += 4;
    if (held < 6) continue;
    held -= 6;
    out += letters[(bits >> held) & 63];
  }
  if (held > 0) out += letters[(bits << (6 - held)) & 63];
  while (out.size() % 4 != 0) out += '=';
  return out;
}

}  // namespace euproj
