// Relations between indicators: `of`, `checks`, those of the catalogue; limits, latest outcomes,
// complete records: what a definition says of them, and each finding whole.

#include <doctest/doctest.h>

#include <string>

#include "euproj/model/complete_records.hpp"
#include "support/definition.hpp"

using namespace euproj;
using namespace euproj::testing;

namespace {

/// "R ≤ P" or "A + B = C" of each relation, `*` after those of the catalogue.
std::string relations(const std::string& text) {
  const Definition read = read_definition(text);
  REQUIRE(read.project);
  std::string lines;
  for (const Relation& relation : read.project->relations) {
    const auto side = [&](const std::vector<std::size_t>& positions) {
      std::string ids;
      for (const std::size_t at : positions) {
        ids += (ids.empty() ? "" : " + ") + read.project->indicators[at].id;
      }
      return ids;
    };
    lines += side(relation.left) + (relation.equal ? " = " : " ≤ ") + side(relation.right) +
             (relation.built_in ? " *\n" : "\n");
  }
  return lines;
}

const std::string own =
    "  - {id: P1, kind: output, count: persons}\n"
    "  - {id: R1, kind: result, count: persons, of: P1, where: {outcome: x}}\n";

std::string with_project(const std::string& keys, const std::string& rest) {
  return "euproj: 1\n"
         "project: {id: p, title: T, period: {start: 2022-01-01, end: 2022-12-31}" +
         keys + "}\n" + minimal.substr(without_financing.size()) + rest;
}

}  // namespace

TEST_CASE("relations: of a result and of the section checks") {
  CHECK(relations(minimal + "indicators:\n" + own +
                  "checks: [{sum: [P1, R1], equals: P1}, {subset: [P1, R1]}]\n") ==
        "R1 ≤ P1\n"
        "P1 + R1 = P1\n"
        "P1 ≤ R1\n");
}

TEST_CASE("relations: those of the catalogue stand between indicators of one own where") {
  const std::string common =
      "indicators:\n"
      "  - {id: A1, definition: EECO01}\n"
      "  - {id: A2, definition: EECO02}\n"
      "  - {id: A3, definition: EECO03}\n"
      "  - {id: A4, definition: EECO04}\n"
      "  - {id: A5, definition: EECO05}\n"
      "  - {id: B2, definition: EECO02, where: {sex: K}}\n"
      "  - {id: B3, definition: EECO03, where: {sex: K}}\n"
      "  - {id: C3, definition: EECO03, where: {sex: M}}\n"
      "  - {id: R1, definition: EECR01}\n"
      "  - {id: R4, definition: EECR04}\n";
  const std::string always =
      "R1 ≤ A4 *\n"
      "R4 ≤ A2 + A4 *\n";
  CHECK(relations(minimal + common) == "A3 ≤ A2 *\nB3 ≤ B2 *\nA2 + A4 + A5 = A1 *\n" + always);
  // Without the gate there are persons whose status nobody knows.
  CHECK(relations(with_project(", completeness: warn", common)) ==
        "A3 ≤ A2 *\nB3 ≤ B2 *\n" + always);
  CHECK(relations(with_project(", objective: l", common)) == "A3 ≤ A2 *\nB3 ≤ B2 *\n" + always);
}

TEST_CASE("relations: what cannot be one") {
  CHECK(findings(minimal + "indicators:\n" + own +
                 "  - {id: R2, kind: result, count: persons, of: P2}\n"
                 "checks:\n"
                 "  - {sum: [P1, X]}\n"
                 "  - {subset: [P1, R1], equals: P1}\n"
                 "  - {}\n"
                 "  - {subset: [P1]}\n"
                 "  - {subset: [P1, R1, R2]}\n"
                 "  - {sum: [P1, X], equals: Y}\n") ==
        "9:48+2 unknown-reference: `of` names `P2`, which `indicators` does not have; it has: "
        "`P1`, `R1`, `R2`\n"
        "11:5+1 relation-form: this entry of `checks` has `sum`\n"
        "12:5+1 relation-form: this entry of `checks` has `equals`, `subset`\n"
        "13:5+1 relation-form: this entry of `checks` has –\n"
        "14:14+1 subset-of-two: `subset` names 1 indicator, it takes two\n"
        "15:14+1 subset-of-two: `subset` names 3 indicators, it takes two\n"
        "16:16+1 unknown-reference: `sum` names `X`, which `indicators` does not have; it has: "
        "`P1`, `R1`, `R2`\n"
        "16:28+1 unknown-reference: `equals` names `Y`, which `indicators` does not have; it has: "
        "`P1`, `R1`, `R2`\n");
}

TEST_CASE("a limit stands alone") {
  const Definition read = read_definition(
      minimal + "indicators: [{id: P1, kind: output, count: persons, target: {at_most: 10}}]\n");
  REQUIRE(read.project);
  CHECK(read.project->indicators[0].target.at_most == Quantity::whole(10));
  CHECK_FALSE(read.project->indicators[0].target.total);
  CHECK(findings(minimal +
                 "indicators:\n"
                 "  - {id: P1, kind: output, count: persons, target: {at_most: 10, total: 5}}\n"
                 "  - {id: P2, kind: output, count: persons, target: {at_most: 1.5}}\n"
                 "  - {id: P3, kind: output, count: persons, target: {at_most: -1}}\n"
                 "groups: [{id: g, planned: {at_most: 5}}]\n") ==
        "7:53+7 target-two-ways: `at_most` stands beside `total`\n"
        "8:62+3 target-not-whole: `at_most` is 1.5, `count: persons` gives whole numbers\n"
        "9:62+2 negative-target: `at_most` is -1, a target cannot be negative\n"
        "10:28+7 unknown-key: unknown key `at_most` in `target`; known: `total`, `women`, "
        "`men`\n");
}

TEST_CASE("the latest of several outcomes needs an outcome and a window, and a job is the last") {
  const Definition read = read_definition(
      minimal +
      "indicators: [{id: R1, kind: result, count: persons, where: {outcome: [job_seeking], within: "
      "4 weeks, latest_of: [employment, education, job_seeking]}}]\n");
  REQUIRE(read.project);
  std::string order;
  for (const Code code : read.project->indicators[0].where.latest_of) {
    order += std::string(read.codes.outcomes.text(code)) + " ";
  }
  CHECK(order == "education job_seeking employment ");
  CHECK(findings(minimal +
                 "indicators:\n"
                 "  - {id: R1, kind: result, count: persons, where: {latest_of: [a, b]}}\n"
                 "  - {id: R2, kind: result, count: persons, where: {outcome: a, latest_of: b}}\n"
                 "  - {id: R3, kind: result, count: persons, where: {outcome: [a, c], within: 1 "
                 "month, latest_of: [a, b]}}\n") ==
        "7:52+9 latest-of-alone: `latest_of` stands without `outcome`\n"
        "7:52+9 latest-of-alone: `latest_of` stands without `within`\n"
        "8:61+1 latest-of-without: `outcome` has `a`, which is not in `latest_of`; such an outcome "
        "would never count\n"
        "8:64+9 latest-of-alone: `latest_of` stands without `within`\n"
        "9:65+1 latest-of-without: `outcome` has `c`, which is not in `latest_of`; such an outcome "
        "would never count\n");
}

TEST_CASE("complete records are asked of the catalogue of ESF+, and of a condition that says so") {
  const auto needed = [](const std::string& text, std::size_t at) {
    const Definition read = read_definition(text);
    REQUIRE(read.project);
    return needed_records(read.project->indicators[at].where);
  };
  const std::string indicators =
      "indicators:\n"
      "  - {id: P1, definition: EECO12, where: {sex: K}}\n"
      "  - {id: P2, definition: CO01}\n"
      "  - {id: P3, kind: output, count: persons}\n"
      "  - {id: P4, kind: output, count: hours, where: {all: [{complete: true}]}}\n"
      "  - {id: P5, kind: output, count: persons, where: {complete: false}}\n";
  const std::string warn = with_project(", completeness: warn", indicators);
  const std::string gate = with_project(", completeness: gate", indicators);
  const std::string objective = with_project(", objective: l", indicators);
  for (const std::string& text : {minimal + indicators, gate}) {
    CHECK(needed(text, 0) == Completeness::full);
    CHECK(needed(text, 1) == Completeness::not_asked);
    CHECK(needed(text, 2) == Completeness::not_asked);
    CHECK(needed(text, 3) == Completeness::full);
    CHECK(needed(text, 4) == Completeness::not_asked);
  }
  CHECK(needed(warn, 0) == Completeness::not_asked);
  CHECK(needed(warn, 3) == Completeness::full);
  CHECK(needed(objective, 0) == Completeness::sex_and_age);
  CHECK(needed(objective, 3) == Completeness::sex_and_age);
  CHECK(read_definition(warn).project->records == Completeness::full);
  CHECK(read_definition(minimal + "indicators: [{id: P2, definition: CO01}]\n").project->records ==
        Completeness::not_asked);
  CHECK(findings(minimal +
                 "indicators:\n"
                 "  - {id: P1, kind: output, count: places, where: {complete: true}}\n"
                 "  - {id: P2, kind: output, count: headcount, where: {complete: yes}}\n") ==
        "7:51+8 key-not-for-count: `complete` means nothing with `count: places`\n"
        "8:54+8 key-not-for-count: `complete` means nothing with `count: headcount`\n"
        "8:64+3 definition-word: `complete` is `yes`; known: `true`, `false`\n");
}

TEST_CASE(
    "a kind may stand beside a definition that says the same; attributes and completed take "
    "lists") {
  CHECK(findings(minimal + "indicators:\n"
                           "  - {id: P1, definition: EECO01, kind: output}\n"
                           "  - {id: R1, definition: EECR01, kind: result}\n") == "");
  CHECK(findings(minimal + "indicators:\n"
                           "  - {id: P1, definition: EECO01, kind: result}\n"
                           "  - {id: R1, definition: CR01, kind: output}\n"
                           "  - {id: R2, definition: CR01, kind: outcome}\n") ==
        "7:40+6 kind-differs: `kind: result` stands beside `definition: EECO01`, which is "
        "`output`\n"
        "8:38+6 kind-differs: `kind: output` stands beside `definition: CR01`, which is "
        "`result`\n"
        "9:38+7 definition-word: `kind` is `outcome`; known: `output`, `result`\n");
  const Definition read = read_definition(
      minimal +
      "indicators: [{id: P1, kind: output, count: persons, where: {completed: [no, tak, yes], sex: "
      "[K, M], citizenship: [pl, eu], disability: [yes, refused], degurba: [1, 2]}}]\n");
  REQUIRE(read.project);
  const Condition& where = read.project->indicators[0].where;
  CHECK(where.completed == std::vector{Answer::no, Answer::yes});
  REQUIRE(where.attributes.size() == 4);
  for (const AttributeTest& test : where.attributes) CHECK(test.accepted.size() == 2);
}
