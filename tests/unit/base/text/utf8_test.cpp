// UTF-8: validity of every two bytes and of the borders of longer ones, widths, folding.

#include "euproj/base/utf8.hpp"

#include <doctest/doctest.h>

#include <string>

namespace euproj {
namespace {

constexpr std::size_t all_well = std::string_view::npos;

std::string utf8(std::uint32_t code_point) {
  std::string text;
  append_utf8(text, code_point);
  return text;
}

TEST_CASE("every code point but the surrogates is written, valid and read back") {
  for (std::uint32_t c = 0; c <= 0x10FFFF; ++c) {
    if (c >= 0xD800 && c <= 0xDFFF) continue;
    const std::string text = utf8(c);
    std::size_t at = 0;
    const bool right =
        first_bad_utf8(text) == all_well && next_code_point(text, at) == c && at == text.size();
    if (!right) FAIL(c);
  }
}

TEST_CASE("of all pairs of bytes only ASCII pairs and the two-byte sequences are valid") {
  for (unsigned first = 0; first < 256; ++first) {
    for (unsigned second = 0; second < 256; ++second) {
      const std::string pair = {static_cast<char>(first), static_cast<char>(second)};
      const bool ascii = first < 0x80 && second < 0x80;
      const bool sequence = first >= 0xC2 && first <= 0xDF && second >= 0x80 && second <= 0xBF;
      if ((first_bad_utf8(pair) == all_well) != (ascii || sequence)) FAIL(first << " " << second);
    }
  }
}

TEST_CASE("overlong forms, surrogates, numbers beyond the last and cut sequences are found") {
  for (const std::string bad : {"\xC0\xAF", "\xE0\x80\xAF", "\xF0\x80\x80\xAF", "\xED\xA0\x80",
                                "\xED\xBF\xBF", "\xF4\x90\x80\x80", "\xF5\x80\x80\x80", "\xE2\x82",
                                "\xF0\x9F\x98", "\xFF", "\xFE", "\x80"}) {
    CHECK(first_bad_utf8(bad) == 0);
    // Behind eight plain bytes, which are looked at together, and in the middle of them.
    CHECK(first_bad_utf8("abcdefgh" + bad) == 8);
    CHECK(first_bad_utf8("abc" + bad + "defgh") == 3);
    CHECK(first_bad_utf8("żółw" + bad) == 7);
  }
  for (const std::string letter : {"a", "ż", "€"}) {  // however many bytes are looked at together
    for (std::size_t before = 0; before < 70; ++before) {
      for (std::size_t after = 0; after < 70; after += 7) {
        std::string text(before, 'x');
        const std::string end = letter + std::string(after, 'y');
        CHECK(first_bad_utf8(text + end) == all_well);
        CHECK(first_bad_utf8(text + letter + "\xFF" + end) == before + letter.size());
      }
    }
  }
  CHECK(first_bad_utf8("") == all_well);
  CHECK(first_bad_utf8("Zażółć gęślą jaźń") == all_well);
}

TEST_CASE("a byte order mark is taken off once, at the beginning") {
  CHECK(without_bom("\uFEFFid") == "id");
  CHECK(without_bom("id\uFEFF") == "id\uFEFF");
  CHECK(without_bom("\uFEFF\uFEFFid") == "id");
  CHECK(without_bom("") == "");
}

TEST_CASE("blanks at both ends are trimmed, the no-break one too") {
  CHECK(trimmed("  a b\t") == "a b");
  CHECK(trimmed("\u00A0 a \u00A0") == "a");
  CHECK(trimmed("\u00A0") == "");
  CHECK(trimmed("") == "");
  CHECK(trimmed("à") == "à");  // its last byte is that of a no-break space
}

}  // namespace
}  // namespace euproj
