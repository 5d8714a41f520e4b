#include "euproj/base/encoding.hpp"

#include <array>
#include <cstring>
#include <optional>

#include "euproj/base/utf8.hpp"

namespace euproj {
namespace {

// The upper halves of the single-byte encodings, as published by the Unicode Consortium
// (MAPPINGS/VENDORS/MICSFT/WINDOWS/CP1250.TXT, MAPPINGS/ISO8859/8859-2.TXT).

using UpperHalf = std::array<char16_t, 128>;  // code points of the bytes 80 to FF; 0: undefined

constexpr UpperHalf windows_1250_letters = {
    0x20AC, 0x0000, 0x201A, 0x0000, 0x201E, 0x2026, 0x2020, 0x2021,  // 80
    0x0000, 0x2030, 0x0160, 0x2039, 0x015A, 0x0164, 0x017D, 0x0179,  // 88
    0x0000, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,  // 90
    0x0000, 0x2122, 0x0161, 0x203A, 0x015B, 0x0165, 0x017E, 0x017A,  // 98
    0x00A0, 0x02C7, 0x02D8, 0x0141, 0x00A4, 0x0104, 0x00A6, 0x00A7,  // A0
    0x00A8, 0x00A9, 0x015E, 0x00AB, 0x00AC, 0x00AD, 0x00AE, 0x017B,  // A8
    0x00B0, 0x00B1, 0x02DB, 0x0142, 0x00B4, 0x00B5, 0x00B6, 0x00B7,  // B0
    0x00B8, 0x0105, 0x015F, 0x00BB, 0x013D, 0x02DD, 0x013E, 0x017C,  // B8
    0x0154, 0x00C1, 0x00C2, 0x0102, 0x00C4, 0x0139, 0x0106, 0x00C7,  // C0
    0x010C, 0x00C9, 0x0118, 0x00CB, 0x011A, 0x00CD, 0x00CE, 0x010E,  // C8
    0x0110, 0x0143, 0x0147, 0x00D3, 0x00D4, 0x0150, 0x00D6, 0x00D7,  // D0
    0x0158, 0x016E, 0x00DA, 0x0170, 0x00DC, 0x00DD, 0x0162, 0x00DF,  // D8
    0x0155, 0x00E1, 0x00E2, 0x0103, 0x00E4, 0x013A, 0x0107, 0x00E7,  // E0
    0x010D, 0x00E9, 0x0119, 0x00EB, 0x011B, 0x00ED, 0x00EE, 0x010F,  // E8
    0x0111, 0x0144, 0x0148, 0x00F3, 0x00F4, 0x0151, 0x00F6, 0x00F7,  // F0
    0x0159, 0x016F, 0x00FA, 0x0171, 0x00FC, 0x00FD, 0x0163, 0x02D9,  // F8
};

// 80 to 9F are control characters that no text holds: a file with them is in another encoding.
constexpr UpperHalf iso_8859_2_letters = {
    0x0000, 0x0000, 0x0000, 0x0000, 0x0000, 0x0000, 0x0000, 0x0000,  // 80
    0x0000, 0x0000, 0x0000, 0x0000, 0x0000, 0x0000, 0x0000, 0x0000,  // 88
    0x0000, 0x0000, 0x0000, 0x0000, 0x0000, 0x0000, 0x0000, 0x0000,  // 90
    0x0000, 0x0000, 0x0000, 0x0000, 0x0000, 0x0000, 0x0000, 0x0000,  // 98
    0x00A0, 0x0104, 0x02D8, 0x0141, 0x00A4, 0x013D, 0x015A, 0x00A7,  // A0
    0x00A8, 0x0160, 0x015E, 0x0164, 0x0179, 0x00AD, 0x017D, 0x017B,  // A8
    0x00B0, 0x0105, 0x02DB, 0x0142, 0x00B4, 0x013E, 0x015B, 0x02C7,  // B0
    0x00B8, 0x0161, 0x015F, 0x0165, 0x017A, 0x02DD, 0x017E, 0x017C,  // B8
    0x0154, 0x00C1, 0x00C2, 0x0102, 0x00C4, 0x0139, 0x0106, 0x00C7,  // C0
    0x010C, 0x00C9, 0x0118, 0x00CB, 0x011A, 0x00CD, 0x00CE, 0x010E,  // C8
    0x0110, 0x0143, 0x0147, 0x00D3, 0x00D4, 0x0150, 0x00D6, 0x00D7,  // D0
    0x0158, 0x016E, 0x00DA, 0x0170, 0x00DC, 0x00DD, 0x0162, 0x00DF,  // D8
    0x0155, 0x00E1, 0x00E2, 0x0103, 0x00E4, 0x013A, 0x0107, 0x00E7,  // E0
    0x010D, 0x00E9, 0x0119, 0x00EB, 0x011B, 0x00ED, 0x00EE, 0x010F,  // E8
    0x0111, 0x0144, 0x0148, 0x00F3, 0x00F4, 0x0151, 0x00F6, 0x00F7,  // F0
    0x0159, 0x016F, 0x00FA, 0x0171, 0x00FC, 0x00FD, 0x0163, 0x02D9,  // F8
};

constexpr unsigned char byte_at(std::string_view text, std::size_t at) {
  return static_cast<unsigned char>(text[at]);
}

constexpr char16_t letter(const UpperHalf& table, unsigned char byte) {
  return table[static_cast<std::size_t>(byte) - 0x80];
}

bool is_in(const UpperHalf& table, std::uint32_t code_point) {
  for (const char16_t known : table) {
    if (known == code_point) return true;
  }
  return false;
}

/// Length of the UTF-8 sequence of more than one byte at `at`; 0 when there is none.
std::size_t multibyte_length(std::string_view text, std::size_t at) {
  const unsigned char lead = byte_at(text, at);
  const std::size_t length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC2 ? 2 : 0;
  if (length == 0 || text.size() - at < length) return 0;
  return first_bad_utf8(text.substr(at, length)) == std::string_view::npos ? length : 0;
}

/// Whether bytes that are not all UTF-8 hold letters in UTF-8 nevertheless. "SPÓŁDZIELNIA" and
/// "RÓŻA" in Windows-1250 have byte pairs that are UTF-8 of Cyrillic letters; so only characters
/// that Windows-1250 knows are evidence, and none of its Polish letters begins such a sequence.
bool has_utf8_letters(std::string_view text) {
  for (std::size_t at = ascii_prefix(text); at < text.size(); at += ascii_prefix(text.substr(at))) {
    const std::size_t length = multibyte_length(text, at);
    if (length == 0) {
      ++at;
      continue;
    }
    std::size_t end = at;
    if (is_in(windows_1250_letters, next_code_point(text, end))) return true;
    at += length;
  }
  return false;
}

bool is_letter(std::string_view text, std::size_t at) {
  if (at >= text.size()) return false;
  const unsigned char byte = byte_at(text, at);
  const unsigned char folded = byte | 0x20U;
  // C0 to FF are letters but for two signs; A3, AF, B3 and BF are the same letters in both.
  return (folded >= 'a' && folded <= 'z') || (byte >= 0xC0 && byte != 0xD7 && byte != 0xF7) ||
         byte == 0xA3 || byte == 0xAF || byte == 0xB3 || byte == 0xBF;
}

/// ą ś ź Ą Ś Ź are the letters that the two encodings place differently
/// (src/read/README.md#detection). Offset of the first one that only ISO-8859-2 reads as a letter,
/// next to a letter; none once a letter of Windows-1250 is met.
std::optional<std::size_t> suspected_iso_8859_2(std::string_view text) {
  std::optional<std::size_t> suspect;
  for (std::size_t at = ascii_prefix(text); at < text.size();
       ++at, at += ascii_prefix(text.substr(at))) {
    switch (byte_at(text, at)) {
      case 0xB9:
      case 0x9C:
      case 0x9F:
      case 0xA5:
      case 0x8C:
      case 0x8F:
        return std::nullopt;
      case 0xB1:
      case 0xB6:
      case 0xBC:
      case 0xA1:
      case 0xA6:
      case 0xAC:
        if (!suspect && ((at > 0 && is_letter(text, at - 1)) || is_letter(text, at + 1))) {
          suspect = at;
        }
        break;
      default:
        break;
    }
  }
  return suspect;
}

std::optional<EncodingProblem> decode_single_byte(std::string_view bytes, const UpperHalf& table,
                                                  std::string& out) {
  out.reserve(bytes.size() + bytes.size() / 8);
  for (std::size_t at = 0; at < bytes.size();) {
    const std::size_t plain = ascii_prefix(bytes.substr(at));
    out.append(bytes, at, plain);
    at += plain;
    if (at == bytes.size()) break;
    const char16_t code_point = letter(table, byte_at(bytes, at));
    if (code_point == 0) return EncodingProblem{EncodingFault::undefined_byte, at};
    append_utf8(out, code_point);
    ++at;
  }
  return std::nullopt;
}

std::optional<EncodingProblem> decode_utf16(std::string_view bytes, bool little_endian,
                                            std::string& out) {
  const auto unit_at = [&](std::size_t at) -> std::uint32_t {
    const std::uint32_t first = byte_at(bytes, at);
    const std::uint32_t second = byte_at(bytes, at + 1);
    return little_endian ? first | second << 8 : first << 8 | second;
  };
  out.reserve(bytes.size() / 2 + bytes.size() / 16);
  for (std::size_t at = 2; at < bytes.size(); at += 2) {  // after the mark
    if (bytes.size() - at < 2) return EncodingProblem{EncodingFault::broken_utf16, at};
    const std::uint32_t unit = unit_at(at);
    if (unit < 0xD800 || unit > 0xDFFF) {
      append_utf8(out, unit);
      continue;
    }
    const std::uint32_t next = bytes.size() - at >= 4 ? unit_at(at + 2) : 0;
    if (unit > 0xDBFF || next < 0xDC00 || next > 0xDFFF) {
      return EncodingProblem{EncodingFault::broken_utf16, at};
    }
    append_utf8(out, 0x10000 + ((unit - 0xD800) << 10) + (next - 0xDC00));
    at += 2;
  }
  return std::nullopt;
}

}  // namespace

std::size_t ascii_prefix(std::string_view text) {
  constexpr std::uint64_t high_bits = 0x8080808080808080U;
  std::size_t at = 0;
  for (; text.size() - at >= sizeof(std::uint64_t); at += sizeof(std::uint64_t)) {
    std::uint64_t eight = 0;
    std::memcpy(&eight, text.data() + at, sizeof eight);
    if ((eight & high_bits) != 0) break;
  }
  while (at < text.size() && byte_at(text, at) < 0x80) ++at;
  return at;
}

ByteOrderMark byte_order_mark(std::string_view bytes) {
  if (bytes.starts_with("\xEF\xBB\xBF")) return {TextEncoding::utf8, 3};
  if (bytes.starts_with("\xFF\xFE")) return {TextEncoding::utf16_little_endian, 2};
  if (bytes.starts_with("\xFE\xFF")) return {TextEncoding::utf16_big_endian, 2};
  return {};
}

Result<TextEncoding, EncodingProblem> detect_encoding(std::string_view bytes) {
  const ByteOrderMark mark = byte_order_mark(bytes);
  if (mark.length > 0) return mark.encoding;

  const std::size_t plain = ascii_prefix(bytes);
  const std::size_t bad = first_bad_utf8(bytes.substr(plain));
  if (bad == std::string_view::npos) return TextEncoding::utf8;
  if (has_utf8_letters(bytes)) return EncodingProblem{EncodingFault::mixed, plain + bad};

  if (const std::optional<std::size_t> suspect = suspected_iso_8859_2(bytes)) {
    return EncodingProblem{EncodingFault::perhaps_iso_8859_2, *suspect};
  }
  for (std::size_t at = plain; at < bytes.size(); ++at, at += ascii_prefix(bytes.substr(at))) {
    if (letter(windows_1250_letters, byte_at(bytes, at)) == 0) {
      return EncodingProblem{EncodingFault::undefined_byte, at};
    }
  }
  return TextEncoding::windows_1250;
}

Result<std::string_view, EncodingProblem> to_utf8(std::string_view bytes, TextEncoding encoding,
                                                  std::string& storage) {
  storage.clear();
  std::optional<EncodingProblem> problem;
  switch (encoding) {
    case TextEncoding::utf8: {
      const std::string_view text = without_bom(bytes);
      const std::size_t bad = first_bad_utf8(text);
      if (bad == std::string_view::npos) return text;
      storage.assign(text, 0, bad);
      return EncodingProblem{EncodingFault::bad_utf8, bytes.size() - text.size() + bad};
    }
    case TextEncoding::windows_1250:
      problem = decode_single_byte(bytes, windows_1250_letters, storage);
      break;
    case TextEncoding::iso_8859_2:
      problem = decode_single_byte(bytes, iso_8859_2_letters, storage);
      break;
    case TextEncoding::utf16_little_endian:
    case TextEncoding::utf16_big_endian:
      problem = decode_utf16(bytes, encoding == TextEncoding::utf16_little_endian, storage);
      break;
  }
  if (problem) return *problem;
  return std::string_view(storage);
}

}  // namespace euproj
