// The writer of JSON: layouts, escapes, and what stands for text that is broken.

#include <doctest/doctest.h>

#include <cstdint>
#include <limits>
#include <vector>

#include "euproj/core/date.hpp"
#include "euproj/core/money.hpp"
#include "render/json/writer.hpp"

using namespace euproj;

namespace {

void write_sample(JsonWriter& json) {
  json.object([&] {
    json.field("text", "a");
    json.object("empty", [] {});
    json.values("none", std::vector<std::string>());
    json.values("numbers", std::vector<int>{1, -2});
    json.objects("objects", std::vector<int>{7, 8}, [&](int each) { json.field("is", each); });
    json.array("mixed", [&] {
      json.value(nullptr);
      json.object([&] { json.null_field("x"); });
    });
  });
}

/// What stands for a text, without the quotes around it.
std::string escaped(std::string_view text) {
  const std::string json = json_text(JsonLayout::one_line, [&](JsonWriter& writer) {
    writer.object([&] { writer.field("k", text); });
  });
  const std::string start = R"({"k":")";
  const std::string end = "\"}\n";
  REQUIRE(json.starts_with(start));
  REQUIRE(json.ends_with(end));
  return json.substr(start.size(), json.size() - start.size() - end.size());
}

}  // namespace

TEST_CASE("in one line there is no blank, and a line break at the end") {
  CHECK(json_text(JsonLayout::one_line, write_sample) ==
        R"({"text":"a","empty":{},"none":[],"numbers":[1,-2],"objects":[{"is":7},{"is":8}],)"
        R"("mixed":[null,{"x":null}]})"
        "\n");
}

TEST_CASE("indented, every member and element has a line, and what is empty none") {
  CHECK(json_text(JsonLayout::indented, write_sample) ==
        "{\n"
        "  \"text\": \"a\",\n"
        "  \"empty\": {},\n"
        "  \"none\": [],\n"
        "  \"numbers\": [\n    1,\n    -2\n  ],\n"
        "  \"objects\": [\n    {\n      \"is\": 7\n    },\n    {\n      \"is\": 8\n    }\n  ],\n"
        "  \"mixed\": [\n    null,\n    {\n      \"x\": null\n    }\n  ]\n"
        "}\n");
}

TEST_CASE("values: integers to their ends, exact decimals as text, null for what is not there") {
  CHECK(
      json_text(JsonLayout::one_line,
                [](JsonWriter& json) {
                  json.object([&] {
                    json.field("min", std::numeric_limits<std::int64_t>::min());
                    json.field("max", std::numeric_limits<std::uint64_t>::max());
                    json.field("true", true);
                    json.field("money", Money::minor(-5));
                    json.field("percent", std::optional<Percent>(Percent{8'523}));
                    json.field("day", Date::from(2022, 3, 4));
                    json.field("no_day", Date());
                    json.field("no_money", std::optional<Money>());
                    json.text_or_null("no_text", "");
                    json.text_or_null("text", "x");
                  });
                }) ==
      R"({"min":-9223372036854775808,"max":18446744073709551615,"true":true,"money":"-0.05",)"
      R"("percent":"85.23","day":"2022-03-04","no_day":null,"no_money":null,"no_text":null,"text":"x"})"
      "\n");
}

TEST_CASE("quotes, backslashes and control characters are escaped, nothing else") {
  CHECK(escaped("\"\\\b\f\n\r\t") == R"(\"\\\b\f\n\r\t)");
  CHECK(escaped(std::string_view("\0\x01\x1f", 3)) == R"(\u0000\u0001\u001f)");
  CHECK(escaped("/ \x7f łódź € 😀") == "/ \x7f łódź € 😀");
  CHECK(json_text(JsonLayout::one_line, [](JsonWriter& json) {
          json.object([&] { json.field("a \"key\"", 1); });
        }) == "{\"a \\\"key\\\"\":1}\n");
}

TEST_CASE(
    "one U+FFFD stands for a byte that begins nothing, and one for a letter that breaks off") {
  const std::string sign = "\uFFFD";
  CHECK(escaped("Jastrz\xEA"
                "bie") == "Jastrz" + sign + "bie");
  CHECK(escaped("\xFF\x80\xC0") == sign + sign + sign);
  CHECK(escaped("\xC3") == sign);
  CHECK(escaped("\xE2\x82") == sign);
  CHECK(escaped("\xE2\x82x") == sign + "x");
  CHECK(escaped("\xF0\x9F\x98\"") == sign + "\\\"");
  CHECK(escaped("\xF0\x9F") == sign);
  CHECK(escaped("\xE0\x80") == sign + sign);  // overlong: the second byte cannot follow the first
  CHECK(escaped("\xED\xA0\x80") == sign + sign + sign);  // a surrogate
  CHECK(escaped("\xF4\x90") == sign + sign);             // beyond the last code point
  CHECK(escaped("\xE2\xE2\x82\xAC") == sign + "€");
}

TEST_CASE("a long document reaches the sink in pieces, a short one in one") {
  std::vector<std::size_t> pieces;
  const auto write = [&](int count) {
    pieces.clear();
    JsonWriter json(JsonLayout::one_line,
                    [&](std::string_view piece) { pieces.push_back(piece.size()); });
    json.object([&] {
      json.objects("all", std::vector<int>(static_cast<std::size_t>(count)),
                   [&](int) { json.field("text", std::string(990, 'x')); });
    });
  };
  write(10);
  CHECK(pieces.size() == 1);
  write(200);  // some 200 000 bytes
  CHECK(pieces.size() == 4);
  for (const std::size_t piece : pieces) CHECK(piece < 70'000);
}

TEST_CASE("rows that several threads write are the same text, empty lists and last batches too") {
  const auto text = [](std::size_t threads, std::size_t size, JsonLayout layout) {
    const LazyRows<std::size_t> rows(size, [](std::size_t at) { return at * 7; });
    const auto write_row = [](JsonWriter& json, std::size_t number) {
      json.field("number", std::to_string(number));
      json.field("is_even", number % 2 == 0);
    };
    return json_text(layout, [&](JsonWriter& json) {
      json.object([&] {
        json.field("before", "1");
        json.object("inner", [&] {
          if (threads == 0) {
            json.rows("rows", rows, [&](std::size_t number) { write_row(json, number); });
          } else {
            json.rows_on(threads, "rows", rows, write_row);
          }
        });
        json.field("behind", "2");
      });
    });
  };
  for (const std::size_t size : {0U, 1U, 2U, 16'384U, 16'385U, 32'768U, 50'000U, 70'001U}) {
    for (const JsonLayout layout : {JsonLayout::indented, JsonLayout::one_line}) {
      const std::string expected = text(0, size, layout);
      for (const std::size_t threads : {1U, 2U, 3U, 8U}) {
        CAPTURE(size);
        CAPTURE(threads);
        CHECK((text(threads, size, layout) == expected));
      }
    }
  }
}
