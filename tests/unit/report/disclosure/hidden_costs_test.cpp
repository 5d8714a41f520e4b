// --small-cells and costs that depend on how many persons count: two projects that differ in one
// person, whom only a unit cost and a lump sum tell, print the same report in every format.

#include <doctest/doctest.h>

#include <regex>
#include <sstream>
#include <string>
#include <vector>

#include "euproj/app/run.hpp"
#include "support/memory_files.hpp"

namespace euproj {
namespace {

const std::string definition =
    "euproj: 1\n"
    "project: {id: p, title: T, period: {start: 2026-01-01, end: 2026-12-31}}\n"
    "financing:\n"
    "  total: 100000.00\n"
    "  sources: [{id: eu, kind: eu, rate: 85%}, {id: own, kind: own, remainder: true}]\n"
    "budget:\n"
    "  tasks: [{id: 1, planned: 60000.00}, {id: 2, planned: 40000.00}]\n"
    "  indirect: {rate: 10%, of: direct}\n"
    "  FORMS\n"
    "claims: [{id: W1, from: 2026-01-01, to: 2026-06-30, status: submitted}]\n"
    "advances: [{date: 2026-01-02, amount: 30000.00}]\n"
    "support_forms: [{id: opieka}, {id: kurs}]\n"
    "indicators:\n"
    "  - {id: P1, kind: output, count: persons, target: 20}\n"
    "  - {id: P2, kind: output, count: persons, target: 10, where: {support: [opieka]}}\n"
    "  - {id: M, kind: output, count: places, target: 10}\n"
    "data: {participants: u.csv, support: w.csv, expenditures: d.csv, settlements: k.csv, places: "
    "m.csv}\n";

const std::string unit_cost =
    "unit_costs: [{id: S1, task: 2, rate: [{from: 2026-01-01, amount: 100.00}], count: {of: "
    "persons, where: {support: [opieka]}}}]";

std::string lump_sum(const std::string& requires_what) {
  return "lump_sums: [{id: KR, task: 2, amount: 5000.00, requires: [" + requires_what + "]}]";
}

/// A project of 20 women, of whom so many have care and the others a course.
struct CareProject {
  CareProject(const std::string& forms, int cared_for) {
    std::string text = definition;
    text.replace(text.find("FORMS"), 5, forms);
    std::string people = "person_id,sex,birth_date,entry_date\n";
    std::string support = "date,person_id,form,hours\n";
    for (int i = 10; i < 30; ++i) {
      const std::string id = "U-" + std::to_string(i);
      people += id + ",K,1990-01-01,2026-01-10\n";
      support += "2026-02-01," + id + (i < 10 + cared_for ? ",opieka,2\n" : ",kurs,2\n");
    }
    files.put("p/project.yaml", text);
    files.put("p/u.csv", people);
    files.put("p/w.csv", support);
    files.put("p/d.csv", "doc_no,paid_date,task,eligible\nV 1,2026-03-01,1,1234.56\n");
    files.put("p/k.csv", "lump_sum,claim,date,evidence\n" +
                             std::string(forms.find("KR") == std::string::npos ? "" : "KR,W1,,\n"));
    files.put("p/m.csv", "place_id,name,from,to,kind,capacity\nm,M,2026-01-01,,created,12\n");
  }

  [[nodiscard]] std::string report(const std::vector<std::string>& more) {
    std::ostringstream out, err;
    Env env{files, out, err, *Date::from(2026, 12, 31), {}, false, false, true};
    std::vector<std::string> arguments = {"report", "p/project.yaml"};
    arguments.insert(arguments.end(), more.begin(), more.end());
    REQUIRE(run(arguments, env) == ExitCode::done);
    // What a log is digested to tells nothing of it.
    return std::regex_replace(out.str(), std::regex("[0-9a-f]{64}"), "SHA");
  }

  testing::MemoryFiles files;
};

using Options = std::vector<std::string>;
const std::vector<Options> ways = {
    {"--as-of", "2026-07-31"},
    {"--as-of", "2026-07-31", "--lang", "en"},
    {"--as-of", "2026-07-31", "--format", "html"},
    {"--as-of", "2026-07-31", "--format", "json"},
    {"--as-of", "2026-07-31", "--format", "csv"},
    {"--period", "2026-02", "--format", "json"},
    {"--claim", "W1"},
    {"--claim", "W1", "--format", "json"},
};

Options hidden(Options options) {
  options.insert(options.end(), {"--small-cells", "5"});
  return options;
}

TEST_CASE("what is printed does not say whether three or four persons count") {
  for (const std::string& forms : {unit_cost, lump_sum("{indicator: P2, at_least: 4}"),
                                   unit_cost + "\n  " + lump_sum("{indicator: P2, at_least: 4}")}) {
    CareProject three(forms, 3);
    CareProject four(forms, 4);
    for (const Options& way : ways) {
      INFO(forms);
      CHECK(three.report(hidden(way)) == four.report(hidden(way)));
      if (way.back() != "csv") CHECK(three.report(way) != four.report(way));
    }
  }
}

TEST_CASE("the agreed amounts stay, and a sentence says why the others do not") {
  CareProject project(unit_cost, 3);
  const std::string text = project.report(hidden({"--as-of", "2026-07-31", "--lang", "en"}));
  INFO(text);
  CHECK(text.find("85,000.00") != std::string::npos);
  CHECK(text.find("Amounts of costs are hidden") != std::string::npos);
  CHECK(text.find("1,234.56") == std::string::npos);
  const std::string json = project.report(hidden({"--as-of", "2026-07-31", "--format", "json"}));
  CHECK(json.find("\"expenditure\": null") != std::string::npos);
  CHECK(json.find("\"agreed\": \"85000.00\"") != std::string::npos);
  CHECK(json.find("\"cumulative\": null") != std::string::npos);
}

TEST_CASE("costs that no person changes are printed") {
  for (const std::string& forms :
       {std::string("shift_limit: 10%"), lump_sum("{indicator: M, at_least: 10}"), lump_sum("")}) {
    CareProject project(forms, 3);
    const std::string json = project.report(hidden({"--as-of", "2026-07-31", "--format", "json"}));
    INFO(json);
    CHECK(json.find("\"expenditure\": {") != std::string::npos);
    const bool has_sum = forms.find("KR") != std::string::npos;
    CHECK((json.find("\"5000.00\"") != std::string::npos) == has_sum);
  }
}

}  // namespace
}  // namespace euproj
