// Effectiveness criteria as a user meets them: the report, its JSON, the explanation, the findings.

#include <doctest/doctest.h>

#include <sstream>

#include "euproj/app/run.hpp"
#include "support/memory_files.hpp"

namespace euproj::criterion_report {
namespace {

using testing::MemoryFiles;

const std::string definition = R"(euproj: 1
project: {id: staz, title: Staże, period: {start: 2024-01-01, end: 2024-12-31}}
financing:
  total: 1000.00
  sources: [{id: eu, kind: eu, rate: 85%}, {id: own, kind: own, remainder: true}]
indicators:
  - {id: KE, name: Zatrudnienie, kind: result, unit: "%", count: criterion,
     of: {where: {labour_status: unemployed}}, reached: {outcome: [employment], within: 3 months},
     threshold: THRESHOLD, groups: [{id: oz, name: Osoby z niepełnosprawnością,
     where: {disability: tak}, threshold: 12%}]}
data: {participants: uczestnicy.csv, outcomes: rezultaty.csv}
)";

/// 400 who left on 31 January, 50 of whom found work; 3 who left on 31 March, one of whom did; one
/// who is there, and one who was employed before. Every eighth of the 400 has a disability.
MemoryFiles files_with(const std::string& threshold) {
  MemoryFiles files;
  std::string text = definition;
  files.put("project.yaml", text.replace(text.find("THRESHOLD"), 9, threshold));
  std::string persons = "person_id,sex,birth_date,entry_date,exit_date,labour_status,disability\n";
  std::string outcomes = "person_id,outcome,date\n";
  const auto person = [&](int number, const std::string& exit, const std::string& status) {
    persons += "U-" + std::to_string(number) + ",K,1990-01-01,2024-01-02," + exit + "," + status +
               "," + (number % 8 == 0 ? "tak" : "nie") + "\n";
  };
  for (int number = 1; number <= 400; ++number) person(number, "2024-01-31", "unemployed");
  for (int number = 401; number <= 403; ++number) person(number, "2024-03-31", "unemployed");
  person(404, "", "unemployed");
  person(405, "2024-01-31", "employed");
  for (int number = 1; number <= 49; ++number) {
    outcomes += "U-" + std::to_string(number) + ",employment,2024-02-10\n";
  }
  outcomes += "U-50,employment,2024-04-30\n";  // the last day: 31 January and three months
  outcomes += "U-51,employment,2024-05-01\n";  // a day late
  outcomes += "U-403,employment,2024-04-15\nU-405,employment,2024-02-01\n";
  files.put("uczestnicy.csv", persons);
  files.put("rezultaty.csv", outcomes);
  return files;
}

std::string out_of(const MemoryFiles& from, const std::vector<std::string>& arguments) {
  MemoryFiles files = from;
  std::ostringstream out, err;
  Env env{files, out, err, *Date::from(2024, 6, 30), {}, false, false, true};
  static_cast<void>(run(arguments, env));
  return out.str() + err.str();
}

/// Without blanks: how JSON is laid out is another test's matter.
std::string json_on(const MemoryFiles& files, const std::string& day) {
  std::string json = out_of(files, {"report", "project.yaml", "--as-of", day, "--format", "json"});
  std::erase_if(json, [](char c) { return c == ' ' || c == '\n'; });
  return json;
}

bool has(const std::string& text, const std::string& part) {
  if (text.find(part) != std::string::npos) return true;
  MESSAGE(text);
  return false;
}

}  // namespace

TEST_CASE("50 of 400 are 12.50 %, and do not meet 22 %") {
  const std::string json = json_on(files_with("22%"), "2024-04-30");
  CHECK(has(json, R"("cumulative":{"total":"12.50","women":null,"men":null})"));
  CHECK(has(json, R"("criterion":{"denominator":400,"reached":50,"open":3,"percent":"12.50",)"
                  R"("best":"13.15","worst":"12.66","threshold":"22.00","met":false,"groups":[)"
                  R"({"id":"oz","denominator":50,"reached":6,"open":0,"percent":"12.00",)"
                  R"("best":"12.00","worst":"12.00","threshold":"12.00","met":true}]})"));
}

TEST_CASE("a limit is compared with the exact share, not with the one that is shown") {
  const auto on_june = [](const std::string& limit) {
    return json_on(files_with("12%, target: {at_most: " + limit + "}"), "2024-06-30");
  };
  // 51 of 403 are 12.6550... %, shown as 12.66.
  CHECK(has(on_june("12.656"), R"("reached":true)"));
  CHECK(has(on_june("12.655"), R"("reached":false)"));
}

TEST_CASE("a window closes on its last day") {
  const std::string json = json_on(files_with("12.5%"), "2024-04-29");
  CHECK(has(json, R"("criterion":{"denominator":0,"reached":0,"open":403,"percent":null,)"
                  R"("best":"100.00","worst":"12.41","threshold":"12.50","met":null,)"));
  CHECK(has(json_on(files_with("12.5%"), "2024-06-29"), R"("denominator":400,)"));
  CHECK(has(json_on(files_with("12.5%"), "2024-06-30"),
            R"("denominator":403,"reached":51,"open":0,"percent":"12.66",)"));
}

TEST_CASE("a threshold is compared in integers, not in the decimals that are printed") {
  CHECK(has(json_on(files_with("12.5%"), "2024-04-30"), R"("threshold":"12.50","met":true)"));
  CHECK(has(
      json_on(files_with("12.5000001%"), "2024-04-30"),
      R"("percent":"12.50","best":"13.15","worst":"12.66","threshold":"12.5000001","met":false)"));
}

TEST_CASE("a criterion has its table in the report, and its persons in an explanation") {
  const MemoryFiles files = files_with("22%");
  const std::string report =
      out_of(files, {"report", "project.yaml", "--as-of", "2024-04-30", "--lang", "en"});
  CHECK(has(report, "Effectiveness criteria"));
  CHECK(has(report, "KE/oz"));
  const std::string why =
      out_of(files, {"explain", "project.yaml", "KE", "--as-of", "2024-04-30", "--lang", "en"});
  CHECK(has(why, "Counted: 50"));
  CHECK(has(why, "The window is still open: 3"));
  CHECK(has(why, "the window is open until 2024-06-30: left 2024-03-31"));
  CHECK(has(why, "Still taking part: 1"));
  const std::string person = out_of(files, {"explain", "project.yaml", "KE", "--person", "U-51",
                                            "--as-of", "2024-05-02", "--lang", "en"});
  CHECK(has(person, "evidence 2024-05-01 is 1 day after the"));
}

TEST_CASE("keys of a criterion stand with it alone, and it needs them") {
  MemoryFiles files = files_with("22%");
  std::string text = definition;
  const std::size_t at = text.find("  - {id: KE");
  text = text.substr(0, at) +
         "  - {id: A, kind: result, count: criterion, where: {sex: K}}\n"
         "  - {id: B, kind: output, count: persons, threshold: 5%, of: {where: {sex: K}}}\n"
         "  - {id: C, kind: result, count: criterion, reached: {outcome: praca}, threshold: 5}\n" +
         text.substr(text.find("data:"));
  files.put("project.yaml", text);
  const std::string findings = out_of(files, {"check", "project.yaml", "--lang", "en"});
  CHECK(has(findings, "`where` means nothing with `count: criterion`"));
  CHECK(has(findings, "`indicators` has no `reached`, which it needs"));
  CHECK(has(findings, "`indicators` has no `threshold`, which it needs"));
  CHECK(has(findings, "`of` means nothing with `count: persons`"));
  CHECK(has(findings, "`indicators.reached` has no `within`, which it needs"));
  CHECK(has(findings, "percent-sign"));
}

}  // namespace euproj::criterion_report
