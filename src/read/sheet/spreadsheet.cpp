#include "read/sheet/spreadsheet.hpp"

#include <algorithm>

#include "euproj/base/utf8.hpp"
#include "euproj/words/kinds.hpp"
#include "read/words/shown_value.hpp"

namespace euproj {
namespace {

constexpr std::string_view zip_mark = "PK\x03\x04";
constexpr std::string_view office_mark = "\xD0\xCF\x11\xE0";
/// The start of `EncryptedPackage`, the stream that holds the workbook, as the container has it.
constexpr std::string_view encrypted_stream{"E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0", 20};

void expect_zip(std::string_view bytes) {
  if (!bytes.starts_with(office_mark)) return;
  const bool encrypted = bytes.find(encrypted_stream) != std::string_view::npos;
  throw SpreadsheetFault{encrypted ? Kind::spreadsheet_encrypted : Kind::spreadsheet_old_format};
}

}  // namespace

bool is_spreadsheet(std::string_view bytes) {
  return bytes.starts_with(zip_mark) || bytes.starts_with(office_mark);
}

void check_text_file(const std::string& path, const DataFile& declared, FileId file,
                     Diagnostics& diagnostics) {
  std::string end = path.substr(path.size() - std::min<std::size_t>(path.size(), 5));
  std::transform(end.begin(), end.end(), end.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  const bool named = end == ".xlsx" || end.ends_with(".xls") || end.ends_with(".ods");
  if (!named && declared.sheets.empty()) return;
  diagnostics.report(Kind::not_a_spreadsheet, {file, 0, 0});
}

std::unique_ptr<Spreadsheet> Spreadsheet::open(std::string_view bytes, FileId file,
                                               Diagnostics& diagnostics,
                                               const SheetLimits& limits) {
  try {
    expect_zip(bytes);
    std::unique_ptr<Spreadsheet> opened(new Spreadsheet(bytes, limits));
    opened->workbook_ = open_xlsx(opened->archive_);
    if (opened->workbook_ == nullptr) opened->workbook_ = open_ods(opened->archive_);
    if (opened->workbook_ == nullptr) throw SpreadsheetFault{Kind::spreadsheet_unknown};
    return opened;
  } catch (const SpreadsheetFault& fault) {
    diagnostics.report(fault, {file, 0, 0});
    return nullptr;
  }
}

std::optional<Sheet> Spreadsheet::read(std::size_t sheet, Extent extent, const DataFile& declared,
                                       FileId file, Diagnostics& diagnostics) {
  try {
    SheetText text = workbook_->read(sheet, declared.decimal.value_or('.'), extent);
    if (text.text().empty() && extent == Extent::all) {
      throw SpreadsheetFault{Kind::empty_sheet, {shown(text.sheet())}};
    }
    if (const HiddenRows& hidden = text.hidden_rows(); hidden.count > 0 && extent == Extent::all) {
      diagnostics.report(Kind::rows_hidden, {file, static_cast<std::uint32_t>(hidden.first), 1},
                         {std::to_string(hidden.count)});
    }
    Sheet read{text.sheet(), text.take_text(), declared};
    read.form.encoding = Encoding::utf8;
    read.form.delimiter = ';';
    read.form.day_zero = workbook_->day_zero();
    return read;
  } catch (const SpreadsheetFault& fault) {
    diagnostics.report(fault, {file, 0, 0});
    return std::nullopt;
  }
}

}  // namespace euproj
