// Each reason, whole, for one person or row and one condition.

#include "euproj/calc/explanation.hpp"

#include <doctest/doctest.h>

#include <string>

#include "euproj/report/explained.hpp"
#include "support/load_project.hpp"
#include "support/memory_files.hpp"

namespace euproj {
namespace {

/// One indicator over small logs; explained in English.
struct Case {
  testing::MemoryFiles files;

  explicit Case(const std::string& indicator) {
    files.put("p/project.yaml",
              "euproj: 1\n"
              "project: {id: p, title: T, period: {start: 2022-01-01, end: 2022-12-31}}\n"
              "financing:\n"
              "  total: 1000.00\n"
              "  sources: [{id: eu, kind: eu, rate: 85%}, {id: own, kind: own, remainder: true}]\n"
              "indicators:\n"
              "  - {id: I, name: I, kind: output, unit: u, " +
                  indicator +
                  "}\n"
                  "data: {participants: u.csv, support: w.csv, outcomes: r.csv, places: m.csv,\n"
                  "       measurements: p.csv}\n");
    files.put("p/u.csv",
              "person_id,sex,birth_date,group,household_id,entry_date,exit_date,completed,"
              "labour_status,disability\n"
              "U-1,K,2004-06-01,a,G-1,2022-03-01,2022-06-03,no,employed,yes\n"
              "U-2,M,1990-01-01,b,G-1,2022-03-01,,,,\n");
    files.put("p/w.csv",
              "date,person_id,form,session_id,hours,headcount\n"
              "2022-03-01,U-1,x,s1,2,\n"
              "2022-03-08,U-1,x,s2,2.5,\n"
              "2022-04-01,U-2,y,s1,1,\n"
              "2022-04-02,,y,s3,,7\n");
    files.put("p/r.csv", "person_id,outcome,date\nU-1,work,2022-07-02\nU-1,early,2022-02-01\n");
    files.put("p/m.csv",
              "place_id,kind,from,to,capacity\nM-1,created,2022-02-01,2022-05-31,3\n"
              "M-2,supported,2022-08-01,,1\n");
    files.put("p/p.csv", "indicator,date,value\n");
  }

  Explained explain(const char* day, Language language = Language::english) const {
    const Loaded loaded = testing::load_project("p/project.yaml", files);
    for (const Diagnostic& finding : loaded.diagnostics.all()) {
      if (finding.severity != Severity::warning) FAIL_CHECK(finding.message(Language::english));
    }
    ExplainRequest wish;
    wish.indicator = 0;
    wish.day = *parse_date(day);
    wish.language = language;
    return build_explained(loaded.dossier, loaded.sources, wish);
  }

  /// `key since: reason @ places` of a counted row, `key: reason @ places` of another.
  std::string row(std::size_t at, const char* day, Language language = Language::english) const {
    const ExplainedRow row = explain(day, language).indicator->rows.at(at);
    std::string told = row.key + (row.counted ? " " + row.since.iso() : "") + ": " + row.reason;
    for (const std::string& place : row.at) told += (place == row.at[0] ? " @ " : ", ") + place;
    return told;
  }
};

std::string persons(const std::string& where, const char* day = "2022-12-31") {
  return Case("count: persons, where: {" + where + "}").row(0, day);
}

TEST_CASE("the start") {
  const Case all("count: persons");
  CHECK(all.row(1, "2022-04-01") ==
        "U-2 2022-04-01: first support on 2022-04-01 @ u.csv:3, w.csv:4");
  CHECK(all.row(1, "2022-03-31") ==
        "U-2: first support only on 2022-04-01, after 2022-03-31 @ u.csv:3, w.csv:4");
  CHECK(all.row(1, "2022-03-31", Language::polish) ==
        "U-2: pierwsze wsparcie dopiero 2022-04-01, po 2022-03-31 @ u.csv:3, w.csv:4");
  Case never("count: persons");
  never.files.put("p/w.csv", "date,person_id,form\n2022-03-01,U-1,x\n");
  CHECK(never.row(1, "2022-12-31") == "U-2: has no support at all @ u.csv:3");
}

TEST_CASE("support and its thresholds") {
  CHECK(persons("support: [x]") == "U-1 2022-03-01: support x on 2022-03-01 @ u.csv:2, w.csv:2");
  CHECK(persons("support: [y, z]") == "U-1: no support y or z until 2022-12-31 @ u.csv:2");
  CHECK(persons("min_sessions: 3") == "U-1: sessions: 2 of 3 @ u.csv:2, w.csv:2, w.csv:3");
  CHECK(persons("min_hours: 10") == "U-1: hours: 4.5 of 10 @ u.csv:2, w.csv:2, w.csv:3");
  CHECK(persons("min_hours: 4, min_sessions: 1") ==
        "U-1 2022-03-08: support x on 2022-03-01; 1 session reached on 2022-03-01; 4 hours "
        "reached on 2022-03-08 @ u.csv:2, w.csv:2, w.csv:3");
  CHECK(Case("count: persons, where: {min_hours: 10}").row(0, "2022-12-31", Language::polish) ==
        "U-1: godziny: 4,5 z 10 @ u.csv:2, w.csv:2, w.csv:3");
}

TEST_CASE("attributes and age") {
  CHECK(persons("group: b") == "U-1: group is a, needs b @ u.csv:2");
  CHECK(persons("sex: M") == "U-1: sex is woman, needs man @ u.csv:2");
  CHECK(persons("labour_status: unemployed") ==
        "U-1: labour market status is employed, needs unemployed @ u.csv:2");
  CHECK(persons("age: {min: 18, max: 29}") == "U-1: is 17 on 2022-03-01, needs 18–29 @ u.csv:2");
  CHECK(persons("age: {min: 18}") == "U-1: is 17 on 2022-03-01, needs 18 and over @ u.csv:2");
  CHECK(
      persons("age: {max: 17}, sex: K") ==
      "U-1 2022-03-01: first support on 2022-03-01; sex is woman; aged 17 on 2022-03-01 @ u.csv:2, "
      "w.csv:2");
  CHECK(Case("count: persons, where: {labour_status: employed}").row(1, "2022-12-31") ==
        "U-2: labour market status is blank, needs employed @ u.csv:3");
}

TEST_CASE("a personal attribute is not quoted") {
  CHECK(persons("disability: no") == "U-1: disability is not what is needed @ u.csv:2");
  CHECK(persons("disability: yes") ==
        "U-1 2022-03-01: first support on 2022-03-01; disability fits @ u.csv:2, w.csv:2");
}

TEST_CASE("exits") {
  CHECK(persons("completed: yes") == "U-1: left 2022-06-03, completed: no, needs yes @ u.csv:2");
  CHECK(persons("completed: yes", "2022-06-02") ==
        "U-1: leaves only on 2022-06-03, after 2022-06-02 @ u.csv:2");
  CHECK(persons("completed: no") ==
        "U-1 2022-06-03: first support on 2022-03-01; left 2022-06-03, completed: no @ u.csv:2, "
        "w.csv:2");
  CHECK(Case("count: persons, where: {completed: yes}").row(1, "2022-12-31") ==
        "U-2: has not left by 2022-12-31 @ u.csv:3");
}

TEST_CASE("a list of completed") {
  CHECK(persons("completed: [yes, no]") ==
        "U-1 2022-06-03: first support on 2022-03-01; left 2022-06-03, completed: no @ u.csv:2, "
        "w.csv:2");
}

TEST_CASE("complete records") {
  const auto row = [](const std::string& where, std::size_t at,
                      Language language = Language::english) {
    Case of("count: persons, where: {" + where + "}");
    of.files.put("p/u.csv",
                 "person_id,sex,birth_date,entry_date,labour_status,education\n"
                 "U-1,K,2004-06-01,2022-03-01,employed,3\nU-2,M,1990-01-01,2022-03-01,,\n");
    of.files.put("p/r.csv", "person_id,outcome,date\n");
    return of.row(at, "2022-12-31", language);
  };
  CHECK(row("complete: true", 0) ==
        "U-1 2022-03-01: first support on 2022-03-01; complete record @ u.csv:2, w.csv:2");
  CHECK(row("complete: true", 1) ==
        "U-2: incomplete record, missing: labour market status, education @ u.csv:3");
  CHECK(row("complete: true", 1, Language::polish) ==
        "U-2: niekompletne dane, brak: status na rynku pracy, wykształcenie @ u.csv:3");
  CHECK(row("not: {complete: true}", 1) ==
        "U-2 2022-04-01: first support on 2022-04-01; not excluded: incomplete record, "
        "missing: labour market status, education @ u.csv:3, w.csv:4");
}

TEST_CASE("the latest of several outcomes") {
  // U-1: early 2022-02-01 is before the start, work 2022-07-02; left on 2022-06-03.
  CHECK(persons("outcome: [work], within: 1 month, latest_of: [work, study]") ==
        "U-1 2022-07-02: first support on 2022-03-01; left 2022-06-03, the latest of work or study "
        "is work of 2022-07-02 (last day of the window 2022-07-03) @ u.csv:2, w.csv:2, r.csv:2");
  CHECK(persons("outcome: [study], within: 1 month, latest_of: [work, study]") ==
        "U-1: left 2022-06-03, the latest outcome within the window is work of 2022-07-02, not "
        "study (last day of the window 2022-07-03) @ u.csv:2, r.csv:2");
  CHECK(persons("outcome: [study], within: 1 month, latest_of: [work, study]", "2022-07-01") ==
        "U-1: left 2022-06-03, no outcome study (last day of the window 2022-07-03) @ u.csv:2");
  CHECK(persons("outcome: [work], within: 1 month, latest_of: [work, study]", "2022-07-01") ==
        "U-1: outcome work only of 2022-07-02, after 2022-07-01 @ u.csv:2, r.csv:2");
  CHECK(persons("outcome: [work], within: 20 days, latest_of: [work, study]") ==
        "U-1: left 2022-06-03, evidence 2022-07-02 is 9 days after the window (last day "
        "2022-06-23) @ u.csv:2, r.csv:2");
}

TEST_CASE("outcomes and the window") {
  CHECK(persons("outcome: [none]") == "U-1: no outcome none by 2022-12-31 @ u.csv:2");
  CHECK(persons("outcome: [work]", "2022-07-01") ==
        "U-1: outcome work only of 2022-07-02, after 2022-07-01 @ u.csv:2, r.csv:2");
  CHECK(persons("outcome: [early]") ==
        "U-1: outcome early of 2022-02-01 is before the start on 2022-03-01 @ u.csv:2, r.csv:3");
  CHECK(persons("outcome: [work], within: 4 weeks") ==
        "U-1: left 2022-06-03, evidence 2022-07-02 is 1 day after the window (last day "
        "2022-07-01) @ u.csv:2, r.csv:2");
  CHECK(persons("outcome: [work], within: 20 days") ==
        "U-1: left 2022-06-03, evidence 2022-07-02 is 9 days after the window (last day "
        "2022-06-23) @ u.csv:2, r.csv:2");
  CHECK(persons("outcome: [early], within: 1 month") ==
        "U-1: outcome early of 2022-02-01 is before the start on 2022-03-01 "
        "@ u.csv:2, r.csv:3");
  CHECK(persons("outcome: [none], within: 1 month") ==
        "U-1: left 2022-06-03, no outcome none (last day of the window 2022-07-03) @ u.csv:2");
  CHECK(persons("outcome: [work], within: 1 month") ==
        "U-1 2022-07-02: first support on 2022-03-01; left 2022-06-03, outcome work of 2022-07-02 "
        "within the window (last day 2022-07-03) @ u.csv:2, w.csv:2, r.csv:2");
}

TEST_CASE("any, all and not say which part") {
  CHECK(persons("any: [{sex: M}, {support: [y]}]") ==
        "U-1: none of the alternatives: sex is woman, needs man; no support y until 2022-12-31 @ "
        "u.csv:2");
  CHECK(persons("all: [{sex: K}, {group: b}]") == "U-1: group is a, needs b @ u.csv:2");
  CHECK(persons("not: {sex: K}") == "U-1: excluded by a condition: sex is woman @ u.csv:2");
}

TEST_CASE("entries and households") {
  CHECK(Case("count: entries").row(0, "2022-12-31") ==
        "U-1 2022-03-01: entered the project on 2022-03-01; first support on 2022-03-01 @ u.csv:2, "
        "w.csv:2");
  CHECK(Case("count: households, where: {sex: M}").row(0, "2022-12-31") ==
        "G-1 2022-04-01: U-2: first support on 2022-04-01; sex is man @ u.csv:3, w.csv:4");
  CHECK(Case("count: households, where: {support: [z]}").row(0, "2022-12-31") ==
        "G-1: nobody of the household: U-1: no support z until 2022-12-31; U-2: no support z until "
        "2022-12-31 @ u.csv:2, u.csv:3");
}

TEST_CASE("sessions, hours and headcount") {
  const Case sessions("count: sessions, where: {support: [x]}");
  CHECK(sessions.row(0, "2022-12-31") ==
        "s1 2022-03-01: rows: 1; support x on 2022-03-01 @ w.csv:2");
  CHECK(sessions.row(2, "2022-12-31") == "s3: form is y, needs x @ w.csv:5");
  CHECK(sessions.row(1, "2022-03-07") == "s2: dated 2022-03-08, after 2022-03-07 @ w.csv:3");
  CHECK(Case("count: hours, where: {sex: M}").row(0, "2022-12-31") ==
        "w.csv:2: sex is woman, needs man @ u.csv:2, w.csv:2");
  CHECK(Case("count: sessions, where: {sex: K}").row(2, "2022-12-31") ==
        "s3: a row without a participant, but the condition is about a person @ w.csv:5");
  CHECK(Case("count: headcount").row(0, "2022-12-31") ==
        "w.csv:5 2022-04-02: support y on 2022-04-02 @ w.csv:5");
}

TEST_CASE("of two rows of a session on its first day the first in the file is told") {
  Case sessions("count: sessions");
  sessions.files.put("p/w.csv",
                     "date,person_id,form,session_id\n2022-03-02,U-1,y,s1\n"
                     "2022-03-01,U-1,x,s1\n2022-03-01,U-1,y,s1\n");
  CHECK(sessions.row(0, "2022-12-31") ==
        "s1 2022-03-01: rows: 3; support x on 2022-03-01 @ w.csv:2, w.csv:3, w.csv:4");
}

TEST_CASE("a session of which no row could be read is not among the sessions") {
  Case sessions("count: sessions");
  sessions.files.put("p/w.csv",
                     "date,person_id,form,session_id,hours\n2022-03-01,U-1,x,s1,1\n"
                     "2022-03-02,U-1,x,s2,-1\n");
  const Loaded loaded = testing::load_project("p/project.yaml", sessions.files);
  REQUIRE(loaded.dossier.logs.support.size() == 1);  // no hours are negative
  REQUIRE(loaded.dossier.codes.sessions.size() == 2);
  const Explanation told = compute_explanation(loaded.dossier, 0, *Date::from(2022, 12, 31));
  CHECK(told.units.size() == 1);
  CHECK(told.value->text() == "1");
}

TEST_CASE("rows of support are told in file order, whoever they are of") {
  for (const char* const count : {"hours", "sessions"}) {
    Case rows(std::string("count: ") + count);
    rows.files.put("p/w.csv",
                   "date,person_id,form,hours\n2022-03-03,U-2,x,1\n2022-03-02,U-1,x,1\n"
                   "2022-03-01,U-2,x,1\n");
    const Explained explained = rows.explain("2022-12-31");
    REQUIRE(explained.indicator->rows.size() == 3);
    for (std::size_t row = 0; row < 3; ++row) {
      CHECK(explained.indicator->rows[row].at.back() == "w.csv:" + std::to_string(row + 2));
    }
  }
}

TEST_CASE("the entries of a person are theirs and nobody else's") {
  Case entries("count: entries");
  entries.files.put("p/u.csv",
                    "person_id,sex,birth_date,entry_date,exit_date\n"
                    "U-1,K,1990-01-01,2022-03-01,2022-03-31\n"
                    "U-2,M,1990-01-01,2022-03-01,\nU-1,K,1990-01-01,2022-05-01,\n");
  const Loaded loaded = testing::load_project("p/project.yaml", entries.files);
  const Explanation all = compute_explanation(loaded.dossier, 0, *Date::from(2022, 12, 31));
  CHECK(all.units.size() == 3);
  for (const PersonIndex person : {PersonIndex{0}, PersonIndex{1}}) {
    const auto units = compute_units_of(loaded.dossier, all, person);
    CHECK(units.size() == 2 - person);
    for (const ExplainedUnit& unit : units) CHECK(unit.unit.person == person);
  }
}

/// How many of the units of each person are theirs: of U-1 and of U-2.
std::string units_of_persons(const Case& of) {
  const Loaded loaded = testing::load_project("p/project.yaml", of.files);
  const Explanation all = compute_explanation(loaded.dossier, 0, *Date::from(2022, 12, 31));
  std::string counts = std::to_string(all.units.size()) + ":";
  for (const PersonIndex person : {PersonIndex{0}, PersonIndex{1}}) {
    counts += " " + std::to_string(compute_units_of(loaded.dossier, all, person).size());
  }
  return counts;
}

TEST_CASE(
    "of households, rows and sessions a person is told those that are theirs, of others none") {
  Case households("count: households");
  CHECK(units_of_persons(households) == "1: 1 1");
  households.files.put("p/u.csv",
                       "person_id,sex,birth_date,household_id,entry_date\n"
                       "U-1,K,1990-01-01,G-1,2022-03-01\nU-2,M,1990-01-01,,2022-03-01\n"
                       "U-3,M,1990-01-01,G-3,2022-03-01\n");
  CHECK(units_of_persons(households) == "2: 1 0");
  CHECK(units_of_persons(Case("count: hours")) == "3: 2 1");
  CHECK(units_of_persons(Case("count: sessions")) == "3: 2 1");  // s1 is of both, s3 of nobody
  Case unnamed("count: sessions");
  unnamed.files.put("p/w.csv",
                    "date,person_id,form\n2022-03-01,U-1,x\n2022-03-01,U-1,x\n2022-03-02,U-2,x\n");
  CHECK(units_of_persons(unnamed) == "3: 2 1");
  CHECK(units_of_persons(Case("count: headcount")) == "1: 0 0");
  CHECK(units_of_persons(Case("count: places")) == "2: 0 0");
}

TEST_CASE("places") {
  const Case places("count: places, where: {place_kind: [created]}");
  CHECK(places.row(0, "2022-05-31") ==
        "M-1 2022-02-01: created place, exists since 2022-02-01 @ m.csv:2");
  CHECK(places.row(0, "2022-06-01") == "M-1: existed until 2022-05-31 @ m.csv:2");
  CHECK(places.row(0, "2022-01-31") ==
        "M-1: exists only from 2022-02-01, after 2022-01-31 @ m.csv:2");
  CHECK(places.row(1, "2022-12-31") == "M-2: kind is supported, needs created @ m.csv:3");
}

TEST_CASE("measurements: with last the one before is replaced") {
  Case last("count: measured, take: last");
  last.files.put("p/p.csv", "indicator,date,value\nI,2022-02-01,7.5\nI,2022-03-01,8\n");
  CHECK(last.row(0, "2022-12-31") ==
        "p.csv:2: replaced by the measurement of 2022-03-01 @ p.csv:2");
  CHECK(last.row(1, "2022-12-31") == "p.csv:3 2022-03-01: measured on 2022-03-01 @ p.csv:3");
  CHECK(last.row(1, "2022-02-28") ==
        "p.csv:3: measured only on 2022-03-01, after 2022-02-28 @ p.csv:3");
  CHECK(last.explain("2022-02-28").indicator->value->text() == "7.5");
}

TEST_CASE("the rule is said in words") {
  const Case one(
      "persons; form of support: x; at least 2 sessions; age: 7 and over; outcome: work; within 4 "
      "weeks of the exit; except: sex: woman");
}

}  // namespace
}  // namespace euproj
