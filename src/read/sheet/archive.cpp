#include "read/sheet/archive.hpp"

#include "euproj/core/limits.hpp"
#include "euproj/words/kinds.hpp"
#include "read/words/shown_value.hpp"

namespace euproj {
namespace {

[[noreturn]] void fail_damaged(const std::string& part) {
  throw SpreadsheetFault{Kind::spreadsheet_damaged, {shown(part)}};
}

}  // namespace

void fail_too_large() {
  throw SpreadsheetFault{Kind::spreadsheet_too_large,
                         {std::to_string(limits::spreadsheet_bytes >> 20U)}};
}

ZipArchive::ZipArchive(std::string_view bytes) : reader_(bytes), left_(limits::spreadsheet_bytes) {
  if (!reader_.ok()) fail_damaged("ZIP");
}

std::string ZipArchive::part(const std::string& name) {
  const auto found = reader_.find(name);
  if (!found) fail_damaged(name);
  if (reader_.is_encrypted(*found)) throw SpreadsheetFault{Kind::spreadsheet_encrypted};
  std::string unpacked;
  bool fits = true;
  const bool is_whole = reader_.unpack(*found, [&](std::string_view piece) {
    unpacked += piece;
    fits = unpacked.size() <= left_;
    return fits;
  });
  if (!fits) fail_too_large();
  if (!is_whole) fail_damaged(name);
  left_ -= unpacked.size();
  return unpacked;
}

}  // namespace euproj
