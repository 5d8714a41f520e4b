// Amendments: several versions of `financing` and `budget`, and what a day is computed by.

#include <doctest/doctest.h>

#include <string>

#include "euproj/calc/expenditure.hpp"
#include "support/definition.hpp"

using namespace euproj;
using namespace euproj::testing;

namespace {

const std::string amended =
    without_financing +
    "financing:\n"
    "  - total: 1000.00\n"
    "    sources: [{id: eu, kind: eu, rate: 85%}, {id: own, kind: own, remainder: true}]\n"
    "  - valid_from: 2022-07-01\n"
    "    total: 1200.00\n"
    "    sources: [{id: state, kind: state, rate: 10%}, {id: own, kind: own, remainder: true},\n"
    "              {id: eu, kind: eu, rate: 80%}]\n"
    "budget:\n"
    "  - tasks: [{id: \"1\", planned: 400.00}, {id: \"2\", planned: 500.00}]\n"
    "  - valid_from: 2022-05-01\n"
    "    tasks: [{id: \"3\", planned: 300.00}, {id: \"1\", planned: 600.00}]\n"
    "    indirect: {rate: 10%}\n";

Date day(const char* text) { return *parse_date(text); }
Money money(const char* text) { return *parse_money(text); }

}  // namespace

TEST_CASE("versions: each has the sources and the tasks of all, in one order") {
  const Definition read = read_definition(amended);
  REQUIRE(read.project);
  const auto& financing = read.project->financing;
  REQUIRE(financing.all().size() == 2);
  for (const Financing& version : financing.all()) {
    REQUIRE(version.sources.size() == 3);
    CHECK(version.sources[0].id == "eu");
    CHECK(version.sources[1].id == "own");
    CHECK(version.sources[2].id == "state");
    CHECK(version.remainder_source() == 1);
  }
  CHECK(financing.all()[0].sources[2].rate == Rate());
  CHECK(financing.latest().sources[0].rate == Rate::of(4, 5));

  const auto& budget = read.project->budget;
  REQUIRE(budget.all().size() == 2);
  const auto planned = [&](std::size_t version, std::size_t task) {
    return budget.all()[version].tasks.at(task).planned.value().text();
  };
  CHECK(planned(0, 0) == "400.00");
  CHECK(planned(0, 1) == "500.00");
  CHECK(planned(0, 2) == "0.00");
  CHECK(planned(1, 0) == "600.00");
  CHECK(planned(1, 1) == "0.00");
  CHECK(planned(1, 2) == "300.00");
}

TEST_CASE("versions: the one in force is the last that is valid on the day") {
  const Definition read = read_definition(amended);
  REQUIRE(read.project);
  CHECK(read.project->financing.on(day("2021-12-31")).total == money("1000.00"));
  CHECK(read.project->financing.on(day("2022-06-30")).total == money("1000.00"));
  CHECK(read.project->financing.on(day("2022-07-01")).total == money("1200.00"));
  CHECK(read.project->financing.on(day("2030-01-01")).total == money("1200.00"));
}

TEST_CASE("versions: an amendment changes shares and flat-rate costs from its day on") {
  Definition read = read_definition(amended);
  REQUIRE(read.project);
  Dossier dossier;
  dossier.project = std::move(*read.project);
  dossier.codes = std::move(read.codes);
  ExpenditureRow row;
  row.task = dossier.codes.tasks.find("1");
  row.paid = day("2022-02-01");
  row.eligible = money("100.00");
  dossier.logs.expenditures.push_back(row);
  const Expenditure expenditure(dossier);

  const auto shares = [&](const char* on) {
    std::string text;
    for (const Money share : expenditure.on(day(on)).shares()) text += share.text() + " ";
    return text;
  };
  CHECK(expenditure.on(day("2022-04-30")).indirect() == Money());
  CHECK(expenditure.on(day("2022-05-01")).indirect() == money("10.00"));
  CHECK(shares("2022-04-30") == "85.00 15.00 0.00 ");
  CHECK(shares("2022-06-30") == "93.50 16.50 0.00 ");
  CHECK(shares("2022-07-01") == "88.00 11.00 11.00 ");  // eu 80 %, own the rest, state 10 %
}

TEST_CASE("versions: what does not tell which version a day has") {
  const std::string sources =
      "    sources: [{id: eu, kind: eu, rate: 85%}, {id: own, kind: own, remainder: true}]\n";
  CHECK(findings(without_financing + "financing: []\n") ==
        "3:12+1 empty-list: the list `financing` is empty\n");
  CHECK(findings(without_financing + "financing:\n  - total: 10.00\n" + sources +
                 "  - total: 11.00\n" + sources + "  - valid_from: 2023-01-01\n    total: 12.00\n" +
                 sources + "  - valid_from: 2023-01-01\n    total: 13.00\n" + sources) ==
        "6:5+5 version-without-day: version 2 in `financing` does not say from which day it is "
        "valid\n"
        "8:17+10 version-after-project: a version in `financing` is valid from 2023-01-01, but "
        "the project ends on 2022-12-31\n"
        "11:17+10 version-twice: two versions in `financing` are valid from 2023-01-01; the "
        "first of them is in :8\n"
        "11:17+10 version-after-project: a version in `financing` is valid from 2023-01-01, but "
        "the project ends on 2022-12-31\n");
  CHECK(findings(without_financing + "financing:\n  - total: 10.00\n" + sources +
                 "budget:\n  - valid_from: 2022-03-01\n    tasks: [{id: 1}]\n") ==
        "7:17+10 version-begins-late: the first version in `budget` is valid from 2022-03-01, "
        "but the project begins on 2022-01-01\n");
  CHECK(findings(without_financing + "financing:\n  - total: 10.00\n" + sources +
                 "  - valid_from: 2022-03-01\n    total: 10.00\n"
                 "    sources: [{id: eu, kind: own, remainder: true}]\n") ==
        "8:15+1 source-kind-changed: source `eu` has another kind here than in another version\n");
}
