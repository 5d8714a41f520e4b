// The numbers of src/calc/README.md#money: flat rates, decisions, drafts between claims.

#include "euproj/calc/costs.hpp"

#include <doctest/doctest.h>

#include <string>

#include "euproj/calc/expenditure.hpp"
#include "euproj/calc/settlement.hpp"
#include "support/load_project.hpp"
#include "support/memory_files.hpp"

namespace euproj {
namespace {

const Date end = *Date::from(2027, 12, 31);

/// `definition` is what follows the project's name; `rows` are documents under `header`.
Loaded project_with(const std::string& definition, const std::string& header,
                    const std::string& rows) {
  testing::MemoryFiles files;
  files.put("p/project.yaml",
            "euproj: 1\n"
            "project: {id: p, title: T, period: {start: 2026-01-01, end: 2027-12-31}}\n" +
                definition + "data: {expenditures: x.csv}\n");
  files.put("p/x.csv", header + "\n" + rows);
  Loaded loaded = testing::load_project("p/project.yaml", files);
  for (const Diagnostic& finding : loaded.diagnostics.all()) {
    if (finding.severity != Severity::warning) FAIL_CHECK(finding.message(Language::english));
  }
  return loaded;
}

const std::string financing =
    "financing:\n"
    "  total: 9000000.00\n"
    "  sources: [{id: eu, kind: eu, rate: 85%}, {id: own, kind: own, remainder: true},\n"
    "            {id: praca, kind: other, rate: 1%, in_kind: true}]\n";

/// Flat-rate costs and all of one flat rate, with 100.00 or what is planned in each category.
struct Flat {
  std::string indirect;
  std::string eligible;
};
Flat flat_of(const std::string& rate, const std::string& rows,
             const std::string& planned = "1.00") {
  const Loaded loaded = project_with(
      financing + "budget:\n  tasks: [{id: \"1\", planned: " + planned +
          "}]\n"
          "  categories: [{id: place, role: staff}, {id: kadra, role: staff}, {id: zasilki}, "
          "{id: biuro}]\n  indirect: {" +
          rate + "}\n",
      "doc_no,paid_date,task,category,eligible,source", rows);
  const Costs costs = Expenditure(loaded.dossier).on(end);
  return {costs.indirect().text(), costs.eligible().text()};
}

TEST_CASE("forty percent of staff costs pay for all others, beside what is named") {
  const std::string staff = "A,2026-02-01,1,place,187654.33,\n";
  CHECK(flat_of("remaining: 40%, of: staff, besides: [zasilki]", staff).indirect == "75061.73");
  CHECK(flat_of("remaining: 40%, of: staff, besides: [zasilki]",
                staff + "B,2026-02-01,1,zasilki,23400.00,\n")
            .eligible == "286116.06");
}

TEST_CASE("bands are by the planned direct costs, each bound inside") {
  const std::string bands =
      "bands: [{up_to: 830000.00, rate: 25%}, {up_to: 1740000.00, rate: 20%},"
      " {up_to: 4550000.00, rate: 15%}, {rate: 10%}]";
  const auto planned = [&](const std::string& amount) {
    return flat_of(bands, "A,2026-02-01,1,biuro," + amount + ",\n", amount).indirect;
  };
  CHECK(planned("830000.00") == "207500.00");
  CHECK(planned("830000.01") == "166000.00");
  CHECK(planned("1740000.00") == "348000.00");
  CHECK(planned("1740000.01") == "261000.00");
  CHECK(planned("4550000.00") == "682500.00");
  CHECK(planned("4550000.01") == "455000.00");
}

TEST_CASE(
    "the base leaves out categories and contributions in kind, and the rounding is declared") {
  const std::string rows =
      "A,2026-02-01,1,place,10.10,\n"
      "B,2026-02-01,1,kadra,20.02,\n"
      "C,2026-02-01,1,biuro,40.04,praca\n"
      "D,2026-02-01,1,,80.08,\n"
      "E,2026-02-01,1,place,0.30,praca\n";
  CHECK(flat_of("rate: 25%", rows).indirect == "37.63");  // of 150.54: 37.635
  CHECK(flat_of("rate: 25%, rounding: half_up", rows).indirect == "37.64");
  CHECK(flat_of("rate: 25%, exclude: [biuro]", rows).indirect == "27.62");             // of 110.50
  CHECK(flat_of("rate: 25%, exclude: [biuro, place]", rows).indirect == "25.02");      // of 100.10
  CHECK(flat_of("rate: 25%, in_kind: excluded", rows).indirect == "27.55");            // of 110.20
  CHECK(flat_of("rate: 25%, of: staff", rows).indirect == "7.60");                     // of 30.42
  CHECK(flat_of("rate: 25%, of: staff, in_kind: excluded", rows).indirect == "7.53");  // of 30.12
  CHECK(flat_of("rate: 25%, of: staff, exclude: [kadra]", rows).indirect == "2.60");   // of 10.40
}

TEST_CASE("a draft between two claims settles nothing, nor do documents between them") {
  const Loaded loaded = project_with(
      "financing:\n"
      "  total: 100000.00\n"
      "  sources: [{id: eu, kind: eu, rate: 85%}, {id: own, kind: own, remainder: true}]\n"
      "claims:\n"
      "  - {id: \"1\", from: 2026-01-01, to: 2026-03-31}\n"
      "  - {id: \"2\", from: 2026-04-01, to: 2026-06-30, status: submitted,\n"
      "     submitted: {date: 2026-07-10}}\n"
      "advances: [{date: 2026-01-10, amount: 40000.00}]\n"
      "advances_rule: 70%\n",
      "doc_no,paid_date,claim,task,eligible",
      "A,2026-02-01,,1,30000.00\nB,2026-05-01,,1,10000.00\nC,2026-07-05,,1,999.00\n");
  const Expenditure expenditure(loaded.dossier);
  const Settlement early = compute_settlement(loaded.dossier, expenditure, *Date::from(2026, 7, 9));
  CHECK(early.settled == Money());
  CHECK(early.claims.empty());
  const Settlement settled =
      compute_settlement(loaded.dossier, expenditure, *Date::from(2026, 7, 10));
  CHECK(settled.settled.text() == "8500.00");
  CHECK(settled.percent.value().text() == "21.25");
  CHECK(settled.missing.value().text() == "19500.00");
  CHECK(settled.claims == std::vector<std::string>{"2"});
}

TEST_CASE("a decision takes its amount out of the claim and of the day on which it was taken") {
  const Loaded loaded = project_with(
      "financing:\n"
      "  total: 100000.00\n"
      "  sources: [{id: eu, kind: eu, rate: 85%}, {id: own, kind: own, remainder: true}]\n"
      "budget:\n  tasks: [{id: \"1\", planned: 50000.00}, {id: \"2\", planned: 50000.00}]\n"
      "claims:\n"
      "  - {id: \"1\", from: 2026-01-01, to: 2026-03-31, kind: [settlement, reporting],\n"
      "     status: approved, submitted: {date: 2026-04-10, eligible: 24020.08},\n"
      "     decided: {date: 2026-05-20, approved: 23871.43,\n"
      "               ineligible: [{document: \"fv3/2026\", amount: 148.65}]}}\n"
      "  - {id: \"2\", from: 2026-04-01, to: 2026-06-30}\n"
      "advances: [{date: 2026-01-10, amount: 30000.00, source: eu}]\n",
      "doc_no,paid_date,claim,task,eligible",
      "FV 1/2026,2026-02-01,,1,23000.08\nFV 3/2026,2026-03-01,,1,100.00\n"
      "FV 3/2026,2026-03-01,,2,920.00\nFV 3/2026,2026-05-02,,2,0.00\n");
  CHECK(loaded.diagnostics.all().empty());
  const Expenditure expenditure(loaded.dossier);
  const auto direct = [&](int month, int day) {
    return expenditure.on(*Date::from(2026, month, day)).direct().text();
  };
  CHECK(direct(5, 19) == "24020.08");
  CHECK(direct(5, 20) == "23871.43");
  const Costs after = expenditure.on(end);
  CHECK(after.of_task(loaded.dossier.codes.tasks.find("1")).text() == "23000.08");
  CHECK(after.of_task(loaded.dossier.codes.tasks.find("2")).text() == "871.35");
  const auto claim = [&](Date day) {
    return ClaimedCosts(loaded.dossier, day).of(0).eligible.text();
  };
  CHECK(claim(*Date::from(2026, 5, 19)) == "24020.08");
  CHECK(claim(*Date::from(2026, 5, 20)) == "23871.43");
  const Settlement settled =
      compute_settlement(loaded.dossier, expenditure, *Date::from(2026, 5, 20));
  CHECK(settled.settled.text() == "20290.71");  // 85 % of 23871.43, rounded down
}

TEST_CASE("a claim's number changes no month, and what is between months and claims is told") {
  const std::string definition =
      "financing:\n"
      "  total: 100000.00\n"
      "  sources: [{id: eu, kind: eu, rate: 85%}, {id: own, kind: own, remainder: true}]\n"
      "claims:\n"
      "  - {id: \"1\", from: 2026-01-01, to: 2026-03-31}\n"
      "  - {id: \"2\", from: 2026-04-01, to: 2026-06-30}\n";
  const auto rows = [](const std::string& claim) {
    return "A,2026-03-30,1,1,100.00\nB,2026-04-02," + claim + ",1,20.00\nC,2026-05-02,,1,3.00\n" +
           "D,2026-07-02,,1,0.40\n";
  };
  const std::string header = "doc_no,paid_date,claim,task,eligible";
  const Loaded named = project_with(definition, header, rows("1"));
  const Loaded unnamed = project_with(definition, header, rows(""));
  for (const Loaded* loaded : {&named, &unnamed}) {
    const Expenditure expenditure(loaded->dossier);
    CHECK(expenditure.on(*Date::from(2026, 3, 31)).direct().text() == "100.00");
    CHECK(expenditure.on(*Date::from(2026, 4, 30)).direct().text() == "120.00");
  }
  CHECK(ClaimedCosts(named.dossier, {}).of(0).eligible.text() == "120.00");
  CHECK(ClaimedCosts(unnamed.dossier, {}).of(0).eligible.text() == "100.00");
  const auto amounts = [](const Loaded& loaded, Date day) {
    const OnTheWay found = compute_on_the_way(loaded.dossier, day);
    return found.no_claim.amount.text() + " " + found.later_claim.amount.text() + " " +
           found.paid_outside.amount.text();
  };
  CHECK(amounts(named, *Date::from(2026, 4, 30)) == "0.00 0.00 20.00");
  CHECK(amounts(unnamed, *Date::from(2026, 4, 30)) == "0.00 20.00 0.00");
  CHECK(amounts(named, end) == "0.40 0.00 20.00");
  CHECK(amounts(unnamed, end) == "0.40 0.00 0.00");
}

}  // namespace
}  // namespace euproj
