// YAML to a tree with places, and each fault of the syntax in our own words.
#include <doctest/doctest.h>
#include <sys/resource.h>

#include <optional>
#include <string>

#include "euproj/core/limits.hpp"
#include "read/yaml/tree.hpp"
#include "support/definition.hpp"

using namespace euproj;
using namespace euproj::testing;

namespace {

YamlNode tree(const std::string& text) {
  Diagnostics diagnostics;
  std::optional<YamlNode> root = read_yaml(0, text, diagnostics);
  REQUIRE(root);
  CHECK(findings_of(diagnostics).empty());
  return *root;
}

std::string tree_findings(const std::string& text) {
  Diagnostics diagnostics;
  static_cast<void>(read_yaml(0, text, diagnostics));
  return findings_of(diagnostics);
}

std::string spot(const YamlNode& node) {
  return std::to_string(node.place.line) + ":" + std::to_string(node.place.column) + "+" +
         std::to_string(node.place.length);
}

}  // namespace

TEST_CASE("yaml tree: nodes stand where they are written") {
  const YamlNode root = tree(
      "\xEF\xBB\xBF"
      "a: &x {b: 1, \"c d\": 'it''s'}\r\n"
      "ż: źdźbło\r\n"
      "list:\r\n"
      "  - *x\r\n"
      "  - |\r\n"
      "    two\r\n"
      "    lines\r\n"
      "empty:\r\n"
      "null_value: ~\r\n");
  REQUIRE(root.is_mapping());
  CHECK(spot(root) == "1:1+1");
  const YamlNode& a = root.find("a")->value;
  CHECK(spot(a) == "1:7+1");
  CHECK(spot(a.find("b")->value) == "1:11+1");
  CHECK(spot(a.find("c d")->key) == "1:14+5");
  CHECK(spot(a.find("c d")->value) == "1:21+7");
  CHECK(a.find("c d")->value.text == "it's");
  CHECK(a.find("c d")->value.quoted);
  CHECK_FALSE(a.find("b")->value.quoted);
  CHECK(spot(root.find("ż")->value) == "2:5+9");
  const YamlNode& list = root.find("list")->value;
  REQUIRE(list.items.size() == 2);
  CHECK(list.items[0].find("b")->value.text == "1");  // a copy, at the place of the original
  CHECK(spot(list.items[0]) == "1:7+1");
  CHECK(list.items[1].text == "two\nlines\n");
  CHECK(spot(list.items[1]) == "5:5+1");
  CHECK(root.find("empty")->value.is_null());
  CHECK(spot(root.find("empty")->value) == "8:1+5");
  CHECK(spot(root.find("null_value")->value) == "9:13+1");
  CHECK(root.find("missing") == nullptr);
}

TEST_CASE("yaml tree: what stands behind a tag or an anchor begins where it is written") {
  const YamlNode root =
      tree("[&x one, !\"two\", !ż, ! # no\n  four, !<tag:yaml.org,2002:str> 5, &y [], !{}]\n");
  std::string spots;
  for (const YamlNode& item : root.items) spots += spot(item) + " ";
  CHECK(spots == "1:5+3 1:11+5 1:19+2 2:3+4 2:34+1 2:40+1 2:45+1 ");
}

TEST_CASE("yaml tree: a text stays as written until a key says what it is") {
  const YamlNode root = tree("[no, 0777, 1e3, 1_000, 2024-02-30, 0x10]\n");
  std::string texts;
  for (const YamlNode& item : root.items) texts += item.text + " ";
  CHECK(texts == "no 0777 1e3 1_000 2024-02-30 0x10 ");
}

TEST_CASE("yaml tree: the limits on depth hold on both sides") {
  const auto nested = [](std::size_t depth) {
    return std::string(depth, '[') + std::string(depth, ']') + "\n";
  };
  CHECK(tree_findings(nested(limits::yaml_depth)).empty());
  CHECK(tree_findings(nested(limits::yaml_depth + 1)) ==
        "1:65+1 yaml-too-deep: nesting deeper than 64 levels\n");
  CHECK(tree_findings(nested(100'000)) == "1:65+1 yaml-too-deep: nesting deeper than 64 levels\n");
  CHECK(tree_findings("a: &a " + nested(40) + "b: " + std::string(40, '[') + "*a" +
                      std::string(40, ']') + "\n") ==
        "2:44+2 yaml-too-deep: nesting deeper than 64 levels\n");
}

/// Repeated to so many bytes.
std::string long_text(std::string_view piece, std::size_t bytes) {
  std::string text;
  text.reserve(bytes + piece.size());
  while (text.size() < bytes) text += piece;
  return text;
}

/// The most memory that this process has had at once, in bytes.
std::size_t peak_memory() {
  rusage usage{};
  REQUIRE(getrusage(RUSAGE_SELF, &usage) == 0);
  return static_cast<std::size_t>(usage.ru_maxrss) * 1024;
}

TEST_CASE("yaml tree: brackets are bounded before the library reads ahead") {
  constexpr std::size_t bytes = 3u << 20;
  const std::string too_deep = "yaml-too-deep: nesting deeper than 64 levels\n";
  const std::string too_large =
      "yaml-too-large: the definition has more than 200000 values or bytes\n";
  // 10 MB of `[` took 2.3 GiB and 7 s before they were refused; so would these: some 700 MiB.
  const std::size_t before = peak_memory();
  CHECK(tree_findings(long_text("[", bytes)) == "1:65+1 " + too_deep);
  CHECK(tree_findings("a: [x, " + long_text("{b: ", bytes)).ends_with(too_deep));
  CHECK(tree_findings("# [[[\na:\n- b: " + long_text("[\"]\", ", bytes)).ends_with(too_deep));
  CHECK(tree_findings("[" + long_text("x,", bytes)) == "1:400000+1 " + too_large);
  CHECK(tree_findings("[" + long_text("[],", bytes)).ends_with(too_large));
  CHECK(tree_findings("a: {" + long_text("'k': v, ", bytes)).ends_with(too_large));
  CHECK(tree_findings("[" + long_text(",", bytes)).find("yaml-") != std::string::npos);
  CHECK(peak_memory() < before + (200u << 20));
}

TEST_CASE("yaml tree: brackets in quotes, comments, block texts and words open nothing") {
  const std::string many(200, '[');
  const auto text_of_a = [](const std::string& text) { return tree(text).find("a")->value.text; };
  CHECK(text_of_a("a: \"" + many + "\"\n") == many);
  CHECK(text_of_a("a: '''" + many + "'\n") == "'" + many);
  CHECK(text_of_a("a: x " + many + "\n") == "x " + many);
  CHECK(text_of_a("a: x\n  " + many + "\n") == "x " + many);  // goes on on the next line
  CHECK(text_of_a("a: |\n  x\n\n  " + many + "\nb: 1\n") == "x\n\n" + many + "\n");
  CHECK(text_of_a("a: >-\n  " + many + "\n") == many);
  CHECK(text_of_a("a: |2\n    x\n  " + many + "\n") == "  x\n" + many + "\n");
  CHECK(text_of_a("# " + many + "\na: y # " + many + "\n") == "y");
  CHECK(tree("a: [it's, \"" + many + "\", b]\n").find("a")->value.items.size() == 3);
  CHECK(tree("a: [" + long_text("[b], ", 500) + "]\n").find("a")->value.items.size() == 100);
}

TEST_CASE("yaml tree: aliases that multiply are stopped at the limit on values") {
  std::string text = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n";
  for (int level = 1; level < 9; ++level) {
    const std::string before = "*a" + std::to_string(level - 1);
    text += "a" + std::to_string(level) + ": &a" + std::to_string(level) + " [";
    for (int copy = 0; copy < 10; ++copy) text += (copy == 0 ? "" : ", ") + before;
    text += "]\n";
  }
  CHECK(tree_findings(text) ==
        "5:9+1 yaml-too-large: the definition has more than 200000 values or bytes\n");
}

TEST_CASE("yaml tree: the limit on values holds on both sides, with aliases and without") {
  const auto list = [](std::size_t items, const std::string& rest) {
    std::string text = "[";
    for (std::size_t i = 0; i < items; ++i) text += i == 0 ? "x" : ",x";
    return text + rest + "]\n";
  };
  CHECK(tree_findings(list(limits::yaml_nodes - 1, "")).empty());  // and the list itself
  CHECK(tree_findings(list(limits::yaml_nodes, "")) ==
        "1:400000+1 yaml-too-large: the definition has more than 200000 values or bytes\n");
  // An anchored list is kept beside its place, an alias is all that it stands for.
  const std::string anchored = ",&a [y,y,y],*a";
  CHECK(tree_findings(list(limits::yaml_nodes - 13, anchored)).empty());
  CHECK(tree_findings(list(limits::yaml_nodes - 12, anchored)) ==
        "1:399989+2 yaml-too-large: the definition has more than 200000 values or bytes\n");
}

TEST_CASE("yaml tree: a file beyond the limit on bytes is not parsed") {
  CHECK(tree_findings("a" + std::string(limits::yaml_bytes - 1, '\n')).empty());
  CHECK(tree_findings(std::string(limits::yaml_bytes + 1, '#')) ==
        "0:0+0 yaml-too-large: the definition has more than 16777216 values or bytes\n");
}

TEST_CASE("yaml tree: text that the library would take for two is reported") {
  CHECK(tree_findings("[a] b\n") ==
        "1:5+1 yaml-layout: this text does not fit the layout of the lines above\n");
  CHECK(tree_findings("a: 'one\n  two' three\n") ==
        "2:8+1 yaml-layout: this text does not fit the layout of the lines above\n");
}

TEST_CASE("yaml: nothing to read") {
  CHECK(findings("") == "0:0+0 yaml-empty: the definition is empty\n");
  CHECK(findings("# only a comment\n") == "0:0+0 yaml-empty: the definition is empty\n");
  CHECK(findings("---\n"
                 "...\n") == "0:0+0 yaml-empty: the definition is empty\n");
  CHECK(findings("~\n") == "0:0+0 yaml-empty: the definition is empty\n");
}

TEST_CASE("yaml: bytes that are no text") {
  CHECK(findings("a: \xFF"
                 "\n") == "1:4+1 yaml-not-utf8: byte 0xFF is not UTF-8 text\n");
  CHECK(findings("a: 1\n"
                 "nazwa: x\xB3"
                 "y\n") == "2:9+1 yaml-not-utf8: byte 0xB3 is not UTF-8 text\n");
  CHECK(findings(std::string("a: 1\0\n", 6)) ==
        "1:5+1 yaml-control-character: control character 0x00 in the text\n");
  CHECK(findings("a: 1\r# a line end of old Macs\n") ==
        "1:5+1 yaml-control-character: control character 0x0D in the text\n");
  CHECK(findings("\xEF\xBB\xBF"
                 "euproj: \x07"
                 "\n") == "1:9+1 yaml-control-character: control character 0x07 in the text\n");
}

TEST_CASE("yaml: layout") {
  CHECK(findings("a: 1\n"
                 " b: 2\n") == "2:3+1 yaml-colon: this `:` does not follow a key\n");
  CHECK(findings("a:\n"
                 "  b: 1\n"
                 " c: 2\n") ==
        "3:2+1 yaml-layout: this text does not fit the layout of the lines above\n");
  CHECK(findings("a: \"b\" c\n") ==
        "1:8+1 yaml-layout: this text does not fit the layout of the lines above\n");
  CHECK(findings("a: 1\n"
                 "- b\n") ==
        "2:1+1 yaml-layout: this text does not fit the layout of the lines above\n");
  CHECK(findings("- b\n"
                 "a: 1\n") ==
        "2:1+1 yaml-layout: this text does not fit the layout of the lines above\n");
  CHECK(findings("a:\n"
                 "\x09"
                 "b: 1\n") == "2:1+1 yaml-tab: a tab in the indentation of the line\n");
  CHECK(findings("title: Projekt: rodzina\n") ==
        "1:15+1 yaml-colon: this `:` does not follow a key\n");
  CHECK(findings("a\n"
                 "b: 1\n") == "2:2+1 yaml-colon: this `:` does not follow a key\n");
  CHECK(findings("a: @x\n") ==
        "1:4+1 yaml-character: a text begins with `@`, which means something else in YAML\n");
  CHECK(findings("a: %x\n") ==
        "1:4+1 yaml-character: a text begins with `%`, which means something else in YAML\n");
  CHECK(findings("a: ]\n") ==
        "1:4+1 yaml-character: a text begins with `]`, which means something else in YAML\n");
}

TEST_CASE("yaml: what is opened and not closed") {
  CHECK(findings("a: [1, 2\n"
                 "b: 3\n") == "1:4+1 yaml-not-closed: `[` is never closed\n");
  CHECK(findings("a: {x: 1\n"
                 "b: 3\n") == "1:4+1 yaml-not-closed: `{` is never closed\n");
  // A bracket ends the tag or anchor before it, and stands behind a comment.
  CHECK(findings("a: ![x\n"
                 "\xC2\xA0y\n") == "1:5+1 yaml-not-closed: `[` is never closed\n");
  CHECK(findings("a: &b\n"
                 "  ! # \xC5\xBC\n"
                 "  {x: 1\n") == "3:3+1 yaml-not-closed: `{` is never closed\n");
  CHECK(findings("a: \"abc\n"
                 "b: 2\n") == "1:4+1 yaml-not-closed: `\"` is never closed\n");
  CHECK(findings("a: 'abc") == "1:4+1 yaml-not-closed: `'` is never closed\n");
  CHECK(findings("a: \"abc") == "1:4+1 yaml-not-closed: `\"` is never closed\n");
}

TEST_CASE("yaml: escapes, aliases, tags, merge keys, documents") {
  CHECK(findings("a: \"\\q\"\n") ==
        "1:7+1 yaml-escape: the sign after `\\` in double quotes means nothing here\n");
  CHECK(findings("a: \"\\ud800\"\n") ==
        "1:11+1 yaml-escape: the sign after `\\` in double quotes means nothing here\n");
  CHECK(findings("a: *nope\n") ==
        "1:4+1 yaml-alias: `*` names what no `&` before it has defined\n");
  CHECK(findings("a: &x [*x]\n") ==
        "1:8+2 yaml-alias: `*` names what no `&` before it has defined\n");
  CHECK(findings("a: !!float 1\n") ==
        "1:1+1 unknown-key: unknown key `a` in `definition`; known: `euproj`, `project`, `financ"
        "ing`, `budget`, `claims`, `advances`, `advances_rule`, `support_forms`, `groups`, "
        "`capacity`, `indicator"
        "s`, `data`, …\n"
        "1:1+1 missing-key: `definition` has no `euproj`, which it needs\n"
        "1:1+1 missing-key: `definition` has no `financing`, which it needs\n"
        "1:1+1 missing-key: `definition` has no `project`, which it needs\n"
        "1:4+7 yaml-tag: a YAML tag before the value\n");
  CHECK(findings(minimal + "budget: &b {indirect: {rate: 20%}}\n"
                           "privacy:\n"
                           "  <<: *b\n"
                           "  key_file: k\n") ==
        "8:3+2 yaml-merge-key: the merge key `<<` is not supported\n");
  CHECK(findings("a: 1\n"
                 "---\n"
                 "b: 2\n") == "2:1+3 yaml-second-document: a second YAML document begins here\n");
  CHECK(findings("a: !<x\n") == "1:7+1 yaml-syntax: from here on this cannot be read as YAML\n");
}

TEST_CASE("yaml: keys") {
  CHECK(findings(minimal + "privacy: {key_file: a, key_file: b}\n") ==
        "6:24+8 duplicate-key: key `key_file` is given twice, first in :6\n");
  CHECK(findings(minimal + "? [a, b]\n"
                           ": c\n") == "6:3+1 yaml-key: the key is not a text\n");
  CHECK(findings(minimal + "privacy:\n"
                           "  key_file: a\n"
                           "  \"key_file\": b\n") ==
        "8:3+10 duplicate-key: key `key_file` is given twice, first in :7\n");
}
