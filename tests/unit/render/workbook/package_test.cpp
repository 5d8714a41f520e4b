// The file of a workbook: whether it is all there, and parts put into it.

#include "render/workbook/package.hpp"

#include <doctest/doctest.h>

#include <cstdlib>
#include <string>
#include <utility>

#include "support/stored_zip.hpp"

namespace euproj {
namespace {

bool is_whole(const std::string& part) {
  return has_entire_parts(
      testing::stored_zip({{"[Content_Types].xml", "<?xml version=\"1.0\"?>\n<Types/>"},
                           {"xl/worksheets/sheet1.xml", part}}));
}

const std::string sheet =
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<worksheet xmlns=\"x\"><sheetData>" +
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

const std::string types = "<?xml version=\"1.0\"?>\n<Types/>";

std::string two_parts() {
  return testing::stored_zip({{"[Content_Types].xml", types}, {"xl/worksheets/sheet1.xml", sheet}});
}

TEST_CASE(
    "a part is replaced, by one that is larger than memory should hold or empty, and the others "
    "stay") {
  const std::string package = two_parts();
  for (const std::size_t rows : {std::size_t{0}, std::size_t{1}, std::size_t{200'000}}) {
    CAPTURE(rows);
    PackageEditor editor(package);
    CHECK(editor.part("xl/worksheets/sheet1.xml") == sheet);
    TemporaryFile content;
    std::string expected;
    for (std::size_t row = 0; row < rows; ++row) {
      const std::string text = "<row r=\"" + std::to_string(row) + "\"/>";
      content.write(text);
      expected += text;
    }
    REQUIRE(content.is_entire());
    editor.replace("xl/worksheets/sheet1.xml", std::move(content));
    const std::string bytes = editor.bytes();
    const PackageEditor edited(bytes);
    CHECK(edited.part("xl/worksheets/sheet1.xml") == expected);
    CHECK(edited.part("[Content_Types].xml") == types);
    CHECK(bytes.size() < package.size() + expected.size() / 5);  // it is compressed
    CHECK(bytes.substr(0, 4) == "PK\x03\x04");
    CHECK(bytes.find("PK\x06\x06") == std::string::npos);  // no ZIP64, which Excel may refuse
  }
}

TEST_CASE("a package stays its owner's, also where most of it stays before the part replaced") {
  // libzip keeps such a beginning as it is, and would free the bytes that it was lent.
  const std::string package =
      testing::stored_zip({{"[Content_Types].xml", types + std::string(200'000, ' ')},
                           {"xl/worksheets/sheet1.xml", "<a/>"}});
  const std::string before = package;
  {
    PackageEditor editor(package);
    TemporaryFile content;
    content.write("<b/>");
    editor.replace("xl/worksheets/sheet1.xml", std::move(content));
    CHECK(PackageEditor(editor.bytes()).part("xl/worksheets/sheet1.xml") == "<b/>");
  }
  CHECK(package == before);
}

TEST_CASE("what a package lacks, and what could not be written, is a failure and not a workbook") {
  const std::string package = two_parts();
  PackageEditor editor(package);
  CHECK_THROWS_AS(static_cast<void>(editor.part("xl/worksheets/sheet2.xml")), WriteFailure);
  CHECK_THROWS_AS(editor.replace("xl/worksheets/sheet2.xml", TemporaryFile()), WriteFailure);
  const char* const folder = std::getenv("TMPDIR");
  const std::string before = folder == nullptr ? "" : folder;
  setenv("TMPDIR", "/nowhere", 1);
  TemporaryFile content;
  content.write("x");
  CHECK_FALSE(content.is_entire());
  CHECK_THROWS_AS(editor.replace("xl/worksheets/sheet1.xml", std::move(content)), WriteFailure);
  before.empty() ? unsetenv("TMPDIR") : setenv("TMPDIR", before.c_str(), 1);
  CHECK_THROWS_AS(PackageEditor("PK"), WriteFailure);
}

TEST_CASE("what is no archive is no workbook") {
  CHECK_FALSE(has_entire_parts(""));
  CHECK_FALSE(has_entire_parts("PK"));
}

}  // namespace
}  // namespace euproj
