// What the overview says first.

#include <doctest/doctest.h>

#include <algorithm>

#include "euproj/words/diagnostics.hpp"
#include "report/document/sections.hpp"
#include "support/sample_figures.hpp"

using namespace euproj;

TEST_CASE("a lost result weighs more than a column, and an error more than both") {
  Figures figures = samples::figures();
  const auto finding = [](const char* code, Severity severity) {
    Finding made;
    made.code = code;
    made.severity = severity;
    made.message = std::string("message of ") + code;
    return made;
  };
  const auto worst = [&] { return build_document(figures, Language::english).overview->worst; };
  figures.findings = {finding("preset-lacks-column", Severity::warning),
                      finding("similar-keys", Severity::warning),
                      finding("missing-education", Severity::warning),
                      finding("outcome-outside-window", Severity::warning)};
  CHECK(worst().find("outcome-outside-window") != std::string::npos);
  figures.findings.push_back(finding("impossible-date", Severity::error));
  CHECK(worst().find("impossible-date") != std::string::npos);
  figures.findings.resize(2);
  CHECK(worst().find("similar-keys") != std::string::npos);
}

TEST_CASE("a workbook of a claim says which") {
  Figures figures = samples::figures();
  const auto says = [&](const std::string& value) {
    const Overview overview = *build_document(figures, Language::english).overview;
    return std::count(overview.facts.begin(), overview.facts.end(),
                      std::pair<std::string, std::string>{"Payment claim", value});
  };
  CHECK(says("8") == 0);
  figures.claim.emplace();
  figures.claim->id = "8";
  CHECK(says("8") == 1);
}

TEST_CASE("each warning that is ranked is one that there is") {
  for (const std::string_view code : parts::ranked_warnings()) {
    CAPTURE(code);
    CHECK(kind_of_code(code).has_value());
  }
}
