// XLSX (ECMA-376): the workbook names the sheets, a sheet holds rows of cells by address.

#include <algorithm>
#include <charconv>

#include "euproj/words/kinds.hpp"
#include "read/sheet/spreadsheet_fault.hpp"
#include "read/sheet/spreadsheet_forms.hpp"
#include "read/sheet/xlsx_parts.hpp"
#include "read/table/cell_number.hpp"
#include "read/table/shown_value.hpp"

namespace euproj {
namespace {

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
