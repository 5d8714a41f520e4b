#pragma once
// Spreadsheets for tests: real ones, made by LibreOffice from the CSV files beside them, and cells
// written out as XML.

#include <doctest/doctest.h>

#include <fstream>
#include <optional>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include "read/sheet/spreadsheet.hpp"
#include "support/source_dir.hpp"
#include "support/stored_zip.hpp"

namespace euproj::testing {

inline std::string fixture(const std::string& name) {
  std::ifstream file(source_dir() + "/tests/fixtures/spreadsheets/" + name, std::ios::binary);
  REQUIRE(file);
  std::ostringstream bytes;
  bytes << file.rdbuf();
  return bytes.str();
}

/// The CSV text of a sheet, the first one unless it is named, or the finding.
inline std::string text_of(const std::string& bytes, const std::string& sheet = "",
                           std::optional<char> decimal = {}, const SheetLimits& limits = {}) {
  DataFile declared;
  declared.decimal = decimal;
  Diagnostics diagnostics;
  const auto opened = Spreadsheet::open(bytes, 0, diagnostics, limits);
  if (opened != nullptr) {
    std::size_t at = 0;
    while (!sheet.empty() && at < opened->sheets().size() && opened->sheets()[at].name != sheet)
      ++at;
    REQUIRE(at < opened->sheets().size());
    const auto read = opened->read(at, Extent::all, declared, 0, diagnostics);
    CHECK(read.has_value() == diagnostics.all().empty());
    if (read) return read->text;
  }
  REQUIRE(diagnostics.all().size() == 1);
  return diagnostics.all()[0].message(Language::english);
}

inline std::string row(const std::string& number, const std::string& cells) {
  return "<row r=\"" + number + "\">" + cells + "</row>";
}

inline std::string inline_cell(const std::string& address, const std::string& text) {
  return "<c r=\"" + address + "\" t=\"inlineStr\"><is><t>" + text + "</t></is></c>";
}

inline std::string table(const std::string& rows, const std::string& name = "Import") {
  return "<table:table table:name=\"" + name + "\">" + rows + "</table:table>";
}

inline std::string ods_row(const std::string& cells, const std::string& attributes = "") {
  return "<table:table-row " + attributes + ">" + cells + "</table:table-row>";
}

inline std::string ods_text(const std::string& text) {
  return "<table:table-cell office:value-type=\"string\"><text:p>" + text +
         "</text:p></table:table-cell>";
}

/// An XLSX file of several sheets: name, rows, and `hidden` or `veryHidden` where it is.
struct XlsxSheet {
  std::string name;
  std::string rows;
  std::string state;
};
inline std::string xlsx_of(const std::vector<XlsxSheet>& sheets, ZipParts more = {},
                           const std::string& properties = "") {
  std::string listed;
  std::string related;
  for (std::size_t at = 0; at < sheets.size(); ++at) {
    const std::string number = std::to_string(at + 1);
    const std::string& state = sheets[at].state;
    listed += "<sheet name=\"" + sheets[at].name + "\" sheetId=\"" + number + "\" " +
              (state.empty() ? "" : "state=\"" + state + "\" ") + "r:id=\"r" + number + "\"/>";
    related += "<Relationship Id=\"r" + number + "\" Type=\"a/worksheet\" Target=\"sheet" + number +
               ".xml\"/>";
    more.emplace_back("xl/sheet" + number + ".xml",
                      "<worksheet><sheetData>" + sheets[at].rows + "</sheetData></worksheet>");
  }
  more.emplace_back("xl/workbook.xml", "<workbook xmlns:r=\"x\"><sheets>" + listed + "</sheets>" +
                                           properties + "</workbook>");
  more.emplace_back("xl/_rels/workbook.xml.rels",
                    "<Relationships>" + related +
                        "<Relationship Id=\"st\" Type=\"a/styles\" Target=\"styles.xml\"/>"
                        "</Relationships>");
  bool has_styles = false;
  for (const auto& part : more) has_styles = has_styles || part.first == "xl/styles.xml";
  if (!has_styles) more.emplace_back("xl/styles.xml", "<styleSheet/>");
  return stored_zip(more);
}

/// Rows of inline texts, from A1 on: cells are separated by `;`, rows by a line feed.
inline std::string text_rows(const std::string& csv) {
  std::string rows;
  std::string cells;
  std::string text;
  std::size_t line = 1;
  char column = 'A';
  const auto end_cell = [&] {
    if (!text.empty()) cells += inline_cell(column + std::to_string(line), text);
    text.clear();
    ++column;
  };
  for (const char c : csv) {
    if (c == ';') {
      end_cell();
    } else if (c == '\n') {
      end_cell();
      rows += row(std::to_string(line++), cells);
      cells.clear();
      column = 'A';
    } else {
      text += c;
    }
  }
  return rows;
}

/// The same as rows of ODS.
inline std::string ods_text_rows(const std::string& csv) {
  std::string rows;
  std::string cells;
  std::string text;
  for (const char c : csv) {
    if (c == ';' || c == '\n') {
      cells += ods_text(std::exchange(text, {}));
      if (c == '\n') rows += ods_row(std::exchange(cells, {}));
    } else {
      text += c;
    }
  }
  return rows;
}

}  // namespace euproj::testing
