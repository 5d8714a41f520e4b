#include "read/sheet/spreadsheet.hpp"

#include <algorithm>

#include "euproj/base/utf8.hpp"
#include "euproj/words/kinds.hpp"
#include "read/sheet/workbook.hpp"
#include "read/words/shown_value.hpp"

namespace euproj {
namespace {

constexpr std::string_view zip_mark = "PK\x03\x04";
constexpr std::string_view office_mark = "\xD0\xCF\x11\xE0";
/// The start of `EncryptedPackage`, the stream that holds the workbook, as the container has it.
constexpr std::string_view encrypted_stream{"E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0", 20};

constexpr std::size_t most_listed = 8;

std::unique_ptr<Workbook> open_workbook(SheetArchive& archive) {
  std::unique_ptr<Workbook> workbook = open_xlsx(archive);
  if (workbook == nullptr) workbook = open_ods(archive);
  if (workbook == nullptr) throw SpreadsheetFault{Kind::spreadsheet_unknown};
  return workbook;
}

/// The one that a definition names, else the first one.
std::size_t chosen_sheet(const Workbook& workbook, const std::string& wanted) {
  if (wanted.empty()) return 0;
  std::vector<std::string_view> names;
  for (const ListedSheet& sheet : workbook.sheets()) names.push_back(sheet.name);
  const auto found = std::find(names.begin(), names.end(), wanted);
  if (found != names.end()) return static_cast<std::size_t>(found - names.begin());
  throw SpreadsheetFault{
      Kind::no_such_sheet,
      {shown(wanted), list_shown(names, most_listed), nearest_shown(wanted, names)}};
}

void expect_archive(std::string_view bytes) {
  if (!bytes.starts_with(office_mark)) return;
  const bool encrypted = bytes.find(encrypted_stream) != std::string_view::npos;
  throw SpreadsheetFault{encrypted ? Kind::spreadsheet_encrypted : Kind::spreadsheet_old_format};
}

SheetText read_sheet(std::string_view bytes, const DataFile& declared, const SheetLimits& limits,
                     std::int32_t& day_zero) {
  expect_archive(bytes);
  SheetArchive archive(bytes, limits);
  const std::unique_ptr<Workbook> workbook = open_workbook(archive);
  const std::size_t chosen = chosen_sheet(*workbook, declared.sheet);
  SheetText sheet = workbook->read(chosen, declared.decimal.value_or('.'), Extent::all);
  day_zero = workbook->day_zero();
  if (sheet.text().empty()) throw SpreadsheetFault{Kind::empty_sheet, {shown(sheet.sheet())}};
  return sheet;
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
  if (!named && declared.sheet.empty()) return;
  diagnostics.report(Kind::not_a_spreadsheet, {file, 0, 0});
}

std::vector<std::string> visible_sheets(std::string_view bytes, FileId file,
                                        Diagnostics& diagnostics) {
  std::vector<std::string> names;
  try {
    expect_archive(bytes);
    SheetArchive archive(bytes, SheetLimits());
    const std::unique_ptr<Workbook> workbook = open_workbook(archive);
    for (const ListedSheet& sheet : workbook->sheets()) {
      if (!sheet.is_hidden) names.push_back(sheet.name);
    }
  } catch (const SpreadsheetFault& fault) {
    diagnostics.report(fault, {file, 0, 0});
  }
  return names;
}

std::optional<Sheet> read_spreadsheet(std::string_view bytes, const DataFile& declared, FileId file,
                                      Diagnostics& diagnostics, const SheetLimits& limits) {
  try {
    std::int32_t day_zero = 0;
    SheetText sheet = read_sheet(bytes, declared, limits, day_zero);
    Sheet read{sheet.sheet(), sheet.take_text(), declared};
    read.form.encoding = Encoding::utf8;
    read.form.delimiter = ';';
    read.form.day_zero = day_zero;
    return read;
  } catch (const SpreadsheetFault& fault) {
    diagnostics.report(fault, {file, 0, 0});
    return std::nullopt;
  }
}

}  // namespace euproj
