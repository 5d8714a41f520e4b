#include "euproj/base/zip_reader.hpp"

#include <zip.h>

#include <memory>
#include <vector>

namespace euproj {
namespace {

constexpr std::size_t piece_bytes = 1u << 16;

struct CloseFile {
  void operator()(zip_file_t* file) const { zip_fclose(file); }
};

}  // namespace

ZipReader::ZipReader(std::string_view bytes) {
  zip_source_t* const source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, nullptr);
  if (source == nullptr) return;
  archive_ = zip_open_from_source(source, ZIP_RDONLY, nullptr);
  if (archive_ == nullptr) zip_source_free(source);  // it is the archive's once that is open
}

ZipReader::~ZipReader() {
  if (archive_ != nullptr) zip_discard(archive_);
}

std::size_t ZipReader::size() const {
  return static_cast<std::size_t>(zip_get_num_entries(archive_, 0));
}

std::optional<std::size_t> ZipReader::find(const std::string& name) const {
  const zip_int64_t found = zip_name_locate(archive_, name.c_str(), ZIP_FL_NOCASE);
  if (found < 0) return std::nullopt;
  return static_cast<std::size_t>(found);
}

bool ZipReader::is_encrypted(std::size_t part) const {
  zip_stat_t about;
  zip_stat_init(&about);
  return zip_stat_index(archive_, part, 0, &about) == 0 &&
         (about.valid & ZIP_STAT_ENCRYPTION_METHOD) != 0 && about.encryption_method != ZIP_EM_NONE;
}

bool ZipReader::unpack(std::size_t part, const std::function<bool(std::string_view)>& take) const {
  const std::unique_ptr<zip_file_t, CloseFile> file(zip_fopen_index(archive_, part, 0));
  if (!file) return false;
  std::vector<char> piece(piece_bytes);
  while (true) {
    const zip_int64_t read = zip_fread(file.get(), piece.data(), piece.size());
    if (read < 0) return false;
    if (read == 0) return true;
    if (!take({piece.data(), static_cast<std::size_t>(read)})) return false;
  }
}

}  // namespace euproj
