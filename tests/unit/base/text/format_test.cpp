#include "euproj/base/format.hpp"

#include <doctest/doctest.h>

#include <array>
#include <string>
#include <vector>

using namespace euproj;

TEST_CASE("lists of texts") {
  CHECK(list_of(std::vector<std::string>{}) == "");
  CHECK(list_of(std::vector<std::string>{"a"}) == "a");
  CHECK(list_of(std::vector<std::string>{"a", "", "c"}) == "a, , c");
  CHECK(list_of(std::vector<std::string>{"a", "b"}, " | ") == "a | b");
}

TEST_CASE("bytes and short numbers") {
  CHECK(hexadecimal(std::array<unsigned char, 3>{0, 0x0F, 0xFF}) == "000fff");
  CHECK(hexadecimal(std::array<unsigned char, 0>{}) == "");
  CHECK(hexadecimal('\x0F') == "0F");
  CHECK(hexadecimal('\xB1') == "B1");
  CHECK(two_digits(0) == "00");
  CHECK(two_digits(9) == "09");
  CHECK(two_digits(10) == "10");
  CHECK(two_digits(123) == "123");
}
