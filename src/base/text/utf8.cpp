#include "euproj/base/utf8.hpp"

#include <bit>

#include "euproj/base/load_bytes.hpp"

namespace euproj {
namespace {

/// Length of the sequence that begins at `at`, or 0 when it is not UTF-8 (overlong, surrogate,
/// beyond U+10FFFF, cut short). Unicode 15, table 3-7.
std::size_t sequence_length(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t offset) -> unsigned {
    return at + offset < text.size() ? static_cast<unsigned char>(text[at + offset]) : 0u;
  };
  const auto follows = [&](std::size_t offset, unsigned low = 0x80, unsigned high = 0xBF) {
    return byte(offset) >= low && byte(offset) <= high;
  };
  const unsigned lead = byte(0);
  if (lead < 0x80) return 1;
  if (lead >= 0xC2 && lead <= 0xDF) return follows(1) ? 2 : 0;
  if (lead >= 0xE0 && lead <= 0xEF) {
    const unsigned low = lead == 0xE0 ? 0xA0 : 0x80;
    const unsigned high = lead == 0xED ? 0x9F : 0xBF;
    return follows(1, low, high) && follows(2) ? 3 : 0;
  }
  if (lead >= 0xF0 && lead <= 0xF4) {
    const unsigned low = lead == 0xF0 ? 0x90 : 0x80;
    const unsigned high = lead == 0xF4 ? 0x8F : 0xBF;
    return follows(1, low, high) && follows(2) && follows(3) ? 4 : 0;
  }
  return 0;
}

}  // namespace

std::size_t first_bad_utf8(std::string_view text) {
  static_assert(std::endian::native == std::endian::little);  // the first byte is the lowest
  constexpr std::uint64_t not_ascii = 0x8080808080808080U;
  const auto word = [&](std::size_t at) { return load<std::uint64_t>(text.data() + at); };
  std::size_t at = 0;
  while (at < text.size()) {
    // Logs are nearly all ASCII: 32 bytes at a time, and over what is before the next other letter.
    while (text.size() - at >= 32 &&
           ((word(at) | word(at + 8) | word(at + 16) | word(at + 24)) & not_ascii) == 0) {
      at += 32;
    }
    if (text.size() - at >= 8) {
      const std::uint64_t others = word(at) & not_ascii;
      at += static_cast<std::size_t>(std::countr_zero(others)) / 8;
      if (others == 0) continue;
    }
    if (at == text.size()) break;
    const std::size_t length = sequence_length(text, at);
    if (length == 0) return at;
    at += length;
  }
  return std::string_view::npos;
}

void append_utf8(std::string& out, std::uint32_t c) {
  const auto put = [&out](std::uint32_t byte) { out += static_cast<char>(byte); };
  if (c < 0x80) {
    put(c);
  } else if (c < 0x800) {
    put(0xC0 | (c >> 6));
    put(0x80 | (c & 0x3F));
  } else if (c < 0x10000) {
    put(0xE0 | (c >> 12));
    put(0x80 | ((c >> 6) & 0x3F));
    put(0x80 | (c & 0x3F));
  } else {
    put(0xF0 | (c >> 18));
    put(0x80 | ((c >> 12) & 0x3F));
    put(0x80 | ((c >> 6) & 0x3F));
    put(0x80 | (c & 0x3F));
  }
}

std::uint32_t next_code_point(std::string_view text, std::size_t& at) {
  const std::size_t length = sequence_length(text, at);
  const auto byte = [&](std::size_t offset) {
    return static_cast<std::uint32_t>(static_cast<unsigned char>(text[at + offset]));
  };
  std::uint32_t value = 0xFFFD;
  if (length == 1) value = byte(0);
  if (length == 2) value = ((byte(0) & 0x1F) << 6) | (byte(1) & 0x3F);
  if (length == 3) value = ((byte(0) & 0x0F) << 12) | ((byte(1) & 0x3F) << 6) | (byte(2) & 0x3F);
  if (length == 4) {
    value = ((byte(0) & 0x07) << 18) | ((byte(1) & 0x3F) << 12) | ((byte(2) & 0x3F) << 6) |
            (byte(3) & 0x3F);
  }
  at += length == 0 ? 1 : length;
  return value;
}

std::string_view without_bom(std::string_view text) {
  // A program that adds a mark to a text that has one leaves two.
  while (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  return text;
}

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view no_break_space = "\xC2\xA0";
  for (bool again = true; again;) {
    again = false;
    while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
    while (!text.empty() && (text.back() == ' ' || text.back() == '\t')) text.remove_suffix(1);
    if (text.starts_with(no_break_space)) text.remove_prefix(2), again = true;
    if (text.ends_with(no_break_space)) text.remove_suffix(2), again = true;
  }
  return text;
}

}  // namespace euproj
