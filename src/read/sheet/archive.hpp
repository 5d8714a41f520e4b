#pragma once
// SpreadsheetFault: what makes a whole spreadsheet unreadable. Thrown among the files that take it
// apart and caught by read_spreadsheet, since a damaged part can be met at any depth.
//
// ZipArchive: the parts of a spreadsheet file, with findings for what is wrong with it.

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "euproj/base/zip_reader.hpp"
#include "euproj/words/diagnostics.hpp"

namespace euproj {

struct SpreadsheetFault : Message {
  using Message::Message;
};

/// Parts together, or the text of a sheet, beyond limits::spreadsheet_bytes.
[[noreturn]] void fail_too_large();

class ZipArchive {
 public:
  /// `bytes` must outlive it. SpreadsheetFault when they are no archive.
  explicit ZipArchive(std::string_view bytes);

  [[nodiscard]] bool has(const std::string& name) const { return reader_.find(name).has_value(); }
  /// SpreadsheetFault when it is missing, encrypted or damaged, or when all parts read so far
  /// exceed limits::spreadsheet_bytes: a small archive may unpack to any size.
  [[nodiscard]] std::string part(const std::string& name);

 private:
  ZipReader reader_;
  std::size_t left_;
};

}  // namespace euproj
