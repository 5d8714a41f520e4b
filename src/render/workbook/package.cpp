#include "render/workbook/package.hpp"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>
#include <zip.h>

#include <algorithm>
#include <cerrno>
#include <cstdlib>

#include "euproj/base/zip_reader.hpp"

namespace euproj {
namespace {

constexpr std::size_t max_head = 512;  // the declaration and the name of the first element
constexpr std::size_t max_tail = 128;  // its end

/// The beginning and the end of a text that comes in pieces.
class Ends {
 public:
  void add(std::string_view piece) {
    head_.append(piece.substr(0, max_head - std::min(max_head, head_.size())));
    tail_.append(piece.substr(piece.size() - std::min(max_tail, piece.size())));
    if (tail_.size() > max_tail) tail_.erase(0, tail_.size() - max_tail);
  }

  [[nodiscard]] bool match() const {
    std::string_view head = head_;
    if (const std::size_t declared = head.find("?>"); declared != std::string_view::npos) {
      head.remove_prefix(declared + 2);
    }
    const std::size_t begin = head.find('<');
    if (begin == std::string_view::npos) return false;
    const std::string_view name =
        head.substr(begin + 1, head.find_first_of(" />\r\n", begin) - begin - 1);
    std::string_view tail = tail_;
    while (tail.ends_with('\n') || tail.ends_with('\r')) tail.remove_suffix(1);
    return tail.ends_with("</" + std::string(name) + ">") ||
           (tail.ends_with("/>") && tail.rfind('<') == tail.rfind("<" + std::string(name)));
  }

 private:
  std::string head_;
  std::string tail_;
};

/// -1 when there can be none; else its name is in `path`.
int open_temporary(std::string& path) {
  const char* folder = std::getenv("TMPDIR");
  path = std::string(folder != nullptr && *folder != '\0' ? folder : "/tmp") + "/euproj-XXXXXX";
  return mkstemp(path.data());
}

}  // namespace

MemoryFile::MemoryFile() {
#ifdef MFD_CLOEXEC
  descriptor_ = memfd_create("euproj", MFD_CLOEXEC);
  if (descriptor_ >= 0) {
    path_ = "/proc/self/fd/" + std::to_string(descriptor_);
    if (access(path_.c_str(), W_OK) == 0) return;
    close(descriptor_);  // no /proc here
    descriptor_ = -1;
  }
#endif
  descriptor_ = open_temporary(path_);
  has_name_ = ok();
  if (!ok()) path_.clear();
}

MemoryFile::~MemoryFile() {
  if (has_name_) unlink(path_.c_str());
  if (ok()) close(descriptor_);
}

std::optional<std::string> MemoryFile::bytes() const {
  struct stat status {};
  if (!ok() || fstat(descriptor_, &status) != 0) return std::nullopt;
  std::string content(static_cast<std::size_t>(status.st_size), '\0');
  for (std::size_t at = 0; at < content.size();) {
    const ssize_t count =
        pread(descriptor_, content.data() + at, content.size() - at, static_cast<off_t>(at));
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) return std::nullopt;
    at += static_cast<std::size_t>(count);
  }
  return content;
}

bool has_entire_parts(std::string_view package) {
  const ZipReader reader(package);
  if (!reader.ok() || reader.size() == 0) return false;
  for (std::size_t part = 0; part < reader.size(); ++part) {
    Ends ends;
    const bool is_read = reader.unpack(part, [&](std::string_view piece) {
      ends.add(piece);
      return true;
    });
    if (!is_read || !ends.match()) return false;
  }
  return true;
}

TemporaryFile::TemporaryFile() {
  std::string path;
  const int descriptor = open_temporary(path);
  if (descriptor < 0) return;
  unlink(path.c_str());
  file_.reset(fdopen(descriptor, "w+b"));
  if (!file_) close(descriptor);
}

void TemporaryFile::write(std::string_view piece) {
  if (file_) std::fwrite(piece.data(), 1, piece.size(), file_.get());  // is_entire asks
}

bool TemporaryFile::is_entire() {
  return file_ && std::fflush(file_.get()) == 0 && std::ferror(file_.get()) == 0;
}

PackageEditor::PackageEditor(std::string_view package) : package_(package) {
  // A copy that libzip owns: where it keeps the first parts as they are, libzip 1.7.3 frees the
  // bytes at the end, whether it was given them or only lent.
  constexpr int is_owned = 1;
  void* const copy = std::malloc(std::max<std::size_t>(package.size(), 1));
  if (copy != nullptr) std::copy(package.begin(), package.end(), static_cast<char*>(copy));
  if (copy != nullptr) source_ = zip_source_buffer_create(copy, package.size(), is_owned, nullptr);
  if (source_ == nullptr) {
    std::free(copy);
    throw WriteFailure("no memory for the workbook");
  }
  zip_source_keep(source_);  // the archive frees it when it is closed, and bytes() reads it then
  archive_ = zip_open_from_source(source_, 0, nullptr);
  if (archive_ == nullptr) {
    zip_source_free(source_);
    zip_source_free(source_);
    throw WriteFailure("the workbook cannot be opened again");
  }
}

PackageEditor::~PackageEditor() {
  if (archive_ != nullptr) zip_discard(archive_);
  zip_source_free(source_);
}

std::string PackageEditor::part(const std::string& name) const {
  const ZipReader reader(package_);
  const std::optional<std::size_t> found = reader.find(name);
  std::string content;
  const auto append = [&content](std::string_view piece) {
    content += piece;
    return true;
  };
  if (!found || !reader.unpack(*found, append)) throw WriteFailure("the workbook lacks " + name);
  return content;
}

void PackageEditor::replace(const std::string& name, TemporaryFile content) {
  constexpr std::uint16_t midnight = 0;
  constexpr std::uint16_t first_of_1980 = (1U << 5U) | 1U;  // the day of all other parts too
  constexpr std::uint32_t usual_level = 6;
  const zip_int64_t found = zip_name_locate(archive_, name.c_str(), 0);
  const long length = content.is_entire() ? std::ftell(content.get()) : -1;
  if (found < 0 || length < 0) throw WriteFailure("the workbook lacks " + name);
  const auto part = static_cast<zip_uint64_t>(found);
  std::FILE* const file = content.release();
  std::rewind(file);  // libzip reads from where it stands
  zip_source_t* const source = zip_source_filep(archive_, file, 0, length);
  if (source == nullptr) std::fclose(file);
  if (source == nullptr || zip_file_replace(archive_, part, source, 0) != 0 ||
      // Where the method is named that the part had, libzip forgets the level and takes the
      // slowest.
      zip_set_file_compression(archive_, part, ZIP_CM_DEFAULT, usual_level) != 0 ||
      zip_file_set_dostime(archive_, part, midnight, first_of_1980, 0) != 0) {
    throw WriteFailure(std::string("libzip: ") + zip_strerror(archive_));
  }
}

std::string PackageEditor::bytes() {
  if (zip_close(archive_) != 0)
    throw WriteFailure(std::string("libzip: ") + zip_strerror(archive_));
  archive_ = nullptr;
  zip_stat_t about;
  zip_stat_init(&about);
  if (zip_source_stat(source_, &about) != 0 || zip_source_open(source_) != 0) {
    throw WriteFailure("the workbook cannot be read back");
  }
  std::string packed(static_cast<std::size_t>(about.size), '\0');
  const zip_int64_t read = zip_source_read(source_, packed.data(), packed.size());
  zip_source_close(source_);
  if (read != static_cast<zip_int64_t>(packed.size()))
    throw WriteFailure("the workbook cannot be read back");
  return packed;
}

}  // namespace euproj
