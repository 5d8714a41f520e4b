// Lump sums, unit costs and rates of exchange in a definition, each finding whole.
#include <doctest/doctest.h>

#include <string>

#include "support/definition.hpp"

using namespace euproj;
using namespace euproj::testing;

namespace {

const std::string two_tasks = minimal +
                              "indicators:\n"
                              "  - {id: P1, kind: output, count: persons, target: 20}\n"
                              "  - {id: M1, kind: output, count: measured}\n"
                              "budget:\n"
                              "  tasks: [{id: 1, planned: 600.00}, {id: 2, planned: 400.00}]\n"
                              "  categories: [{id: opieka}]\n";

}  // namespace

TEST_CASE("definition: lump sums and unit costs are read") {
  const Definition definition = read_definition(
      two_tasks +
      "  lump_sums:\n"
      "    - {id: KR1, name: Szkolenia, task: 1, amount: 600.00, flat_rate: base,\n"
      "       requires: [{indicator: M1, at_least: 2.5}, {indicator: P1, at_least: 12}],\n"
      "       partial: [{at_least: 9, amount: 400.00}, {at_least: 6, amount: 300.00}]}\n"
      "  unit_costs:\n"
      "    - {id: S1, task: 2, category: opieka, per_person_max: 40, units_max: 1500.5,\n"
      "       rate: [{from: 2022-07-01, amount: 43.10}, {from: 2022-01-01, amount: 41.37}],\n"
      "       count: {of: person_months, where: {support: [opieka]}, min_hours: 8, min_sessions: "
      "2}}\n"
      "    - {id: S2, task: 2, rate: [{amount: 1.00}], count: {of: measured, indicator: M1}}\n");
  REQUIRE(definition.project);
  CHECK(definition.diagnostics.all().empty());
  const Budget& budget = definition.project->budget.latest();
  REQUIRE(budget.lump_sums.size() == 1);
  const LumpSum& sum = budget.lump_sums[0];
  CHECK(sum.id == "KR1");
  CHECK(sum.name.polish == "Szkolenia");
  CHECK(sum.task == 1);
  CHECK(sum.amount.text() == "600.00");
  CHECK(sum.in_flat_rate_base);
  REQUIRE(sum.requirements.size() == 2);
  CHECK(sum.requirements[0].indicator == 1);
  CHECK(sum.requirements[0].at_least.text() == "2.5");
  CHECK(sum.requirements[1].indicator == 0);
  REQUIRE(sum.partial.size() == 2);
  CHECK(sum.partial[0].at_least.text() == "6");
  CHECK(sum.partial[1].amount.text() == "400.00");
  REQUIRE(budget.unit_costs.size() == 2);
  const UnitCost& cost = budget.unit_costs[0];
  CHECK(cost.task == 2);
  CHECK(cost.category == 1);
  CHECK_FALSE(cost.in_flat_rate_base);
  REQUIRE(cost.rates.size() == 2);
  CHECK(cost.rates[0].from.iso() == "2022-01-01");
  CHECK(cost.rates[1].amount.text() == "43.10");
  CHECK(cost.rate_on(*Date::from(2021, 12, 31)) == nullptr);
  CHECK(cost.rate_on(*Date::from(2022, 6, 30)) == &cost.rates[0]);
  CHECK(cost.rate_on(*Date::from(2022, 7, 1)) == &cost.rates[1]);
  CHECK(cost.count.of == UnitOf::person_months);
  CHECK(cost.count.where.support == std::vector<Code>{1});
  CHECK(cost.count.min_hours->text() == "8");
  CHECK(*cost.count.min_sessions == 2);
  CHECK(cost.count.per_person_max->text() == "40");
  CHECK(cost.units_max->text() == "1500.5");
  CHECK(budget.unit_costs[1].count.indicator == 1);
}

TEST_CASE("definition: what versions of a budget do not mention they do not have") {
  const Definition definition = read_definition(
      minimal +
      "budget:\n"
      "  - tasks: [{id: 1}]\n"
      "    lump_sums: [{id: KR1, task: 1, amount: 5.00, requires: [{indicator: P1, at_least: "
      "1}]}]\n"
      "    unit_costs: [{id: S1, task: 1, rate: [{amount: 1.00}], count: {of: hours}}]\n"
      "  - valid_from: 2022-07-01\n"
      "    tasks: [{id: 1}]\n"
      "    lump_sums: [{id: KR2, task: 1, amount: 7.00, requires: [{indicator: P1, at_least: "
      "1}]}]\n"
      "indicators: [{id: P1, kind: output, count: persons}]\n");
  REQUIRE(definition.project);
  const auto& versions = definition.project->budget.all();
  REQUIRE(versions.size() == 2);
  for (const Budget& version : versions) {
    REQUIRE(version.lump_sums.size() == 2);
    CHECK(version.lump_sums[0].id == "KR1");
    CHECK(version.lump_sums[1].id == "KR2");
    REQUIRE(version.unit_costs.size() == 1);
  }
  CHECK(versions[0].lump_sums[0].exists());
  CHECK_FALSE(versions[0].lump_sums[1].exists());
  CHECK_FALSE(versions[1].lump_sums[0].exists());
  CHECK(versions[1].lump_sums[0].requirements.empty());
  CHECK(versions[1].lump_sums[1].exists());
  CHECK(versions[0].unit_costs[0].exists());
  CHECK_FALSE(versions[1].unit_costs[0].exists());
}

TEST_CASE("definition: faults of lump sums") {
  CHECK(findings(
            two_tasks +
            "  lump_sums:\n"
            "    - {id: KR1, task: 3, amount: 0.00, requires: []}\n"
            "    - {id: KR1, task: 2, amount: -1.00, requires: [{indicator: P9, at_least: 0}]}\n"
            "    - {id: KR3, task: 2, amount: 400.00, requires: [{indicator: P1, at_least: 12}],\n"
            "       partial: [{at_least: 12, amount: 1.00}, {at_least: 6, amount: 500.00}]}\n") ==
        "13:7+1 lump-sum-unconditional: lump sum `KR1` requires nothing (`requires`), so it is due "
        "once it is declared\n"
        "13:23+1 unknown-reference: `task` names `3`, which `budget.tasks` does not have; it has: "
        "`1`, `2`\n"
        "13:34+4 not-above-zero: `amount` is 0.00, more than zero is needed\n"
        "14:12+3 duplicate-id: id `KR1` is used twice in `budget.lump_sums`, first in :13\n"
        "14:34+5 negative-amount: `amount` is `-1.00`, this amount cannot be negative\n"
        "14:64+2 unknown-reference: `indicator` names `P9`, which `indicators` does not have; it "
        "has: `P1`, `M1`\n"
        "14:78+1 not-above-zero: `at_least` is 0, more than zero is needed\n"
        "16:18+1 lump-step-order: lump sum `KR3`: the step at 12 for 1.00 is not below the next "
        "one, 12 for 400.00\n"
        "16:48+1 lump-step-order: lump sum `KR3`: the step at 6 for 500.00 is not below the next "
        "one, 12 for 1.00\n");
}

TEST_CASE("definition: faults of unit costs") {
  CHECK(
      findings(
          two_tasks +
          "  unit_costs:\n"
          "    - {id: S1, task: 1, category: x, rate: [], count: {of: years}}\n"
          "    - {id: S2, task: 1, rate: [{from: 2022-01-01, amount: 0.00}, {from: 2022-02-01, "
          "amount: 2.00},\n"
          "       {from: 2022-02-01, amount: 3.00}], count: {of: hours, min_hours: 2, indicator: "
          "P1}}\n"
          "    - {id: S2, task: 1, rate: [{amount: 1.00}, {amount: 2.00}], per_person_max: 0, "
          "units_max: -1,\n"
          "       count: {of: persons}}\n"
          "    - {id: S4, task: 1, rate: [{amount: 1.00}], per_person_max: 5,\n"
          "       count: {of: measured, indicator: P1, where: {sex: K}}}\n"
          "    - {id: S5, task: 1, rate: [{amount: 1.00}], count: {of: measured}}\n"
          "    - {id: S6, task: 1, rate: [{amount: 1.00}], count: {of: measured, indicator: M2}}\n"
          "    - {id: S7, task: 1, rate: [{amount: 1.00}],\n"
          "       count: {of: person_months, min_hours: 0, where: {place_kind: created}}}\n") ==
      "13:35+1 unknown-reference: `category` names `x`, which `budget.categories` does not have; "
      "it has: `opieka`\n"
      "13:44+1 empty-list: the list `rate` is empty\n"
      "13:60+5 definition-word: `of` is `years`; known: `hours`, `sessions`, `persons`, "
      "`person_months`, `measured`\n"
      "14:59+4 not-above-zero: `amount` is 0.00, more than zero is needed\n"
      "15:8+1 unit-rate-twice: unit cost `S2` has two rates from 2022-02-01; the first is in :14\n"
      "15:62+9 key-not-for-count: `min_hours` means nothing with `count: hours`\n"
      "15:76+9 key-not-for-count: `indicator` means nothing with `count: hours`\n"
      "16:12+2 duplicate-id: id `S2` is used twice in `budget.unit_costs`, first in :14\n"
      "16:48+1 unit-rate-twice: unit cost `S2` has two rates from –; the first is in :16\n"
      "16:81+1 not-above-zero: `per_person_max` is 0, more than zero is needed\n"
      "16:95+2 not-above-zero: `units_max` is -1, more than zero is needed\n"
      "18:49+14 key-not-for-count: `per_person_max` means nothing with `count: measured`\n"
      "19:41+2 unit-cost-not-measured: unit cost `S4` counts values of indicator P1, which is not "
      "measured\n"
      "19:45+5 key-not-for-count: `where` means nothing with `count: measured`\n"
      "20:56+1 missing-key: `budget.unit_costs.count` has no `indicator`, which it needs\n"
      "21:82+2 unknown-reference: `indicator` names `M2`, which `indicators` does not have; it "
      "has: `P1`, `M1`\n"
      "23:46+1 not-above-zero: `min_hours` is 0, more than zero is needed\n"
      "23:57+10 key-not-for-count: `place_kind` means nothing with `count: persons`\n");
}

TEST_CASE("definition: rates of exchange") {
  const std::string project =
      "euproj: 1\nproject: {id: p, title: T, period: {start: 2022-01-01, end: "
      "2022-12-31}, rates: ";
  const std::string rest =
      "}\nfinancing: {total: 1.00, sources: [{id: own, kind: own, remainder: true}]}\n";
  const Definition definition = read_definition(project + "{EUR: 4.2612, source: KE}" + rest);
  REQUIRE(definition.project);
  CHECK(definition.project->rates->euro.text() == "4.2612");
  CHECK(definition.project->rates->source == "KE");
  CHECK(findings(project + "{EUR: 0}" + rest) ==
        "2:87+1 not-above-zero: `EUR` is 0, more than zero is needed\n");
  CHECK(findings(project + "{source: KE}" + rest) ==
        "2:74+5 missing-key: `project.rates` has no `EUR`, which it needs\n");
}
