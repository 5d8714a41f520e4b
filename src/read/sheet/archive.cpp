#include "read/sheet/archive.hpp"

#include <array>

#include "euproj/words/kinds.hpp"
#include "read/words/shown_value.hpp"

namespace euproj {

void fail_too_large(std::size_t most_bytes) {
  throw SpreadsheetFault{Kind::spreadsheet_too_large, {std::to_string(most_bytes >> 20U)}};
}

void fail_damaged(std::string_view part) {
  throw SpreadsheetFault{Kind::spreadsheet_damaged, {shown(part)}};
}

SheetArchive::SheetArchive(std::string_view bytes, SheetLimits limits)
    : reader_(bytes), limits_(limits), left_(limits.unpacked_bytes) {
  if (!reader_.ok()) fail_damaged("ZIP");
}

SheetArchive::Part::Part(SheetArchive& archive, const std::string& name)
    : archive_(archive), name_(name), part_(archive.open_part(name)) {}

std::size_t SheetArchive::Part::read(char* to, std::size_t most) {
  const auto read = part_.read(to, most);
  if (!read) fail_damaged(name_);
  if (*read > archive_.left_) fail_too_large(archive_.limits_.unpacked_bytes);
  archive_.left_ -= *read;
  return *read;
}

ZipPart SheetArchive::open_part(const std::string& name) {
  const auto found = reader_.find(name);
  if (!found) fail_damaged(name);
  if (reader_.is_encrypted(*found)) throw SpreadsheetFault{Kind::spreadsheet_encrypted};
  auto opened = reader_.open(*found);
  if (!opened) fail_damaged(name);
  return std::move(*opened);
}

std::string SheetArchive::part(const std::string& name) {
  Part part = open(name);
  std::string unpacked;
  std::array<char, 1U << 14U> piece{};
  while (const std::size_t read = part.read(piece.data(), piece.size())) {
    unpacked.append(piece.data(), read);
    if (unpacked.size() > limits_.text_bytes) fail_too_large(limits_.text_bytes);
  }
  return unpacked;
}

std::size_t SheetArchive::declared_size(const std::string& name) const {
  const auto found = reader_.find(name);
  return found ? reader_.declared_size(*found) : 0;
}

}  // namespace euproj
