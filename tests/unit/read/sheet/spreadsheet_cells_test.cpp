// What the cells of XLSX and ODS files become: the lines of a CSV text.

#include <doctest/doctest.h>

#include "support/spreadsheets.hpp"

namespace euproj::testing {

TEST_CASE("spreadsheet: the cells of XLSX by their types") {
  const ZipParts more = {
      {"xl/strings.xml",
       "<sst><si><t>one</t></si><si><r><t>two</t></r><r><t xml:space=\"p\"> and"
       "_x000D_\nhalf</t></r><rPh><t>no</t></rPh></si><si><t> </t></si></sst>"},
      {"xl/styles.xml",
       "<styleSheet><numFmts><numFmt numFmtId=\"165\" formatCode=\"yyyy\\-mm\\-dd\"/>"
       "<numFmt numFmtId=\"166\" formatCode=\"0.00&quot;d&quot;\"/></numFmts><cellXfs><xf "
       "numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"165\"/><xf numFmtId=\"166\"/>"
       "</cellXfs></styleSheet>"}};
  const std::string rows =
      row("1",
          "<c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"s\"><v>1</v></c>"
          "<c r=\"C1\" t=\"str\"><v>a;\"b\"</v></c><c r=\"D1\" t=\"b\"><v>1</v></c>"
          "<c r=\"E1\" t=\"e\"><v>#N/A</v></c><c r=\"F1\" t=\"d\"><v>2022-01-10T00:00</v></c>"
          "<c r=\"G1\" s=\"1\" t=\"s\"><v>2</v></c>") +
      row("3",
          "<c r=\"A3\"><v>1.2345678901E+10</v></c><c r=\"B3\" s=\"1\"><v>44571</v></c>"
          "<c r=\"C3\" s=\"2\" t=\"n\"><v>44571.5</v></c><c r=\"D3\" s=\"3\"><v>44571</v></c>"
          "<c r=\"F3\"><f>1+1</f><v>0.30000000000000004</v></c><c r=\"H3\" s=\"1\"/>");
  const std::string first =
      "one;two and  half;\"a;\"\"b\"\"\";true;\"\x01\"\"e#N/A\";2022-01-10\n\n";
  CHECK(text_of(small_xlsx(rows, more)) ==
        first + "12345678901;2022-01-10;2022-01-10 12:00;44571;;0.3\n");
  CHECK(text_of(small_xlsx(rows, more), "Import", ',') ==
        first + "12345678901;2022-01-10;2022-01-10 12:00;44571;;0,3\n");
  CHECK(text_of(small_xlsx(row("1", "<c s=\"1\"><v>43109</v></c>"), more, "date1904=\"1\"")) ==
        "2022-01-10\n");
  const std::string without_addresses =
      "<row><c><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row>";
  CHECK(text_of(small_xlsx(without_addresses)) == "1;2\n3;\n");
}

TEST_CASE("spreadsheet: the cells of ODS, repeated, grouped, merged and commented") {
  const std::string number =
      "<table:table-cell office:value-type=\"float\" office:value=\"12345678901\" "
      "table:number-columns-repeated=\"2\"><text:p>1,2E+10</text:p></table:table-cell>";
  const std::string others =
      "<table:table-cell office:value-type=\"percentage\" office:value=\"0.85\"/>"
      "<table:covered-table-cell><text:p>hidden</text:p></table:covered-table-cell>"
      "<table:table-cell office:value-type=\"boolean\" office:boolean-value=\"false\"/>"
      "<table:table-cell office:value-type=\"date\" office:date-value=\"2022-01-10T08:00:00\"/>"
      "<table:table-cell office:value-type=\"string\"><office:annotation><text:p>remark</text:p>"
      "</office:annotation><text:p>a<text:s text:c=\"3\"/><text:span>b</text:span></text:p>"
      "<text:p>c</text:p></table:table-cell>"
      "<table:table-cell table:number-columns-repeated=\"16000\"/>";
  const std::string rows = "<table:table-header-rows>" + ods_row(ods_text("x") + ods_text("y")) +
                           "</table:table-header-rows>" +
                           ods_row("<table:table-cell/>", "table:number-rows-repeated=\"2\"") +
                           "<table:table-row-group>" +
                           ods_row(number + others, "table:number-rows-repeated=\"2\"") +
                           "</table:table-row-group>" +
                           ods_row("<table:table-cell table:number-columns-repeated=\"16384\"/>",
                                   "table:number-rows-repeated=\"1048570\"");
  const std::string line = "12345678901;12345678901;0.85;;false;2022-01-10T08:00:00;a b c\n";
  CHECK(text_of(small_ods(table(rows))) == "x;y;;;;;\n\n\n" + line + line);
}

TEST_CASE("spreadsheet: what a sheet shows of hours, of zeros and of days counted from 1904") {
  const std::string text = text_of(small_ods(
      "<table:calculation-settings><table:null-date table:date-value=\"1904-01-01\"/>"
      "</table:calculation-settings>" +
      table(
          ods_row("<table:table-cell office:value-type=\"time\" office:time-value=\"PT30H00M00S\">"
                  "<text:p>30:00:00</text:p></table:table-cell>"
                  "<table:table-cell office:value-type=\"float\" office:value=\"3\"><text:p>003"
                  "</text:p></table:table-cell>"
                  "<table:table-cell office:value-type=\"float\" office:value=\"3\"><text:p>3,0"
                  "</text:p></table:table-cell>"
                  "<table:table-cell office:value-type=\"float\" office:value=\"0\"><text:p>00"
                  "</text:p></table:table-cell>"
                  "<table:table-cell office:value-type=\"float\" office:value=\"0.5\"><text:p>05"
                  "</text:p></table:table-cell>"))));
  CHECK(text == "30:00;003;3;00;0.5\n");
}

TEST_CASE("spreadsheet: control characters are blanks, so that no cell looks like a marked one") {
  CHECK(text_of(small_xlsx(row("1", inline_cell("A1", "_x0001_\"va") + inline_cell("B1", "b")))) ==
        "\" \"\"va\";b\n");
}

}  // namespace euproj::testing
