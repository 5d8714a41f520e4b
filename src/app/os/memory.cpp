#include "app/os/memory.hpp"

#include <malloc.h>
#include <sys/mman.h>

#include <cstdint>
#include <cstdlib>
#include <limits>

namespace euproj {
namespace {

constexpr std::size_t large_page = std::size_t{2} << 20;
constexpr std::size_t heap_in_large_pages = std::size_t{1} << 30;  // addresses; no memory yet
constexpr int max_from_heap = 32 << 20;  // larger pieces are the system's own; glibc takes no more

/// Lets the heap grow over a range of addresses, says that large pages are wanted in it, and gives
/// the range back to the heap, which keeps it.
void reserve_heap() {
  void* const range = std::malloc(heap_in_large_pages);
  const auto begin = reinterpret_cast<std::uintptr_t>(range);
  const std::uintptr_t first = (begin + large_page - 1) / large_page * large_page;
  if (range != nullptr) {
    ::madvise(reinterpret_cast<void*>(first), begin + heap_in_large_pages - first, MADV_HUGEPAGE);
  }
  std::free(range);
}

}  // namespace

void set_up_memory() {
  ::mallopt(M_TRIM_THRESHOLD, std::numeric_limits<int>::max());
  ::mallopt(M_ARENA_MAX, 1);  // each thread's own heap would have small pages
  ::mallopt(M_MMAP_MAX, 0);
  reserve_heap();
  constexpr int usual_maps = 65'536;
  ::mallopt(M_MMAP_MAX, usual_maps);
  ::mallopt(M_MMAP_THRESHOLD, max_from_heap);
}

}  // namespace euproj
