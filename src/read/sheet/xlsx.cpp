#include "read/sheet/xlsx.hpp"
// XLSX (ECMA-376): the workbook names the sheets, a sheet holds rows of cells by address.

#include <algorithm>
#include <charconv>
#include <set>

#include "euproj/base/utf8.hpp"
#include "euproj/words/kinds.hpp"
#include "read/sheet/archive.hpp"
#include "read/sheet/cell_number.hpp"
#include "read/sheet/sheet_text.hpp"
#include "read/sheet/xml_tree.hpp"
#include "read/words/shown_value.hpp"

namespace euproj {
namespace {

struct Relationship {
  std::string id;
  std::string type;    // the last part of its address: worksheet, sharedStrings, styles
  std::string target;  // as a name in the archive
};

std::string folder_of(const std::string& part) {
  const std::size_t slash = part.rfind('/');
  return slash == std::string::npos ? std::string() : part.substr(0, slash + 1);
}

/// A target as a name in the archive: from the root, or from the folder of who refers to it.
std::string resolved(std::string folder, std::string_view target) {
  if (target.starts_with('/')) return std::string(target.substr(1));
  while (target.starts_with("../")) {
    target.remove_prefix(3);
    if (!folder.empty()) folder.pop_back();
    folder = folder_of(folder);
  }
  return folder + std::string(target);
}

std::string_view after_last_slash(std::string_view address) {
  return address.substr(address.rfind('/') + 1);  // npos + 1 is 0
}

/// Of the part `of` (xl/workbook.xml; empty: of the whole file). Empty when there are none.
std::vector<Relationship> read_relationships(ZipArchive& archive, const std::string& of) {
  const std::string folder = folder_of(of);
  const std::string part = folder + "_rels/" + of.substr(folder.size()) + ".rels";
  std::vector<Relationship> relationships;
  if (!archive.has(part)) return relationships;
  const XmlTree tree(archive.part(part), part);
  for (XmlNode node = tree.root().child("Relationship"); node; node = node.next("Relationship")) {
    if (first_bad_utf8(node.attribute("Target")) != std::string_view::npos) {
      throw SpreadsheetFault{Kind::spreadsheet_damaged, {shown(part)}};
    }
    relationships.push_back({std::string(node.attribute("Id")),
                             std::string(after_last_slash(node.attribute("Type"))),
                             resolved(folder, node.attribute("Target"))});
  }
  return relationships;
}

/// With `_x000D_` as the character it stands for.
std::string unescaped(std::string_view text) {
  constexpr std::size_t length = 7;  // _xHHHH_
  std::string out;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const std::string_view seen = text.substr(at, length);
    std::uint32_t code = 0;
    if (seen.size() == length && seen.starts_with("_x") && seen.ends_with('_')) {
      const char* const end = seen.data() + length - 1;
      const auto read = std::from_chars(seen.data() + 2, end, code, 16);
      if (read.ptr == end && code > 0 && (code < 0xD800 || code > 0xDFFF)) {
        append_utf8(out, code);
        at += length - 1;
        continue;
      }
    }
    out += text[at];
  }
  return out;
}

/// A text in one piece or in runs of different looks, without its reading in another script.
std::string rich_text(XmlNode node) {
  std::string text;
  for (XmlNode part = node.first(); part; part = part.next()) {
    if (part.name() == "t") text += part.text();
    if (part.name() == "r") text += part.child("t").text();
  }
  return unescaped(text);
}

std::vector<std::string> read_shared_strings(ZipArchive& archive, const std::string& part) {
  const XmlTree tree(archive.part(part), part);
  std::vector<std::string> strings;
  for (XmlNode node = tree.root().child("si"); node; node = node.next("si")) {
    strings.push_back(rich_text(node));
  }
  return strings;
}

/// By style of a cell: whether it shows its number as a date or a time.
std::vector<bool> read_date_styles(ZipArchive& archive, const std::string& part) {
  const XmlTree tree(archive.part(part), part);
  std::set<std::string_view> own_formats;  // that the file spells out
  std::set<std::string_view> date_formats;
  const XmlNode formats = tree.root().child("numFmts");
  for (XmlNode node = formats.child("numFmt"); node; node = node.next("numFmt")) {
    const std::string_view id = node.attribute("numFmtId");
    own_formats.insert(id);
    if (shows_date(node.attribute("formatCode"))) date_formats.insert(id);
  }
  std::vector<bool> styles;
  const XmlNode looks = tree.root().child("cellXfs");
  for (XmlNode node = looks.child("xf"); node; node = node.next("xf")) {
    const std::string_view id = node.attribute("numFmtId");
    styles.push_back(own_formats.contains(id) ? date_formats.contains(id) : is_built_in_date(id));
  }
  return styles;
}

std::optional<std::size_t> whole(std::string_view text) {
  std::size_t number = 0;
  const char* const end = text.data() + text.size();
  const auto read = std::from_chars(text.data(), end, number);
  if (text.empty() || read.ec != std::errc() || read.ptr != end) return std::nullopt;
  return number;
}

/// Of `AB12` the 28; 0 when it does not begin with letters, or with too many.
std::size_t column_of(std::string_view address) {
  constexpr std::size_t letters = 3;  // XFD is the last column
  std::size_t column = 0;
  std::size_t at = 0;
  for (; at < address.size() && address[at] >= 'A' && address[at] <= 'Z'; ++at) {
    if (at == letters) return 0;
    column = column * 26 + static_cast<std::size_t>(address[at] - 'A') + 1;
  }
  return column;
}

std::string_view day_of(std::string_view moment) { return moment.substr(0, moment.find('T')); }

class XlsxSheet {
 public:
  XlsxSheet(ZipArchive& archive, const std::vector<Relationship>& parts, Epoch epoch)
      : archive_(archive), epoch_(epoch) {
    for (const Relationship& part : parts) {
      if (part.type == "sharedStrings") strings_ = read_shared_strings(archive, part.target);
      if (part.type == "styles") date_styles_ = read_date_styles(archive, part.target);
    }
  }

  void read(const std::string& part, SheetText& out) {
    part_ = part;
    const XmlTree tree(archive_.part(part), part);
    const XmlNode rows = tree.root().child("sheetData");
    std::size_t last = 0;
    for (XmlNode row = rows.child("row"); row; row = row.next("row")) {
      const std::string_view number = row.attribute("r");
      last = number.empty() ? last + 1 : after(last, whole(number).value_or(0));
      out.begin_row(last);
      read_cells(row, out);
      out.end_row();
    }
  }

 private:
  void read_cells(XmlNode row, SheetText& out) {
    std::size_t last = 0;
    for (XmlNode cell = row.child("c"); cell; cell = cell.next("c")) {
      const std::string_view address = cell.attribute("r");
      last = address.empty() ? last + 1 : after(last, column_of(address));
      read_cell(cell, last, out);
    }
  }

  void read_cell(XmlNode cell, std::size_t column, SheetText& out) {
    const std::string_view type = cell.attribute("t");
    const std::string_view value = cell.child("v").text();
    if (type == "inlineStr") return out.add(column, rich_text(cell.child("is")));
    if (value.empty()) return;
    if (type == "s") return out.add(column, shared(value));
    if (type == "str") return out.add(column, unescaped(value));
    if (type == "b") return out.add(column, value == "1" ? "true" : "false");
    if (type == "d") return out.add(column, day_of(value));
    if (type == "e") return out.add(column, value);
    std::string number = number_text(value);
    const std::size_t style = whole(cell.attribute("s")).value_or(0);
    if (style < date_styles_.size() && date_styles_[style]) {
      if (const auto day = day_text(number, epoch_)) return out.add(column, *day);
    }
    out.add_number(column, std::move(number));
  }

  const std::string& shared(std::string_view index) const {
    const auto at = whole(index);
    if (!at || *at >= strings_.size()) fail();
    return strings_[*at];
  }

  /// Rows and cells stand in order; otherwise something was cut out or glued in.
  std::size_t after(std::size_t last, std::size_t position) const {
    if (position <= last) fail();
    return position;
  }

  [[noreturn]] void fail() const {
    throw SpreadsheetFault{Kind::spreadsheet_damaged, {shown(part_)}};
  }

  ZipArchive& archive_;
  Epoch epoch_;
  std::vector<std::string> strings_;
  std::vector<bool> date_styles_;
  std::string part_;
};

std::string workbook_of(ZipArchive& archive) {
  for (const Relationship& part : read_relationships(archive, "")) {
    if (part.type == "officeDocument") return part.target;
  }
  return "xl/workbook.xml";
}

}  // namespace

std::optional<SheetText> read_xlsx(ZipArchive& archive, const SheetChoice& choice) {
  const std::string part = workbook_of(archive);
  if (!archive.has(part) || part.ends_with(".bin")) return std::nullopt;
  const XmlTree tree(archive.part(part), part);
  if (tree.root().name() != "workbook") return std::nullopt;
  const std::string_view flag = tree.root().child("workbookPr").attribute("date1904");
  const Epoch epoch = flag == "1" || flag == "true" ? Epoch::of_1904 : Epoch::of_1900;

  std::vector<std::string_view> names;
  std::vector<std::string_view> ids;
  const XmlNode sheets = tree.root().child("sheets");
  for (XmlNode sheet = sheets.child("sheet"); sheet; sheet = sheet.next("sheet")) {
    names.push_back(sheet.attribute("name"));
    ids.push_back(sheet.attribute("id"));
  }
  if (names.empty()) throw SpreadsheetFault{Kind::spreadsheet_damaged, {shown(part)}};
  const std::size_t chosen = choice.among(names);

  const std::vector<Relationship> parts = read_relationships(archive, part);
  const auto target = std::find_if(parts.begin(), parts.end(), [&](const Relationship& other) {
    return other.id == ids[chosen];
  });
  if (target == parts.end()) throw SpreadsheetFault{Kind::spreadsheet_damaged, {shown(part)}};
  SheetText out{std::string(names[chosen]), choice.decimal};
  XlsxSheet(archive, parts, epoch).read(target->target, out);
  return out;
}

}  // namespace euproj
