// Interner: codes from 1 in order of first appearance.

#include "euproj/base/interner.hpp"

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "euproj/base/checked.hpp"

namespace euproj {
namespace {

TEST_CASE("a text has one code, the first one 1") {
  Interner interner;
  CHECK(interner.intern("b") == 1);
  CHECK(interner.intern("a") == 2);
  CHECK(interner.intern("b") == 1);
  CHECK(interner.size() == 2);
  CHECK(interner.text(1) == "b");
  CHECK(interner.text(2) == "a");
}

TEST_CASE("no text has no code, and what was never interned is not found") {
  Interner interner;
  CHECK(interner.intern("") == no_code);
  CHECK(interner.find("") == no_code);
  CHECK(interner.find("a") == no_code);
  CHECK(interner.size() == 0);
  CHECK(interner.text(no_code).empty());
  CHECK(interner.text(7).empty());
}

TEST_CASE("texts stay good while others are added, and after a move") {
  Interner interner;
  const std::string_view first = interner.text(interner.intern("jedenaście"));
  for (Code i = 0; i < 5'000; ++i) CHECK(interner.intern(std::to_string(i)) == i + 2);
  const Interner moved = std::move(interner);
  CHECK(first == "jedenaście");
  CHECK(moved.text(1) == "jedenaście");
  CHECK(moved.find("4999") == 5'001);
}

TEST_CASE("room made beforehand, too much or too little, changes no code") {
  for (const std::size_t room : {0U, 1U, 3U, 12U, 100U, 5'000U}) {
    Interner interner;
    CHECK(interner.intern("first") == 1);
    interner.make_room(room);
    CHECK(interner.find("first") == 1);
    for (Code i = 0; i < 300; ++i) CHECK(interner.intern(std::to_string(i)) == i + 2);
    interner.make_room(room);
    for (Code i = 0; i < 300; ++i) CHECK(interner.find(std::to_string(i)) == i + 2);
    CHECK(interner.size() == 301);
  }
}

TEST_CASE("texts are compared by bytes: case, blanks and composition matter") {
  Interner interner;
  const Code composed = interner.intern("ó");
  CHECK(interner.intern("o\u0301") != composed);
  CHECK(interner.intern("Ó") != composed);
  CHECK(interner.intern("ó ") != composed);
  CHECK(interner.intern(std::string_view("a\0b", 3)) != interner.intern("a"));
}

/// Eleven bytes fit the table, and eight a word; 255 bytes change how a text is kept.
TEST_CASE("texts of every length up to 600 bytes keep apart and come back") {
  Interner interner;
  std::vector<std::string> texts;
  for (std::size_t length = 1; length <= 600; ++length) {
    for (const char last : {'a', 'b'}) {
      std::string text(length, 'x');
      text.back() = last;
      texts.push_back(text);
      text.front() = last;
      texts.push_back(std::move(text));
    }
  }
  std::vector<Code> codes;
  for (const std::string& text : texts) codes.push_back(interner.intern(text));
  for (std::size_t i = 0; i < texts.size(); ++i) {
    if (interner.text(codes[i]) != texts[i]) FAIL("length " << texts[i].size());
    if (interner.find(texts[i]) != codes[i]) FAIL("length " << texts[i].size());
    for (std::size_t j = i < 3 ? 0 : i - 3; j < i; ++j) {
      if ((codes[i] == codes[j]) != (texts[i] == texts[j])) FAIL(texts[i] << " and " << texts[j]);
    }
  }
}

TEST_CASE("short texts that differ only in zero bytes at the end are different texts") {
  Interner interner;
  std::string text;
  for (int zeros = 1; zeros <= 12; ++zeros) {
    text.push_back('\0');
    CHECK(interner.intern(text) == static_cast<Code>(zeros));
  }
}

TEST_CASE("texts that fill many blocks, a long one among them, come back by code and by text") {
  Interner interner;
  std::vector<std::string> texts;
  for (int i = 0; i < 150'000; ++i) texts.push_back("FV/2022/" + std::to_string(i * 7));
  texts[70'000] = std::string(3'000'000, 'x');  // more than a block
  for (std::size_t i = 0; i < texts.size(); ++i) {
    if (interner.intern(texts[i]) != i + 1) FAIL("text " << i);
  }
  for (std::size_t i = 0; i < texts.size(); ++i) {
    if (interner.text(static_cast<Code>(i + 1)) != texts[i]) FAIL("text " << i);
    if (interner.find(texts[i]) != i + 1) FAIL("text " << i);
  }
}

TEST_CASE("what is appended has a code of its own each time, and is not found") {
  Interner numbers;
  CHECK(numbers.append("DK/1") == 1);
  CHECK(numbers.append("DK/1") == 2);
  CHECK(numbers.append("") == no_code);
  CHECK(numbers.text(2) == "DK/1");
  CHECK(numbers.find("DK/1") == no_code);
}

TEST_CASE("a frozen one still finds its texts, and takes no others") {
  Interner known;
  known.intern("a");
  Interner part = Interner::overlay(known);
  part.intern("jedenaście znaków");
  part.freeze();
  CHECK(part.find("a") == 1);
  CHECK(part.find("jedenaście znaków") == 2);
  CHECK(part.find("b") == no_code);
  CHECK(part.find("") == no_code);
  CHECK_THROWS_AS(part.intern("b"), InternalError);
  Interner numbers;
  numbers.append("DK/1");
  numbers.freeze();
  CHECK(numbers.find("DK/1") == no_code);
  CHECK(numbers.append("DK/1") == 2);
}

TEST_CASE("texts that are cut off are new when they come again, those before them are not") {
  Interner interner;
  for (int i = 1; i <= 100; ++i) interner.intern("t" + std::to_string(i));
  interner.cut_to(40);
  CHECK(interner.size() == 40);
  for (int i = 1; i <= 40; ++i)
    CHECK(interner.find("t" + std::to_string(i)) == static_cast<Code>(i));
  for (int i = 41; i <= 100; ++i) CHECK(interner.find("t" + std::to_string(i)) == no_code);
  CHECK(interner.intern("t100") == 41);
  CHECK(interner.text(41) == "t100");
  CHECK(interner.intern("t40") == 40);
}

TEST_CASE("more text than the limit is refused, and what was there stays") {
  Interner interner;
  interner.limit_to(std::size_t{1} << 20);
  Interner part = Interner::overlay(interner);
  for (Interner* const one : {&interner, &part}) {
    const std::string text(1000, one == &part ? 'y' : 'x');
    std::size_t count = 0;
    const auto fill = [&] {
      while (count < 2'000) one->intern(text + std::to_string(count)), ++count;
    };
    CHECK_THROWS_AS(fill(), TooMuchText);
    CHECK(count > 500);
    CHECK(count < 1'050);
    CHECK_THROWS_AS(one->intern(text + "another"), TooMuchText);
    CHECK(one->find(text + "another") == no_code);
    CHECK(one->intern(text + "7") == one->find(text + "7"));
    CHECK(one->size() == (one == &part ? interner.size() + count : count));
    if (one == &interner) part = Interner::overlay(interner);
  }
}

TEST_CASE("looking up many texts at once changes nothing, and saves looking again") {
  Interner interner;
  std::vector<Probe> nothing = {Probe("a")};
  interner.look_up(nothing);  // of nothing yet
  CHECK(nothing[0].code == no_code);
  const Code code = interner.intern("a");
  std::vector<std::string> kept;
  for (int i = 0; i < 200; ++i) kept.push_back("t" + std::to_string(i / 2));
  kept.push_back("a");
  kept.emplace_back();
  std::vector<Probe> texts;
  for (const std::string& text : kept) texts.emplace_back(text);
  interner.look_up(texts);
  CHECK(interner.size() == 1);
  CHECK(texts[200].code == code);
  for (std::size_t i = 0; i < 200; ++i) {  // each twice: the first one makes it
    CHECK(texts[i].code == no_code);
    CHECK(interner.intern(texts[i]) == 2 + i / 2);
  }
  CHECK(interner.intern(texts[200]) == code);
  CHECK(interner.intern(texts[201]) == no_code);
  CHECK(interner.size() == 101);
  Interner part = Interner::overlay(interner);
  texts.assign({Probe("t7"), Probe("new")});
  part.look_up(texts);
  CHECK(part.intern(texts[0]) == interner.find("t7"));
  CHECK(part.intern(texts[1]) == 102);
}

}  // namespace
}  // namespace euproj
