// Rows of a sheet made without the library.

#include <doctest/doctest.h>

#include <array>
#include <cstdio>
#include <cstdlib>
#include <limits>

#include "render/workbook/rows.hpp"

using namespace euproj;

namespace {

std::string written(const CellValue& value) {
  std::string out;
  if (const auto number = stored_number(value)) number->append_to(out);
  return out;
}

}  // namespace

TEST_CASE("a stored number is the number itself, without zeros at its end") {
  CHECK(written(Money::minor(0)) == "0");
  CHECK(written(Money::minor(7)) == "0.07");
  CHECK(written(Money::minor(-94)) == "-0.94");
  CHECK(written(Money::minor(104'293'886)) == "1042938.86");
  CHECK(written(Money::minor(100'000)) == "1000");
  CHECK(written(Money::minor(1'250)) == "12.5");
  CHECK(written(Percent{1}) == "0.0001");
  CHECK(written(Percent{8'523}) == "0.8523");
  CHECK(written(Percent{10'000}) == "1");
  CHECK(written(Quantity::scaled(-2'500)) == "-0.25");
  CHECK(written(Quantity::whole(12)) == "12");
  CHECK(written(*Date::from(2022, 3, 4)) == "44624");
}

TEST_CASE("what a spreadsheet would change has no stored number") {
  CHECK(written(Money::minor(1'000'000'000'000'000)) == "10000000000000");
  CHECK(written(Money::minor(1'000'000'000'000'001)).empty());
  CHECK(written(Money::minor(std::numeric_limits<std::int64_t>::min())).empty());
  CHECK(written(*Date::from(1900, 3, 1)) == "61");
  CHECK(written(*Date::from(1900, 2, 28)).empty());
  CHECK(written(Date()).empty());
  CHECK(written(std::string("12")).empty());
  CHECK(written(std::monostate()).empty());
}

TEST_CASE("a written number is the double that the library would store") {
  for (std::int64_t units = -30'000; units <= 30'000; ++units) {
    const StoredNumber number{units, 4};
    std::string out;
    number.append_to(out);
    REQUIRE(std::strtod(out.c_str(), nullptr) == number.as_double());
  }
}

TEST_CASE("numbers that the library prints with a tail get their own digits, texts stay") {
  CHECK(gets_a_tail({844'237, 2}));
  CHECK(gets_a_tail({6'999'976, 2}));
  CHECK_FALSE(gets_a_tail({10'010, 2}));
  CHECK(with_shortest_numbers("<c r=\"A1\" s=\"4\"><v>8442.370000000001</v></c><c "
                              "r=\"B1\"><f>A1</f><v>-69999.75999999999</v>"
                              "</c><c r=\"C1\" t=\"str\"><f>A2</f><v>8442.370000000001</v></c><c "
                              "r=\"D1\"><v>100.1</v></c>") ==
        "<c r=\"A1\" s=\"4\"><v>8442.37</v></c><c r=\"B1\"><f>A1</f><v>-69999.76</v>"
        "</c><c r=\"C1\" t=\"str\"><f>A2</f><v>8442.370000000001</v></c><c "
        "r=\"D1\"><v>100.1</v></c>");
  for (std::int64_t grosze = 1; grosze < 2'000'000; grosze += 7) {
    const StoredNumber number{grosze, 2};
    std::string own;
    number.append_to(own);
    std::array<char, 40> printed{};
    const int length = std::snprintf(printed.data(), printed.size(), "%.16G", number.as_double());
    const std::string_view of_library(printed.data(), static_cast<std::size_t>(length));
    REQUIRE((of_library != own) == gets_a_tail(number));
    const std::string cell = "<c r=\"A1\"><v>" + std::string(of_library) + "</v></c>";
    REQUIRE(with_shortest_numbers(cell) == "<c r=\"A1\"><v>" + own + "</v></c>");
  }
}

TEST_CASE("a row as it stands in the file") {
  RowText row;
  row.begin_row(0, 0);
  row.number(0, 3, {125, 2});
  row.blank(1, 4);
  row.words(2, 5, "a & <b> \"c\"");
  row.end_row();
  CHECK(row.text() ==
        "<row r=\"1\"><c r=\"A1\" s=\"3\"><v>1.25</v></c><c r=\"B1\" s=\"4\"/>"
        "<c r=\"C1\" s=\"5\" t=\"inlineStr\"><is><t>a &amp; &lt;b&gt; \"c\"</t></is></c></row>");
  row.clear();
  row.begin_row(1'048'575, 30);
  row.words(16'383, 0, " z przodu");
  row.end_row();
  CHECK(row.text() ==
        "<row r=\"1048576\" ht=\"30\" customHeight=\"1\"><c r=\"XFD1048576\" s=\"0\" "
        "t=\"inlineStr\"><is><t xml:space=\"preserve\"> z przodu</t></is></c></row>");
}

TEST_CASE("columns are named as spreadsheets name them") {
  RowText row;
  row.begin_row(8, 0);
  for (const int column : {0, 25, 26, 51, 52, 701, 702})
    row.blank(static_cast<std::uint16_t>(column), 0);
  for (const char* const name :
       {"\"A9\"", "\"Z9\"", "\"AA9\"", "\"AZ9\"", "\"BA9\"", "\"ZZ9\"", "\"AAA9\""}) {
    CAPTURE(name);
    CHECK(row.text().find(name) != std::string::npos);
  }
}
