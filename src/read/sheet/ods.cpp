#include "read/sheet/ods.hpp"

// ODS (OpenDocument 1.3): content.xml holds all sheets; equal cells and rows are written once, with
// how often they stand there.

#include <algorithm>
#include <charconv>

#include "euproj/base/utf8.hpp"
#include "euproj/core/limits.hpp"
#include "euproj/words/kinds.hpp"
#include "read/sheet/archive.hpp"
#include "read/sheet/cell_number.hpp"
#include "read/sheet/sheet_text.hpp"
#include "read/sheet/xml_tree.hpp"

namespace euproj {
namespace {

const std::string part = "content.xml";
constexpr int deepest = 16;  // of rows in groups, and of looks inside a paragraph

[[noreturn]] void fail() { throw SpreadsheetFault{Kind::spreadsheet_damaged, {part}}; }

/// 1 when it is not written; never more than a sheet has rows, so that sums stay small.
std::size_t times(std::string_view repeated) {
  if (repeated.empty()) return 1;
  std::size_t number = 0;
  const char* const end = repeated.data() + repeated.size();
  const auto read = std::from_chars(repeated.data(), end, number);
  if (read.ptr != end || (read.ec == std::errc() && number == 0)) fail();
  return read.ec == std::errc() ? std::min(number, limits::sheet_rows + 1) : limits::sheet_rows + 1;
}

void append_text(XmlNode node, int depth, std::string& out) {
  if (depth > deepest) fail();
  for (XmlNode inside = node.first(); inside; inside = inside.next()) {
    const std::string_view name = inside.name();
    if (name.empty()) {
      out += inside.text();
    } else if (name == "s" || name == "tab" || name == "line-break") {
      out += ' ';  // several blanks in a row mean no more than one
    } else if (name != "annotation" && name != "note" && name != "ruby-text") {
      append_text(inside, depth + 1, out);
    }
  }
}

/// The paragraphs of a cell, without the comment that may hang on it.
std::string paragraphs(XmlNode cell) {
  std::string out;
  for (XmlNode line = cell.child("p"); line; line = line.next("p")) {
    if (!out.empty()) out += ' ';
    append_text(line, 0, out);
  }
  return out;
}

class OdsSheet {
 public:
  explicit OdsSheet(SheetText& out) : out_(out) {}

  /// Rows stand in the table itself, among its header rows or in groups.
  void read_rows(XmlNode parent, int depth) {
    if (depth > deepest) fail();
    for (XmlNode node = parent.first(); node; node = node.next()) {
      const std::string_view name = node.name();
      if (name == "table-row") {
        read_row(node);
      } else if (name == "table-header-rows" || name == "table-row-group" || name == "table-rows") {
        read_rows(node, depth + 1);
      }
    }
  }

 private:
  void read_row(XmlNode row) {
    const std::size_t repeated = times(row.attribute("table:number-rows-repeated"));
    out_.begin_row(next_row_);
    std::size_t column = 1;
    for (XmlNode cell = row.first(); cell; cell = cell.next()) {
      const bool covered = cell.name() == "covered-table-cell";  // by the cell it is merged with
      if (!covered && cell.name() != "table-cell") continue;
      const std::size_t count = times(cell.attribute("table:number-columns-repeated"));
      if (!covered) read_cell(cell, column, count);
      column += count;
    }
    out_.end_row(repeated);
    next_row_ += repeated;
  }

  void read_cell(XmlNode cell, std::size_t column, std::size_t count) {
    const std::string_view type = cell.attribute("office:value-type");
    if (type == "float" || type == "percentage" || type == "currency") {
      const std::string number = number_text(trimmed(cell.attribute("office:value")));
      if (number.empty()) return;
      for (std::size_t at = 0; at < count; ++at) out_.add_number(column + at, number);
      return;
    }
    std::string text;
    if (type == "date") {
      const std::string_view moment = cell.attribute("office:date-value");
      text = moment.substr(0, moment.find('T'));
    } else if (type == "boolean") {
      text = cell.attribute("office:boolean-value");
    } else {
      text = paragraphs(cell);
      if (text.empty()) text = cell.attribute("office:string-value");
    }
    if (trimmed(text).empty()) return;
    for (std::size_t at = 0; at < count; ++at) out_.add(column + at, text);
  }

  SheetText& out_;
  std::size_t next_row_ = 1;
};

bool is_encrypted(ZipArchive& archive) {
  const std::string manifest = "META-INF/manifest.xml";
  if (archive.has("encrypted-package")) return true;
  return archive.has(manifest) &&
         archive.part(manifest).find("encryption-data") != std::string::npos;
}

}  // namespace

std::optional<SheetText> read_ods(ZipArchive& archive, const SheetChoice& choice) {
  if (is_encrypted(archive)) throw SpreadsheetFault{Kind::spreadsheet_encrypted};
  if (!archive.has(part)) return std::nullopt;
  const XmlTree tree(archive.part(part), part);
  const XmlNode book = tree.root().child("body").child("spreadsheet");
  if (!book) return std::nullopt;

  std::vector<XmlNode> tables;
  std::vector<std::string_view> names;
  for (XmlNode table = book.child("table"); table; table = table.next("table")) {
    tables.push_back(table);
    names.push_back(table.attribute("table:name"));
  }
  if (tables.empty()) fail();
  const std::size_t chosen = choice.among(names);
  SheetText out{std::string(names[chosen]), choice.decimal};
  OdsSheet(out).read_rows(tables[chosen], 0);
  return out;
}

}  // namespace euproj
