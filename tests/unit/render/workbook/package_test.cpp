// A workbook whose parts were cut short is told from a whole one.

#include "render/workbook/package.hpp"

#include <doctest/doctest.h>

#include <string>

#include "support/stored_zip.hpp"

namespace euproj {
namespace {

bool is_whole(const std::string& part) {
  return has_entire_parts(testing::stored_zip({{"[Content_Types].xml", "<?xml version=\"1.0\"?>\n<Types/>"},
                                              {"xl/worksheets/sheet1.xml", part}}));
}

const std::string sheet = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<worksheet xmlns=\"x\"><sheetData>" +
                          std::string(70'000, ' ') + "<row/></sheetData></worksheet>";

TEST_CASE("a part is whole with its last byte, and at no byte before it") {
  CHECK(is_whole(sheet));
  CHECK(is_whole(sheet + "\r\n"));
  for (std::size_t cut = 1; cut < 60; ++cut) {
    CAPTURE(cut);
    CHECK_FALSE(is_whole(sheet.substr(0, sheet.size() - cut)));
  }
  for (std::size_t size = 0; size < 120; ++size) {
    CAPTURE(size);
    CHECK_FALSE(is_whole(sheet.substr(0, size)));
  }
}

TEST_CASE("an element without content is whole, one that stands in another says nothing") {
  CHECK(is_whole("<xml a=\"b\"/>"));
  CHECK(is_whole("<xml>\n</xml>"));
  CHECK_FALSE(is_whole("<xml><a/>"));
  CHECK_FALSE(is_whole("<xml><a>"));
}

TEST_CASE("what is no archive is no workbook") {
  CHECK_FALSE(has_entire_parts(""));
  CHECK_FALSE(has_entire_parts("PK"));
}

}  // namespace
}  // namespace euproj
