// Advances count from their day, and are settled by the shares of the sources that pay them.

#include "euproj/calc/settlement.hpp"

#include <doctest/doctest.h>

#include "euproj/calc/expenditure.hpp"
#include "support/load_project.hpp"
#include "support/memory_files.hpp"

namespace euproj {
namespace {

Loaded project_with(const std::string& advances) {
  testing::MemoryFiles files;
  files.put("p/project.yaml",
            "euproj: 1\n"
            "project: {id: p, title: T, period: {start: 2022-01-01, end: 2022-12-31}}\n"
            "financing:\n"
            "  total: 1000.00\n"
            "  sources:\n"
            "    - {id: eu, kind: eu, rate: 80%}\n"
            "    - {id: state, kind: state, rate: 10%}\n"
            "    - {id: own, kind: own, remainder: true}\n"
            "budget: {tasks: [{id: \"1\", name: T, planned: 1000.00}]}\n"
            "advances: [" +
                advances +
                "]\n"
                "data: {expenditures: x.csv}\n");
  files.put("p/x.csv", "doc_no,paid_date,task,eligible\nA,2022-01-10,1,100.00\n");
  Loaded loaded = testing::load_project("p/project.yaml", files);
  for (const Diagnostic& finding : loaded.diagnostics.all()) {
    if (finding.severity != Severity::warning) FAIL_CHECK(finding.message(Language::english));
  }
  return loaded;
}

Settlement on(const Loaded& loaded, Date day) {
  return compute_settlement(loaded.dossier, Expenditure(loaded.dossier), day);
}

}  // namespace

TEST_CASE("an advance is received, and settles, from its own day on") {
  const Loaded loaded = project_with("{date: 2022-02-01, amount: 200.00}");
  const Settlement before = on(loaded, *Date::from(2022, 1, 31));
  CHECK(before.received == Money());
  CHECK(before.settled == Money());
  const Settlement same_day = on(loaded, *Date::from(2022, 2, 1));
  CHECK(same_day.received.text() == "200.00");
  CHECK(same_day.settled.text() == "90.00");  // of eu and state, where the advance names none
  CHECK(same_day.open.text() == "110.00");
}

TEST_CASE("an advance that names a source is settled by the share of that source alone") {
  const Loaded loaded = project_with("{date: 2022-02-01, amount: 200.00, source: state}");
  CHECK(on(loaded, *Date::from(2022, 2, 1)).settled.text() == "10.00");
}

}  // namespace euproj
