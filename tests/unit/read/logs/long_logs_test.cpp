// The checks on logs longer than what they look at together: a fault far from its like is found.

#include <doctest/doctest.h>

#include <sstream>
#include <string>
#include <vector>

#include "euproj/app/load.hpp"
#include "euproj/app/run.hpp"
#include "euproj/words/kinds.hpp"
#include "support/small_project.hpp"

namespace euproj {
namespace {

constexpr int right_rows = 3'000;

/// The first lines of the findings that are about `file`.
/// Of repeated rows, of which these logs have many, others ask.
std::vector<std::string> findings_in(const std::string& file, testing::MemoryFiles& files) {
  std::ostringstream out, err;
  Env env{files, out, err, *Date::from(2022, 6, 30), {}, false, false, true};
  static_cast<void>(run({"check", "project.yaml", "--lang", "en"}, env));
  std::vector<std::string> lines;
  std::istringstream text(err.str());
  for (std::string line; std::getline(text, line);) {
    const bool is_of_repeats = line.find("[support-row-twice]") != std::string::npos;
    if (line.starts_with(file) && !is_of_repeats) lines.push_back(line);
  }
  return lines;
}

std::string right_support(int rows) {
  std::string log =
      "date,date_to,person_id,form,headcount\n"
      "2022-01-10,,U-1,doradztwo,\n2022-01-12,,U-2,doradztwo,\n";
  for (int row = 2; row < rows; ++row) {
    log += row % 2 == 0 ? "2022-01-13,2022-01-14,U-2,doradztwo,\n" : "2022-03-31,,U-2,doradztwo,\n";
  }
  return log;
}

}  // namespace

TEST_CASE("days outside the project are found far down the log, and each but once") {
  for (const int rows : {10, right_rows}) {
    CAPTURE(rows);
    testing::MemoryFiles files = testing::small_project();
    files.put("wsparcie.csv",
              right_support(rows) +
                  "2022-12-31,2023-01-01,U-1,doradztwo,\n"
                  "2021-12-30,2021-12-31,,doradztwo,12\n2022-01-01,2022-12-31,,doradztwo,12\n");
    const std::string at = "wsparcie.csv:" + std::to_string(rows + 2);
    const std::string after = "wsparcie.csv:" + std::to_string(rows + 3);
    const std::string rule =
        " is outside the project's period 2022-01-01–2022-12-31 [date-outside-project]";
    CHECK(findings_in("wsparcie.csv", files) ==
          std::vector<std::string>{at + ":12: warning: date_to 2023-01-01" + rule,
                                   after + ":1: warning: date 2021-12-30" + rule,
                                   after + ":12: warning: date_to 2021-12-31" + rule});
  }
}

TEST_CASE("persons who are no participants are found among and behind those who are") {
  testing::MemoryFiles files = testing::small_project();
  files.put(
      "wsparcie.csv",
      right_support(right_rows) + "2022-02-01,,U-7,doradztwo,\n" +
          "2022-02-01,,U-2,doradztwo,\n2022-02-01,,,doradztwo,12\n2022-02-01,,U-8,doradztwo,\n");
  const std::string rule = " is not in the participants log [unknown-person]";
  CHECK(findings_in("wsparcie.csv", files) ==
        std::vector<std::string>{"wsparcie.csv:3002:13: error: person `U-7`" + rule,
                                 "wsparcie.csv:3005:13: error: person `U-8`" + rule});
}

TEST_CASE("support before the entry and after an exit is found between two stays") {
  testing::MemoryFiles files = testing::small_project();
  files.put("uczestnicy.csv",
            "person_id,sex,birth_date,group,household_id,entry_date,exit_date\n"
            "U-1,K,1990-05-01,rodzice,G-1,2022-01-10,\n"
            "U-2,M,1985-02-11,rodzice,G-1,2022-01-12,2022-02-01\n"
            "U-2,M,1985-02-11,rodzice,G-1,2022-03-01,2022-03-31\n");
  files.put("wsparcie.csv",
            "date,person_id,form\n2022-01-10,U-1,doradztwo\n"
            "2022-03-31,U-2,doradztwo\n2022-02-02,U-2,doradztwo\n"
            "2022-01-12,U-2,doradztwo\n2022-02-01,U-2,doradztwo\n");
  const std::vector<std::string> found = findings_in("wsparcie.csv", files);
  REQUIRE(found.size() == 1);
  CHECK(found.front().starts_with("wsparcie.csv:4:1: "));
  CHECK(found.front().ends_with(" [support-after-exit]"));
}

TEST_CASE("ids alike are found among thousands that are not, whatever their order") {
  const std::vector<std::string> rows = {"Łódź-001,K,1990-05-01,rodzice,G-1,2022-01-10",
                                         "u 00077,K,1990-05-01,rodzice,G-1,2022-01-10",
                                         "łódź 001,K,1990-05-01,rodzice,G-1,2022-01-10",
                                         "ŁÓDŹ–001,K,1990-05-01,rodzice,G-1,2022-01-10"};
  for (const bool first : {true, false}) {
    std::string faulty, right;
    for (const std::string& row : rows) faulty += row + "\n";
    for (int i = 10'000; i < 10'000 + right_rows; ++i) {
      right += "U" + std::to_string(i) + ",K,1990-05-01,rodzice,G-1,2022-01-10\n";
    }
    right += "U00077,K,1990-05-01,rodzice,G-1,2022-01-10\n";
    testing::MemoryFiles files = testing::small_project();
    files.put("uczestnicy.csv", "person_id,sex,birth_date,group,household_id,entry_date\n" +
                                    (first ? faulty + right : right + faulty));
    std::vector<std::string> alike;
    for (const std::string& line : findings_in("uczestnicy.csv", files)) {
      if (line.ends_with("[similar-person-ids]"))
        alike.push_back(line.substr(0, line.find(" looks like")));
    }
    const std::string at = "uczestnicy.csv:";
    const std::string says = ":1: warning: `";
    CHECK(alike == (first ? std::vector<std::string>{at + "4" + says + "łódź 001`",
                                                     at + "5" + says + "ŁÓDŹ<U+2013>001`",
                                                     at + "3006" + says + "U00077`"}
                          : std::vector<std::string>{at + "3004" + says + "u 00077`",
                                                     at + "3005" + says + "łódź 001`",
                                                     at + "3006" + says + "ŁÓDŹ<U+2013>001`"}));
  }
}

TEST_CASE("a log that shows its encoding behind millions of bytes is read as if it had at once") {
  const std::string row = "2022-01-10,U-1,doradztwo,sesja";
  std::string blanks = "date,person_id,form,session_id\n";
  while (blanks.size() < (5U << 20)) blanks += std::string(1000, ' ') + ",,,\n";
  const auto report = [&](const std::string& support) {
    testing::MemoryFiles files = testing::small_project();
    files.put("wsparcie.csv", support);
    std::ostringstream out, err;
    Env env{files, out, err, *Date::from(2022, 6, 30), {}, false, false, true};
    const auto status = run({"report", "project.yaml", "--period", "2022-01", "--lang", "en"}, env);
    const std::string text = out.str();
    return std::to_string(static_cast<int>(status)) + err.str() +
           text.substr(0, text.find("\nInput files"));
  };
  const std::string expected = report("date,person_id,form,session_id\n" + row + "ż\n");
  CHECK(expected.starts_with("0"));
  CHECK(report(blanks + row + "\xBF\n") == expected);
  CHECK(report(blanks + row + "ż\n") == expected);
  const std::string mixed = report(blanks + row + "ż\n" + row + "\xBF\n");
  CHECK(mixed.find("[mixed-encoding]") != std::string::npos);
  CHECK(mixed.starts_with("1"));

  // What was said before the logs were read stays said.
  testing::MemoryFiles files = testing::small_project();
  files.put("wsparcie.csv", blanks + row + "\xBF\n");
  Loaded loaded = load_definition("project.yaml", Diagnostics::Warnings::stay_warnings, files);
  loaded.diagnostics.report(Kind::same_project_id, {loaded.dossier.definition.file}, {"a", "b"});
  load_logs("project.yaml", files, Outside::refused, loaded, 2);
  CHECK(loaded.diagnostics.error_count() == 1);
  CHECK(loaded.dossier.logs.support.size() == 1);
}

}  // namespace euproj
