#include <doctest/doctest.h>

#include "euproj/read/read_project.hpp"
#include "euproj/report/difference_answer.hpp"
#include "support/examples.hpp"
#include "support/random.hpp"

namespace euproj {
namespace {

std::vector<DefinitionEntry> entries(const std::string& yaml) {
  SourceSet sources;
  const FileId file = sources.add("project.yaml", "project.yaml");
  sources.keep_text(file, yaml);
  return read_entries(file, sources);
}

/// "path: old -> new (change)", one a line; "+" is added, "-" removed.
std::string changes(const std::string& before, const std::string& after) {
  std::string lines;
  for (const DefinitionChange& change : build_changes(entries(before), entries(after))) {
    lines += change.path + ": " + change.before.value_or("+") + " -> " + change.after.value_or("-");
    if (change.change) lines += " (" + change.change->text() + ")";
    lines += "\n";
  }
  return lines;
}

TEST_CASE("neither order nor form is a difference") {
  CHECK(changes("a: {b: 1000.00, c: 85.0%}\nd: [x, y]\n", "d: [y, x]\na:\n  c: 85%\n  b: 1000\n")
            .empty());
  CHECK(changes("t: [{id: a, n: 1}, {id: b, n: 2}]", "t: [{n: 2, id: b}, {n: 1, id: a}]").empty());
  CHECK(changes("name: X", "name: {pl: X}").empty());
  CHECK(changes("p: u.csv", "p: {file: u.csv}").empty());
  CHECK(
      changes("where: {sex: K, any: [{a: 1}, {b: 2}]}", "where: {any: [{b: 2}, {a: 1}], sex: [K]}")
          .empty());
  CHECK(changes("financing: {total: 5}", "financing: [{total: 5}]").empty());
  CHECK(changes("a:\nb: 1", "b: 1").empty());
}

TEST_CASE("a text in quotes is a text") {
  CHECK(changes("number: \"1.10\"", "number: \"1.1\"") == "number: 1.10 -> 1.1\n");
}

TEST_CASE(
    "versions are compared each with its own, or where one is new, the latest with the latest") {
  const std::string one = "financing: {total: 5, sources: [{id: eu, rate: 85%}]}";
  const std::string first = "financing:\n  - {total: 5, sources: [{id: eu, rate: 85%}]}\n";
  const std::string june =
      "  - {valid_from: 2026-06-01, total: 7, sources: [{id: eu, rate: 80%}]}\n";
  CHECK(changes(one, first).empty());
  CHECK(changes(one, first + june) ==
        "financing.total: 5 -> 7 (2)\n"
        "financing.sources[eu].rate: 85% -> 80%\n"
        "financing.valid_from: + -> 2026-06-01\n");
  CHECK(changes(first + june, first + june +
                                  "  - {valid_from: 2026-09-01, total: 9, sources: [{id: eu, rate: "
                                  "80%}]}\n") ==
        "financing.valid_from: 2026-06-01 -> 2026-09-01\n"
        "financing.total: 7 -> 9 (2)\n");
  CHECK(changes(first + june, "financing:\n  - {total: 6, sources: [{id: eu, rate: 85%}]}\n" +
                                  june) == "financing[first].total: 5 -> 6 (1)\n");
  const std::string july =
      "  - {valid_from: 2026-07-01, total: 7, sources: [{id: eu, rate: 80%}]}\n";
  const std::string september =
      "  - {valid_from: 2026-09-01, total: 9, sources: [{id: eu, rate: 80%}]}\n";
  const std::string of_june =
      "valid_from: 2026-06-01; total: 7; sources[eu].id: eu; sources[eu].rate: 80%";
  CHECK(changes(first + june + september, first + september) ==
        "financing[2026-06-01]: " + of_june + " -> -\n");
  CHECK(changes(first + september, first + june + september) ==
        "financing[2026-06-01]: + -> " + of_june + "\n");
  CHECK(changes(first + june, first + july) == "financing.valid_from: 2026-06-01 -> 2026-07-01\n");
  CHECK(changes("a: 1", "a: 1\n" + one) ==
        "financing.total: + -> 5\nfinancing.sources[eu]: + -> id: eu; rate: 85%\n");
}

TEST_CASE("what changed, went and came is named by its id") {
  CHECK(changes("t: [{id: a, n: 10.5}, {id: b, n: 2}]\nz: 1",
                "t: [{id: c, n: 3}, {id: a, n: 9}]\ny: 2") ==
        "t[a].n: 10.5 -> 9 (-1.5)\n"
        "t[b]: id: b; n: 2 -> -\n"
        "z: 1 -> -\n"
        "t[c]: + -> id: c; n: 3\n"
        "y: + -> 2\n");
  CHECK(changes("f: [{total: 5}]", "f: [{total: 5}, {valid_from: 2023-01-01, total: 7}]") ==
        "f[2023-01-01]: + -> valid_from: 2023-01-01; total: 7\n");
  CHECK(changes("a: [{date: 2022-01-20, source: eu, amount: 1}]",
                "a: [{date: 2022-01-20, source: own, amount: 1}]") ==
        "a[2022-01-20 eu]: date: 2022-01-20; source: eu; amount: 1 -> -\n"
        "a[2022-01-20 own]: + -> date: 2022-01-20; source: own; amount: 1\n");
}

void check_sums(const Project& before, const Project& after) {
  const MoneyDifference difference = build_difference(before, after);
  Money tasks = difference.indirect.change() + difference.rest.change();
  for (const MoneyMove& task : difference.tasks) tasks += task.change();
  CHECK(tasks == difference.total.change());
  Money sources;
  for (const MoneyMove& source : difference.sources) sources += source.change();
  CHECK(sources == difference.total.change());
}

TEST_CASE("the changes by task and by source sum to the change of the total") {
  const std::vector<std::string> names = {"bytom", "opole", "jastrzebie", "lublin", "bartoszyce"};
  testing::Random random(5);
  for (const std::string& before : names) {
    for (const std::string& after : names) {
      const Project& old_project = testing::dossier_of(before).project;
      Project changed = testing::dossier_of(after).project;
      check_sums(old_project, changed);
      for (int i = 0; i < 50; ++i) {
        Budget& budget = changed.budget.latest();
        if (random.chance(30)) {
          budget.indirect = FlatRate::of_direct(Rate::of(random.between(0, 4'000), 10'000));
        }
        for (Task& task : budget.tasks) {
          if (random.chance(50)) task.planned = Money::minor(random.between(0, 90'000'000));
        }
        Money& total = changed.financing.latest().total;
        total = total + Money::minor(random.between(0, 999'999));
        check_sums(old_project, changed);
      }
    }
  }
}

}  // namespace
}  // namespace euproj
