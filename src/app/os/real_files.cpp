#include "euproj/app/real_files.hpp"

#include <fcntl.h>
#include <glob.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>

#include "app/os/mapped_file.hpp"
#include "app/os/unfinished_file.hpp"
#include "euproj/core/limits.hpp"

namespace euproj {
namespace {

class OwnedBytes : public FileContent {
 public:
  explicit OwnedBytes(std::string bytes) : bytes_(std::move(bytes)) {}
  std::string_view bytes() const override { return bytes_; }

 private:
  std::string bytes_;
};

constexpr std::size_t map_from = 1u << 20;

static_assert(limits::file_bytes == std::size_t{8} << 30);  // the text of file-too-large says so

Result<std::unique_ptr<FileContent>, FileFault> read_whole(int fd, std::size_t expected) {
  const FileState before(fd);
  std::string bytes(expected + 1, '\0');  // one more, to see the end without another call
  std::size_t filled = 0;
  for (;;) {
    if (filled == bytes.size()) bytes.resize(bytes.size() * 2);
    const ssize_t got = ::read(fd, bytes.data() + filled, bytes.size() - filled);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return fault_of(errno);
    if (got == 0) break;
    filled += static_cast<std::size_t>(got);
    if (filled > limits::file_bytes) return FileFault::too_large;
  }
  if (FileState(fd) != before) return FileFault::changed;
  bytes.resize(filled);
  return std::unique_ptr<FileContent>(std::make_unique<OwnedBytes>(std::move(bytes)));
}

int write_all(int fd, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t put = ::write(fd, bytes.data(), bytes.size());
    if (put < 0 && errno == EINTR) continue;
    if (put < 0) return errno;
    bytes.remove_prefix(static_cast<std::size_t>(put));
  }
  return 0;
}

/// Small pieces are gathered; after a fault the rest of them is let go by.
int write_output(int fd, const Output& output) {
  constexpr std::size_t gathered_bytes = std::size_t{1} << 18;
  std::string gathered;
  int fault = 0;
  const auto flush = [&] {
    if (fault == 0) fault = write_all(fd, gathered);
    gathered.clear();
  };
  output([&](std::string_view piece) {
    if (piece.size() >= gathered_bytes) {
      flush();
      if (fault == 0) fault = write_all(fd, piece);
      return;
    }
    gathered += piece;
    if (gathered.size() >= gathered_bytes) flush();
  });
  flush();
  return fault;
}

/// A pipe or a device takes bytes as they come; replacing it by a file would destroy it. A pipe
/// that nobody reads would make a job wait for ever, so it is a fault.
Result<bool, FileFault> write_into(const std::string& path, const Output& output) {
  Descriptor file(::open(path.c_str(), O_WRONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY));
  if (!file.ok()) return fault_of(errno);
  if (::fcntl(file.get(), F_SETFL, 0) != 0) return fault_of(errno);
  const int fault = write_output(file.get(), output);
  if (fault != 0) return fault_of(fault);
  if (!file.close()) return fault_of(errno);
  return true;
}

/// The rename is on the disk only when its folder is.
int sync_folder(const std::string& folder) {
  const Descriptor open(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (!open.ok()) return 0;  // a folder that may be written but not read
  const bool synced = ::fsync(open.get()) == 0 || errno == EINVAL;  // some file systems have none
  return synced ? 0 : errno;
}

/// `earlier`: the file that is replaced, if there is one; it keeps its owner and rights.
int keep_rights(int fd, const struct stat& earlier) {
  if (::fchown(fd, earlier.st_uid, earlier.st_gid) != 0 && errno != EPERM) return errno;
  return ::fchmod(fd, earlier.st_mode & 0777) == 0 ? 0 : errno;
}

/// A folder that is made for a file goes again, where it is empty, if the file does not come to be.
class MadeFolder {
 public:
  explicit MadeFolder(const std::string& folder)
      : folder_(::access(folder.c_str(), F_OK) == 0 ? "" : folder) {}
  MadeFolder(const MadeFolder&) = delete;
  MadeFolder& operator=(const MadeFolder&) = delete;
  ~MadeFolder() {
    std::error_code ignored;
    if (!folder_.empty()) std::filesystem::remove(folder_, ignored);
  }
  void keep() { folder_.clear(); }

 private:
  std::string folder_;
};

int write_beside(const std::string& path, const std::string& folder, const Output& output,
                 Readers readers) {
  remove_leftovers(folder);
  struct stat earlier {};
  const bool keeps = readers == Readers::as_usual && ::stat(path.c_str(), &earlier) == 0;
  auto file = UnfinishedFile::create(folder, keeps || readers == Readers::owner_only ? 0600 : 0666);
  if (!file) return errno;
  int fault = keeps ? keep_rights(file->descriptor(), earlier) : 0;
  if (fault == 0) fault = write_output(file->descriptor(), output);
  if (fault == 0 && ::fsync(file->descriptor()) != 0) fault = errno;
  if (fault == 0 && !file->rename_to(path)) fault = errno;
  return fault == 0 ? sync_folder(folder.empty() ? "." : folder) : fault;
}

}  // namespace

Result<std::unique_ptr<FileContent>, FileFault> RealFiles::read(const std::string& path) const {
  Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY));
  if (!file.ok()) return fault_of(errno);
  struct stat about {};
  if (::fstat(file.get(), &about) != 0) return fault_of(errno);
  if (S_ISDIR(about.st_mode)) return FileFault::is_a_folder;
  if (!S_ISREG(about.st_mode)) return FileFault::not_a_file;  // a pipe or device could never end
  const auto size = static_cast<std::size_t>(about.st_size);
  if (size > limits::file_bytes) return FileFault::too_large;
  if (size < map_from) return read_whole(file.get(), size);
  if (auto mapped = map_file(file, size)) return mapped;
  return read_whole(file.get(), size);
}

std::vector<std::string> RealFiles::glob(const std::string& pattern) const {
  glob_t found{};
  std::vector<std::string> paths;
  // GLOB_NOSORT and our own order: glob sorts by the locale's collation.
  if (::glob(pattern.c_str(), GLOB_NOSORT, nullptr, &found) == 0) {
    paths.assign(found.gl_pathv, found.gl_pathv + found.gl_pathc);
  }
  ::globfree(&found);
  std::sort(paths.begin(), paths.end());
  return paths;
}

bool RealFiles::is_folder(const std::string& path) const {
  std::error_code ignored;
  return std::filesystem::is_directory(path, ignored);
}

bool RealFiles::exists(const std::string& path) const {
  std::error_code ignored;
  return std::filesystem::exists(path, ignored);
}

std::string RealFiles::identity(const std::string& path) const {
  struct stat about {};
  if (::stat(path.c_str(), &about) != 0) return {};
  return std::to_string(about.st_dev) + ":" + std::to_string(about.st_ino);
}

std::optional<FileStamp> RealFiles::stamp(const std::string& path) const {
  struct stat about {};
  if (::stat(path.c_str(), &about) != 0) return std::nullopt;
  constexpr std::int64_t second = 1'000'000'000;
  return FileStamp{static_cast<std::uint64_t>(about.st_size),
                   about.st_mtim.tv_sec * second + about.st_mtim.tv_nsec,
                   std::to_string(about.st_dev) + ":" + std::to_string(about.st_ino)};
}

bool RealFiles::is_inside(const std::string& path, const std::string& folder) const {
  std::error_code error;
  // Absolute first: of a relative path that does not exist nothing would be made canonical.
  const auto canonical = [&error](const std::string& name) {
    const auto absolute = std::filesystem::absolute(name.empty() ? "." : name, error);
    return error ? absolute : std::filesystem::weakly_canonical(absolute, error);
  };
  const auto target = canonical(path);
  if (error) return false;  // a loop of links, say
  const auto within = canonical(folder);
  if (error) return false;
  const auto both = std::mismatch(within.begin(), within.end(), target.begin(), target.end());
  return both.first == within.end() || both.first->empty();  // after a final slash comes ""
}

Result<bool, FileFault> RealFiles::write(const std::string& asked, const Output& output,
                                         Readers readers) {
  std::error_code error;
  const std::filesystem::path target = std::filesystem::weakly_canonical(asked, error);
  const std::string path = error ? asked : target.string();  // through links, to what they name
  if (is_folder(path)) return FileFault::is_a_folder;
  if (exists(path) && !std::filesystem::is_regular_file(path, error)) {
    return write_into(path, output);
  }
  const std::string folder = path.substr(0, path.rfind('/') + 1);
  MadeFolder made(folder);
  if (!folder.empty()) std::filesystem::create_directories(folder, error);
  if (error) return fault_of(error.value());
  const int fault = write_beside(path, folder, output, readers);
  if (fault != 0) return fault_of(fault);
  made.keep();
  return true;
}

}  // namespace euproj
