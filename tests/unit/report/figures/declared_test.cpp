// What claims declared beside what the logs give: the table, its JSON, the findings.

#include <doctest/doctest.h>

#include <sstream>

#include "euproj/app/run.hpp"
#include "support/memory_files.hpp"

namespace euproj::declared_report {
namespace {

using testing::MemoryFiles;

/// Two women and a man began in the first claim's period, a woman in the second's.
MemoryFiles project(const std::string& declared, const std::string& log) {
  MemoryFiles files;
  files.put("project.yaml", R"(euproj: 1
project: {id: wnp, title: Wnioski, period: {start: 2024-01-01, end: 2024-12-31}, completeness: warn}
financing:
  total: 1000.00
  sources: [{id: eu, kind: eu, rate: 85%}, {id: own, kind: own, remainder: true}]
claims:
  - {id: "1", from: 2024-01-01, to: 2024-03-31}
  - {id: "2", from: 2024-04-01, to: 2024-06-30}
  - {id: "3", from: 2024-07-01, to: 2024-09-30}
indicators:
  - {id: P1, kind: output, count: persons}
  - {id: P2, definition: EECO01}
data: {participants: uczestnicy.csv, declared: )" +
                                declared + "}\n");
  files.put("uczestnicy.csv",
            "person_id,sex,birth_date,entry_date\nU-1,K,1990-01-01,2024-01-02\n"
            "U-2,M,1990-01-01,2024-01-02\nU-3,K,1990-01-01,2024-03-31\n"
            "U-4,K,1990-01-01,2024-04-01\n");
  files.put("wnp.csv", log);
  return files;
}

std::string out_of(MemoryFiles files, const std::vector<std::string>& arguments) {
  std::ostringstream out, err;
  Env env{files, out, err, *Date::from(2024, 7, 31), {}, false, false, true};
  static_cast<void>(run(arguments, env));
  return out.str() + err.str();
}

bool has(const std::string& text, const std::string& part) {
  if (text.find(part) != std::string::npos) return true;
  MESSAGE(text);
  return false;
}

std::string json_of(const MemoryFiles& files) {
  std::string json =
      out_of(files, {"report", "project.yaml", "--as-of", "2024-07-31", "--format", "json"});
  std::erase_if(json, [](char c) { return c == ' ' || c == '\n'; });
  return json;
}

const std::string log =
    "claim;indicator;total;women;men\n1;P1;3;2;1\n2;P1;5;3;2\n2;EECO01;4;;\n"
    "3;P1;9;;\n";

}  // namespace

TEST_CASE("declared values are compared with the claim's last day") {
  const MemoryFiles files = project("wnp.csv", log);
  CHECK(
      has(json_of(files),
          R"("declared":[{"claim":"1","indicator":"P1","declared":{"total":3,"women":2,"men":1},)"
          R"("computed":{"total":3,"women":2,"men":1},"difference":{"total":0,"women":0,"men":0}},)"
          R"({"claim":"2","indicator":"P1","declared":{"total":5,"women":3,"men":2},)"
          R"("computed":{"total":4,"women":3,"men":1},"difference":{"total":1,"women":0,"men":1}},)"
          R"({"claim":"2","indicator":"P2","declared":{"total":4,"women":null,"men":null},)"
          R"("computed":{"total":4,"women":3,"men":1},)"
          R"("difference":{"total":0,"women":null,"men":null}}])"));
  const std::string findings =
      out_of(files, {"check", "project.yaml", "--as-of", "2024-07-31", "--lang", "en"});
  CHECK(has(findings,
            "wnp.csv:3:6: warning: claim `2`, indicator `P1`: `total` is declared as 5, "
            "but the logs give 4; difference 1"));
  CHECK(has(findings,
            "wnp.csv:3:10: warning: claim `2`, indicator `P1`: `men` is declared as 2, "
            "but the logs give 1; difference 1"));
  CHECK(has(findings, "euproj explain P1 --as-of 2024-06-30"));
  CHECK(findings.find("claim `3`") == std::string::npos);
}

TEST_CASE("declared values of a period are compared with the claim's period") {
  const MemoryFiles files =
      project("{file: wnp.csv, mode: period}", "claim;indicator;total\n1;P1;3\n2;P1;1\n");
  CHECK(has(json_of(files),
            R"({"claim":"2","indicator":"P1","declared":{"total":1,"women":null,"men":null},)"
            R"("computed":{"total":1,"women":1,"men":0},"difference":{"total":0,)"));
}

TEST_CASE("columns of declared values are named, or numbered from 1") {
  const std::string exported = "Lista\n;Nr wniosku;Kod;Og.;K\nx;1;P1;3;2\nx;2;P1;4;3\n";
  const MemoryFiles numbered =
      project("{file: wnp.csv, columns: {claim: 2, indicator: 3, total: 4, women: 5}}", exported);
  CHECK(has(json_of(numbered),
            R"({"claim":"2","indicator":"P1","declared":{"total":4,"women":3,"men":null},)"));
  const MemoryFiles named =
      project("{file: wnp.csv, columns: {claim: Nr wniosku, indicator: Kod, total: Og., women: K}}",
              exported);
  CHECK(has(json_of(named),
            R"({"claim":"2","indicator":"P1","declared":{"total":4,"women":3,"men":null},)"));
}

TEST_CASE("declared values: sums, unknown claims and indicators, and a mode that has no meaning") {
  const MemoryFiles files =
      project("wnp.csv", "claim;indicator;total;women;men\n1;P1;3;2;2\n7;P1;3;;\n1;P9;3;;\n");
  const std::string findings = out_of(files, {"check", "project.yaml", "--lang", "en"});
  CHECK(has(findings,
            "wnp.csv:2:6: warning: column `total`: 3 are declared, but women and men come "
            "to 4"));
  CHECK(has(findings, "wnp.csv:3:1: error: column `claim`: `7`"));
  CHECK(has(findings, "wnp.csv:4:3: error: column `indicator`: `P9`"));

  MemoryFiles other = project("wnp.csv", log);
  std::string definition(other.read("project.yaml").value()->bytes());
  const std::string plain = "participants: uczestnicy.csv";
  definition.replace(definition.find(plain), plain.size(),
                     "participants: {file: uczestnicy.csv, mode: period}");
  other.put("project.yaml", definition);
  CHECK(has(out_of(other, {"check", "project.yaml", "--lang", "en"}),
            "error: `mode` is for `declared`, not for `participants`"));
}

TEST_CASE("declared values are not shown where small counts are not") {
  const std::string json =
      out_of(project("wnp.csv", log), {"report", "project.yaml", "--as-of", "2024-07-31",
                                       "--format", "json", "--small-cells", "5"});
  CHECK(json.find("\"declared\"") == std::string::npos);
}

}  // namespace euproj::declared_report
