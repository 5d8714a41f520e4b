#include "euproj/app/real_files.hpp"

#include <fcntl.h>
#include <glob.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <utility>

namespace euproj {
namespace {

FileFault fault_of(int error) {
  switch (error) {
    case ENOENT: case ENOTDIR: return FileFault::not_found;
    case EISDIR: return FileFault::is_a_folder;
    case EACCES: case EPERM: case EROFS: return FileFault::no_permission;
    case ENOSPC: case EDQUOT: case EFBIG: return FileFault::no_space;
    default: return FileFault::other;
  }
}

class Descriptor {
 public:
  explicit Descriptor(int fd) : fd_(fd) {}
  ~Descriptor() {
    if (fd_ >= 0) ::close(fd_);
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  [[nodiscard]] int get() const { return fd_; }
  [[nodiscard]] bool ok() const { return fd_ >= 0; }
  [[nodiscard]] bool close() { return ::close(std::exchange(fd_, -1)) == 0; }

 private:
  int fd_;
};

class OwnedBytes : public FileContent {
 public:
  explicit OwnedBytes(std::string bytes) : bytes_(std::move(bytes)) {}
  std::string_view bytes() const override { return bytes_; }

 private:
  std::string bytes_;
};

/// Large files are mapped: pages come when the one pass reaches them and need no memory of ours.
class MappedBytes : public FileContent {
 public:
  MappedBytes(void* begin, std::size_t size) : begin_(begin), size_(size) {
    ::madvise(begin_, size_, MADV_SEQUENTIAL);
  }
  ~MappedBytes() override { ::munmap(begin_, size_); }
  MappedBytes(const MappedBytes&) = delete;
  MappedBytes& operator=(const MappedBytes&) = delete;
  std::string_view bytes() const override { return {static_cast<const char*>(begin_), size_}; }

 private:
  void* begin_;
  std::size_t size_;
};

constexpr std::size_t map_from = 1u << 20;

Result<std::unique_ptr<FileContent>, FileFault> read_whole(int fd, std::size_t expected) {
  std::string bytes(expected + 1, '\0');  // one more, to see the end without another call
  std::size_t filled = 0;
  for (;;) {
    if (filled == bytes.size()) bytes.resize(bytes.size() * 2);
    const ssize_t got = ::read(fd, bytes.data() + filled, bytes.size() - filled);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return fault_of(errno);
    if (got == 0) break;
    filled += static_cast<std::size_t>(got);
  }
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

mode_t file_mode() {  // what a plain open would have given: mkstemp makes 0600
  const mode_t mask = ::umask(0);
  ::umask(mask);
  return 0666 & ~mask;
}

/// A pipe or a device takes bytes as they come; replacing it by a file would destroy it.
Result<bool, FileFault> write_into(const std::string& path, std::string_view bytes) {
  Descriptor file(::open(path.c_str(), O_WRONLY | O_CLOEXEC));
  if (!file.ok()) return fault_of(errno);
  const int fault = write_all(file.get(), bytes);
  if (fault != 0) return fault_of(fault);
  if (!file.close()) return fault_of(errno);
  return true;
}

}  // namespace

Result<std::unique_ptr<FileContent>, FileFault> RealFiles::read(const std::string& path) const {
  const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
  if (!file.ok()) return fault_of(errno);
  struct stat about {};
  if (::fstat(file.get(), &about) != 0) return fault_of(errno);
  if (S_ISDIR(about.st_mode)) return FileFault::is_a_folder;
  if (!S_ISREG(about.st_mode)) return FileFault::not_a_file;  // a pipe or device could never end
  const auto size = static_cast<std::size_t>(about.st_size);
  if (size >= map_from) {
    void* begin = ::mmap(nullptr, size, PROT_READ, MAP_PRIVATE, file.get(), 0);
    if (begin != MAP_FAILED) {
      return std::unique_ptr<FileContent>(std::make_unique<MappedBytes>(begin, size));
    }
  }
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

bool RealFiles::same_file(const std::string& a, const std::string& b) const {
  std::error_code error;
  return std::filesystem::equivalent(a, b, error) && !error;
}

Result<bool, FileFault> RealFiles::write(const std::string& asked, std::string_view bytes) {
  std::error_code error;
  const std::filesystem::path target = std::filesystem::weakly_canonical(asked, error);
  const std::string path = error ? asked : target.string();  // through links, to what they name
  if (is_folder(path)) return FileFault::is_a_folder;
  if (exists(path) && !std::filesystem::is_regular_file(path, error)) {
    return write_into(path, bytes);
  }
  if (target.has_parent_path()) std::filesystem::create_directories(target.parent_path(), error);
  std::string beside = path + ".XXXXXX";
  Descriptor file(::mkstemp(beside.data()));
  if (!file.ok()) return fault_of(errno);
  int fault = write_all(file.get(), bytes);
  if (fault == 0 && ::fchmod(file.get(), file_mode()) != 0) fault = errno;
  if (fault == 0 && ::fsync(file.get()) != 0) fault = errno;
  if (fault == 0 && !file.close()) fault = errno;
  if (fault == 0 && ::rename(beside.c_str(), path.c_str()) != 0) fault = errno;
  if (fault != 0) {
    ::unlink(beside.c_str());
    return fault_of(fault);
  }
  return true;
}

}  // namespace euproj
