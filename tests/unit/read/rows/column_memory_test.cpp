// RecentWords: what it tells is what it was told of exactly this text, or nothing.

#include "read/rows/column_memory.hpp"

#include <doctest/doctest.h>

#include <map>
#include <string>

#include "support/random.hpp"

using namespace euproj;

TEST_CASE("texts of every length, and those that differ from them in one byte") {
  for (std::size_t length = 1; length <= 32; ++length) {
    RecentWords words;
    const std::string text(length, 'a');
    words.remember(text, 7);
    CHECK(words.find(text) == 7);
    for (std::size_t at = 0; at < length; ++at) {
      std::string other = text;
      other[at] = 'b';
      CHECK(words.find(other) == no_code);
    }
    CHECK(words.find(text + "a") == no_code);
    CHECK(words.find(text.substr(1)) == no_code);
    std::string zero = text;
    zero.back() = '\0';
    CHECK(words.find(zero) == no_code);
  }
}

TEST_CASE("neither nothing nor a long text is kept") {
  RecentWords words;
  CHECK(words.find("") == no_code);
  CHECK(words.find("a") == no_code);
  words.remember("", 1);
  words.remember(std::string(33, 'a'), 2);
  CHECK(words.find("") == no_code);
  CHECK(words.find(std::string(33, 'a')) == no_code);
}

TEST_CASE("of many words each is told rightly or not at all, the last one always") {
  testing::Random random(5);
  RecentWords words;
  std::map<std::string, Code> all;
  int found = 0;
  for (int turn = 0; turn < 20'000; ++turn) {
    std::string text;
    for (int length = random.number(1, 34); length > 0; --length) {
      text += static_cast<char>(random.number(0, 2) - 1);
    }
    if (random.chance(50)) text.resize(std::min<std::size_t>(text.size(), 3));
    const Code code = all.try_emplace(text, static_cast<Code>(all.size() + 1)).first->second;
    const Code told = words.find(text);
    REQUIRE((told == no_code || told == code));
    if (told == code) ++found;
    words.remember(text, code);
    REQUIRE(words.find(text) == (text.size() > 32 ? no_code : code));
  }
  CHECK(found > 1'000);
}
