#pragma once
// What the files that talk to the operating system share: descriptors, and errno as a FileFault.

#include <unistd.h>

#include <cerrno>
#include <utility>

#include "euproj/base/files.hpp"

namespace euproj {

[[nodiscard]] inline FileFault fault_of(int error) {
  switch (error) {
    case ENOENT:
    case ENOTDIR:
    case EEXIST:
      return FileFault::not_found;  // a file where a folder is needed
    case EISDIR:
      return FileFault::is_a_folder;
    case EACCES:
    case EPERM:
    case EROFS:
      return FileFault::no_permission;
    case ENOSPC:
    case EDQUOT:
    case EFBIG:
      return FileFault::no_space;
    case ENXIO:
      return FileFault::not_a_file;  // a pipe that nobody reads
    default:
      return FileFault::other;
  }
}

class Descriptor {
 public:
  explicit Descriptor(int fd) : fd_(fd) {}
  ~Descriptor() {
    if (fd_ >= 0) ::close(fd_);
  }
  Descriptor(Descriptor&& other) noexcept : fd_(std::exchange(other.fd_, -1)) {}
  Descriptor& operator=(Descriptor&&) = delete;
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  [[nodiscard]] int get() const { return fd_; }
  [[nodiscard]] bool ok() const { return fd_ >= 0; }
  [[nodiscard]] bool close() { return ::close(std::exchange(fd_, -1)) == 0; }

 private:
  int fd_;
};

}  // namespace euproj
