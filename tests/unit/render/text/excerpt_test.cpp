#include "render/text/excerpt.hpp"

#include <doctest/doctest.h>
#include <sys/resource.h>

#include "euproj/base/unicode.hpp"

using namespace euproj;

namespace {

Place at(std::uint32_t line, std::uint32_t column, std::uint32_t length) {
  Place place;
  place.file = 0;
  place.line = line;
  place.column = column;
  place.length = length;
  return place;
}

}  // namespace

TEST_CASE("the caret stands by display width, not by bytes") {
  const Excerpt excerpt = make_excerpt("nazwa: Żółw", at(3, 8, 7), 100);
  CHECK(excerpt.source == "    3 | nazwa: Żółw");
  CHECK(excerpt.caret == "      |        ^~~~");
}

TEST_CASE("tabs stay tabs above and below") {
  const Excerpt excerpt = make_excerpt("\ta: 1", at(12, 5, 1), 100);
  CHECK(excerpt.source == "   12 | \ta: 1");
  CHECK(excerpt.caret == "      | \t   ^");
}

TEST_CASE("a place behind the end of the line is shown there") {
  CHECK(make_excerpt("a:", at(1, 3, 1), 100).caret == "      |   ^");
}

TEST_CASE("a long line is cut around the caret") {
  const std::string line = std::string(200, 'a') + "bc" + std::string(200, 'd');
  const Excerpt excerpt = make_excerpt(line, at(1, 201, 2), 60);
  CHECK(display_width(excerpt.source) <= 60);
  const std::size_t caret = display_width(excerpt.caret.substr(0, excerpt.caret.find('^')));
  const std::size_t marked = display_width(excerpt.source.substr(0, excerpt.source.find("bc")));
  CHECK(caret == marked);
  CHECK(excerpt.caret.find("^~") != std::string::npos);
}

TEST_CASE("of a line that is all of a file only what is shown is looked at") {
  const auto cut = [](std::size_t before, std::size_t after) {
    const std::string line = std::string(before, 'a') + "ż" + std::string(after, 'd');
    return make_excerpt(line, at(1, static_cast<std::uint32_t>(before + 1), 2), 60);
  };
  rusage usage{};
  REQUIRE(getrusage(RUSAGE_SELF, &usage) == 0);
  const long before = usage.ru_maxrss;  // in KiB
  const Excerpt excerpt = cut(5'000'000, 5'000'000);
  REQUIRE(getrusage(RUSAGE_SELF, &usage) == 0);
  CHECK(usage.ru_maxrss < before + 100'000);  // it was 50 bytes for each of the line
  CHECK(excerpt.source == cut(200, 200).source);
  CHECK(excerpt.caret == cut(200, 200).caret);
}

TEST_CASE("without a column there is no caret") {
  CHECK(make_excerpt("a: 1", at(1, 0, 0), 100).caret.empty());
}
