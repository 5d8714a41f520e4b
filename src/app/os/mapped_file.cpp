#include "app/os/mapped_file.hpp"

#include <sys/mman.h>
#include <sys/stat.h>

#include <array>
#include <atomic>
#include <csignal>
#include <cstdint>

namespace euproj {
namespace {

/// The maps of the process, readable from a signal handler: no lock, no allocation.
struct GuardedMap {
  std::atomic<bool> taken = false;
  std::atomic<std::uintptr_t> begin = 0;
  std::atomic<std::uintptr_t> end = 0;
  std::atomic<bool> lost_pages = false;
};

std::array<GuardedMap, 64> maps;
std::atomic<std::uintptr_t> page_bytes = 4096;

void replace_lost_page(int signal, siginfo_t* info, void*) {
  const auto at = reinterpret_cast<std::uintptr_t>(info->si_addr);
  for (GuardedMap& map : maps) {
    if (at < map.begin || at >= map.end) continue;
    map.lost_pages = true;
    const std::uintptr_t page = at / page_bytes * page_bytes;
    const std::uintptr_t rest = (map.end - page + page_bytes - 1) / page_bytes * page_bytes;
    // The page is found by arithmetic on the address that the kernel names.
    void* const from = reinterpret_cast<void*>(page);  // NOLINT(performance-no-int-to-ptr)
    void* const made =
        ::mmap(from, rest, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS | MAP_FIXED, -1, 0);
    if (made != MAP_FAILED) return;
  }
  ::signal(signal, SIG_DFL);  // not ours: the instruction runs again and ends the program
}

void install_handler() {
  static const bool installed = [] {
    page_bytes = static_cast<std::uintptr_t>(::sysconf(_SC_PAGESIZE));
    struct sigaction action {};
    action.sa_sigaction = replace_lost_page;
    action.sa_flags = SA_SIGINFO;
    ::sigemptyset(&action.sa_mask);
    return ::sigaction(SIGBUS, &action, nullptr) == 0;
  }();
  static_cast<void>(installed);
}

GuardedMap* take_slot() {
  for (GuardedMap& map : maps) {
    bool free = false;
    if (map.taken.compare_exchange_strong(free, true)) return &map;
  }
  return nullptr;
}

class MappedFile : public FileContent {
 public:
  MappedFile(Descriptor file, void* begin, std::size_t size, GuardedMap& map)
      : file_(std::move(file)), begin_(begin), size_(size), map_(map), state_(file_.get()) {
    map_.lost_pages = false;
    map_.end = reinterpret_cast<std::uintptr_t>(begin) + size;
    map_.begin = reinterpret_cast<std::uintptr_t>(begin);
    ::madvise(begin_, size_, MADV_SEQUENTIAL);
  }
  ~MappedFile() override {
    map_.end = 0;
    map_.begin = 0;
    ::munmap(begin_, size_);
    map_.taken = false;
  }
  MappedFile(const MappedFile&) = delete;
  MappedFile& operator=(const MappedFile&) = delete;

  std::string_view bytes() const override { return {static_cast<const char*>(begin_), size_}; }
  void release(std::size_t) const override { ::madvise(begin_, size_, MADV_DONTNEED); }
  bool is_unchanged() const override {
    return !map_.lost_pages && FileState(file_.get()) == state_;
  }

 private:
  Descriptor file_;
  void* begin_;
  std::size_t size_;
  GuardedMap& map_;
  FileState state_;
};

}  // namespace

FileState::FileState(int descriptor) {
  struct stat about {};
  if (::fstat(descriptor, &about) != 0) return;
  size_ = about.st_size;
  seconds_ = about.st_mtim.tv_sec;
  nanoseconds_ = about.st_mtim.tv_nsec;
}

std::unique_ptr<FileContent> map_file(Descriptor& file, std::size_t size) {
  install_handler();
  GuardedMap* const map = take_slot();
  if (map == nullptr) return nullptr;
  void* const begin = ::mmap(nullptr, size, PROT_READ, MAP_PRIVATE, file.get(), 0);
  if (begin == MAP_FAILED) {
    map->taken = false;
    return nullptr;
  }
  return std::make_unique<MappedFile>(std::move(file), begin, size, *map);
}

}  // namespace euproj
