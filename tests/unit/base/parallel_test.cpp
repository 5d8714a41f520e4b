// for_each_in_parallel: every piece once, and faults as one thread would meet them.

#include "euproj/base/parallel.hpp"

#include <doctest/doctest.h>

#include <atomic>
#include <numeric>
#include <stdexcept>
#include <string>
#include <vector>

namespace euproj {
namespace {

TEST_CASE("every piece is done once, whatever the number of threads") {
  for (const std::size_t threads : {0U, 1U, 2U, 7U, 100U}) {
    for (const std::size_t count : {0U, 1U, 2U, 50U}) {
      std::vector<int> done(count);
      for_each_in_parallel(count, threads, [&](std::size_t i) { ++done[i]; });
      CHECK(done == std::vector<int>(count, 1));
    }
  }
}

TEST_CASE("of several faults the first by number is thrown, after all pieces are done") {
  for (const std::size_t threads : {1U, 4U}) {
    std::atomic<int> done = 0;
    std::string seen;
    try {
      for_each_in_parallel(20, threads, [&](std::size_t i) {
        ++done;
        if (i >= 7) throw std::runtime_error(std::to_string(i));
      });
    } catch (const std::runtime_error& fault) {
      seen = fault.what();
    }
    CHECK(seen == "7");
    CHECK(done == 20);
  }
}

}  // namespace
}  // namespace euproj
