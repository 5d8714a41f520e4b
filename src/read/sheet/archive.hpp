#pragma once
// SpreadsheetFault: what makes a whole spreadsheet unreadable. Thrown among the files that take it
// apart and caught by the door (spreadsheet.hpp), since a damaged part can be met at any depth.
//
// SheetArchive: the parts of a spreadsheet file, with findings for what is wrong with it.

#include <cstddef>
#include <string>
#include <string_view>

#include "euproj/base/zip_reader.hpp"
#include "euproj/core/limits.hpp"
#include "euproj/words/diagnostics.hpp"

namespace euproj {

namespace limits {

/// What an XLSX or ODS file is unpacked to, all readings of its parts together. It is read as it is
/// unpacked, so this bounds time, not memory: a sheet of all rows that Excel and LibreOffice have,
/// of forty columns.
inline constexpr std::size_t unpacked_sheet_bytes = std::size_t{8} << 30;
/// What is kept of it while its rows are read: the text of a sheet, in which one long text may
/// stand in every cell, and the texts that the cells of a workbook share. 500 bytes a row.
inline constexpr std::size_t sheet_text_bytes = std::size_t{512} << 20;

}  // namespace limits

struct SpreadsheetFault : Message {
  using Message::Message;
};

/// A test sets them lower.
struct SheetLimits {
  std::size_t unpacked_bytes = limits::unpacked_sheet_bytes;
  std::size_t text_bytes = limits::sheet_text_bytes;
};

[[noreturn]] void fail_too_large(std::size_t most_bytes);
[[noreturn]] void fail_damaged(std::string_view part);

class SheetArchive {
 public:
  /// A part as it is unpacked. SpreadsheetFault when it is damaged, or when all that was unpacked
  /// so far exceeds the limit: a small archive may unpack to any size.
  class Part {
   public:
    Part(SheetArchive& archive, const std::string& name);
    [[nodiscard]] std::size_t read(char* to, std::size_t most);  // 0 at the end
    [[nodiscard]] const std::string& name() const { return name_; }

   private:
    SheetArchive& archive_;
    std::string name_;
    ZipPart part_;
  };

  /// `bytes` must outlive it. SpreadsheetFault when they are no archive.
  explicit SheetArchive(std::string_view bytes, SheetLimits limits = {});

  [[nodiscard]] bool has(const std::string& name) const { return reader_.find(name).has_value(); }
  /// SpreadsheetFault when it is missing, encrypted or damaged.
  [[nodiscard]] Part open(const std::string& name) { return {*this, name}; }
  /// All of a part that is small by its nature.
  [[nodiscard]] std::string part(const std::string& name);
  [[nodiscard]] std::size_t declared_size(const std::string& name) const;
  [[nodiscard]] const SheetLimits& limits() const { return limits_; }

 private:
  [[nodiscard]] ZipPart open_part(const std::string& name);

  ZipReader reader_;
  SheetLimits limits_;
  std::size_t left_;
};

}  // namespace euproj
