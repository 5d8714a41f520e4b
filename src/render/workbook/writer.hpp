#pragma once
// WorkbookWriter writes sheets as they are laid out, and names. What libxlsxwriter needs stays
// behind it.

#include <cstdint>
#include <memory>
#include <string>

#include "render/sheets/layout.hpp"
#include "render/workbook/package.hpp"

namespace euproj {

/// Throws WriteFailure. The document, of which it takes properties and language, outlives it.
class WorkbookWriter {
 public:
  WorkbookWriter(const Document& document, std::int64_t stamp);
  ~WorkbookWriter();
  WorkbookWriter(const WorkbookWriter&) = delete;
  WorkbookWriter& operator=(const WorkbookWriter&) = delete;

  /// Sheets stand in the order in which they are added, and may be written in any.
  void add_sheet(const std::string& name);
  /// The tables of its long rows outlive the writer.
  void write(std::size_t sheet, const SheetLayout& layout);
  void define(const std::string& name, const std::string& cell);
  /// The bytes of the workbook; nothing else may be called after it.
  [[nodiscard]] std::string finish();

 private:
  class Book;
  std::unique_ptr<Book> book_;
};

}  // namespace euproj
