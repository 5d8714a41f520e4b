#pragma once
// A produced workbook as a spreadsheet program has it: sheets, cells, formulas, styles, names,
// links, marks and notes. What its XML looks like is no matter of a test.

#include <doctest/doctest.h>

#include <array>
#include <cstdio>
#include <cstdlib>
#include <map>
#include <ostream>
#include <pugixml.hpp>
#include <string>
#include <vector>

#include "euproj/base/zip_reader.hpp"

namespace euproj::testing {

struct CellLooks {
  std::string number_format;
  std::string colour;  // "FFC00000"; empty: as usual
  std::string fill;    // likewise
  bool bold = false;
  bool underlined = false;
  bool wrapped = false;

  friend bool operator==(const CellLooks&, const CellLooks&) = default;
};

struct ReadCell {
  enum class Kind { empty, number, text };
  Kind kind = Kind::empty;
  std::string value;    // of a number as many digits as Excel shows: at most 15
  std::string formula;  // without "="; empty: none
  CellLooks looks;

  friend bool operator==(const ReadCell&, const ReadCell&) = default;
  /// For who reads of a failed check.
  friend std::ostream& operator<<(std::ostream& out, const ReadCell& cell) {
    return out << "[" << cell.value << " =" << cell.formula << " " << cell.looks.number_format
               << "]";
  }
};

/// Bold and in a colour where the formula holds.
struct ReadMark {
  std::string cells;  // "H6:H9"
  std::string formula;

  friend bool operator==(const ReadMark&, const ReadMark&) = default;
};

struct ReadSheet {
  std::string name;
  std::map<std::string, ReadCell> cells;      // by name: "C5"
  std::map<std::uint32_t, std::string> rows;  // number, height; empty: as usual
  std::map<std::string, std::string> links;   // cell, target: "'Wydatki'!A1"
  std::map<std::string, std::string> notes;   // cell, text
  std::vector<ReadMark> marks;
  std::vector<std::string> widths;          // of the columns that have one
  std::vector<std::string> merged;          // "A1:C1"
  std::string filter;                       // "A5:H8"; empty: none
  std::string first_scrolled;               // the cell under what stays in sight
  std::map<std::string, std::string> page;  // paperSize, orientation, fitToHeight, header, footer

  [[nodiscard]] const ReadCell& cell(const std::string& at) const {
    CAPTURE(name);
    CAPTURE(at);
    const auto found = cells.find(at);
    REQUIRE(found != cells.end());
    return found->second;
  }
  /// The name of the first cell with this text; empty: none.
  [[nodiscard]] std::string find(const std::string& text) const {
    for (const auto& [at, cell] : cells) {
      if (cell.kind == ReadCell::Kind::text && cell.value == text) return at;
    }
    return {};
  }
};

class ReadWorkbook {
 public:
  explicit ReadWorkbook(const std::string& bytes) {
    const ZipReader reader(bytes);
    REQUIRE(reader.ok());
    for (const char* const name : {"xl/workbook.xml", "xl/styles.xml", "docProps/core.xml"}) {
      REQUIRE(reader.find(name).has_value());
    }
    const pugi::xml_document book = part(reader, "xl/workbook.xml");
    const std::vector<CellLooks> looks = read_looks(reader);
    const std::vector<std::string> texts = read_texts(reader);
    std::size_t notes = 0;
    for (const auto& each : book.child("workbook").child("sheets")) {
      sheets.push_back(read_sheet(reader, sheets.size() + 1, looks, texts, notes));
      sheets.back().name = each.attribute("name").value();
    }
    for (const auto& each : book.child("workbook").child("definedNames")) {
      std::string name = each.attribute("name").value();
      if (const std::string local = each.attribute("localSheetId").value(); !local.empty()) {
        name += " of " + sheets.at(std::stoul(local)).name;
      }
      names[name] = each.text().get();
    }
    for (const auto& each : part(reader, "docProps/core.xml").first_child()) {
      properties[each.name()] = each.text().get();
    }
    for (std::size_t number = 1;; ++number) {
      const std::string chart = "xl/charts/chart" + std::to_string(number) + ".xml";
      if (!reader.find(chart)) break;
      std::vector<std::string>& refers = charts.emplace_back();
      for (const auto& each : part(reader, chart).select_nodes("//c:f | //c:ser/c:tx//c:v")) {
        refers.emplace_back(each.node().text().get());
      }
      chart_shapes.emplace_back(
          part(reader, chart).select_node("//c:plotArea/*[c:ser]").node().name());
    }
  }

  [[nodiscard]] const ReadSheet& sheet(const std::string& name) const {
    for (const ReadSheet& each : sheets) {
      if (each.name == name) return each;
    }
    FAIL("no sheet " << name);
    std::abort();
  }

  std::vector<ReadSheet> sheets;
  std::map<std::string, std::string> names;       // and what they refer to
  std::map<std::string, std::string> properties;  // "dc:creator"
  std::vector<std::vector<std::string>>
      charts;                             // what the series of each refer to, and their names
  std::vector<std::string> chart_shapes;  // "c:lineChart"

 private:
  static pugi::xml_document part(const ZipReader& reader, const std::string& name) {
    CAPTURE(name);
    const auto at = reader.find(name);
    REQUIRE(at.has_value());
    std::string xml;
    REQUIRE(reader.unpack(*at, [&xml](std::string_view piece) {
      xml += piece;
      return true;
    }));
    pugi::xml_document document;
    REQUIRE(
        document.load_buffer(xml.data(), xml.size(), pugi::parse_default | pugi::parse_ws_pcdata));
    return document;
  }

  static std::vector<std::string> read_texts(const ZipReader& reader) {
    std::vector<std::string> texts;
    if (!reader.find("xl/sharedStrings.xml")) return texts;
    const pugi::xml_document shared = part(reader, "xl/sharedStrings.xml");
    for (const auto& each : shared.child("sst").children("si")) {
      texts.emplace_back(each.child("t").text().get());
    }
    return texts;
  }

  static std::vector<CellLooks> read_looks(const ZipReader& reader) {
    const pugi::xml_document document = part(reader, "xl/styles.xml");
    const pugi::xml_node styles = document.child("styleSheet");
    std::map<std::string, std::string> formats = {
        {"0", ""}, {"3", "#,##0"}, {"4", "#,##0.00"}, {"10", "0.00%"}};
    for (const auto& each : styles.child("numFmts")) {
      formats[each.attribute("numFmtId").value()] = each.attribute("formatCode").value();
    }
    const auto of = [&](const char* list, const pugi::xml_attribute& position) {
      pugi::xml_node node = styles.child(list).first_child();
      for (unsigned i = position.as_uint(); i > 0; --i) node = node.next_sibling();
      return node;
    };
    std::vector<CellLooks> looks;
    for (const auto& each : styles.child("cellXfs").children("xf")) {
      CellLooks& look = looks.emplace_back();
      look.number_format = formats.at(each.attribute("numFmtId").value());
      const pugi::xml_node font = of("fonts", each.attribute("fontId"));
      look.bold = !font.child("b").empty();
      look.underlined = !font.child("u").empty();
      look.colour = font.child("color").attribute("rgb").value();
      look.fill = of("fills", each.attribute("fillId"))
                      .child("patternFill")
                      .child("fgColor")
                      .attribute("rgb")
                      .value();
      look.wrapped = each.child("alignment").attribute("wrapText").as_bool();
    }
    return looks;
  }

  /// libxlsxwriter writes 16 digits, which is one too many: 0.9399999999999999 is 0.94.
  static std::string shown_number(const char* stored) {
    std::array<char, 32> digits{};
    std::snprintf(digits.data(), digits.size(), "%.15g", std::strtod(stored, nullptr));
    return digits.data();
  }

  static ReadCell read_cell(const pugi::xml_node& cell, const std::vector<CellLooks>& looks,
                            const std::vector<std::string>& texts) {
    ReadCell read;
    read.looks = looks.at(cell.attribute("s").as_uint());
    read.formula = cell.child("f").text().get();
    const std::string type = cell.attribute("t").value();
    const pugi::xml_node value = cell.child("v");
    if (type == "s" || type == "str" || type == "inlineStr") {
      read.kind = ReadCell::Kind::text;
      read.value = type == "s"     ? texts.at(value.text().as_uint())
                   : type == "str" ? value.text().get()
                                   : cell.child("is").child("t").text().get();
    } else if (!value.empty()) {
      read.kind = ReadCell::Kind::number;
      read.value = shown_number(value.text().get());
    }
    return read;
  }

  static ReadSheet read_sheet(const ZipReader& reader, std::size_t number,
                              const std::vector<CellLooks>& looks,
                              const std::vector<std::string>& texts, std::size_t& notes) {
    const pugi::xml_document document =
        part(reader, "xl/worksheets/sheet" + std::to_string(number) + ".xml");
    const pugi::xml_node root = document.child("worksheet");
    ReadSheet sheet;
    for (const auto& row : root.child("sheetData").children("row")) {
      sheet.rows[row.attribute("r").as_uint()] = row.attribute("ht").value();
      for (const auto& cell : row.children("c")) {
        REQUIRE(
            sheet.cells.emplace(cell.attribute("r").value(), read_cell(cell, looks, texts)).second);
      }
    }
    for (const auto& each : root.child("cols"))
      sheet.widths.emplace_back(each.attribute("width").value());
    for (const auto& each : root.child("mergeCells"))
      sheet.merged.emplace_back(each.attribute("ref").value());
    for (const auto& each : root.child("hyperlinks")) {
      sheet.links[each.attribute("ref").value()] = each.attribute("location").value();
    }
    for (const auto& each : root.children("conditionalFormatting")) {
      for (const auto& rule : each.children("cfRule")) {
        sheet.marks.push_back(
            {each.attribute("sqref").value(), rule.child("formula").text().get()});
      }
    }
    sheet.filter = root.child("autoFilter").attribute("ref").value();
    sheet.first_scrolled =
        root.select_node("//pane[@state='frozen']").node().attribute("topLeftCell").value();
    for (const char* const name : {"paperSize", "orientation", "fitToHeight", "cellComments"}) {
      sheet.page[name] = root.child("pageSetup").attribute(name).value();
    }
    sheet.page["header"] = root.child("headerFooter").child("oddHeader").text().get();
    sheet.page["footer"] = root.child("headerFooter").child("oddFooter").text().get();
    if (!root.child("legacyDrawing")
             .empty()) {  // the library numbers the notes of the sheets that have any
      const pugi::xml_document comments =
          part(reader, "xl/comments" + std::to_string(++notes) + ".xml");
      for (const auto& each : comments.child("comments").child("commentList")) {
        std::string text;
        for (const auto& run : each.select_nodes(".//t")) text += run.node().text().get();
        sheet.notes[each.attribute("ref").value()] = text;
      }
    }
    return sheet;
  }
};

}  // namespace euproj::testing
