// Values by partner as a user meets them (src/calc/README.md#partners).

#include <doctest/doctest.h>

#include <sstream>

#include "euproj/app/run.hpp"
#include "support/memory_files.hpp"

namespace euproj::partner_report {
namespace {

using testing::MemoryFiles;

/// U-1 is of smart, and of egida from February; U-2 of egida; U-3 of nobody.
MemoryFiles project(const std::string& budget) {
  MemoryFiles files;
  files.put("project.yaml", R"(euproj: 1
project: {id: partnerstwo, title: Partnerstwo, period: {start: 2024-01-01, end: 2024-12-31}}
financing:
  total: 1000.00
  sources: [{id: eu, kind: eu, rate: 85%}, {id: own, kind: own, remainder: true}]
)" + budget + R"(support_forms: [{id: klub}]
indicators:
  - {id: P1, kind: output, count: persons, target: 8, targets_by: {partner: {smart: 6, egida: 2}}}
  - {id: P2, kind: output, count: hours}
  - {id: P3, kind: output, count: measured}
data: {participants: uczestnicy.csv, support: wsparcie.csv, measurements: pomiary.csv}
)");
  files.put("uczestnicy.csv",
            "person_id,sex,birth_date,entry_date,partner\nU-1,K,1990-01-01,2024-01-02,smart\n"
            "U-2,M,1990-01-01,2024-01-02,egida\nU-3,K,1990-01-01,2024-01-02,\n");
  files.put("wsparcie.csv",
            "date,person_id,form,hours,partner\n2024-01-02,U-1,klub,2,\n"
            "2024-02-01,U-1,klub,1.5,egida\n2024-01-02,U-2,klub,4,\n2024-01-02,U-3,klub,1,\n");
  files.put("pomiary.csv", "indicator,date,value\nP3,2024-01-05,7\n");
  return files;
}

const std::string partners =
    "budget: {partners: [{id: smart, name: Smart, leads: true}, {id: egida, "
    "name: Egida}]}\n";

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

std::string json_of(const MemoryFiles& files, const std::string& period) {
  std::string json =
      out_of(files, {"report", "project.yaml", "--period", period, "--format", "json"});
  std::erase_if(json, [](char c) { return c == ' ' || c == '\n'; });
  return json;
}

}  // namespace

TEST_CASE("a person of two partners counts at each, and once in the project") {
  const std::string json = json_of(project(partners), "2024-02");
  CHECK(has(json, R"("by_partner":[{"partner":"smart","target":6,)"
                  R"("period":{"total":0,"women":0,"men":0},)"
                  R"("cumulative":{"total":1,"women":1,"men":0}},)"
                  R"({"partner":"egida","target":2,"period":{"total":1,"women":1,"men":0},)"
                  R"("cumulative":{"total":2,"women":1,"men":1}},)"
                  R"({"partner":null,"target":null,"period":{"total":0,"women":0,"men":0},)"
                  R"("cumulative":{"total":1,"women":1,"men":0}}],"shared":1)"));
  // Hours are of the partner that their row names, or of the person's: 2 of smart's and of egida's,
  // who is a partner of U-1 from February on.
  CHECK(has(json, R"("by_partner":[{"partner":"smart","target":null,"period":{"total":"0",)"));
  CHECK(has(json, R"("shared":"2")"));
}

TEST_CASE(
    "without declared partners the ids are those of the logs, and measured values have none") {
  const std::string json = json_of(project(""), "2024-01");
  CHECK(has(json, R"("by_partner":[{"partner":"smart","target":6,)"));
  const std::size_t measured = json.find(R"({"id":"P3",)");
  REQUIRE(measured != std::string::npos);
  CHECK(json.substr(measured).find("by_partner") == std::string::npos);
}

TEST_CASE("the report has a table by partner, and says what is shared") {
  const std::string text =
      out_of(project(partners), {"report", "project.yaml", "--period", "2024-02", "--lang", "en"});
  CHECK(has(text, "Indicators by partner"));
  CHECK(has(text, "egida – Egida"));
  CHECK(has(text, "Shared, counted at several partners"));
  CHECK(has(text, "Of no partner"));
}

TEST_CASE("targets_by names partners and numbers") {
  MemoryFiles files = project(partners);
  std::string definition(files.read("project.yaml").value()->bytes());
  const std::string good = "{smart: 6, egida: 2}";
  definition.replace(definition.find(good), good.size(), "{smrt: 6, egida: 2.5, smart: x}");
  files.put("project.yaml", definition);
  const std::string findings = out_of(files, {"check", "project.yaml", "--lang", "en"});
  CHECK(has(findings, "`smrt`"));
  CHECK(has(findings, "2.5"));
  CHECK(has(findings, "`x`"));
}

TEST_CASE("an unknown partner of a person is an error where partners are declared") {
  MemoryFiles files = project(partners);
  files.put("uczestnicy.csv",
            "person_id,sex,birth_date,entry_date,partner\nU-1,K,1990-01-01,2024-01-02,smrt\n"
            "U-2,M,1990-01-01,2024-01-02,egida\nU-3,K,1990-01-01,2024-01-02,\n");
  CHECK(has(out_of(files, {"check", "project.yaml", "--lang", "en"}),
            "uczestnicy.csv:2:29: error: column `partner`: `smrt`"));
}

}  // namespace euproj::partner_report
