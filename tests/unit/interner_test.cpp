// Interner: codes from 1 in order of first appearance.

#include "euproj/base/interner.hpp"

#include <doctest/doctest.h>

#include <string>
#include <utility>

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

TEST_CASE("texts are compared by bytes: case, blanks and composition matter") {
  Interner interner;
  const Code composed = interner.intern("ó");
  CHECK(interner.intern("o\u0301") != composed);
  CHECK(interner.intern("Ó") != composed);
  CHECK(interner.intern("ó ") != composed);
  CHECK(interner.intern(std::string_view("a\0b", 3)) != interner.intern("a"));
}

}  // namespace
}  // namespace euproj
