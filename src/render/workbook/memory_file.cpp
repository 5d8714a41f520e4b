#include "render/workbook/memory_file.hpp"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>

namespace euproj {

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
  const char* folder = std::getenv("TMPDIR");
  path_ = std::string(folder != nullptr && *folder != '\0' ? folder : "/tmp") + "/euproj-XXXXXX";
  descriptor_ = mkstemp(path_.data());
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

}  // namespace euproj
