#pragma once
// Spreadsheets for tests: real ones, made by LibreOffice from the CSV files beside them, and cells
// written out as XML.

#include <doctest/doctest.h>

#include <fstream>
#include <optional>
#include <sstream>
#include <string>

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

/// The CSV text of a sheet, or the finding.
inline std::string text_of(const std::string& bytes, const std::string& sheet = "",
                           std::optional<char> decimal = {}, const SheetLimits& limits = {}) {
  DataFile declared;
  declared.sheet = sheet;
  declared.decimal = decimal;
  Diagnostics diagnostics;
  const auto read = read_spreadsheet(bytes, declared, 0, diagnostics, limits);
  CHECK(read.has_value() == diagnostics.all().empty());
  if (read) return read->text;
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

}  // namespace euproj::testing
