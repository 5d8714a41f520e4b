// Every finding about the agreement in words: of its smallest failing project, which is on disk.

#include <doctest/doctest.h>

#include <set>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include "euproj/app/real_files.hpp"
#include "euproj/app/run.hpp"
#include "euproj/words/kinds.hpp"
#include "support/source_dir.hpp"

using namespace euproj;

namespace {

const std::vector<std::pair<std::string, std::string>> cases = {
    {"partners-leader",
     "project.yaml:7:3: error: partners with `leads: true`: 0, but one leads [partne"
     "rs-leader]"},
    {"partners-differ",
     "project.yaml:7:14: error: the partners' plans add up to 999.99, but the projec"
     "t's total is 1,000.00 (difference 0.01) [partners-differ]"},
    {"schedule-month-twice",
     "project.yaml:9:15: error: month `2022-05` is in the schedule twice; first in p"
     "roject.yaml:8 [schedule-month-twice]"},
    {"schedule-outside-project",
     "project.yaml:7:22: warning: month 2032-05 of the schedule is outside the proje"
     "ct's period 2022-01-01–2022-12-31 [schedule-outside-project]"},
    {"schedule-differs",
     "project.yaml:7:3: warning: the schedule adds up to 999.00, but the project's t"
     "otal is 1,000.00 (difference 1.00) [schedule-differs]"},
    {"advances-returned-more",
     "project.yaml:8:5: warning: until 2022-03-01, 100.01 was returned but 100.00 re"
     "ceived [advances-returned-more]"},
    {"advance-outside-project",
     "project.yaml:6:12: warning: the advance of 2012-02-01 is from before the agree"
     "ment and the project's start (2022-01-01) [advance-outside-project]"},
    {"document-in-no-claim",
     "wydatki.csv:2:11: warning: document `FV 1/2022` of 2022-01-20 belongs to no cl"
     "aim: 1 2022-02-01–2022-03-31 [document-in-no-claim]"},
    {"gross-differs",
     "wydatki.csv:2:24: warning: document `FV 1/2022`: gross 123.00, but net 100.00 "
     "and VAT 23.01 give 123.01 [gross-differs]"},
    {"vat-not-eligible",
     "wydatki.csv:2:44: warning: document `FV 1/2022`: 123.00 eligible in total, but"
     " 100.00 without the VAT that is not eligible [vat-not-eligible]"},
    {"document-without-net",
     "wydatki.csv:2:32: warning: document `FV 1/2022` has no net amount, so nobody k"
     "nows how much VAT is in it [document-without-net]"},
    {"invoice-over-gross",
     "wydatki.csv:3:1: warning: document `FV 1/2022` is settled for 123.01 in total,"
     " but it amounts to 123.00 gross (first in wydatki.csv:2) [invoice-over-gross]"},
    {"shift-over-limit",
     "project.yaml:7:11: warning: task `1`: 99.01 spent, 90.00 planned; the shift of"
     " 9.01 exceeds the allowed 9.00 [shift-over-limit]"},
};

/// The lines of findings, without the excerpts and the count below them.
std::vector<std::string> findings_in(const std::string& folder) {
  RealFiles files;
  std::ostringstream out, err;
  Env env{files, out, err, *Date::from(2022, 12, 31), {}, false, false, true};
  static_cast<void>(run({"check", folder + "project.yaml", "--lang", "en"}, env));
  std::vector<std::string> lines;
  std::istringstream text(err.str());
  for (std::string line; std::getline(text, line);) {
    if (line.starts_with(folder) && line.ends_with(']'))
      lines.push_back(line.substr(folder.size()));
  }
  return lines;
}

}  // namespace

TEST_CASE("each finding about the agreement is the only one of its case, in words") {
  for (const auto& each : cases) {
    const auto& code = each.first;
    const auto& line = each.second;
    CAPTURE(code);
    const auto lines = findings_in(source_dir() + "/tests/findings/cases/" + code + "/");
    REQUIRE(lines.size() == 1);
    CHECK(lines.front() == line);
  }
}

TEST_CASE("every finding about the agreement has a case") {
  std::set<std::string_view> known;
  for (const auto& [code, line] : cases) known.insert(code);
  for (const AnyKind kind : std::initializer_list<AnyKind>{
#define EUPROJ_KIND(name, code, severity, pl, en, help_pl, help_en) Kind::name,
#include "euproj/words/kinds_agreement.def"
#undef EUPROJ_KIND
       }) {
    CAPTURE(kind_info(kind).code);
    CHECK(known.contains(kind_info(kind).code));
  }
}
