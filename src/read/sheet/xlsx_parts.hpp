#pragma once
// What an XLSX sheet refers to: other parts, texts that many cells share, and number formats.

#include <string>
#include <string_view>
#include <vector>

#include "read/sheet/xml_tree.hpp"
#include "read/sheet/zip_archive.hpp"

namespace euproj {

struct Relationship {
  std::string id;
  std::string type;    // the last part of its address: worksheet, sharedStrings, styles
  std::string target;  // as a name in the archive
};

/// Of the part `of` (xl/workbook.xml; empty: of the whole file). Empty when there are none.
[[nodiscard]] std::vector<Relationship> read_relationships(ZipArchive& archive,
                                                           const std::string& of);

/// A text in one piece or in runs of different looks, without its reading in another script.
[[nodiscard]] std::string rich_text(XmlNode node);
/// With `_x000D_` as the character it stands for.
[[nodiscard]] std::string unescaped(std::string_view text);

[[nodiscard]] std::vector<std::string> read_shared_strings(ZipArchive& archive,
                                                           const std::string& part);

/// By style of a cell: whether it shows its number as a date or a time.
[[nodiscard]] std::vector<bool> read_date_styles(ZipArchive& archive, const std::string& part);

}  // namespace euproj
