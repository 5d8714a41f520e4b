#pragma once
// Input files and places in them.
//
// A run knows each input file by a small number. The text of a definition is kept for excerpts; a
// log is not: its rows remember line and cell only, and nothing of a person is ever quoted.

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace euproj {

using FileId = std::uint16_t;
inline constexpr FileId no_file = 0xFFFF;

/// Where a finding points. Line 0: the file as a whole.
struct Place {
  FileId file = no_file;
  std::uint32_t line = 0;    // 1-based; of a CSV row its first line
  std::uint32_t column = 0;  // 1-based byte in the line (row); 0: not known
  std::uint32_t length = 0;  // bytes to underline; 0 counts as 1
  std::uint32_t cell = 0;    // 1-based cell of a CSV row; 0: not a cell

  friend auto operator<=>(const Place&, const Place&) = default;
};

struct InputFile {
  std::string path;    // relative to the project's folder: in reports, the same in any folder
  std::string opened;  // as the operating system was asked for it: what an editor can jump to
  std::string text;    // kept for definitions only
  std::string sheet;   // of a spreadsheet, as it may be shown: places are then rows and cells
};

/// As spreadsheets name cells, both counted from 1: (12, 3) is C12.
[[nodiscard]] std::string cell_name(std::uint32_t row, std::uint32_t column);

class SourceSet {
 public:
  FileId add(std::string path, std::string opened);
  void keep_text(FileId file, std::string text);
  void keep_sheet(FileId file, std::string sheet);

  [[nodiscard]] const InputFile& file(FileId id) const { return files_.at(id); }
  [[nodiscard]] std::size_t size() const { return files_.size(); }
  /// The line (1-based) without its end; empty when the text was not kept.
  [[nodiscard]] std::string_view line(FileId id, std::uint32_t line) const;

 private:
  std::vector<InputFile> files_;
};

}  // namespace euproj
