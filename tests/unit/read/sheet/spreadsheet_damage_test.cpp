// Damaged spreadsheets: cut off or with a wrong byte, they give rows or one finding, and no crash.

#include <doctest/doctest.h>

#include "support/random.hpp"
#include "support/spreadsheets.hpp"

namespace euproj::testing {
namespace {

constexpr const char* fixtures[] = {"participants.xlsx", "participants.ods", "expenditures.xlsx",
                                    "expenditures.ods"};

bool rows_or_a_finding(const std::string& bytes) {
  Diagnostics diagnostics;
  const auto opened = Spreadsheet::open(bytes, 0, diagnostics);
  if (opened != nullptr) {
    const auto sheet = opened->read(0, Extent::all, DataFile(), 0, diagnostics);
    if (sheet) return !sheet->text.empty() && diagnostics.all().empty();
  }
  return diagnostics.all().size() == 1 && diagnostics.has_errors();
}

}  // namespace

TEST_CASE("spreadsheet: cut off after every 50th byte") {
  for (const char* name : fixtures) {
    const std::string whole = fixture(name);
    for (std::size_t length = 0; length < whole.size(); length += 50) {
      CAPTURE(name);
      CAPTURE(length);
      Diagnostics diagnostics;
      CHECK(Spreadsheet::open(whole.substr(0, length), 0, diagnostics) == nullptr);
      CHECK(diagnostics.all().size() == 1);
    }
  }
}

TEST_CASE("spreadsheet: with wrong bytes") {
  for (const char* name : fixtures) {
    const std::string whole = fixture(name);
    Random random(20260922);
    for (int round = 0; round < 200; ++round) {
      std::string broken = whole;
      const int flips = random.number(1, 4);
      for (int flip = 0; flip < flips; ++flip) {
        const auto at = static_cast<std::size_t>(
            random.between(0, static_cast<std::int64_t>(broken.size()) - 1));
        broken[at] = static_cast<char>(random.number(-128, 127));
      }
      CAPTURE(name);
      CAPTURE(round);
      CHECK(rows_or_a_finding(broken));
    }
  }
}

// Every packed part has a checksum, so that a wrong byte hardly ever gets as far as the XML.
TEST_CASE("spreadsheet: with wrong bytes in parts whose checksum is right") {
  const std::string rows =
      "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"inlineStr\"><is><t>b_x000D_"
      "</t></is></c></row><row r=\"3\"><c r=\"A3\" s=\"1\"><v>4.4571E4</v></c></row>";
  const std::string strings = "<sst><si><r><t>a</t></r></si></sst>";
  const std::string styles =
      "<styleSheet><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/>"
      "</cellXfs></styleSheet>";
  const std::string table =
      "<table:table table:name=\"A\"><table:table-row table:number-rows-repeated=\"3\">"
      "<table:table-cell office:value-type=\"float\" table:number-columns-repeated=\"2\" "
      "office:value=\"1.5\"/><table:table-cell office:value-type=\"string\"><text:p>a<text:s/>"
      "</text:p></table:table-cell></table:table-row></table:table>";
  Random random(20261122);
  const auto broken = [&](std::string text) {
    const auto at =
        static_cast<std::size_t>(random.between(0, static_cast<std::int64_t>(text.size()) - 1));
    text[at] = static_cast<char>(random.chance(50) ? random.number(-128, 127)
                                                   : "0123456789<>/&\":;e-+"[random.number(0, 19)]);
    return text;
  };
  for (int round = 0; round < 2000; ++round) {
    CAPTURE(round);
    CHECK(rows_or_a_finding(small_xlsx(
        broken(rows), {{"xl/strings.xml", broken(strings)}, {"xl/styles.xml", broken(styles)}})));
    CHECK(rows_or_a_finding(small_ods(broken(table))));
  }
}

}  // namespace euproj::testing
