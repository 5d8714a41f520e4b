// Complete records, the last situation, relations and limits: from the files to JSON, text, the
// findings and the explanation.

#include <doctest/doctest.h>

#include <sstream>
#include <string>
#include <vector>

#include "euproj/app/run.hpp"
#include "euproj/report/build_figures.hpp"
#include "support/load_project.hpp"
#include "support/memory_files.hpp"

namespace euproj {
namespace {

struct Case {
  testing::MemoryFiles files;

  Case(const std::string& project_keys, const std::string& rest) {
    files.put("p/project.yaml",
              "euproj: 1\n"
              "project: {id: p, title: T, period: {start: 2026-01-01, end: 2026-12-31}" +
                  project_keys +
                  "}\n"
                  "financing:\n"
                  "  total: 1000.00\n"
                  "  sources: [{id: eu, kind: eu, rate: 85%}, {id: own, kind: own, remainder: "
                  "true}]\n" +
                  rest + "data: {participants: u.csv, support: w.csv, outcomes: r.csv}\n");
    files.put("p/u.csv",
              "person_id,sex,birth_date,labour_status,education,entry_date,exit_date\n"
              "A,K,1990-01-01,inactive,3,2026-01-10,2026-06-30\n"
              "B,M,1990-01-01,inactive,,2026-01-10,2026-06-30\n"
              "C,K,1990-01-01,,,2026-01-10,\n"
              "D,K,1990-01-01,unemployed,3,2026-01-10,\n"
              "E,M,1990-01-01,,3,2026-01-10,\n");
    files.put("p/w.csv",
              "date,person_id,form,hours\n2026-01-10,A,x,2\n2026-01-10,B,x,3\n2026-01-10,C,x,1\n"
              "2026-01-10,D,x,1\n2026-08-01,E,x,1\n");
    files.put("p/r.csv", "person_id,outcome,date\n");
  }

  struct Answer {
    ExitCode code{};
    std::string out;
    std::string err;
  };
  Answer answer(const std::vector<std::string>& arguments) {
    std::ostringstream out, err;
    Env env{files, out, err, *Date::from(2026, 7, 31), {}, false, false, true};
    const ExitCode code = run(arguments, env);
    return {code, out.str(), err.str()};
  }
  std::string report(const std::vector<std::string>& more) {
    std::vector<std::string> arguments = {"report", "p/project.yaml", "--as-of", "2026-07-31"};
    arguments.insert(arguments.end(), more.begin(), more.end());
    return answer(arguments).out;
  }
};

/// Without blanks and line ends outside of texts: what is looked for is then one piece.
std::string packed(const std::string& json) {
  std::string text;
  bool inside = false;
  for (const char c : json) {
    if (c == '"') inside = !inside;
    if (inside || (c != ' ' && c != '\n')) text += c;
  }
  return text;
}

std::string squeezed(const std::string& text) {
  std::string one;
  for (const char c : text) {
    const bool blank = c == ' ' || c == '\n';
    if (!blank || (!one.empty() && one.back() != ' ')) one += blank ? ' ' : c;
  }
  return one;
}

bool has(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

const std::string common =
    "indicators:\n"
    "  - {id: P1, definition: EECO01, target: 5}\n"
    "  - {id: P2, definition: EECO04}\n"
    "  - {id: P3, kind: output, unit: u, count: persons}\n";

TEST_CASE("the gate counts complete records, and tells what is in the log beside") {
  Case project("", common);
  const std::string json = packed(project.report({"--format", "json"}));
  INFO(json);
  CHECK(has(json, R"("cumulative":{"total":2,"women":2,"men":0},"achieved_percent":)"
                  R"({"total":"40.00","women":null,"men":null},)"
                  R"("in_log":{"total":4,"women":3,"men":1},"incomplete":2})"));
  CHECK(has(json, R"("cumulative":{"total":1,"women":1,"men":0},"achieved_percent":)"
                  R"({"total":null,"women":null,"men":null},)"
                  R"("in_log":{"total":2,"women":1,"men":1},"incomplete":1})"));
  CHECK(has(json, R"("cumulative":{"total":4,"women":3,"men":1},"achieved_percent":)"
                  R"({"total":null,"women":null,"men":null}})"));  // an own one counts all
  CHECK(has(json, R"("gaps":[{"key":"B","at":"u.csv:3","missing":["education"]},)"
                  R"({"key":"C","at":"u.csv:4","missing":["labour_status","education"]}])"));

  const std::string english = squeezed(project.report({"--lang", "en"}));
  CHECK(has(english, "2; 4 in the log, 2 incomplete"));
  CHECK(has(english, "1; 2 in the log, 1 incomplete"));
  CHECK(has(english, "Incomplete records"));
  CHECK(has(english, "B education u.csv:3 C labour market status, education u.csv:4"));
  const std::string polish = squeezed(project.report({}));
  CHECK(has(polish, "2; 4 w dzienniku, 2 niekompletne"));
  CHECK(has(polish, "1; 2 w dzienniku, 1 niekompletna"));
  CHECK(has(polish, "Braki"));
  CHECK(has(squeezed(project.report({"--format", "html"})), "u.csv:4"));

  const std::string csv = project.report({"--format", "csv"});
  CHECK(has(csv, "achieved_percent_men,in_log_total,in_log_women,in_log_men\r\n"));
  CHECK(has(csv, ",2,2,0,40.00,,,4,3,1\r\n"));
  CHECK(has(csv, ",1,1,0,,,,2,1,1\r\n"));
  CHECK(has(csv, ",4,3,1,,,,,,\r\n"));  // an own one has nothing beside
  CHECK_FALSE(has(project.report({"--format", "csv", "--small-cells", "3"}), "in_log"));

  // Who has not started yet is in no list; in August E is.
  const Case::Answer later =
      project.answer({"report", "p/project.yaml", "--as-of", "2026-08-31", "--format", "json"});
  CHECK(has(packed(later.out), R"({"key":"E","at":"u.csv:6","missing":["labour_status"]}])"));
}

TEST_CASE("a report with suppressed cells names nobody and says nothing of incomplete records") {
  Case project("", common);
  const std::string json = packed(project.report({"--format", "json", "--small-cells", "3"}));
  CHECK(has(json, R"("gaps":null)"));
  CHECK_FALSE(has(json, "in_log"));
  CHECK_FALSE(has(json, "incomplete"));
  CHECK_FALSE(has(project.report({"--small-cells", "3"}), "u.csv:4"));
}

TEST_CASE("completeness: warn counts all and still lists what is missing") {
  Case project(", completeness: warn", common);
  const std::string json = packed(project.report({"--format", "json"}));
  CHECK_FALSE(has(json, "in_log"));
  CHECK(has(json, R"("gaps":[{"key":"B")"));
  CHECK(has(json, R"("cumulative":{"total":4,"women":3,"men":1},"achieved_percent":)"
                  R"({"total":"80.00",)"));
}

TEST_CASE("under objective l a record has sex and age, and what asks for none has no list") {
  Case project(", objective: l", common);
  const std::string json = packed(project.report({"--format", "json"}));
  CHECK(has(json, R"("in_log":{"total":4,"women":3,"men":1},"incomplete":0})"));
  CHECK(has(json, R"("gaps":[])"));
  Case own("", "indicators: [{id: P, kind: output, unit: u, count: persons}]\n");
  CHECK_FALSE(has(own.report({"--format", "json"}), "gaps"));
  CHECK_FALSE(has(own.report({}), "Braki"));
}

TEST_CASE("an own indicator may ask for complete records, of persons, entries and hours") {
  Case project("",
               "indicators:\n"
               "  - {id: P, kind: output, unit: u, count: entries, where: {complete: true}}\n"
               "  - {id: H, kind: output, unit: h, count: hours, where: {complete: true}}\n");
  const std::string json = packed(project.report({"--format", "json"}));
  CHECK(has(json, R"("in_log":{"total":4,"women":3,"men":1},"incomplete":2})"));
  CHECK(has(json, R"("cumulative":{"total":"3","women":null,"men":null})"));  // A 2, D 1
}

TEST_CASE("explain names what is missing, after all else") {
  Case project("", common);
  const auto of = [&](const std::string& id) {
    return project.answer({"explain", "p/project.yaml", id, "--as-of", "2026-07-31", "--lang", "en",
                           "--format", "csv"});
  };
  const std::string all = of("P1").out;
  CHECK(has(all, "A,true,2026-01-10,first support on 2026-01-10; complete record,"));
  CHECK(has(all, "C,false,,\"incomplete record, missing: labour market status, education\","));
  CHECK(has(of("P2").out, "C,false,,\"labour market status is blank, needs inactive"));
  CHECK(has(of("P2").out, "B,false,,\"incomplete record, missing: education\","));
}

TEST_CASE("a log without the columns is one error that names them") {
  Case project("", common);
  project.files.put("p/u.csv",
                    "person_id,sex,birth_date,entry_date\n"
                    "A,K,1990-01-01,2026-01-10\nB,K,1990-01-01,2026-01-10\n"
                    "C,K,1990-01-01,2026-01-10\nD,K,1990-01-01,2026-01-10\n"
                    "E,M,1990-01-01,2026-01-10\n");
  const Case::Answer answer = project.answer({"check", "p/project.yaml", "--lang", "en"});
  CHECK(answer.code == ExitCode::bad_data);
  CHECK(answer.err ==
        "p/u.csv:1:1: error: the log of participants has no such columns: `labour_status`, "
        "`education`; without them nobody counts in: P1, P2 [no-columns-for-records]\n"
        "  help: add the columns; `project.completeness: warn` counts everyone and lists what is "
        "missing\n");
  Case warned(", completeness: warn", common);
  warned.files.put("p/u.csv", "person_id,sex,birth_date,entry_date\nA,K,1990-01-01,2026-01-10\n");
  warned.files.put("p/w.csv", "date,person_id,form\n2026-01-10,A,x\n");
  CHECK(warned.answer({"check", "p/project.yaml"}).code == ExitCode::done);
  Case objective(", objective: l", common);
  objective.files.put("p/u.csv",
                      "person_id,sex,birth_date,entry_date\nA,K,1990-01-01,2026-01-10\n");
  objective.files.put("p/w.csv", "date,person_id,form\n2026-01-10,A,x\n");
  CHECK(objective.answer({"check", "p/project.yaml"}).code == ExitCode::done);
}

const std::string situations =
    "indicators:\n"
    "  - {id: R1, definition: EECR01, kind: result}\n"
    "  - {id: R4, definition: EECR04}\n"
    "  - id: O1\n"
    "    kind: result\n"
    "    unit: u\n"
    "    count: persons\n"
    "    where: {outcome: search, within: 4 weeks, latest_of: [search, work]}\n";

/// The example of src/calc/README.md#latest, with complete records.
Case example() {
  Case project("", situations);
  project.files.put("p/u.csv",
                    "person_id,sex,birth_date,labour_status,education,entry_date,exit_date\n"
                    "A,K,1990-01-01,inactive,3,2026-01-10,2026-06-30\n"
                    "B,M,1990-01-01,inactive,3,2026-01-10,2026-06-30\n");
  project.files.put("p/w.csv", "date,person_id,form\n2026-01-10,A,x\n2026-01-10,B,x\n");
  project.files.put("p/r.csv",
                    "person_id,outcome,date\n"
                    "A,job_seeking,2026-06-30\nA,employment,2026-07-20\n"
                    "B,employment,2026-07-01\nB,job_seeking,2026-07-25\n"
                    "A,search,2026-07-02\nA,work,2026-07-02\n");
  return project;
}

TEST_CASE("the last situation: the example of the contract") {
  const Case project = example();
  const Loaded loaded = testing::load_project("p/project.yaml", project.files);
  const auto told = [&](const char* day) {
    const Figures figures =
        build_figures(loaded.dossier, Period{*parse_date("2026-01-01"), *parse_date(day)});
    std::string all;
    for (const IndicatorFigures& row : figures.indicators) {
      all += row.id + " " + row.cumulative.total->text() + " (" + row.cumulative.women->text() +
             " K, " + row.cumulative.men->text() + " M) ";
    }
    return all;
  };
  CHECK(told("2026-06-29") == "R1 0 (0 K, 0 M) R4 0 (0 K, 0 M) O1 0 (0 K, 0 M) ");
  CHECK(told("2026-06-30") == "R1 1 (1 K, 0 M) R4 0 (0 K, 0 M) O1 0 (0 K, 0 M) ");
  CHECK(told("2026-07-10") == "R1 1 (1 K, 0 M) R4 1 (0 K, 1 M) O1 0 (0 K, 0 M) ");
  CHECK(told("2026-07-20") == "R1 0 (0 K, 0 M) R4 2 (1 K, 1 M) O1 0 (0 K, 0 M) ");
  CHECK(told("2026-07-31") == "R1 1 (0 K, 1 M) R4 1 (1 K, 0 M) O1 0 (0 K, 0 M) ");
}

TEST_CASE("the last situation: explained, in the deadlines, and a warning for one day") {
  Case project = example();
  const auto explained = [&](const std::string& id, const std::string& day) {
    return project
        .answer(
            {"explain", "p/project.yaml", id, "--as-of", day, "--lang", "en", "--format", "csv"})
        .out;
  };
  CHECK(has(explained("R1", "2026-07-31"),
            "A,false,,\"left 2026-06-30, the latest outcome within the window is employment of "
            "2026-07-20, not job-seeking (last day of the window 2026-07-28)\",u.csv:2; r.csv:2; "
            "r.csv:3\r\n"));
  CHECK(
      has(explained("R1", "2026-07-31"),
          "B,true,2026-07-25,\"first support on 2026-01-10; labour market status is inactive; left "
          "2026-06-30, the latest of job-seeking or employment is job-seeking of 2026-07-25 "
          "(last day of the window 2026-07-28); complete record\",u.csv:3; w.csv:3; r.csv:4; "
          "r.csv:5\r\n"));
  CHECK(has(explained("R4", "2026-07-10"), "A,false,,"));
  CHECK(has(explained("R4", "2026-06-29"), "leaves only on 2026-06-30, after 2026-06-29"));

  const Case::Answer checked = project.answer({"check", "p/project.yaml", "--lang", "en"});
  CHECK(checked.err ==
        "p/r.csv:7:8: warning: `A`: the outcomes `search` and `work` are of one day, 2026-07-02; "
        "`work` counts [outcomes-on-one-day]\n"
        "  help: check the dates: the latest situation decides, and of one day `work`\n");
  const std::string text = squeezed(
      project.answer({"report", "p/project.yaml", "--as-of", "2026-07-22", "--lang", "en"}).out);
  CHECK(has(text,
            "R1, R4: the latest of the outcomes job-seeking, employment within the window decides; "
            "a later one replaces an earlier one, so the value may also go down."));
  CHECK(has(text, "A R1 job-seeking 2026-06-30 2026-07-28 6"));
  CHECK(has(text, "Persons who count and may still cease to"));
  CHECK(has(text, "the outcome named beside, no later than on the last day, takes the person out"));
  CHECK(has(text, "A R4 job-seeking 2026-06-30 2026-07-28 6 B R4 job-seeking 2026-06-30"));

  const auto on = [&](const std::string& day, const std::string& format) {
    return project.answer({"report", "p/project.yaml", "--as-of", day, "--format", format}).out;
  };
  const std::string json = packed(on("2026-07-26", "json"));
  INFO(json);
  // B looks for a job now: a new job takes B out of R1, and back into R4.
  CHECK(has(json, R"({"person":"B","indicator":"R4","outcome":"employment","exit":"2026-06-30",)"
                  R"("last_day":"2026-07-28","days_left":2})"));
  CHECK(has(json, R"("may_lose":[)"
                  R"({"person":"A","indicator":"R4","outcome":"job_seeking","exit":"2026-06-30",)"
                  R"("last_day":"2026-07-28","days_left":2},)"
                  R"({"person":"B","indicator":"R1","outcome":"employment","exit":"2026-06-30",)"
                  R"("last_day":"2026-07-28","days_left":2}])"));
  CHECK(has(squeezed(on("2026-07-26", "html")), "mogą jeszcze przestać się wliczać"));
  CHECK_FALSE(has(squeezed(on("2026-07-31", "text")), "przestać się wliczać"));
  CHECK(has(packed(on("2026-07-31", "json")), R"("deadlines":{"may_count":[],"may_lose":[]})"));
  const std::string handed_on = packed(project.report({"--format", "json", "--small-cells", "3"}));
  CHECK(has(handed_on, R"("deadlines":null)"));
}

TEST_CASE("a relation that does not hold is a warning with both values, in check and report") {
  const std::string rules =
      "indicators:\n"
      "  - {id: P1, kind: output, unit: u, count: persons, where: {sex: K}}\n"
      "  - {id: P2, kind: output, unit: u, count: persons}\n"
      "  - {id: P3, kind: output, unit: u, count: persons, where: {sex: M}}\n"
      "  - {id: H, kind: output, unit: h, count: hours}\n"
      "  - {id: R1, kind: result, unit: u, count: persons, of: P1}\n"
      "  - {id: R2, kind: result, unit: u, count: persons, of: P2}\n"
      "checks:\n"
      "  - {sum: [P1, P3], equals: P2}\n"
      "  - {sum: [P1, H], equals: P2}\n"
      "  - {subset: [P3, P1]}\n"
      "  - {subset: [P2, H]}\n"
      "  - {subset: [H, P2]}\n";
  Case project("", rules);
  const std::string expected =
      "p/project.yaml:11:57: warning: on 2026-07-31 `R1 ≤ P1` does not hold: 4 (K 3, M 1) and 3 "
      "(K 3, M 0) [relation-broken]\n"
      "p/project.yaml:15:5: warning: on 2026-07-31 `P1 + H = P2` does not hold: 10 and 4 "
      "[relation-broken]\n"
      "p/project.yaml:16:5: warning: on 2026-07-31 `P3 ≤ P1` does not hold: 1 (K 0, M 1) and 3 (K "
      "3, M 0) [relation-broken]\n"
      "p/project.yaml:18:5: warning: on 2026-07-31 `H ≤ P2` does not hold: 7 and 4 "
      "[relation-broken]\n";
  const auto lines = [](const std::string& err) {
    std::istringstream text(err);
    std::string kept;
    for (std::string line; std::getline(text, line);) {
      if (line.find("[relation-broken]") != std::string::npos) kept += line + "\n";
    }
    return kept;
  };
  CHECK(lines(project.answer({"check", "p/project.yaml", "--lang", "en"}).err) == expected);
  const Case::Answer report =
      project.answer({"report", "p/project.yaml", "--as-of", "2026-07-31", "--lang", "en"});
  CHECK(lines(report.err) == expected);
  CHECK(report.code == ExitCode::done);
  CHECK(has(report.out, "4 warnings [relation-broken]"));
  const Case::Answer strict =
      project.answer({"report", "p/project.yaml", "--as-of", "2026-07-31", "--strict"});
  CHECK(strict.code == ExitCode::bad_data);
  CHECK(strict.out.empty());
  // Before anybody started all is 0.
  CHECK(lines(project.answer({"check", "p/project.yaml", "--as-of", "2026-01-09"}).err).empty());
}

TEST_CASE("a limit is reached while the value does not exceed it") {
  const auto told = [](int limit) {
    Case project("",
                 "indicators:\n  - {id: P, kind: output, unit: u, count: persons, target: "
                 "{at_most: " +
                     std::to_string(limit) + "}}\n");
    return packed(project.report({"--format", "json"}));
  };
  CHECK(has(told(4), R"("target":{"total":null,"women":null,"men":null,"at_most":4})"));
  CHECK(
      has(told(4), R"("achieved_percent":{"total":null,"women":null,"men":null},"reached":true)"));
  CHECK(has(told(5), R"("reached":true)"));
  CHECK(has(told(3), R"("reached":false)"));
  // A ratio by its exact value: 3 of 4 women are 75 %, 1 of 3 is 33.33… %.
  const auto ratio = [](const std::string& limit) {
    Case project("",
                 "indicators:\n"
                 "  - {id: M, kind: output, unit: u, count: persons, where: {sex: M}}\n"
                 "  - {id: W, kind: output, unit: u, count: persons, where: {sex: K}}\n"
                 "  - {id: Q, kind: result, unit: u, count: ratio, numerator: M, denominator: W, "
                 "target: {at_most: " +
                     limit + "}}\n");
    return packed(project.report({"--format", "json"}));
  };
  CHECK(has(ratio("33.3334"), R"("reached":true)"));
  CHECK(has(ratio("33.33"), R"("reached":false)"));
  Case project("",
               "indicators: [{id: P, kind: output, unit: u, count: persons, target: {at_most: "
               "3}}]\n");
  CHECK(has(squeezed(project.report({"--lang", "en"})), "at most 3: exceeded"));
  CHECK(has(squeezed(project.report({})), "najwyżej 3: przekroczono"));
  CHECK_FALSE(has(packed(project.report({"--format", "json", "--small-cells", "10"})), "reached"));
}

}  // namespace
}  // namespace euproj
