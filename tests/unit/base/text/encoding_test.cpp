#include "euproj/base/encoding.hpp"

#include <doctest/doctest.h>

#include <string>

#include "euproj/base/utf8.hpp"

namespace euproj {
namespace {

std::string decoded(std::string_view bytes, TextEncoding encoding) {
  std::string storage;
  const auto text = to_utf8(bytes, encoding, storage);
  REQUIRE(text.ok());
  return std::string(*text);
}

void check_problem(std::string_view bytes, EncodingFault fault, std::size_t offset) {
  CAPTURE(bytes);
  const auto found = detect_encoding(bytes);
  REQUIRE_FALSE(found.ok());
  CHECK(found.reason().fault == fault);
  CHECK(found.reason().offset == offset);
}

void check_detected(std::string_view bytes, TextEncoding encoding) {
  CAPTURE(bytes);
  const auto found = detect_encoding(bytes);
  REQUIRE(found.ok());
  CHECK(*found == encoding);
}

}  // namespace

TEST_CASE("encoding: Polish letters of the single-byte encodings") {
  const std::string letters = "ąćęłńóśźżĄĆĘŁŃÓŚŹŻ";
  CHECK(decoded("\xB9\xE6\xEA\xB3\xF1\xF3\x9C\x9F\xBF\xA5\xC6\xCA\xA3\xD1\xD3\x8C\x8F\xAF",
                TextEncoding::windows_1250) == letters);
  CHECK(decoded("\xB1\xE6\xEA\xB3\xF1\xF3\xB6\xBC\xBF\xA1\xC6\xCA\xA3\xD1\xD3\xA6\xAC\xAF",
                TextEncoding::iso_8859_2) == letters);
  CHECK(decoded("\x84tak\x94 \x96 5\x80", TextEncoding::windows_1250) == "„tak” – 5€");
}

TEST_CASE("encoding: every byte is a letter, or a fault at its place") {
  int undefined_1250 = 0;
  int undefined_iso = 0;
  for (int byte = 0; byte < 256; ++byte) {
    const std::string text = std::string(20, 'x') + static_cast<char>(byte) + "y";
    for (const auto encoding : {TextEncoding::windows_1250, TextEncoding::iso_8859_2}) {
      std::string storage;
      const auto utf8 = to_utf8(text, encoding, storage);
      if (utf8.ok()) {
        CHECK(first_bad_utf8(*utf8) == std::string_view::npos);
        continue;
      }
      CHECK(utf8.reason().fault == EncodingFault::undefined_byte);
      CHECK(utf8.reason().offset == 20);
      CHECK(storage == std::string(20, 'x'));
      ++(encoding == TextEncoding::windows_1250 ? undefined_1250 : undefined_iso);
    }
  }
  CHECK(undefined_1250 == 5);  // 81 83 88 90 98
  CHECK(undefined_iso == 32);  // 80 to 9F
}

TEST_CASE("encoding: byte order marks") {
  CHECK(decoded("\xEF\xBB\xBFpłeć", TextEncoding::utf8) == "płeć");
  CHECK(decoded(std::string_view("\xFF\xFEK\0B\x01\x3D\xD8\x00\xDE", 10),
                TextEncoding::utf16_little_endian) == "Kł😀");
  CHECK(decoded(std::string_view("\xFE\xFF\0K\x01\x42", 6), TextEncoding::utf16_big_endian) ==
        "Kł");
  check_detected(
      "\xEF\xBB\xBF"
      "a",
      TextEncoding::utf8);
  check_detected("\xFF\xFE", TextEncoding::utf16_little_endian);
  check_detected("\xFE\xFF", TextEncoding::utf16_big_endian);
}

TEST_CASE("encoding: broken UTF-16") {
  for (const std::string_view bytes :
       {std::string_view("\xFF\xFEK\0K", 5), std::string_view("\xFF\xFEK\0\x3D\xD8", 6),
        std::string_view("\xFF\xFEK\0\x00\xDEK\0", 8)}) {
    std::string storage;
    const auto text = to_utf8(bytes, TextEncoding::utf16_little_endian, storage);
    REQUIRE_FALSE(text.ok());
    CHECK(text.reason().fault == EncodingFault::broken_utf16);
    CHECK(text.reason().offset == 4);
    CHECK(storage == "K");
  }
}

TEST_CASE("encoding: UTF-8 is not copied") {
  const std::string text = "mężczyzna";
  std::string storage;
  const auto utf8 = to_utf8(text, TextEncoding::utf8, storage);
  REQUIRE(utf8.ok());
  CHECK(utf8->data() == text.data());
}

TEST_CASE("encoding: detection without a mark") {
  check_detected("", TextEncoding::utf8);
  check_detected("plain ascii, longer than eight bytes", TextEncoding::utf8);
  check_detected("płeć;województwo", TextEncoding::utf8);
  check_detected(
      "p\xB3"
      "e\xE6;wojew\xF3"
      "dztwo \x9Cl\xB9skie",
      TextEncoding::windows_1250);
  // Capital letters whose byte pairs are UTF-8 of Cyrillic letters are no sign of a mixed file.
  check_detected(
      "SP\xD3\xA3"
      "DZIELNIA; R\xD3\xAF"
      "A; \xA3\xD3"
      "D\x8F",
      TextEncoding::windows_1250);
  check_detected("tolerancja \xB1 5 \x80", TextEncoding::windows_1250);  // plus-minus, no letter
}

TEST_CASE("encoding: what is unclear is a fault with a place") {
  check_problem(
      "Łódź;\xB3\xF3"
      "d\x9F",
      EncodingFault::mixed, 8);
  check_problem("abcdefghijkl \x81 \x9C", EncodingFault::undefined_byte, 13);
  check_problem(
      "l\xB1"
      "d i \xB6wiat",
      EncodingFault::perhaps_iso_8859_2, 1);
  check_problem("\xA6l\xB1sk", EncodingFault::perhaps_iso_8859_2, 0);
}

}  // namespace euproj
