#include "read/zip_archive.hpp"

#include <memory>

#include <zip.h>

#include "euproj/base/kinds.hpp"
#include "euproj/core/limits.hpp"
#include "read/shown_value.hpp"
#include "read/spreadsheet_fault.hpp"

namespace euproj {
namespace {

constexpr std::size_t chunk = 1u << 16;

[[noreturn]] void fail_damaged(const std::string& part) {
  throw SpreadsheetFault{Kind::spreadsheet_damaged, {shown(part)}};
}

[[noreturn]] void fail_too_large() {
  throw SpreadsheetFault{Kind::spreadsheet_too_large,
                         {std::to_string(limits::spreadsheet_bytes >> 20U)}};
}

struct CloseFile {
  void operator()(zip_file_t* file) const { zip_fclose(file); }
};

}  // namespace

ZipArchive::ZipArchive(std::string_view bytes) : left_(limits::spreadsheet_bytes) {
  zip_source_t* const source =
      zip_source_buffer_create(bytes.data(), bytes.size(), 0, nullptr);
  if (source == nullptr) fail_damaged("ZIP");
  archive_ = zip_open_from_source(source, ZIP_RDONLY, nullptr);
  if (archive_ != nullptr) return;
  zip_source_free(source);  // it belongs to the archive only once that is open
  fail_damaged("ZIP");
}

ZipArchive::~ZipArchive() { zip_discard(archive_); }

bool ZipArchive::has(const std::string& name) const {
  return zip_name_locate(archive_, name.c_str(), ZIP_FL_NOCASE) >= 0;
}

std::string ZipArchive::part(const std::string& name) {
  zip_stat_t about;
  zip_stat_init(&about);
  if (zip_stat(archive_, name.c_str(), ZIP_FL_NOCASE, &about) != 0) fail_damaged(name);
  if ((about.valid & ZIP_STAT_ENCRYPTION_METHOD) != 0 &&
      about.encryption_method != ZIP_EM_NONE) {
    throw SpreadsheetFault{Kind::spreadsheet_encrypted, {}};
  }
  const std::unique_ptr<zip_file_t, CloseFile> file(
      zip_fopen(archive_, name.c_str(), ZIP_FL_NOCASE));
  if (!file) fail_damaged(name);
  std::string unpacked;
  while (true) {  // the size that the archive declares is not to be trusted
    const std::size_t before = unpacked.size();
    unpacked.resize(before + chunk);
    const zip_int64_t read = zip_fread(file.get(), unpacked.data() + before, chunk);
    if (read < 0) fail_damaged(name);
    unpacked.resize(before + static_cast<std::size_t>(read));
    if (unpacked.size() > left_) fail_too_large();
    if (read == 0) break;
  }
  left_ -= unpacked.size();
  return unpacked;
}

}  // namespace euproj
