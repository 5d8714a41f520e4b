// Windows that are still open: who, which indicator, until when, how many days are left.

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "euproj/report/build_figures.hpp"
#include "euproj/report/document.hpp"
#include "support/load_project.hpp"
#include "support/memory_files.hpp"

namespace euproj {
namespace {

/// Indicators over small logs, and what a report that ends on a day says of their windows.
struct Case {
  testing::MemoryFiles files;

  explicit Case(const std::vector<std::string>& indicators) {
    std::string all;
    for (const std::string& indicator : indicators) {
      all += "  - {id: I" + std::to_string(all.empty() ? 1 : 2) +
             ", name: I, kind: result, unit: u, " + indicator + "}\n";
    }
    files.put("p/project.yaml",
              "euproj: 1\n"
              "project: {id: p, title: T, period: {start: 2022-01-01, end: 2022-12-31}}\n"
              "financing:\n"
              "  total: 1000.00\n"
              "  sources: [{id: eu, kind: eu, rate: 85%}, {id: own, kind: own, remainder: true}]\n"
              "indicators:\n" +
                  all + "data: {participants: u.csv, support: w.csv, outcomes: r.csv}\n");
    // U-1 leaves on 3 June for good; U-2 leaves on 10 June, returns on 20 June, leaves on 1 July;
    // U-3 stays.
    files.put("p/u.csv",
              "person_id,sex,birth_date,household_id,entry_date,exit_date,completed\n"
              "U-1,K,1990-01-01,G-1,2022-03-01,2022-06-03,no\n"
              "U-2,M,1990-01-01,G-1,2022-03-01,2022-06-10,yes\n"
              "U-2,M,1990-01-01,G-1,2022-06-20,2022-07-01,yes\n"
              "U-3,M,1990-01-01,G-2,2022-03-01,,\n");
    files.put("p/w.csv",
              "date,person_id,form\n2022-03-01,U-1,x\n2022-03-01,U-2,x\n2022-03-01,U-3,x\n");
    outcomes("");
  }

  Case& outcomes(const std::string& rows) {
    files.put("p/r.csv", "person_id,outcome,date\n" + rows);
    return *this;
  }

  Figures figures(const char* day) const {
    const Loaded loaded = testing::load_project("p/project.yaml", files);
    for (const Diagnostic& finding : loaded.diagnostics.all()) {
      if (finding.severity != Severity::warning) FAIL_CHECK(finding.message(Language::english));
    }
    return build_figures(loaded.dossier, Period{*parse_date("2022-01-01"), *parse_date(day)});
  }

  /// "U-1 I1 work: left 2022-06-03, until 2022-07-01, 0 left".
  std::vector<std::string> open(const char* day) const {
    const Figures shown = figures(day);
    REQUIRE(shown.open_windows.has_value());
    std::vector<std::string> lines;
    for (const OpenWindowFigures& window : *shown.open_windows) {
      lines.push_back(window.person + " " + window.indicator + " " + window.outcomes_text() +
                      ": left " + window.exit.iso() + ", until " + window.last_day.iso() + ", " +
                      std::to_string(window.days_left) + " left");
    }
    return lines;
  }
};

using Lines = std::vector<std::string>;
const std::string four_weeks = "count: persons, where: {outcome: [work], within: 4 weeks}";

TEST_CASE("a window opens with the exit and is open on its last day, not after") {
  Case leaver({four_weeks});
  CHECK(leaver.open("2022-06-02") == Lines{});
  CHECK(leaver.open("2022-06-03") ==
        Lines{"U-1 I1 work: left 2022-06-03, until 2022-07-01, 28 left"});
  CHECK(leaver.open("2022-06-30") ==  // U-2 has returned
        Lines{"U-1 I1 work: left 2022-06-03, until 2022-07-01, 1 left"});
  CHECK(leaver.open("2022-07-01") ==
        Lines{"U-1 I1 work: left 2022-06-03, until 2022-07-01, 0 left",
              "U-2 I1 work: left 2022-07-01, until 2022-07-29, 28 left"});
  CHECK(leaver.open("2022-07-02") ==
        Lines{"U-2 I1 work: left 2022-07-01, until 2022-07-29, 27 left"});
  CHECK(leaver.open("2022-07-30") == Lines{});
}

TEST_CASE("a re-entry takes the window back, and the next exit opens another") {
  const Case leaver({"count: persons, where: {sex: M, outcome: [work], within: 4 weeks}"});
  CHECK(leaver.open("2022-06-19") ==
        Lines{"U-2 I1 work: left 2022-06-10, until 2022-07-08, 19 left"});
  CHECK(leaver.open("2022-06-20") == Lines{});
  CHECK(leaver.open("2022-07-01") ==
        Lines{"U-2 I1 work: left 2022-07-01, until 2022-07-29, 28 left"});
}

TEST_CASE("who counts already waits for nothing, until the day on which it is known") {
  Case leaver({four_weeks});
  leaver.outcomes("U-1,work,2022-06-15\nU-2,course,2022-06-15\n");
  CHECK(leaver.open("2022-06-14") ==
        Lines{"U-1 I1 work: left 2022-06-03, until 2022-07-01, 17 left",
              "U-2 I1 work: left 2022-06-10, until 2022-07-08, 24 left"});
  CHECK(leaver.open("2022-06-15") ==  // another outcome than the one asked for changes nothing
        Lines{"U-2 I1 work: left 2022-06-10, until 2022-07-08, 23 left"});
}

TEST_CASE("who cannot count for another reason is not listed") {
  CHECK(Case({"count: persons, where: {completed: yes, outcome: [work], within: 4 weeks}"})
            .open("2022-06-15") ==
        Lines{"U-2 I1 work: left 2022-06-10, until 2022-07-08, 23 left"});
  CHECK(Case({"count: persons, where: {age: {max: 20}, outcome: [work], within: 4 weeks}"})
            .open("2022-06-15") == Lines{});
  CHECK(Case({"count: persons, where: {support: [x], min_sessions: 2, outcome: [work],"
              " within: 4 weeks}"})
            .open("2022-06-15") == Lines{});
}

TEST_CASE("nested conditions: the last day is the one on which the person would still count") {
  // Two terms for two outcomes: both days matter.
  CHECK(Case({"count: persons, where: {sex: K, any: [{outcome: [work], within: 4 weeks},"
              " {outcome: [course], within: 3 months}]}"})
            .open("2022-06-15") ==
        Lines{"U-1 I1 work: left 2022-06-03, until 2022-07-01, 16 left",
              "U-1 I1 course: left 2022-06-03, until 2022-09-03, 80 left"});
  // One outcome by two ways: the longer one; by both at once: the shorter one.
  CHECK(Case({"count: persons, where: {sex: K, any: [{outcome: [work], within: 4 weeks},"
              " {outcome: [work], within: 3 months}]}"})
            .open("2022-06-15") ==
        Lines{"U-1 I1 work: left 2022-06-03, until 2022-09-03, 80 left"});
  CHECK(Case({"count: persons, where: {sex: K, all: [{outcome: [work], within: 4 weeks},"
              " {outcome: [work], within: 3 months}]}"})
            .open("2022-06-15") ==
        Lines{"U-1 I1 work: left 2022-06-03, until 2022-07-01, 16 left"});
  // Two outcomes, each of them needed.
  CHECK(Case({"count: persons, where: {sex: K, all: [{outcome: [work], within: 4 weeks},"
              " {outcome: [course], within: 3 months}]}"})
            .open("2022-06-15") ==
        Lines{"U-1 I1 work + course: left 2022-06-03, until 2022-07-01, 16 left"});
  // An outcome that counts whenever it comes has no last day.
  CHECK(Case({"count: persons, where: {sex: K, any: [{outcome: [work], within: 4 weeks},"
              " {outcome: [work]}]}"})
            .open("2022-06-15") == Lines{});
}

TEST_CASE("any of several outcomes is one window; indicators stand by last day") {
  CHECK(Case({"count: persons, where: {sex: K, outcome: [work, course], within: 6 weeks}",
              "count: entries, where: {sex: K, outcome: [work], within: 28 days}"})
            .open("2022-06-15") ==
        Lines{"U-1 I2 work: left 2022-06-03, until 2022-07-01, 16 left",
              "U-1 I1 work, course: left 2022-06-03, until 2022-07-15, 30 left"});
}

TEST_CASE("a household that counts by one person waits for no other") {
  Case leaver({"count: households, where: {outcome: [work], within: 4 weeks}"});
  CHECK(leaver.open("2022-06-15").size() == 2);
  leaver.outcomes("U-1,work,2022-06-12\n");
  CHECK(leaver.open("2022-06-15") == Lines{});
}

TEST_CASE("the section stands where an indicator has a window, also when none is open") {
  const auto section_of = [](const Case& leaver, const char* day) {
    std::string found = "no section";
    for (const auto& section : build_document(leaver.figures(day), Language::english).sections) {
      if (section.id != "deadlines") continue;
      const Table& table = section.tables.at(0);
      found =
          section.title + ", rows: " + std::to_string(table.rows.size()) + ", " + table.empty_note;
      CHECK(table.medium == Medium::everywhere);
      CHECK_FALSE(section.only_in_workbook);
    }
    return found;
  };
  const Case leaver({four_weeks});
  CHECK(section_of(leaver, "2022-06-15") == "Deadlines, rows: 2, No window is open.");
  CHECK(section_of(leaver, "2022-12-31") == "Deadlines, rows: 0, No window is open.");
  CHECK(section_of(Case({"count: persons, where: {outcome: [work]}"}), "2022-06-15") ==
        "no section");
  CHECK(section_of(Case({"count: persons"}), "2022-06-15") == "no section");
}

}  // namespace
}  // namespace euproj
