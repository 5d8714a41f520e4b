// Findings about lump sums and unit costs, whole, of small projects; and what reports and explain
// say of them.

#include <doctest/doctest.h>

#include <sstream>
#include <string>
#include <vector>

#include "euproj/app/run.hpp"
#include "support/memory_files.hpp"

namespace euproj::testing {
namespace {

struct Said {
  std::string out;
  std::string findings;  // the first line of each
};

Said said_of(MemoryFiles files, const std::vector<std::string>& arguments) {
  std::ostringstream out;
  std::ostringstream err;
  Env env{files, out, err, *Date::from(2026, 11, 30), {}, false, false, true};
  static_cast<void>(run(arguments, env));
  Said said{out.str(), {}};
  std::istringstream text(err.str());
  for (std::string line; std::getline(text, line);) {
    if (!line.empty() && line.front() != ' ') said.findings += line + "\n";
  }
  return said;
}

const std::string head =
    "euproj: 1\n"
    "project: {id: p, title: T, period: {start: 2026-01-01, end: 2027-12-31}}\n"
    "financing:\n"
    "  total: 400000.00\n"
    "  sources:\n"
    "    - {id: eu, kind: eu, rate: 85%}\n"
    "    - {id: state, kind: state, rate: 10%}\n"
    "    - {id: own, kind: own, remainder: true}\n";

/// Both lump sums of src/calc/README.md#lump-sums, declared in claim 3: P1 is 20, R1 11 and in
/// claim 4 12.
MemoryFiles example() {
  MemoryFiles files;
  files.put(
      "p.yaml",
      head +
          "budget:\n"
          "  tasks: [{id: \"1\", planned: 250000.00}, {id: \"2\", planned: 150000.00}]\n"
          "  lump_sums:\n"
          "    - {id: KR1, name: Szkolenia, task: \"1\", amount: 250000.00, requires: [{indicator: "
          "P1, at_least: 20}]}\n"
          "    - {id: KR2, name: Praca, task: \"2\", amount: 150000.00,\n"
          "       requires: [{indicator: P1, at_least: 20}, {indicator: R1, at_least: 12}]}\n"
          "claims:\n"
          "  - {id: \"3\", from: 2026-01-01, to: 2026-06-30}\n"
          "  - {id: \"4\", from: 2026-07-01, to: 2026-09-30}\n"
          "indicators:\n"
          "  - {id: P1, kind: output, count: persons, target: 20}\n"
          "  - {id: R1, kind: result, count: persons, target: 12, where: {outcome: praca}}\n"
          "data: {participants: u.csv, outcomes: r.csv, settlements: k.csv}\n");
  std::string people = "person_id,sex,birth_date,entry_date\n";
  std::string outcomes = "person_id,outcome,date\n";
  for (int i = 1; i <= 20; ++i) {
    const std::string id = "U-" + std::to_string(i);
    people += id + ",K,1990-05-01,2026-01-02\n";
    if (i <= 12) outcomes += id + ",praca," + (i <= 11 ? "2026-05-04" : "2026-08-17") + "\n";
  }
  files.put("u.csv", people);
  files.put("r.csv", outcomes);
  files.put("k.csv", "lump_sum,claim,evidence\nKR1,3,protokół\nKR2,3,\n");
  return files;
}

/// One task whose hours are a unit cost.
MemoryFiles hours(const std::string& cost, const std::string& rows,
                  const std::string& documents = "") {
  MemoryFiles files;
  files.put("p.yaml",
            head +
                "budget:\n"
                "  tasks: [{id: \"1\", planned: 200000.00}, {id: \"2\", planned: 200000.00}]\n"
                "  categories: [{id: opieka}, {id: inne}]\n"
                "  unit_costs: [{id: S1, name: Godzina opieki, task: \"2\", " +
                cost +
                "}]\n"
                "data: {participants: u.csv, support: w.csv, expenditures: d.csv}\n");
  files.put("u.csv",
            "person_id,sex,birth_date,entry_date\nU-1,K,1990-05-01,2026-01-02\n"
            "U-2,M,1990-05-01,2026-01-02\n");
  files.put("w.csv", "date,person_id,form,hours\n" + rows);
  files.put("d.csv", "doc_no,paid_date,task,category,eligible\n" + documents);
  return files;
}

/// The part of a text from `begin` to `end`, both inside.
std::string part(const std::string& text, const std::string& begin, const std::string& end) {
  const std::size_t at = text.find(begin);
  const std::size_t until = at == std::string::npos ? at : text.find(end, at + begin.size());
  return until == std::string::npos ? "not found in:\n" + text
                                    : text.substr(at, until - at + end.size());
}

}  // namespace

TEST_CASE("a declared lump sum that is not reached is a warning with both values") {
  CHECK(
      said_of(example(), {"check", "p.yaml", "--lang", "en", "--as-of", "2026-06-30"}).findings ==
      "k.csv:3:1: warning: lump sum `KR2`, declared for 2026-06-30: R1 is 11, 12 are needed; 0.00 "
      "is eligible [lump-sum-not-reached]\n");
  CHECK(said_of(example(), {"check", "p.yaml", "--as-of", "2026-06-30"}).findings ==
        "k.csv:3:1: warning: kwota ryczałtowa `KR2`, zgłoszona na 2026-06-30: R1 wynosi 11, "
        "potrzeba 12; kwalifikowalne 0,00 [lump-sum-not-reached]\n");
  CHECK(said_of(example(), {"check", "p.yaml", "--lang", "en", "--as-of", "2026-08-17"}).findings ==
        "");
  CHECK(
      said_of(example(), {"report", "p.yaml", "--lang", "en", "--claim", "3"}).findings ==
      "k.csv:3:1: warning: lump sum `KR2`, declared for 2026-06-30: R1 is 11, 12 are needed; 0.00 "
      "is eligible [lump-sum-not-reached]\n");
  CHECK(said_of(example(), {"report", "p.yaml", "--lang", "en", "--claim", "4"}).findings == "");
}

TEST_CASE("lump sums against the plan of their task and the targets of what they require") {
  const auto found = [](const std::string& from, const std::string& to) {
    MemoryFiles files = example();
    const auto content = files.read("p.yaml");
    REQUIRE(content.ok());
    std::string text(content.value()->bytes());
    const std::size_t at = text.find(from);
    REQUIRE(at != std::string::npos);
    files.put("p.yaml", text.replace(at, from.size(), to));
    files.put("k.csv", "lump_sum,claim,evidence\nKR1,3,\n");
    return said_of(std::move(files), {"check", "p.yaml", "--lang", "en"}).findings;
  };
  CHECK(found("amount: 150000.00", "amount: 150000.00").empty());
  CHECK(found("amount: 150000.00", "amount: 149999.99") ==
        "p.yaml:13:7: warning: the lump sums of task `2` add up to 149,999.99, but its plan is "
        "150,000.00 (difference 0.01) [lump-sums-differ]\n");
  CHECK(found("indicator: R1, at_least: 12", "indicator: R1, at_least: 13") ==
        "p.yaml:14:50: warning: lump sum `KR2` requires 13 of indicator `R1`, but its target is 12 "
        "[requirement-above-target]\n");
}

TEST_CASE("what a claim and a task come to has the forms in it") {
  const auto found = [](const std::string& from, const std::string& to) {
    MemoryFiles files = example();
    const auto content = files.read("p.yaml");
    REQUIRE(content.ok());
    std::string text(content.value()->bytes());
    const std::size_t at = text.find(from);
    REQUIRE(at != std::string::npos);
    files.put("p.yaml", text.replace(at, from.size(), to));
    return said_of(std::move(files), {"check", "p.yaml", "--as-of", "2026-09-30", "--lang", "en"})
        .findings;
  };
  const std::string claim = "to: 2026-09-30";
  const std::string submitted =
      claim + ", status: submitted, submitted: {date: 2026-09-30, eligible: ";
  CHECK(found(claim, submitted + "150000.00}").empty());
  CHECK(found(claim, submitted + "150000.01}") ==
        "p.yaml:17:79: warning: claim `4`: `submitted.eligible` of 2026-09-30 says 150,000.01, but "
        "the log gives 150,000.00 (difference -0.01) [claim-differs]\n");
  CHECK(found("total: 400000.00", "total: 399999.99")
            .find("eligible costs 400,000.00 exceed the project's total 399,999.99 by 0.01 "
                  "[project-over-budget]") != std::string::npos);
}

TEST_CASE("totals in euro: from which on a form is due, and VAT must be told") {
  const auto found = [](const std::string& total, const std::string& budget) {
    MemoryFiles files;
    files.put("p.yaml",
              "euproj: 1\n"
              "project: {id: p, title: T, period: {start: 2026-01-01, end: 2026-12-31}, "
              "rates: {EUR: 4.2612, source: x}}\n"
              "financing:\n  total: " +
                  total +
                  "\n  sources: [{id: eu, kind: eu, rate: 85%}, {id: own, kind: own, remainder: "
                  "true}]\n" +
                  budget);
    return said_of(std::move(files), {"check", "p.yaml", "--lang", "en"}).findings;
  };
  const std::string vat = "budget: {vat: eligible}\n";
  CHECK(found("852240.00", vat) ==
        "p.yaml:2:87: warning: the project's total 852,240.00 is at most 200 000 EUR (at 4.2612 "
        "that is 200,000.00), but there are no lump sums, unit costs or flat rates "
        "[simplified-costs-due]\n");
  CHECK(found("852240.01", vat).empty());
  CHECK(found("852240.00", "budget: {indirect: {rate: 25%}}\n").empty());
  CHECK(found("21306000.00", "") ==
        "p.yaml:2:87: warning: the project's total 21,306,000.00 is at least 5 000 000 EUR (at "
        "4.2612 that is 5,000,000.00), but the definition does not say whether VAT is eligible "
        "[vat-needs-status]\n");
  CHECK(found("21305999.99", "").empty());
  CHECK(found("21306000.00", vat).empty());
}

TEST_CASE("declarations of lump sums") {
  MemoryFiles files = example();
  files.put("k.csv", "lump_sum,claim,date\nKR1,3,\nKR1,4,\nKR9,3,\nKR2,5,\nKR2,,\n");
  CHECK(said_of(files, {"check", "p.yaml", "--lang", "en"}).findings ==
        "k.csv:3:1: warning: lump sum `KR1` is declared a second time; first in k.csv:2 "
        "[settlement-twice]\n"
        "k.csv:4:1: error: column `lump_sum`: `KR9` is not declared in the definition "
        "[unknown-code]\n"
        "k.csv:5:5: error: column `claim`: `5` is not declared in the definition [unknown-code]\n"
        "k.csv:6:1: error: the declaration of a lump sum names neither a claim nor a day "
        "[settlement-without-day]\n");
}

TEST_CASE("a document of costs that a simplified form covers") {
  const std::string cost =
      "category: opieka, rate: [{from: 2026-01-01, amount: 41.37}], count: {of: hours}";
  CHECK(said_of(hours(cost, "2026-01-10,U-1,opieka,2\n2026-01-10,U-2,opieka,2\n",
                      "FV 1,2026-01-10,2,opieka,10.00\nFV 2,2026-01-10,2,inne,10.00\n"
                      "FV 3,2026-01-10,1,opieka,10.00\nFV 4,2026-01-10,2,,10.00\n"),
                {"check", "p.yaml", "--lang", "en"})
            .findings ==
        "d.csv:2:17: error: document `FV 1` is in task `2`, whose costs `S1` covers already "
        "[forms-overlap]\n");
}

TEST_CASE("units before the first rate") {
  CHECK(
      said_of(hours("rate: [{from: 2026-02-01, amount: 41.37}], count: {of: hours}",
                    "2026-01-10,U-1,opieka,2\n2026-02-10,U-2,opieka,1\n"),
              {"check", "p.yaml", "--lang", "en"})
          .findings ==
      "p.yaml:12:65: warning: unit cost `S1`: 2 units are from before 2026-02-01, the first day of "
      "its rate [unit-without-rate]\n");
}

TEST_CASE("reports and explain tell lump sums") {
  const std::string json =
      said_of(example(), {"report", "p.yaml", "--format", "json", "--period", "2026-Q3"}).out;
  CHECK(part(json, "    \"lump_sums\"", "\n    ]") ==
        "    \"lump_sums\": [\n"
        "      {\n"
        "        \"id\": \"KR1\",\n"
        "        \"task\": \"1\",\n"
        "        \"amount\": \"250000.00\",\n"
        "        \"declared\": \"2026-06-30\",\n"
        "        \"eligible\": {\n"
        "          \"period\": \"0.00\",\n"
        "          \"cumulative\": \"250000.00\"\n"
        "        },\n"
        "        \"requires\": [\n"
        "          {\n"
        "            \"indicator\": \"P1\",\n"
        "            \"at_least\": 20,\n"
        "            \"value\": 20\n"
        "          }\n"
        "        ]\n"
        "      },\n"
        "      {\n"
        "        \"id\": \"KR2\",\n"
        "        \"task\": \"2\",\n"
        "        \"amount\": \"150000.00\",\n"
        "        \"declared\": \"2026-06-30\",\n"
        "        \"eligible\": {\n"
        "          \"period\": \"150000.00\",\n"
        "          \"cumulative\": \"150000.00\"\n"
        "        },\n"
        "        \"requires\": [\n"
        "          {\n"
        "            \"indicator\": \"P1\",\n"
        "            \"at_least\": 20,\n"
        "            \"value\": 20\n"
        "          },\n"
        "          {\n"
        "            \"indicator\": \"R1\",\n"
        "            \"at_least\": 12,\n"
        "            \"value\": 12\n"
        "          }\n"
        "        ]\n"
        "      }\n"
        "    ]");
  const std::string text =
      said_of(example(), {"report", "p.yaml", "--lang", "en", "--period", "2026-Q2"}).out;
  CHECK(part(text, "Lump sums\n\n", "\n\n") ==
        "Lump sums\n"
        "\n"
        "No.  Lump sum   Task      Amount    Declared   In period  Cumulative   Remaining\n"
        "────────────────────────────────────────────────────────────────────────────────\n"
        "KR1  Szkolenia  1     250,000.00  2026-06-30  250,000.00  250,000.00        0.00\n"
        "KR2  Praca      2     150,000.00  2026-06-30        0.00        0.00  150,000.00\n"
        "────────────────────────────────────────────────────────────────────────────────\n"
        "     Total            400,000.00              250,000.00  250,000.00  150,000.00\n"
        "\n");
  CHECK(part(text, "What lump sums require\n\n", "\n\n") ==
        "What lump sums require\n"
        "\n"
        "No.  Indicator  Needed  Value  Missing\n"
        "──────────────────────────────────────\n"
        "KR1  P1             20     20        0\n"
        "KR2  P1             20     20        0\n"
        "KR2  R1             12     11        1\n"
        "\n");
  CHECK(part(text, "Lump sum KR2 still", "\n") ==
        "Lump sum KR2 still open, not in the   150,000.00\n");
  CHECK(said_of(example(), {"explain", "p.yaml", "KR2", "--lang", "en", "--as-of", "2026-06-30"})
            .out ==
        "Lump sum KR2\n"
        "T · as of 2026-06-30\n"
        "══════════════════════════════════════════════════════════════════════════════════════════"
        "══════════\n"
        "\n"
        "1. Lump sum KR2\n"
        "──────────────────────────────────────────────────────────────────────────────────────────"
        "──────────\n"
        "Name                     Praca\n"
        "Definition               p.yaml:13\n"
        "As of                    2026-06-30\n"
        "Task                     2\n"
        "Amount                   150,000.00\n"
        "Declared                 2026-06-30\n"
        "File:line                k.csv:3\n"
        "Eligible costs in total  0.00\n"
        "Who counts for R1: euproj explain PROJECT.yaml R1.\n"
        "\n"
        "Indicator  Needed  Value  Missing\n"
        "─────────────────────────────────\n"
        "P1             20     20        0\n"
        "R1             12     11        1\n");
  CHECK(
      said_of(example(), {"explain", "p.yaml", "KR2", "--format", "json", "--as-of", "2026-06-30"})
          .out ==
      "{\n"
      "  \"lump_sum\": {\n"
      "    \"id\": \"KR2\",\n"
      "    \"task\": \"2\",\n"
      "    \"amount\": \"150000.00\",\n"
      "    \"eligible\": \"0.00\",\n"
      "    \"declared\": \"2026-06-30\",\n"
      "    \"at\": [\n"
      "      \"k.csv:3\"\n"
      "    ],\n"
      "    \"requires\": [\n"
      "      {\n"
      "        \"indicator\": \"P1\",\n"
      "        \"at_least\": 20,\n"
      "        \"value\": 20,\n"
      "        \"missing\": 0\n"
      "      },\n"
      "      {\n"
      "        \"indicator\": \"R1\",\n"
      "        \"at_least\": 12,\n"
      "        \"value\": 11,\n"
      "        \"missing\": 1\n"
      "      }\n"
      "    ]\n"
      "  }\n"
      "}\n");
}

TEST_CASE("a claim has of lump sums what they come to on its last day") {
  const auto sources = [](const std::string& claim) {
    const std::string json =
        said_of(example(), {"report", "p.yaml", "--format", "json", "--claim", claim}).out;
    std::string told;
    for (const std::string id : {"eu", "state", "own"}) {
      const std::size_t at = json.find("\"id\": \"" + id + "\"");
      const auto value = [&](const std::string& key) {
        const std::size_t from = json.find("\"" + key + "\": \"", at) + key.size() + 5;
        return json.substr(from, json.find('"', from) - from);
      };
      told += id + " " + value("period") + " of " + value("cumulative") + "\n";
    }
    return told;
  };
  CHECK(sources("3") ==
        "eu 212500.00 of 212500.00\nstate 25000.00 of 25000.00\nown 12500.00 of 12500.00\n");
  CHECK(sources("4") ==
        "eu 127500.00 of 340000.00\nstate 15000.00 of 40000.00\nown 7500.00 of 20000.00\n");
  const std::string all =
      said_of(example(), {"report", "p.yaml", "--format", "json", "--as-of", "2026-10-31"}).out;
  const std::string listed = part(all, "    \"claims\"", "\n    ]");
  CHECK(part(listed, "        \"eligible\"", "}") ==
        "        \"eligible\": \"250000.00\",\n"
        "        \"sources\": {\n"
        "          \"eu\": \"212500.00\",\n"
        "          \"state\": \"25000.00\",\n"
        "          \"own\": \"12500.00\"\n"
        "        }");
  CHECK(part(listed.substr(listed.find("\"4\"")), "        \"eligible\"", "}") ==
        "        \"eligible\": \"150000.00\",\n"
        "        \"sources\": {\n"
        "          \"eu\": \"127500.00\",\n"
        "          \"state\": \"15000.00\",\n"
        "          \"own\": \"7500.00\"\n"
        "        }");
  const std::string claim =
      said_of(example(), {"report", "p.yaml", "--lang", "en", "--claim", "4"}).out;
  CHECK(part(claim, "1      not given", "2      not given        0.00  150,000.00  150,000.00\n") ==
        "1      not given  250,000.00        0.00  250,000.00\n"
        "2      not given        0.00  150,000.00  150,000.00\n");
}

TEST_CASE("reports and explain tell unit costs") {
  const MemoryFiles files = hours(
      "rate: [{from: 2026-01-01, amount: 41.37}, {from: 2026-03-01, amount: 43.10}], count: {of: "
      "hours}, per_person_max: 3",
      "2026-01-10,U-1,opieka,2\n2026-02-10,U-1,opieka,2.25\n2026-03-10,U-2,opieka,1\n");
  const std::string json =
      said_of(files, {"report", "p.yaml", "--format", "json", "--period", "2026-03"}).out;
  CHECK(part(json, "    \"unit_costs\"", "\n    ]") ==
        "    \"unit_costs\": [\n"
        "      {\n"
        "        \"id\": \"S1\",\n"
        "        \"task\": \"2\",\n"
        "        \"units\": {\n"
        "          \"period\": \"1\",\n"
        "          \"cumulative\": \"4\"\n"
        "        },\n"
        "        \"eligible\": {\n"
        "          \"period\": \"43.10\",\n"
        "          \"cumulative\": \"167.21\"\n"
        "        },\n"
        "        \"unpaid\": {\n"
        "          \"units\": \"1.25\",\n"
        "          \"amount\": \"51.71\"\n"
        "        }\n"
        "      }\n"
        "    ]");
  const std::string direct = part(json, "    \"direct\"", "}");
  CHECK(direct ==
        "    \"direct\": {\n      \"period\": \"43.10\",\n      \"cumulative\": \"167.21\"\n    }");
  CHECK(part(said_of(files, {"report", "p.yaml", "--lang", "en", "--period", "2026-02"}).out,
             "Unit costs\n\n", "\n\n") ==
        "Unit costs\n"
        "\n"
        "                                                                                  Amount\n"
        "                            Units                                         Above    above\n"
        "                           in the                                           the      the\n"
        "No.  Unit cost       Task  period  Units   Rate  In period  Cumulative  maximum  "
        "maximum\n"
        "────────────────────────────────────────────────────────────────────────────────────────\n"
        "S1   Godzina opieki  2          1      3  41.37      41.37      124.11     1.25    51.71\n"
        "\n");
  // An amount divided by its rate gives the units.
  const std::string handed_on = said_of(files, {"report", "p.yaml", "--lang", "en", "--period",
                                                "2026-02", "--small-cells", "5"})
                                    .out;
  CHECK(handed_on.find("Amounts of costs are hidden") != std::string::npos);
  CHECK(handed_on.find("41.37") == std::string::npos);
  CHECK(handed_on.find("124.11") == std::string::npos);
  CHECK(said_of(files, {"explain", "p.yaml", "S1", "--lang", "en", "--as-of", "2026-03-31"}).out ==
        "Unit cost S1\n"
        "T · as of 2026-03-31\n"
        "══════════════════════════════════════════════════════════════════════════════════════════"
        "══════════\n"
        "\n"
        "1. Unit cost S1\n"
        "──────────────────────────────────────────────────────────────────────────────────────────"
        "──────────\n"
        "Name                      Godzina opieki\n"
        "Rule                      hours; at most 3 per person\n"
        "Definition                p.yaml:12\n"
        "As of                     2026-03-31\n"
        "Task                      2\n"
        "Units                     4\n"
        "Eligible costs in total   167.21\n"
        "Above the maximum         1.25\n"
        "Amount above the maximum  51.71\n"
        "\n"
        "Id             Date  Units  Paid   Rate  File:line\n"
        "──────────────────────────────────────────────────\n"
        "w.csv:2  2026-01-10      2     2  41.37  w.csv:2\n"
        "w.csv:3  2026-02-10   2.25     1  41.37  w.csv:3\n"
        "w.csv:4  2026-03-10      1     1  43.10  w.csv:4\n");
  CHECK(
      said_of(files, {"explain", "p.yaml", "S1", "--format", "csv", "--as-of", "2026-03-31"}).out ==
      "key,date,units,paid,rate,at\r\n"
      "w.csv:2,2026-01-10,2,2,41.37,w.csv:2\r\n"
      "w.csv:3,2026-02-10,2.25,1,41.37,w.csv:3\r\n"
      "w.csv:4,2026-03-10,1,1,43.10,w.csv:4\r\n");
}

TEST_CASE("a form that is in the base of flat rates, and one that is not") {
  const auto indirect = [](const std::string& flat_rate) {
    MemoryFiles files = hours(flat_rate + "rate: [{amount: 100.00}], count: {of: hours}",
                              "2026-01-10,U-1,opieka,2\n", "FV 1,2026-01-10,1,inne,1000.00\n");
    std::string definition = files.text_of("p.yaml");
    definition.insert(definition.find("  categories"), "  indirect: {rate: 20%}\n");
    files.put("p.yaml", definition);
    return part(said_of(files, {"report", "p.yaml", "--format", "json", "--period", "2026-01"}).out,
                "    \"indirect\"", ",");
  };
  CHECK(indirect("") == "    \"indirect\": {\n      \"period\": \"200.00\",");
  CHECK(indirect("flat_rate: base, ") == "    \"indirect\": {\n      \"period\": \"240.00\",");
}

}  // namespace euproj::testing
