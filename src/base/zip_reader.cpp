#include "euproj/base/zip_reader.hpp"

#include <zip.h>

#include <vector>

namespace euproj {
namespace {

constexpr std::size_t piece_bytes = 1u << 16;

std::string part_key(std::string name) {
  for (char& c : name) {
    if (c == '\\') c = '/';
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
  }
  return name;
}

}  // namespace

ZipPart::ZipPart(zip_file* file) : file_(file) {}

void ZipPart::Close::operator()(zip_file* file) const { zip_fclose(file); }

std::optional<std::size_t> ZipPart::read(char* to, std::size_t most) {
  const zip_int64_t read = zip_fread(file_.get(), to, most);
  if (read < 0) return std::nullopt;
  return static_cast<std::size_t>(read);
}

ZipReader::ZipReader(std::string_view bytes) {
  zip_source_t* const source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, nullptr);
  if (source == nullptr) return;
  archive_ = zip_open_from_source(source, ZIP_RDONLY, nullptr);
  if (archive_ == nullptr) {
    zip_source_free(source);  // it is the archive's once that is open
    return;
  }
  for (std::size_t part = 0; part < size(); ++part) {
    const char* const name = zip_get_name(archive_, part, ZIP_FL_ENC_RAW);
    if (name != nullptr) parts_.emplace(part_key(name), part);
  }
}

ZipReader::~ZipReader() {
  if (archive_ != nullptr) zip_discard(archive_);
}

std::size_t ZipReader::size() const {
  return static_cast<std::size_t>(zip_get_num_entries(archive_, 0));
}

std::optional<std::size_t> ZipReader::find(const std::string& name) const {
  const auto found = parts_.find(part_key(name));
  if (found == parts_.end()) return std::nullopt;
  return found->second;
}

bool ZipReader::is_encrypted(std::size_t part) const {
  zip_stat_t about;
  zip_stat_init(&about);
  return zip_stat_index(archive_, part, 0, &about) == 0 &&
         (about.valid & ZIP_STAT_ENCRYPTION_METHOD) != 0 && about.encryption_method != ZIP_EM_NONE;
}

std::size_t ZipReader::declared_size(std::size_t part) const {
  zip_stat_t about;
  zip_stat_init(&about);
  if (zip_stat_index(archive_, part, 0, &about) != 0 || (about.valid & ZIP_STAT_SIZE) == 0)
    return 0;
  return about.size;
}

std::optional<ZipPart> ZipReader::open(std::size_t part) const {
  zip_file* const file = zip_fopen_index(archive_, part, 0);
  if (file == nullptr) return std::nullopt;
  return ZipPart(file);
}

bool ZipReader::unpack(std::size_t part, const std::function<bool(std::string_view)>& take) const {
  std::optional<ZipPart> opened = open(part);
  if (!opened) return false;
  std::vector<char> piece(piece_bytes);
  while (true) {
    const auto read = opened->read(piece.data(), piece.size());
    if (!read) return false;
    if (*read == 0) return true;
    if (!take({piece.data(), *read})) return false;
  }
}

}  // namespace euproj
