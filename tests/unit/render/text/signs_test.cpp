#include "render/text/signs.hpp"

#include <doctest/doctest.h>

#include "euproj/base/unicode.hpp"

using namespace euproj;

TEST_CASE("letters lose their marks, signs have a likeness, the rest is a question mark") {
  CHECK(ascii_text("ąćęłńóśźż ĄĆĘŁŃÓŚŹŻ") == "acelnoszz ACELNOSZZ");
  CHECK(ascii_text("Müller, Dvořák, Ångström, Škoda") == "Muller, Dvorak, Angstrom, Skoda");
  CHECK(ascii_text("„a” – b… ≥ 5 × 2") == "\"a\" - b... >= 5 x 2");
  CHECK(ascii_text("1\u00A0000") == "1\u00A0000");
  CHECK(ascii_text("o\u0301") == "o");
  CHECK(ascii_text("Я") == "?");
}

TEST_CASE("a bar has as many cells as asked for, in both alphabets") {
  for (std::int64_t percent = -500; percent <= 250'00; percent += 37) {
    for (const bool ascii : {false, true}) {
      TextStyle style;
      style.ascii = ascii;
      CHECK(display_width(percent_bar(Percent{percent}, 20, style)) == 20);
    }
  }
  TextStyle style;
  CHECK(percent_bar(Percent{50'00}, 4, style) == "██··");
  CHECK(percent_bar(Percent{100'00}, 4, style) == "████");
  CHECK(percent_bar(Percent{100'01}, 4, style) == "███▶");
  style.ascii = true;
  CHECK(percent_bar(Percent{50'00}, 4, style) == "##..");
  CHECK(percent_bar(Percent{99'99}, 4, style) == "###.");
  CHECK(percent_bar(Percent{100'01}, 4, style) == "###>");
}
