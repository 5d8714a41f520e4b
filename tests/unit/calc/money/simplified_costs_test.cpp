// The numbers of src/calc/README.md#lump-sums: lump sums that are reached, lost and reached in
// part; units of each kind, their maxima and rates.

#include "euproj/calc/simplified_costs.hpp"

#include <doctest/doctest.h>

#include <string>

#include "support/load_project.hpp"
#include "support/memory_files.hpp"

namespace euproj::simplified_costs {
namespace {

struct Files {
  std::string definition;  // what follows `financing`
  std::string participants;
  std::string support;
  std::string outcomes;
  std::string settlements;
  std::string measurements;
};

Loaded load(const Files& of) {
  testing::MemoryFiles files;
  std::string data = "data: {participants: u.csv";
  files.put("p/u.csv",
            "person_id,sex,birth_date,entry_date,exit_date,completed\n" + of.participants);
  const auto add = [&](const std::string& log, const std::string& header, const std::string& rows) {
    if (rows.empty()) return;
    data += ", " + log + ": " + log + ".csv";
    files.put("p/" + log + ".csv", header + "\n" + rows);
  };
  add("support", "date,person_id,form,session_id,hours,headcount", of.support);
  add("outcomes", "person_id,outcome,date", of.outcomes);
  add("settlements", "lump_sum,claim,date", of.settlements);
  add("measurements", "indicator,date,value", of.measurements);
  files.put("p/project.yaml",
            "euproj: 1\n"
            "project: {id: p, title: T, period: {start: 2026-01-01, end: 2027-12-31}}\n"
            "financing:\n"
            "  total: 1000000.00\n"
            "  sources: [{id: eu, kind: eu, rate: 85%}, {id: own, kind: own, remainder: true}]\n" +
                of.definition + data + "}\n");
  Loaded loaded = testing::load_project("p/project.yaml", files);
  for (const Diagnostic& finding : loaded.diagnostics.all()) {
    if (finding.severity == Severity::error) FAIL_CHECK(finding.message(Language::english));
  }
  REQUIRE(loaded.has_project);
  return loaded;
}

Date day(const std::string& text) { return *parse_date(text); }

/// Counts and costs of one dossier, kept together.
struct FormsRun {
  explicit FormsRun(const Files& of)
      : loaded(load(of)),
        counts(compute_people_counts(loaded.dossier, loaded.dossier.project.period)),
        simplified(loaded.dossier, counts) {}

  [[nodiscard]] std::string sum(Code code, const std::string& on) const {
    return simplified.of_lump_sum(code, day(on)).text();
  }
  /// "units = amount, unpaid = amount": cumulative.
  [[nodiscard]] std::string cost(Code code, const std::string& on) const {
    const UnitTotals totals = simplified.of_unit_cost(code, day(on));
    std::string told = totals.paid.text() + " = " + totals.amount.text();
    if (!totals.unpaid.is_zero()) {
      told += ", " + totals.unpaid.text() + " = " + totals.unpaid_amount.text();
    }
    if (!totals.unrated.is_zero()) told += ", " + totals.unrated.text() + " without a rate";
    return told;
  }

  Loaded loaded;
  PeopleCounts counts;
  SimplifiedCosts simplified;
};

std::string person(int number) {
  const std::string id = std::to_string(number);
  return "U-" + id + "," + (number % 2 == 0 ? "K" : "M") + ",1990-05-01,2026-01-02,,\n";
}

std::string persons(int count) {
  std::string rows;
  for (int number = 1; number <= count; ++number) rows += person(number);
  return rows;
}

std::string outcomes(int first, int last, const std::string& date) {
  std::string rows;
  for (int number = first; number <= last; ++number) {
    rows += "U-" + std::to_string(number) + ",praca," + date + "\n";
  }
  return rows;
}

const std::string indicators =
    "indicators:\n"
    "  - {id: P1, kind: output, count: persons, target: 20}\n"
    "  - {id: R1, kind: result, count: persons, target: 12, where: {outcome: praca}}\n";
const std::string claims =
    "claims:\n"
    "  - {id: \"3\", from: 2026-01-01, to: 2026-06-30}\n"
    "  - {id: \"4\", from: 2026-07-01, to: 2026-09-30}\n";

std::string lump_sums(const std::string& partial = "") {
  return "budget:\n"
         "  tasks: [{id: 1, planned: 250000.00}, {id: 2, planned: 150000.00}]\n"
         "  lump_sums:\n"
         "    - {id: KR1, task: 1, amount: 250000.00, requires: [{indicator: P1, at_least: 20}]}\n"
         "    - {id: KR2, task: 2, amount: 150000.00,\n"
         "       requires: [{indicator: P1, at_least: 20}, {indicator: R1, at_least: 12}]" +
         partial + "}\n";
}

std::string unit_cost(const std::string& keys) {
  return "budget:\n  tasks: [{id: 2}]\n  unit_costs: [{id: S1, task: 2, " + keys + "}]\n";
}

}  // namespace

TEST_CASE("a requirement on a percentage asks for the exact share, not for the one that is shown") {
  const std::string sums =
      "budget:\n"
      "  tasks: [{id: 1, planned: 3000.00}]\n"
      "  lump_sums:\n"
      "    - {id: KR1, task: 1, amount: 1000.00, requires: [{indicator: W, at_least: 50}]}\n"
      "    - {id: KR2, task: 1, amount: 2000.00, requires: [{indicator: W, at_least: 60}],\n"
      "       partial: [{at_least: 50, amount: 700.00}]}\n";
  const std::string ratio =
      "indicators:\n"
      "  - {id: A, kind: output, count: measured}\n"
      "  - {id: B, kind: output, count: measured}\n"
      "  - {id: W, kind: result, count: ratio, numerator: A, denominator: B}\n";
  const FormsRun costs({sums + ratio, persons(1), "", "", "KR1,,2026-03-01\nKR2,,2026-03-01\n",
                        "A,2026-03-01,12499\nB,2026-03-01,25000\nA,2026-04-01,1\n"});
  const Requirement& half =
      costs.loaded.dossier.project.budget.latest().lump_sums[0].requirements[0];
  CHECK(costs.sum(1, "2026-03-01") == "0.00");  // 49.996, which is shown as 50.00
  CHECK(costs.sum(2, "2026-03-01") == "0.00");
  CHECK(costs.simplified.value(half, day("2026-03-01"))->text() == "49.996");
  CHECK(costs.sum(1, "2026-04-01") == "1000.00");
  CHECK(costs.sum(2, "2026-04-01") == "700.00");
  CHECK(costs.simplified.value(half, day("2026-04-01"))->text() == "50");

  const std::string criterion =
      "budget:\n"
      "  tasks: [{id: 1, planned: 1000.00}]\n"
      "  lump_sums:\n"
      "    - {id: KR1, task: 1, amount: 600.00, requires: [{indicator: K, at_least: 66.67}]}\n"
      "    - {id: KR2, task: 1, amount: 400.00, requires: [{indicator: K, at_least: 66.66}]}\n"
      "indicators:\n"
      "  - {id: K, kind: result, unit: \"%\", count: criterion, threshold: 50%,\n"
      "     reached: {outcome: [praca], within: 4 weeks}}\n";
  std::string leavers;
  for (int i = 1; i <= 3; ++i) {
    leavers += "U-" + std::to_string(i) + ",K,1990-05-01,2026-01-02,2026-01-31,yes\n";
  }
  const FormsRun two_of_three({criterion, leavers, "", outcomes(1, 2, "2026-02-02"),
                               "KR1,,2026-03-01\nKR2,,2026-03-01\n", ""});
  CHECK(two_of_three.sum(1, "2026-04-01") == "0.00");  // 66.666..., which is shown as 66.67
  CHECK(two_of_three.sum(2, "2026-04-01") == "400.00");
}

TEST_CASE("a lump sum counts from the day on which it is declared and all it requires holds") {
  const FormsRun costs({lump_sums() + claims + indicators, persons(20), "",
                        outcomes(1, 11, "2026-05-04") + outcomes(12, 12, "2026-08-17"),
                        "KR1,3,\nKR2,3,\n", ""});
  CHECK(costs.sum(1, "2026-06-29") == "0.00");
  CHECK(costs.sum(1, "2026-06-30") == "250000.00");
  CHECK(costs.sum(2, "2026-06-30") == "0.00");
  CHECK(costs.sum(2, "2026-08-16") == "0.00");
  CHECK(costs.sum(2, "2026-08-17") == "150000.00");
  CHECK(costs.simplified.of_task(1, day("2026-12-31")).text() == "250000.00");
  CHECK(costs.simplified.of_task(2, day("2026-12-31")).text() == "150000.00");
  CHECK(costs.simplified.of_category(no_code, day("2026-12-31")).text() == "400000.00");
  CHECK(costs.simplified.in_flat_rate_base(day("2026-12-31")).is_zero());
  CHECK(costs.simplified.declared(2, day("2026-06-29")) == std::nullopt);
  CHECK(costs.simplified.declared(2, day("2026-06-30")) == day("2026-06-30"));
}

TEST_CASE("of two declarations the earlier counts, and one with a day counts from it") {
  const FormsRun costs(
      {lump_sums() + claims + indicators, persons(20), "", "", "KR1,4,\nKR1,,2026-02-10\n", ""});
  CHECK(costs.sum(1, "2026-02-09") == "0.00");
  CHECK(costs.sum(1, "2026-02-10") == "250000.00");
  CHECK(costs.sum(2, "2026-12-31") == "0.00");  // never declared
}

TEST_CASE("a step is paid where all other requirements hold") {
  const std::string partial =
      ", partial: [{at_least: 6, amount: 75000.00}, {at_least: 9, amount: 100000.00}]";
  const FormsRun costs({lump_sums(partial) + claims + indicators, persons(20), "",
                        outcomes(1, 5, "2026-02-01") + outcomes(6, 6, "2026-03-01") +
                            outcomes(7, 9, "2026-04-01") + outcomes(10, 12, "2026-05-01"),
                        "KR2,,2026-01-15\n", ""});
  CHECK(costs.sum(2, "2026-02-28") == "0.00");
  CHECK(costs.sum(2, "2026-03-01") == "75000.00");
  CHECK(costs.sum(2, "2026-04-01") == "100000.00");
  CHECK(costs.sum(2, "2026-05-01") == "150000.00");
  const FormsRun few({lump_sums(partial) + claims + indicators, persons(19), "",
                      outcomes(1, 12, "2026-02-01"), "KR2,,2026-01-15\n", ""});
  CHECK(few.sum(2, "2026-12-31") == "0.00");
}

TEST_CASE("a requirement that is lost takes the lump sum back") {
  const FormsRun costs(
      {"budget:\n  lump_sums: [{id: KR, task: 1, amount: 500.00, requires: [{indicator: M, "
       "at_least: "
       "2.5}]}]\nindicators: [{id: M, kind: output, count: measured, take: last}]\n",
       persons(1), "", "", "KR,,2026-01-01\n",
       "M,2026-02-01,2.5\nM,2026-03-01,2.4999\nM,2026-04-01,3\n"});
  CHECK(costs.sum(1, "2026-01-31") == "0.00");
  CHECK(costs.sum(1, "2026-02-01") == "500.00");
  CHECK(costs.sum(1, "2026-03-01") == "0.00");
  CHECK(costs.sum(1, "2026-04-01") == "500.00");
}

TEST_CASE("a lump sum follows the version of the budget in force") {
  const FormsRun costs(
      {"budget:\n"
       "  - lump_sums: [{id: KR, task: 1, amount: 500.00, requires: [{indicator: P1, at_least: "
       "1}]}]\n"
       "  - valid_from: 2026-07-01\n"
       "    lump_sums: [{id: KR, task: 1, amount: 450.00, requires: [{indicator: P1, at_least: "
       "1}]}]\n"
       "  - valid_from: 2026-08-01\n"
       "indicators: [{id: P1, kind: output, count: persons}]\n",
       persons(1), "", "", "KR,,2026-02-01\n", ""});
  CHECK(costs.sum(1, "2026-06-30") == "500.00");
  CHECK(costs.sum(1, "2026-07-01") == "450.00");
  CHECK(costs.sum(1, "2026-08-01") == "0.00");
}

TEST_CASE("units are rounded once, of all so far") {
  const FormsRun costs(
      {unit_cost("rate: [{from: 2026-01-01, amount: 41.37}], count: {of: hours, where: "
                 "{support: [opieka]}}"),
       persons(2),
       "2026-01-10,U-1,opieka,,410.5,\n"
       "2026-02-10,U-2,opieka,,589.75,\n"
       "2026-02-10,U-2,terapia,,7,\n"
       "2026-03-10,U-1,opieka,,234.25,\n",
       "", "", ""});
  CHECK(costs.cost(1, "2026-01-09") == "0 = 0.00");
  CHECK(costs.cost(1, "2026-01-31") == "410.5 = 16982.38");
  CHECK(costs.cost(1, "2026-02-28") == "1000.25 = 41380.34");
  CHECK(costs.cost(1, "2026-03-31") == "1234.5 = 51071.26");
  CHECK(costs.simplified.of_task(1, day("2026-03-31")).text() == "51071.26");
  CHECK(costs.simplified.of_unit_cost(1, day("2026-03-31")).rate->text() == "41.37");
}

TEST_CASE("a unit has the rate of its own day, and none before the first") {
  const FormsRun costs(
      {unit_cost("rate: [{from: 2027-01-01, amount: 43.10}, {from: 2026-02-01, amount: "
                 "41.37}], count: {of: hours}, flat_rate: base"),
       persons(1),
       "2026-01-31,U-1,opieka,,2,\n"
       "2026-12-31,U-1,opieka,,1,\n"
       "2027-01-01,U-1,opieka,,1.5,\n",
       "", "", ""});
  CHECK(costs.cost(1, "2026-01-31") == "0 = 0.00, 2 without a rate");
  CHECK(costs.cost(1, "2026-12-31") == "1 = 41.37, 2 without a rate");
  CHECK(costs.cost(1, "2027-01-01") == "2.5 = 106.02, 2 without a rate");
  CHECK_FALSE(costs.simplified.of_unit_cost(1, day("2027-01-01")).rate.has_value());
  CHECK(costs.simplified.in_flat_rate_base(day("2027-01-01")).text() == "106.02");
}

TEST_CASE(
    "units are paid in the order of their days until a maximum, first per person, then in all") {
  const FormsRun costs(
      {unit_cost("rate: [{from: 2026-01-01, amount: 10.00}, {from: 2026-03-01, amount: "
                 "11.00}], count: {of: hours}, per_person_max: 40, units_max: 60"),
       persons(2),
       "2026-01-10,U-1,opieka,,30,\n"
       "2026-02-10,U-1,opieka,,15,\n"
       "2026-02-20,,opieka,,1,3\n"
       "2026-03-10,U-2,opieka,,25,\n",
       "", "", ""});
  CHECK(costs.cost(1, "2026-01-31") == "30 = 300.00");
  CHECK(costs.cost(1, "2026-02-10") == "40 = 400.00, 5 = 50.00");
  CHECK(costs.cost(1, "2026-02-28") == "41 = 410.00, 5 = 50.00");  // nobody's rows have no maximum
  CHECK(costs.cost(1, "2026-03-31") == "60 = 619.00, 11 = 116.00");
  std::string rows;
  const Dossier& dossier = costs.loaded.dossier;
  for (const PaidUnit& unit : compute_paid_units(
           dossier, dossier.project.budget.latest().unit_costs[0], day("2026-12-31"))) {
    rows += unit.unit.of.iso() + " " + unit.unit.amount.text() + " " + unit.paid.text() + " " +
            unit.rate->amount.text() + "\n";
  }
  CHECK(rows ==
        "2026-01-10 30 30 10.00\n"
        "2026-02-10 15 10 10.00\n"
        "2026-02-20 1 1 10.00\n"
        "2026-03-10 25 19 11.00\n");
}

TEST_CASE("a unit of an earlier day that becomes known later is paid before later ones") {
  // Who completed is known at the exit: U-1's hours of January take the place of U-2's.
  const FormsRun costs(
      {unit_cost("rate: [{from: 2026-01-01, amount: 10.00}, {from: 2026-02-01, amount: 20.00}], "
                 "count: {of: hours, where: {completed: yes}}, units_max: 5"),
       "U-1,K,1990-05-01,2026-01-02,2026-04-01,tak\nU-2,M,1990-05-01,2026-01-02,2026-03-01,tak\n",
       "2026-01-10,U-1,opieka,,3,\n2026-02-10,U-2,opieka,,4,\n", "", "", ""});
  CHECK(costs.cost(1, "2026-02-28") == "0 = 0.00");
  CHECK(costs.cost(1, "2026-03-01") == "4 = 80.00");
  CHECK(costs.cost(1, "2026-04-01") == "5 = 70.00, 2 = 40.00");
}

TEST_CASE(
    "a person is a unit of the first day of the support, a month of the day that reaches it") {
  const std::string rates =
      "rate: [{from: 2026-01-01, amount: 100.00}, {from: 2026-02-01, amount: 1.00}], ";
  const std::string support =
      "2026-01-10,U-1,start,,1,\n"
      "2026-01-30,U-1,opieka,a,4,\n"
      "2026-02-02,U-1,opieka,b,3,\n"
      "2026-02-03,U-1,opieka,b,1,\n"
      "2026-02-20,U-1,opieka,c,4,\n"
      "2026-03-01,U-1,opieka,d,9,\n";
  const FormsRun person(
      {unit_cost(rates + "count: {of: persons, where: {support: [opieka], min_hours: 8}}"),
       persons(1), support, "", "", ""});
  CHECK(person.cost(1, "2026-02-02") == "0 = 0.00");
  CHECK(person.cost(1, "2026-02-03") == "1 = 100.00");  // of 2026-01-30
  const FormsRun months({unit_cost(rates + "count: {of: person_months, where: {support: [opieka]}, "
                                           "min_hours: 4, min_sessions: 2}"),
                         persons(1), support, "", "", ""});
  CHECK(months.cost(1, "2026-02-19") == "0 = 0.00");
  CHECK(months.cost(1, "2026-03-31") == "1 = 1.00");
  const FormsRun hours(
      {unit_cost(rates + "count: {of: person_months, min_hours: 4.5}, per_person_max: 2"),
       persons(1), support, "", "", ""});
  CHECK(hours.cost(1, "2026-01-30") == "1 = 100.00");
  CHECK(hours.cost(1, "2026-02-20") == "2 = 101.00");
  CHECK(hours.cost(1, "2026-03-31") == "2 = 101.00, 1 = 1.00");
}

TEST_CASE("a session is one unit whoever takes part, and a measurement what it changes") {
  const FormsRun sessions(
      {unit_cost("rate: [{amount: 7.00}], count: {of: sessions}, per_person_max: 1"), persons(2),
       "2026-01-10,U-1,warsztat,w1,2,\n"
       "2026-01-10,U-2,warsztat,w1,2,\n"
       "2026-01-11,U-1,rozmowa,,1,\n"
       "2026-01-12,U-1,rozmowa,r2,1,\n",
       "", "", ""});
  CHECK(sessions.cost(1, "2026-01-10") == "1 = 7.00");
  CHECK(sessions.cost(1, "2026-01-12") == "2 = 14.00, 1 = 7.00");
  // A row of a second person makes it nobody's from its own day on, not before: what was paid of
  // U-1's stays as it was reported, and one more is paid from then.
  const FormsRun joined(
      {unit_cost("rate: [{amount: 7.00}], count: {of: sessions}, per_person_max: 1"), persons(2),
       "2026-01-10,U-1,warsztat,w1,2,\n"
       "2026-01-11,U-1,warsztat,w2,2,\n"
       "2026-01-20,U-2,warsztat,w1,2,\n",
       "", "", ""});
  CHECK(joined.cost(1, "2026-01-10") == "1 = 7.00");
  CHECK(joined.cost(1, "2026-01-19") == "1 = 7.00, 1 = 7.00");
  CHECK(joined.cost(1, "2026-01-20") == "2 = 14.00");
  const FormsRun measured(
      {unit_cost("rate: [{amount: 2.00}], count: {of: measured, indicator: M}, units_max: 10") +
           "indicators: [{id: M, kind: output, count: measured, take: last}]\n",
       persons(1), "", "", "", "M,2026-02-01,8\nM,2026-03-01,12.5\nM,2026-04-01,9\n"});
  CHECK(measured.cost(1, "2026-02-28") == "8 = 16.00");
  CHECK(measured.cost(1, "2026-03-31") == "10 = 20.00, 2.5 = 5.00");
  CHECK(measured.cost(1, "2026-04-30") == "9 = 18.00");
}

}  // namespace euproj::simplified_costs
