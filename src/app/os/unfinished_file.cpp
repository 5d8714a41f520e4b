#include "app/os/unfinished_file.hpp"

#include <dirent.h>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>

#include <array>
#include <atomic>
#include <cstdio>
#include <cstring>
#include <mutex>
#include <set>
#include <string_view>

namespace euproj {
namespace {

constexpr std::string_view name_begin = ".euproj-";
constexpr std::string_view name_end = ".tmp";

/// Readable from a signal handler: no lock, no allocation.
struct Slot {
  enum State { free, being_filled, filled };
  std::atomic<int> state = free;
  std::array<char, 4096> path{};
};

std::array<Slot, 64> slots;

int note_path(const std::string& path) {
  for (std::size_t i = 0; i < slots.size(); ++i) {
    Slot& slot = slots[i];
    int expected = Slot::free;
    if (path.size() >= slot.path.size()) return -1;
    if (!slot.state.compare_exchange_strong(expected, Slot::being_filled)) continue;
    std::memcpy(slot.path.data(), path.c_str(), path.size() + 1);
    slot.state = Slot::filled;
    return static_cast<int>(i);
  }
  return -1;  // it is still found as a leftover
}

void forget_path(int slot) {
  if (slot >= 0) slots[static_cast<std::size_t>(slot)].state = Slot::free;
}

bool is_leftover_name(std::string_view name) {
  return name.starts_with(name_begin) && name.ends_with(name_end);
}

/// True when a cleaner took the file for a leftover before its lock was set.
bool was_removed(int descriptor) {
  if (::flock(descriptor, LOCK_EX | LOCK_NB) != 0) return errno == EWOULDBLOCK;
  struct stat about {};
  return ::fstat(descriptor, &about) == 0 && about.st_nlink == 0;
}

void remove_if_unlocked(const std::string& path) {
  const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK));
  if (!file.ok() || ::flock(file.get(), LOCK_EX | LOCK_NB) != 0) return;
  ::unlink(path.c_str());
}

}  // namespace

UnfinishedFile::UnfinishedFile(Descriptor file, std::string path)
    : file_(std::move(file)), path_(std::move(path)), slot_(note_path(path_)) {}

UnfinishedFile::UnfinishedFile(UnfinishedFile&& other) noexcept
    : file_(std::move(other.file_)),
      path_(std::exchange(other.path_, {})),
      slot_(std::exchange(other.slot_, -1)) {}

UnfinishedFile::~UnfinishedFile() {
  if (!path_.empty()) ::unlink(path_.c_str());
  forget_path(slot_);
}

std::optional<UnfinishedFile> UnfinishedFile::create(const std::string& folder, mode_t mode) {
  static std::atomic<unsigned> counter = 0;
  for (;;) {
    std::string path = folder;
    path += name_begin;
    path += std::to_string(::getpid()) + "-" + std::to_string(counter++);
    path += name_end;
    Descriptor file(::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode));
    if (!file.ok() && errno == EEXIST) continue;  // a process of this number on another machine
    if (!file.ok()) return std::nullopt;
    if (was_removed(file.get())) continue;
    return UnfinishedFile(std::move(file), std::move(path));
  }
}

bool UnfinishedFile::rename_to(const std::string& target) {
  if (::rename(path_.c_str(), target.c_str()) != 0) return false;
  path_.clear();
  return true;
}

void remove_leftovers(const std::string& folder) {
  static std::mutex mutex;
  static std::set<std::string> cleaned;
  const std::lock_guard lock(mutex);
  if (!cleaned.insert(folder).second) return;
  DIR* const listing = ::opendir(folder.empty() ? "." : folder.c_str());
  if (listing == nullptr) return;
  while (const dirent* entry = ::readdir(listing)) {
    if (is_leftover_name(entry->d_name)) remove_if_unlocked(folder + entry->d_name);
  }
  ::closedir(listing);
}

void remove_unfinished_files() noexcept {
  for (Slot& slot : slots) {
    if (slot.state == Slot::filled) ::unlink(slot.path.data());
  }
}

}  // namespace euproj
