// What documents say that a source pays: their eligible amounts less their grants
// (src/calc/README.md#payment).

#include <doctest/doctest.h>

#include <string>

#include "euproj/calc/expenditure.hpp"
#include "support/load_project.hpp"
#include "support/memory_files.hpp"

namespace euproj {

TEST_CASE("a source pays what its documents have beyond the grant, others' documents not") {
  testing::MemoryFiles files;
  files.put(
      "p/project.yaml",
      "euproj: 1\n"
      "project: {id: p, title: T, period: {start: 2022-01-01, end: 2022-12-31}}\n"
      "financing:\n"
      "  total: 1000.00\n"
      "  sources: [{id: eu, kind: eu, remainder: true}, {id: own, kind: own, amount: 150.00}]\n"
      "budget: {tasks: [{id: \"1\", name: T, planned: 1000.00}]}\n"
      "data: {expenditures: x.csv}\n");
  files.put("p/x.csv",
            "doc_no,paid_date,task,eligible,grant,source\n"
            "A,2022-02-01,1,100.00,70.00,own\n"
            "B,2022-02-02,1,50.00,0.00,own\n"
            "C,2022-02-02,1,40.00,40.00,\n");
  const Loaded loaded = testing::load_project("p/project.yaml", files);
  for (const Diagnostic& finding : loaded.diagnostics.all()) {
    if (finding.severity != Severity::warning) FAIL_CHECK(finding.message(Language::english));
  }
  const Expenditure costs(loaded.dossier);
  const Code own = loaded.dossier.codes.sources.find("own");
  CHECK(costs.on(*Date::from(2022, 1, 31)).documented(own) == Money());
  CHECK(costs.on(*Date::from(2022, 2, 1)).documented(own).text() == "30.00");
  CHECK(costs.on(*Date::from(2022, 2, 2)).documented(own).text() == "80.00");
  CHECK(costs.on(*Date::from(2022, 2, 2)).documented(no_code) == Money());
}

}  // namespace euproj
