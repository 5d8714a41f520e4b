#pragma once
// ZipArchive: the parts of a ZIP file in memory, unpacked one by one (by libzip).

#include <cstddef>
#include <string>
#include <string_view>

struct zip;  // libzip's handle

namespace euproj {

class ZipArchive {
 public:
  /// `bytes` must outlive it. SpreadsheetFault when they are no archive.
  explicit ZipArchive(std::string_view bytes);
  ~ZipArchive();
  ZipArchive(const ZipArchive&) = delete;
  ZipArchive& operator=(const ZipArchive&) = delete;

  /// Names are compared without regard to case, as Excel does.
  [[nodiscard]] bool has(const std::string& name) const;
  /// SpreadsheetFault when it is missing, encrypted or damaged, or when all parts read so far
  /// exceed limits::spreadsheet_bytes: a small archive may unpack to any size.
  [[nodiscard]] std::string part(const std::string& name);

 private:
  zip* archive_ = nullptr;
  std::size_t left_;
};

}  // namespace euproj
