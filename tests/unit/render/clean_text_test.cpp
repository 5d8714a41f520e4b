#include "render/clean_text.hpp"

#include <doctest/doctest.h>

using namespace euproj;

TEST_CASE("control characters cannot reach a terminal or a workbook") {
  CHECK(clean_text("a\x1b[31mb", LineBreaks::as_blanks) == "a\uFFFD[31mb");
  CHECK(clean_text("a\u202Eb", LineBreaks::as_blanks) == "a\uFFFDb");
  CHECK(clean_text("a\tb\r\nc", LineBreaks::as_blanks) == "a b c");
  CHECK(clean_text("a\r\nb\rc", LineBreaks::keep) == "a\nb\nc");
  CHECK(clean_text("\uFFFF", LineBreaks::keep) == "\uFFFD");
  CHECK(clean_text("Zażółć gęślą jaźń", LineBreaks::keep) == "Zażółć gęślą jaźń");
}

TEST_CASE("bytes that are not UTF-8 become the replacement character, one each") {
  CHECK(clean_text("a\xB3"
                   "b\xC5",
                   LineBreaks::keep) == "a\uFFFDb\uFFFD");
}

TEST_CASE("texts are cut between characters") {
  CHECK(cut_text("żółw", 4) == "żółw");
  CHECK(cut_text("żółwie", 4) == "żół…");
  CHECK(cut_text("", 4).empty());
}
