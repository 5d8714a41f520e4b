#pragma once
// The file of a workbook: sheets as laid out, and names. What libxlsxwriter needs stays behind it.

#include <cstdint>
#include <memory>
#include <string>

#include "render/workbook/xlsx_layout.hpp"

namespace euproj {

class XlsxFailure {
 public:
  explicit XlsxFailure(std::string reason) : reason_(std::move(reason)) {}
  [[nodiscard]] const std::string& reason() const { return reason_; }

 private:
  std::string reason_;
};

/// Whether the cells of a sheet are held until the file is written, or gone with the next row.
enum class SheetSize { held, long_rows };

/// Throws XlsxFailure. The document, of which it takes properties and language, outlives it.
class XlsxWriter {
 public:
  XlsxWriter(const Document& document, std::int64_t stamp, const std::string& path);
  ~XlsxWriter();
  XlsxWriter(const XlsxWriter&) = delete;
  XlsxWriter& operator=(const XlsxWriter&) = delete;

  /// Sheets stand in the order in which they are added, and may be written in any.
  void add_sheet(const std::string& name, SheetSize size);
  /// By row: layouts with long rows only on a sheet for them.
  void write(std::size_t sheet, const SheetLayout& layout);
  void define(const std::string& name, const std::string& cell);
  void close();

 private:
  class Book;
  std::unique_ptr<Book> book_;
};

}  // namespace euproj
