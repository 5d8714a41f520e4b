#include "read/sheet/spreadsheet.hpp"

#include <doctest/doctest.h>

#include "euproj/core/limits.hpp"
#include "euproj/read/locate_cells.hpp"
#include "euproj/words/diagnostics.hpp"
#include "support/log_run.hpp"
#include "support/spreadsheets.hpp"

namespace euproj::testing {
namespace {

using Lines = std::vector<std::string>;

}  // namespace

TEST_CASE("spreadsheet: a log as CSV, XLSX and ODS gives the same rows") {
  LogRun csv;
  csv.add(LogKind::participants, "u.csv", fixture("participants.csv"));
  csv.add(LogKind::expenditures, "e.csv", fixture("expenditures.csv"));
  csv.read();
  REQUIRE(csv.logs.participants.size() == 2);
  REQUIRE(csv.logs.expenditures.size() == 3);
  for (const auto& each : {std::pair(std::string(".xlsx"), ReadOptions()),
                           {".ods", ReadOptions()},
                           {".xlsx", ReadOptions{1, 1, 1}},
                           {".ods", ReadOptions{2, 10, 100}}}) {
    const auto& end = each.first;
    const auto& options = each.second;
    CAPTURE(end);
    CAPTURE(options.block_bytes);
    LogRun run;
    run.add(LogKind::participants, "u" + end, fixture("participants" + end));
    run.add(LogKind::expenditures, "e" + end, fixture("expenditures" + end));
    run.read(options);
    CHECK(run.findings() == csv.findings());
    REQUIRE(run.logs.participants.size() == 2);
    for (std::size_t at = 0; at < 2; ++at) {
      const ParticipantRow& a = csv.logs.participants[at];
      const ParticipantRow& b = run.logs.participants[at];
      CHECK(csv.codes.person_ids.text(a.person_id) == run.codes.person_ids.text(b.person_id));
      CHECK(a.pesel == b.pesel);
      CHECK(a.born == b.born);
      CHECK(a.entry == b.entry);
      CHECK(a.exit == b.exit);
      CHECK(a.completed == b.completed);
      CHECK(a.attributes == b.attributes);
      CHECK(a.origin.line == b.origin.line);
    }
    REQUIRE(run.logs.expenditures.size() == 3);
    for (std::size_t at = 0; at < 3; ++at) {
      const ExpenditureRow& a = csv.logs.expenditures[at];
      const ExpenditureRow& b = run.logs.expenditures[at];
      CHECK(csv.codes.documents.text(a.document) == run.codes.documents.text(b.document));
      CHECK(a.paid == b.paid);
      CHECK(a.eligible == b.eligible);
      CHECK(a.grant == b.grant);
      CHECK(a.origin.line == b.origin.line);
    }
  }
}

TEST_CASE("spreadsheet: findings name the sheet and the cell") {
  LogRun run;
  run.add(LogKind::outcomes, "r.xlsx",
          small_xlsx(row("2", inline_cell("A2", "person_id") + inline_cell("B2", "outcome") +
                                  inline_cell("C2", "uwagi") + inline_cell("D2", "date")) +
                     row("5", inline_cell("A5", "U-1") + inline_cell("B5", "job") +
                                  inline_cell("D5", "2022-02-30")) +
                     row("37", inline_cell("A37", "U-1") + inline_cell("E37", "more"))));
  run.read();
  locate_cells(run.logs, run.project, run.files, run.sources, run.diagnostics);
  run.diagnostics.sort();
  Lines english;
  Lines polish;
  for (const Diagnostic& finding : run.diagnostics.all()) {
    const std::string line =
        std::to_string(finding.place.line) + ":" + std::to_string(finding.place.column) + ": ";
    english.push_back(line + located_message(finding, run.sources, Language::english));
    polish.push_back(line + located_message(finding, run.sources, Language::polish));
  }
  CHECK(english == Lines{"2:3: the unknown column `uwagi` is ignored (sheet `Import`, cell C2)",
                         "5:4: column `date`: there is no such day as `2022-02-30` "
                         "(sheet `Import`, cell D5)",
                         "37:2: column `outcome`: the cell is empty, a value is needed "
                         "(sheet `Import`, cell B37)",
                         "37:4: column `date`: the cell is empty, a value is needed "
                         "(sheet `Import`, cell D37)"});
  REQUIRE(polish.size() == 4);
  CHECK(polish[1].ends_with(" (arkusz `Import`, komórka D5)"));
  CHECK(run.logs.files.at(0).skipped ==
        std::vector<Skipped>{{37, SkipReason::unnamed_column, 5}});  // right of the table
}

TEST_CASE("spreadsheet: findings about a row name the sheet and the row") {
  LogRun run;
  run.add(LogKind::support, "w.xlsx",
          small_xlsx(text_rows("date;form;hours;person_id\n2022-02-03;klub;2;\n")));
  run.read();
  locate_cells(run.logs, run.project, run.files, run.sources, run.diagnostics);
  REQUIRE(run.diagnostics.all().size() == 1);
  const Diagnostic& finding = run.diagnostics.all()[0];
  CHECK(located_message(finding, run.sources, Language::english)
            .ends_with(" (sheet `Import`, row 2)"));
  CHECK(located_message(finding, run.sources, Language::polish)
            .ends_with(" (arkusz `Import`, wiersz 2)"));
}

TEST_CASE("spreadsheet: names of cells") {
  CHECK(cell_name(12, 3) == "C12");
  CHECK(cell_name(1, 26) == "Z1");
  CHECK(cell_name(1, 27) == "AA1");
  CHECK(cell_name(9, 702) == "ZZ9");
  CHECK(cell_name(9, 703) == "AAA9");
  CHECK(cell_name(1048576, 16384) == "XFD1048576");
}

TEST_CASE("spreadsheet: the sheet that is asked for") {
  const std::string two =
      small_ods(table(ods_row(ods_text("1")), "Osoby") + table(ods_row(ods_text("2")), "Wsparcie"));
  CHECK(text_of(two) == "1\n");
  CHECK(text_of(two, "Wsparcie") == "2\n");
}

TEST_CASE("spreadsheet: what is no spreadsheet, and one that cannot be read") {
  const std::string office = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1" + std::string(600, '\0');
  std::string wide;
  for (const char c : std::string("EncryptedPackage")) wide += {c, '\0'};
  const std::string encrypted = "the spreadsheet is encrypted with a password";
  CHECK(text_of(office) == "the file is in the old binary format of Excel (.xls)");
  CHECK(text_of(office + wide) == encrypted);
  CHECK(text_of(small_ods(table(""), {{"META-INF/manifest.xml",
                                       "<m><file-entry><encryption-data/></file-entry></m>"}})) ==
        encrypted);
  CHECK(text_of(stored_zip({{"xl/workbook.xml", "x"}}, 1)) == encrypted);
  CHECK(text_of(stored_zip({{"word/document.xml", "<document/>"}})) ==
        "the file is a ZIP archive, but neither an XLSX nor an ODS spreadsheet");
  const auto damaged = [](const std::string& part) {
    return "the spreadsheet is damaged: its part `" + part + "` cannot be read";
  };
  CHECK(text_of("PK\x03\x04") == damaged("ZIP"));
  CHECK(text_of(small_xlsx("<row")) == damaged("xl/sheet1.xml"));
  CHECK(text_of(small_xlsx("<row><c t=\"s\"><v>7</v></c></row>")) == damaged("xl/sheet1.xml"));
  CHECK(text_of(small_xlsx(row("2", "<c><v>1</v></c>") + row("1", "<c><v>1</v></c>"))) ==
        damaged("xl/sheet1.xml"));
  CHECK(text_of(small_xlsx(row("1", inline_cell("A1", "\xFF")))) == damaged("xl/sheet1.xml"));
  CHECK(text_of(small_xlsx(row("1", inline_cell("A1", "&#xD800;")))) == damaged("xl/sheet1.xml"));
  CHECK(text_of(small_xlsx(row("4", "<c r=\"A4\"/>"))) ==
        "sheet `Import` is empty, a header row is needed");
}

TEST_CASE("spreadsheet: the limits, on both sides") {
  CHECK(limits::sheet_rows == 1'048'576);
  CHECK(text_of(small_xlsx(row("1048576", "<c><v>1</v></c>"))) ==
        std::string(1048575, '\n') + "1\n");
  CHECK(text_of(small_xlsx(row("1048577", "<c><v>1</v></c>"))) ==
        "sheet `Import` has data below row 1048576");
  const auto tall = [](std::size_t rows) {
    const std::string times = "table:number-rows-repeated=\"" + std::to_string(rows) + "\"";
    return small_ods(table(ods_row(ods_text("a"), times)));
  };
  CHECK(text_of(tall(limits::sheet_rows)).size() == 2 * limits::sheet_rows);
  CHECK(text_of(tall(limits::sheet_rows + 1)) == "sheet `Import` has data below row 1048576");
  CHECK(text_of(small_xlsx(row("1", "<c r=\"ALL1\"><v>1</v></c>"))) ==
        std::string(999, ';') + "1\n");
  CHECK(text_of(small_xlsx(row("1", "<c r=\"ALM1\"><v>1</v></c>"))) ==
        "sheet `Import` has data in row 1 beyond column 1000");
  CHECK(limits::sheet_text_bytes == (std::size_t{512} << 20U));
  const auto many = [](const std::string& rows) {
    return small_ods(table(
        ods_row(ods_text(std::string(1023, 'a')), "table:number-rows-repeated=\"" + rows + "\"")));
  };
  const SheetLimits one_mib{limits::unpacked_sheet_bytes, 1U << 20U};
  CHECK(text_of(many("1024"), "", {}, one_mib).size() == (1U << 20U));
  CHECK(text_of(many("1025"), "", {}, one_mib) ==
        "the spreadsheet takes more than 1 MiB when unpacked");
}

namespace {

/// A workbook whose strings are blanks, packed as DEFLATE packs them: 13 bits for 258 of them.
std::string packed_blanks(std::size_t matches) {
  std::string packed;
  std::size_t bits = 0;
  const auto put = [&](std::string_view code) {  // as RFC 1951 prints codes, first bit first
    for (const char bit : code) {
      if (bits++ % 8 == 0) packed += '\0';
      if (bit == '1') packed.back() = static_cast<char>(packed.back() | 1 << ((bits - 1) % 8));
    }
  };
  put("110");       // the last block, of fixed codes
  put("01010000");  // a blank
  for (std::size_t match = 0; match < matches; ++match) put("1100010100000");
  put("0000000");
  std::string archive = small_xlsx("", {{"xl/strings.xml", packed}});
  const std::size_t in_directory = archive.rfind("xl/strings.xml");
  archive[in_directory - 36] = 8;                                       // the method
  archive[archive.rfind("xl/strings.xml", in_directory - 1) - 22] = 8;  // in its own header too
  return archive;
}

}  // namespace

TEST_CASE("spreadsheet: a small archive that unpacks to any size is stopped at the limit") {
  CHECK(limits::unpacked_sheet_bytes == (std::size_t{8} << 30U));
  const std::size_t limit = 16U << 20U;
  const auto read = [&](std::size_t blanks) {
    return text_of(packed_blanks(blanks / 258), "", {}, {limit, limits::sheet_text_bytes});
  };
  CHECK(packed_blanks(limit / 258).size() < 131'072);
  CHECK(read(limit + 258) == "the spreadsheet takes more than 16 MiB when unpacked");
  // Within it, the other parts take some 2 KiB, all is unpacked, and seen to be none.
  CHECK(read(limit - 2580) ==
        "the spreadsheet is damaged: its part `xl/strings.xml` cannot be read");
}

TEST_CASE("spreadsheet: texts that cells share are bounded, in all and in every cell of a row") {
  const SheetLimits one_mib{limits::unpacked_sheet_bytes, 1U << 20U};
  const std::string too_large = "the spreadsheet takes more than 1 MiB when unpacked";
  const auto sheet = [](std::size_t cells, std::size_t bytes) {
    std::string row_cells;
    for (std::size_t cell = 0; cell < cells; ++cell) row_cells += "<c t=\"s\"><v>0</v></c>";
    return small_xlsx(
        row("1", row_cells),
        {{"xl/strings.xml", "<sst><si><t>" + std::string(bytes, 'a') + "</t></si></sst>"}});
  };
  // With the `;` or the end of the line behind each.
  CHECK(text_of(sheet(512, 2047), "", {}, one_mib).size() == (1U << 20U));
  CHECK(text_of(sheet(512, 2048), "", {}, one_mib) == too_large);
  // Where a text ends is kept too, in eight bytes.
  CHECK(text_of(sheet(1, (1U << 20U) - 8), "", {}, one_mib).size() == (1U << 20U) - 7);
  CHECK(text_of(sheet(1, (1U << 20U) - 7), "", {}, one_mib) == too_large);
}

TEST_CASE("spreadsheet: what grows without end is no spreadsheet") {
  const std::string damaged =
      "the spreadsheet is damaged: its part `xl/strings.xml` cannot be read";
  const auto with_texts = [](const std::string& xml) {
    return text_of(small_xlsx(row("1", "<c t=\"s\"><v>0</v></c>"), {{"xl/strings.xml", xml}}));
  };
  const std::string texts = "<sst><si><t>a</t></si></sst>";
  CHECK(with_texts("<!DOCTYPE sst [<!ENTITY b \"bb\">]><sst><si><t>&b;</t></si></sst>") == damaged);
  CHECK(with_texts("<!DOCTYPE sst [<!ENTITY b \"bb\">]>" + texts) == damaged);
  CHECK(with_texts("<sst><si><t>&b;</t></si></sst>") == damaged);
  CHECK(with_texts("<!DOCTYPE sst SYSTEM \"sst.dtd\">" + texts) == damaged);
  CHECK(with_texts(texts) == "a\n");
  const auto nested = [&](std::size_t depth) {
    std::string xml = "<sst>";
    for (std::size_t level = 1; level < depth; ++level) xml += "<x>";
    for (std::size_t level = 1; level < depth; ++level) xml += "</x>";
    return with_texts(xml + "<si><t>a</t></si></sst>");
  };
  CHECK(nested(256) == "a\n");
  CHECK(nested(257) == damaged);
  const auto with_attribute = [&](std::size_t bytes) {
    return with_texts("<sst a=\"" + std::string(bytes, 'a') + "\"><si><t>a</t></si></sst>");
  };
  CHECK(with_attribute((1U << 20U) - 100) == "a\n");
  CHECK(with_attribute((1U << 20U) + (1U << 17U)) == damaged);
}

TEST_CASE("spreadsheet: a cell that is longer than a CSV field may be costs its row") {
  LogRun run;
  const auto cell = [](std::size_t bytes) { return inline_cell("B2", std::string(bytes, 'a')); };
  const std::string head = row("1", inline_cell("A1", "person_id") + inline_cell("B1", "outcome") +
                                        inline_cell("C1", "date"));
  for (const std::size_t bytes : {limits::csv_field_bytes, limits::csv_field_bytes + 1}) {
    run.add(LogKind::outcomes, "r" + std::to_string(bytes) + ".xlsx",
            small_xlsx(head + row("2", inline_cell("A2", "U-1") + cell(bytes) +
                                           inline_cell("C2", "2022-05-01"))));
  }
  run.read();
  CHECK(run.logs.outcomes.size() == 1);
  CHECK(run.findings() == Lines{"r1048577.xlsx:2:5: error: the cell is longer than 1048576 bytes "
                                "[field-too-long]"});
}

TEST_CASE(
    "spreadsheet: names of parts with backslashes, in another case, and charts among sheets") {
  const std::string rows = "<row><c t=\"s\"><v>0</v></c></row>";
  const std::string main =
      "<workbook xmlns:r=\"x\"><sheets>"
      "<sheet name=\"Wykres\" sheetId=\"1\" r:id=\"r1\"/>"
      "<sheet name=\"Dane\" sheetId=\"2\" r:id=\"r2\"/></sheets></workbook>";
  CHECK(text_of(stored_zip(
            {{"_rels\\.rels",
              "<Relationships><Relationship Id=\"r\" Type=\"a/officeDocument\" "
              "Target=\"\\XL\\Workbook.xml\"/></Relationships>"},
             {"xl\\workbook.xml", main},
             {"XL\\_rels\\workbook.xml.rels",
              "<Relationships><Relationship Id=\"r1\" Type=\"a/chartsheet\" Target=\"c.xml\"/>"
              "<Relationship Id=\"r2\" Type=\"a/worksheet\" Target=\"Worksheets\\Sheet1.xml\"/>"
              "<Relationship Id=\"r3\" Type=\"a/sharedStrings\" Target=\"sharedStrings.xml\"/>"
              "</Relationships>"},
             {"xl\\worksheets\\sheet1.xml",
              "<worksheet><sheetData>" + rows + "</sheetData></worksheet>"},
             {"xl\\SharedStrings.xml", "<sst><si><t>a</t></si></sst>"}})) == "a\n");
}

TEST_CASE("spreadsheet: rows are as wide as the widest of the first thirty") {
  const auto rows = [](const std::string& last) {
    return row("1", inline_cell("A1", "Rejestr")) +
           row("3", inline_cell("A3", "x") + inline_cell("B3", "y")) +
           row("4", inline_cell("A4", "1")) + row(last, inline_cell("C" + last, "note")) +
           row("40", inline_cell("A40", "2"));
  };
  CHECK(text_of(small_xlsx(rows("30"))) == "Rejestr;;\n\nx;y;\n1;;\n" + std::string(25, '\n') +
                                               ";;note\n" + std::string(9, '\n') + "2;;\n");
  CHECK(text_of(small_xlsx(rows("31"))) == "Rejestr;\n\nx;y\n1;\n" + std::string(26, '\n') +
                                               ";;note\n" + std::string(8, '\n') + "2;\n");
  CHECK(text_of(
            small_xlsx(row("50", inline_cell("B50", "a")) + row("51", inline_cell("A51", "b")))) ==
        std::string(49, '\n') + ";a\nb;\n");
  CHECK(text_of(small_ods(table(
            ods_row(ods_text("a"), "table:number-rows-repeated=\"28\"") +
            ods_row(ods_text("b") + ods_text("c"), "table:number-rows-repeated=\"3\"")))) == [] {
    std::string text;
    for (int line = 0; line < 28; ++line) text += "a;\n";
    return text + "b;c\nb;c\nb;c\n";
  }());
}

TEST_CASE("spreadsheet: a CSV that is named as one is read, with a warning") {
  LogRun run;
  run.add(LogKind::outcomes, "r.XLSX", "person_id;outcome;date\nU-1;job;2022-05-01\n");
  run.add(LogKind::outcomes, "s.csv", "person_id;outcome;date\nU-2;job;2022-05-01\n").sheets = {
      "A"};
  run.read();
  CHECK(run.logs.outcomes.size() == 2);
  const std::string told =
      "warning: the file is not a spreadsheet but text; it is read as CSV [not-a-spreadsheet]";
  CHECK(run.findings() == Lines{"r.XLSX:0:0: " + told, "s.csv:0:0: " + told});
}

TEST_CASE("spreadsheet: a CSV that was taken for a single column is said to be one") {
  const auto one_cell = [](const std::string& header, const std::string& values) {
    return small_xlsx(row("2", inline_cell("A2", header)) + row("3", inline_cell("A3", values)));
  };
  LogRun run;
  run.add(LogKind::outcomes, "r.xlsx", one_cell("person_id;outcome;date", "U-1;job;2022-05-01"));
  run.add(LogKind::outcomes, "s.xlsx", one_cell("person_id,outcome,date", "U-1,job,2022-05-01"));
  run.add(LogKind::outcomes, "t.xlsx", one_cell("osoba;rezultat", "U-1;job"));
  run.read();
  const auto told = [](const std::string& sign) {
    return ".xlsx:2:1: error: each row stands in one cell, with `" + sign +
           "` between the values [sheet-rows-in-one-cell]";
  };
  REQUIRE(run.findings().size() == 3);
  CHECK(run.findings()[0] == "r" + told(";"));
  CHECK(run.findings()[1] == "s" + told(","));
  CHECK(run.findings()[2].ends_with("[no-known-column]"));  // who knows what it is
  CHECK(run.logs.outcomes.empty());
}

TEST_CASE("spreadsheet: two sheets of one file in one log are both read, one sheet only once") {
  const std::string head = ods_row(ods_text("person_id") + ods_text("outcome") + ods_text("date"));
  const auto entry = [&](const std::string& person) {
    return head + ods_row(ods_text(person) + ods_text("job") + ods_text("2022-05-01"));
  };
  LogRun run;
  const std::string both = table(entry("U-1"), "A") + table(entry("U-2"), "B");
  run.add(LogKind::outcomes, "r.ods", small_ods(both)).sheets = {"A"};
  run.declare(LogKind::outcomes, "r.ods").sheets = {"B"};
  run.declare(LogKind::outcomes, "r.ods").sheets = {"B"};
  run.read();
  CHECK(run.logs.outcomes.size() == 2);
  CHECK(run.findings() ==
        Lines{"project.yaml:7:3: warning: file `r.ods` is listed more than once; it is read once "
              "[file-listed-twice]"});
}

TEST_CASE("spreadsheet: a declared encoding and delimiter are of the text files beside it") {
  LogRun run;
  DataFile& declared = run.add(LogKind::participants, "u.xlsx", fixture("participants.xlsx"));
  declared.encoding = Encoding::windows_1250;
  declared.delimiter = ',';
  run.read();
  CHECK(run.logs.participants.size() == 2);
}

TEST_CASE("spreadsheet: rows that a filter hides are read, and told once a sheet") {
  const auto entry = [](const std::string& number, const std::string& attributes,
                        const std::string& cells) {
    return "<row r=\"" + number + "\" " + attributes + ">" + cells + "</row>";
  };
  const auto outcome = [](const std::string& number) {
    return inline_cell("A" + number, "U-" + number) + inline_cell("B" + number, "job") +
           inline_cell("C" + number, "2022-05-0" + number);
  };
  const std::string head = text_rows("person_id;outcome;date\n");
  LogRun run;
  run.add(
      LogKind::outcomes, "r.xlsx",
      xlsx_of({{"Rezultaty",
                head + entry("2", "", outcome("2")) + entry("3", "hidden=\"1\"", outcome("3")) +
                    entry("4", "hidden=\"0\"", outcome("4")) +
                    entry("5", "hidden=\"true\"", outcome("5")) + entry("6", "hidden=\"1\"", ""),
                ""}}));
  const std::string of_person = ods_text("U-9") + ods_text("job") + ods_text("2022-05-01");
  run.add(LogKind::outcomes, "s.ods",
          small_ods(table(
              ods_row(ods_text("person_id") + ods_text("outcome") + ods_text("date")) +
              ods_row(of_person) + ods_row(of_person, "table:visibility=\"collapse\"") +
              ods_row(of_person, "table:visibility=\"filter\" table:number-rows-repeated=\"4\"") +
              ods_row("", "table:visibility=\"filter\" table:number-rows-repeated=\"99\""))));
  run.read();
  CHECK(run.logs.outcomes.size() == 10);
  CHECK(run.findings() == Lines{"r.xlsx:3:1: note: 2 hidden rows are read like the others "
                                "[rows-hidden]",
                                "s.ods:3:1: note: 5 hidden rows are read like the others "
                                "[rows-hidden]"});
}

}  // namespace euproj::testing
