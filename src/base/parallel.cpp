#include "euproj/base/parallel.hpp"

#include <algorithm>
#include <atomic>
#include <exception>
#include <system_error>
#include <thread>
#include <vector>

namespace euproj {

void for_each_in_parallel(std::size_t count, std::size_t threads,
                          const std::function<void(std::size_t)>& work) {
  std::vector<std::exception_ptr> thrown(count);
  std::atomic<std::size_t> next = 0;
  const auto work_through = [&] {
    for (std::size_t piece = next++; piece < count; piece = next++) {
      try {
        work(piece);
      } catch (...) {
        thrown[piece] = std::current_exception();
      }
    }
  };
  std::vector<std::jthread> helpers;
  try {
    for (std::size_t i = 1; i < std::min(threads, count); ++i) helpers.emplace_back(work_through);
  } catch (const std::system_error&) {  // no more threads are to be had: fewer do it too
  }
  work_through();
  helpers.clear();
  for (const std::exception_ptr& fault : thrown) {
    if (fault) std::rethrow_exception(fault);
  }
}

}  // namespace euproj
