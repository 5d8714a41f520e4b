#include "read/sheet/xlsx_parts.hpp"

#include <charconv>
#include <set>

#include "euproj/base/utf8.hpp"
#include "euproj/words/kinds.hpp"
#include "read/sheet/spreadsheet_fault.hpp"
#include "read/table/cell_number.hpp"
#include "read/table/shown_value.hpp"

namespace euproj {
namespace {

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

}  // namespace

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

}  // namespace euproj
