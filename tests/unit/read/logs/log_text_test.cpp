// A text is UTF-8 as a whole, wherever the pieces of it meet that are looked through apart.

#include "read/logs/log_text.hpp"

#include <doctest/doctest.h>

#include <string>

#include "euproj/base/sha256.hpp"
#include "support/memory_files.hpp"

namespace euproj {
namespace {

constexpr std::size_t piece = InputDigest::piece;

bool is_utf8(const std::string& bytes) {
  testing::MemoryFiles files;
  files.put("u.csv", bytes);
  const auto content = files.read("u.csv");
  REQUIRE(content.ok());
  InputDigest digest(**content);
  digest.consume_alone(bytes.size());
  CHECK(digest.sha256() == sha256(bytes));
  const bool is_all = is_all_utf8(**content);
  CHECK(digest.is_utf8() == is_all);
  return is_all;
}

TEST_CASE("a letter of several bytes may stand across two pieces") {
  for (const std::string letter : {"ż", "€", "\xF0\x9F\x98\x80"}) {
    for (std::size_t before = 1; before <= letter.size(); ++before) {
      std::string text(3 * piece, 'a');
      text.replace(piece - before, letter.size(), letter);
      text.replace(2 * piece - before, letter.size(), letter);
      CHECK(is_utf8(text));
      text[piece] = 'a';  // cuts the letter, or stands behind it
      CHECK(is_utf8(text) == (before == letter.size()));
    }
  }
}

TEST_CASE("a byte that is none of a letter is found in every piece") {
  for (const std::size_t at : {std::size_t{0}, piece - 1, piece, 3 * piece + 5, 4 * piece - 1}) {
    std::string text(4 * piece, 'a');
    text[at] = '\x80';
    CHECK_FALSE(is_utf8(text));
  }
  CHECK(is_utf8(""));
}

TEST_CASE("bytes consumed a few at a time are those consumed at once, and a letter may be cut") {
  const std::string good = "aż€b\xF0\x9F\x98\x80zż";
  testing::MemoryFiles files;
  for (const std::string& text :
       {good, good.substr(0, good.size() - 1), good + "\x80", "\xC5" + good}) {
    files.put("u.csv", text);
    const auto content = files.read("u.csv");
    for (std::size_t step = 1; step <= text.size(); ++step) {
      InputDigest digest(**content);
      for (std::size_t end = step; end < text.size(); end += step) {
        digest.consume(end);
        CHECK(digest.is_utf8() == (text[1] == good[1]));  // no fault but at the end, or at once
      }
      digest.consume_alone(text.size());
      digest.consume(1);  // is consumed
      CHECK(digest.is_utf8() == (text == good));
      CHECK(digest.sha256() == sha256(text));
    }
  }
}

TEST_CASE("bytes that nobody validates are digested, and change nothing that was found") {
  testing::MemoryFiles files;
  files.put("u.csv", "ab\x80");
  const auto content = files.read("u.csv");
  for (const std::size_t looked : {0U, 2U, 3U}) {
    InputDigest digest(**content);
    digest.consume(looked);
    digest.stop_validating();
    digest.consume_alone(3);
    CHECK(digest.is_utf8() == (looked < 3));
    CHECK(digest.sha256() == sha256("ab\x80"));
  }
}

}  // namespace
}  // namespace euproj
