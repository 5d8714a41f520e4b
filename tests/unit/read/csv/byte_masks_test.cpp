// Line feeds counted many at a time, against counting one by one.

#include "read/csv/byte_masks.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

#include "support/random.hpp"

namespace euproj {

TEST_CASE("line feeds are counted in texts of any length, also where a byte could hold no more") {
  testing::Random random(29);
  for (const std::size_t size : {0U, 1U, 15U, 16U, 17U, 31U, 4'079U, 4'080U, 4'081U, 9'000U}) {
    for (const int percent : {0, 3, 50, 100}) {
      std::string text;
      while (text.size() < size) text += random.chance(percent) ? '\n' : '\x8A';
      const auto expected = static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n'));
      CHECK(count_line_feeds(text) == expected);
    }
  }
}

}  // namespace euproj
