// What a series of an indicator says beside its values.

#include <doctest/doctest.h>

#include <string>

#include "euproj/calc/people_counts.hpp"
#include "support/load_project.hpp"
#include "support/memory_files.hpp"

namespace euproj {
namespace {

/// Whether women and men are told of a measured indicator with these rows.
bool has_sexes(const std::string& rows) {
  testing::MemoryFiles files;
  files.put("p/project.yaml",
            "euproj: 1\n"
            "project: {id: p, title: T, period: {start: 2022-01-01, end: 2022-12-31}}\n"
            "financing: {total: 1000.00, sources: [{id: eu, kind: eu, remainder: true}]}\n"
            "indicators: [{id: I, name: I, kind: output, unit: u, count: measured}]\n"
            "data: {measurements: p.csv}\n");
  files.put("p/p.csv", "indicator,date,value,women,men\n" + rows);
  const Loaded loaded = testing::load_project("p/project.yaml", files);
  for (const Diagnostic& finding : loaded.diagnostics.all()) {
    if (finding.severity != Severity::warning) FAIL_CHECK(finding.message(Language::english));
  }
  return compute_people_counts(loaded.dossier, {}).indicators.front().sexes;
}

}  // namespace

TEST_CASE("women and men are told when every measurement has both") {
  const std::string both = "I,2022-02-01,,2,3\n";
  const std::string neither = "I,2022-01-01,5,,\n";
  CHECK(has_sexes(both));
  CHECK(has_sexes(both + "I,2022-03-01,9,4,5\n"));
  CHECK_FALSE(has_sexes(neither));
  CHECK_FALSE(has_sexes(neither + both));
  CHECK_FALSE(has_sexes(both + "I,2022-03-01,5,,\n"));
  CHECK_FALSE(has_sexes(""));
}

}  // namespace euproj
