#pragma once
// stored_zip: a ZIP archive made in memory, its parts not compressed, so that a test can show the
// XML of the spreadsheet that it means.

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace euproj::testing {

using ZipParts = std::vector<std::pair<std::string, std::string>>;  // name, content

inline std::uint32_t crc32(std::string_view bytes) {
  std::uint32_t crc = 0xFFFFFFFF;
  for (const char byte : bytes) {
    crc ^= static_cast<unsigned char>(byte);
    for (int bit = 0; bit < 8; ++bit) crc = (crc >> 1U) ^ ((crc & 1U) != 0 ? 0xEDB88320U : 0U);
  }
  return ~crc;
}

inline void append_number(std::string& out, std::size_t number, int bytes) {
  for (int byte = 0; byte < bytes; ++byte, number >>= 8U) {
    out += static_cast<char>(static_cast<unsigned char>(number & 0xFFU));
  }
}

/// `flags`: the general purpose bits of each part; 1 means that it is encrypted.
inline std::string stored_zip(const ZipParts& parts, std::size_t flags = 0) {
  std::string out;
  std::string directory;
  for (const auto& [name, content] : parts) {
    std::string about;  // what the local header and the directory both say
    append_number(about, 20, 2);
    append_number(about, flags, 2);
    append_number(about, 0, 2);  // stored
    append_number(about, 0x21, 4);
    append_number(about, crc32(content), 4);
    append_number(about, content.size(), 4);
    append_number(about, content.size(), 4);
    append_number(about, name.size(), 2);
    append_number(about, 0, 2);
    directory += "PK\x01\x02";
    append_number(directory, 20, 2);
    directory += about;
    append_number(directory, 0, 10);  // comment, disk, attributes
    append_number(directory, out.size(), 4);
    directory += name;
    out += "PK\x03\x04" + about + name + content;
  }
  const std::size_t directory_at = out.size();
  out += directory + "PK\x05\x06";
  append_number(out, 0, 4);
  append_number(out, parts.size(), 2);
  append_number(out, parts.size(), 2);
  append_number(out, directory.size(), 4);
  append_number(out, directory_at, 4);
  append_number(out, 0, 2);
  return out;
}

/// An XLSX file of one sheet, `Import`, with these rows; `more` are further parts.
inline std::string small_xlsx(const std::string& rows, ZipParts more = {},
                              const std::string& properties = "") {
  ZipParts parts = {
      {"xl/workbook.xml", "<workbook xmlns:r=\"x\"><workbookPr " + properties +
                              "/><sheets><sheet name=\"Import\" sheetId=\"1\" r:id=\"r1\"/>"
                              "</sheets></workbook>"},
      {"xl/_rels/workbook.xml.rels",
       "<Relationships><Relationship Id=\"r1\" Type=\"a/worksheet\" Target=\"sheet1.xml\"/>"
       "<Relationship Id=\"r2\" Type=\"a/sharedStrings\" Target=\"/xl/strings.xml\"/>"
       "<Relationship Id=\"r3\" Type=\"a/styles\" Target=\"../xl/styles.xml\"/></Relationships>"},
      {"xl/sheet1.xml", "<worksheet><sheetData>" + rows + "</sheetData></worksheet>"}};
  bool has_strings = false;
  bool has_styles = false;
  for (auto& part : more) {
    has_strings = has_strings || part.first == "xl/strings.xml";
    has_styles = has_styles || part.first == "xl/styles.xml";
    parts.push_back(std::move(part));
  }
  if (!has_strings) parts.emplace_back("xl/strings.xml", "<sst/>");
  if (!has_styles) parts.emplace_back("xl/styles.xml", "<styleSheet/>");
  return stored_zip(parts);
}

/// An ODS file with these tables.
inline std::string small_ods(const std::string& tables, ZipParts more = {}) {
  more.emplace_back("content.xml",
                    "<office:document-content xmlns:office=\"o\" xmlns:table=\"t\" "
                    "xmlns:text=\"x\"><office:body><office:spreadsheet>" +
                        tables + "</office:spreadsheet></office:body></office:document-content>");
  return stored_zip(more);
}

}  // namespace euproj::testing
