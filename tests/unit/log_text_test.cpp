// A long text is UTF-8 as a whole, wherever the pieces of it meet that are looked through apart.

#include "read/log_text.hpp"

#include <doctest/doctest.h>

#include <string>

#include "support/memory_files.hpp"

namespace euproj {
namespace {

constexpr std::size_t piece = std::size_t{1} << 22;

bool is_utf8(const std::string& bytes, std::size_t threads) {
  testing::MemoryFiles files;
  files.put("u.csv", bytes);
  const auto content = files.read("u.csv");
  REQUIRE(content.ok());
  return is_all_utf8(**content, threads);
}

TEST_CASE("a letter of several bytes may stand across two pieces") {
  for (const std::string letter : {"ż", "€", "\xF0\x9F\x98\x80"}) {
    for (std::size_t before = 1; before <= letter.size(); ++before) {
      std::string text(3 * piece, 'a');
      text.replace(piece - before, letter.size(), letter);
      text.replace(2 * piece - before, letter.size(), letter);
      for (const std::size_t threads : {1U, 2U, 4U}) CHECK(is_utf8(text, threads));
      text[piece] = 'a';  // cuts the letter, or stands behind it
      const bool is_whole = before == letter.size();
      for (const std::size_t threads : {1U, 2U, 4U}) CHECK(is_utf8(text, threads) == is_whole);
    }
  }
}

TEST_CASE("a byte that is none of a letter is found in every piece") {
  for (const std::size_t at : {std::size_t{0}, piece - 1, piece, 3 * piece + 5, 9 * piece - 1}) {
    std::string text(9 * piece, 'a');
    text[at] = '\x80';
    for (const std::size_t threads : {1U, 2U}) CHECK_FALSE(is_utf8(text, threads));
  }
  CHECK(is_utf8("", 2));
}

}  // namespace
}  // namespace euproj
