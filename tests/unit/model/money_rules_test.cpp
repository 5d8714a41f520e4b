// The rules of money that checks and computations share, and that a run gives one answer.

#include "euproj/model/money_rules.hpp"

#include <doctest/doctest.h>

#include <sstream>
#include <string>

#include "euproj/app/run.hpp"
#include "support/memory_files.hpp"

namespace euproj {
namespace {

Money money(const char* text) { return *parse_money(text); }

struct Answer2026 {
  std::string report;
  std::string findings;
};

/// Direct costs of 72 000.00; the flat rate is 25 % until 2026 and 40 % from 2027.
Answer2026 report_of(const std::string& documents, const std::string& period) {
  testing::MemoryFiles files;
  files.put("project.yaml",
            "euproj: 1\n"
            "project: {id: p, title: T, period: {start: 2026-01-01, end: 2027-12-31}}\n"
            "financing:\n"
            "  total: 80000.00\n"
            "  sources: [{id: eu, kind: eu, rate: 85%}, {id: own, kind: own, remainder: true}]\n"
            "budget:\n"
            "  - tasks: [{id: \"1\"}]\n"
            "    indirect: {rate: 25%}\n"
            "  - valid_from: 2027-01-01\n"
            "    tasks: [{id: \"1\"}]\n"
            "    indirect: {rate: 40%}\n"
            "claims: [{id: \"1\", from: 2026-01-01, to: 2026-12-31},\n"
            "         {id: \"2\", from: 2027-01-01, to: 2027-06-30}]\n"
            "data: {expenditures: w.csv}\n");
  files.put("w.csv", "doc_no,paid_date,claim,task,eligible\n" + documents);
  std::ostringstream out;
  std::ostringstream err;
  Env env{files, out, err, *Date::from(2027, 2, 1), {}, false, false, true};
  static_cast<void>(run({"report", "project.yaml", "--period", period, "--lang", "en"}, env));
  std::string first_line = err.str();
  return {out.str(), first_line.substr(0, first_line.find('\n'))};
}

}  // namespace

TEST_CASE("a budget of next year changes nothing of what this year's documents come to") {
  const Answer2026 before = report_of("FV 1,2026-03-01,,1,72000.00\n", "2026");
  CHECK(before.findings ==
        "project.yaml:4:10: warning: eligible costs 90,000.00 exceed the project's total 80,000.00 "
        "by "
        "10,000.00 [project-over-budget]");
  CHECK(before.report.find("90,000.00") != std::string::npos);
  CHECK(before.report.find("100,800.00") == std::string::npos);

  // The version in force is that of the report's last day, on which a document counts or does not,
  // whatever claim it names.
  const std::string of_2027 =
      "project.yaml:4:10: warning: eligible costs 100,800.00 exceed the project's total 80,000.00 "
      "by "
      "20,800.00 [project-over-budget]";
  const std::string claimed = "FV 1,2026-12-31,2,1,72000.00\n";
  CHECK(report_of(claimed, "2026").findings == before.findings);
  CHECK(report_of(claimed, "2027").findings == of_2027);
  const std::string last_day = "FV 1,2026-12-31,,1,72000.00\n";
  CHECK(report_of(last_day, "2026").findings == before.findings);
  CHECK(report_of(last_day, "2027").findings == of_2027);
  const std::string first_day = "FV 1,2027-01-01,,1,72000.00\n";
  CHECK(report_of(first_day, "2026").findings.empty());
  CHECK(report_of(first_day, "2027").findings == of_2027);
}

TEST_CASE("what of a document may be eligible is its net amount and the share of VAT that is") {
  ExpenditureRow row;
  Budget budget;
  budget.eligible_vat = Rate::of(1, 3);
  CHECK_FALSE(eligible_at_most(row, budget).has_value());
  row.net = money("100.00");
  CHECK_FALSE(eligible_at_most(row, budget).has_value());
  row.gross = money("123.00");
  CHECK(eligible_at_most(row, budget) == money("107.66"));
  row.vat = money("22.99");
  CHECK(eligible_at_most(row, budget) == money("107.66"));
  row.vat = money("22.97");
  CHECK(eligible_at_most(row, budget) == money("107.65"));
  budget.eligible_vat = Rate();
  CHECK(eligible_at_most(row, budget) == money("100.00"));
  row.net = MaybeMoney();
  CHECK(eligible_at_most(row, budget) == money("100.03"));
}

TEST_CASE("a document falls into the claim that it names, else into that of its day") {
  Dossier dossier;
  const auto day = [](int month, int number) { return *Date::from(2026, month, number); };
  dossier.codes.claims.intern("A");
  dossier.codes.claims.intern("X");
  dossier.project.claims.resize(1);
  dossier.project.claims[0].id = "A";
  dossier.project.claims[0].period = {day(1, 1), day(3, 31)};
  const ClaimFinder claims(dossier);
  ExpenditureRow row;
  row.paid = day(3, 31);
  CHECK(claims.claim_of(row) == dossier.project.claims.data());
  row.paid = day(4, 1);
  CHECK(claims.claim_of(row) == nullptr);
  row.claim = 1;
  CHECK(claims.claim_of(row) == dossier.project.claims.data());
  row.claim = 2;  // a log names it, the definition does not
  row.paid = day(3, 31);
  CHECK(claims.claim_of(row) == nullptr);
}

TEST_CASE("net is written, or gross less VAT, or not known") {
  ExpenditureRow row;
  CHECK_FALSE(net_amount(row).has_value());
  row.gross = money("123.00");
  CHECK_FALSE(net_amount(row).has_value());
  row.vat = money("23.00");
  CHECK(net_amount(row) == money("100.00"));
  row.net = money("99.99");
  CHECK(net_amount(row) == money("99.99"));
}

TEST_CASE("flat-rate costs, planned costs and shifts are rounded down, and need their rule") {
  Budget budget;
  CHECK(flat_rate_costs(budget, money("100.00")) == Money());
  CHECK_FALSE(allowed_shift(budget, money("100.00")).has_value());
  CHECK(planned_direct(budget) == Money());
  budget.indirect = FlatRate::of_direct(Rate::of(1, 3));
  budget.shift_limit = Rate::of(1, 10);
  budget.tasks.resize(3);
  budget.tasks[0].planned = money("10.00");
  budget.tasks[2].planned = money("0.05");
  CHECK(flat_rate_costs(budget, money("100.00")) == money("33.33"));
  CHECK(flat_rate_costs(budget, money("-100.00")) == money("-33.33"));
  CHECK(allowed_shift(budget, money("0.19")) == money("0.01"));
  CHECK(planned_direct(budget) == money("10.05"));
}

TEST_CASE("claims by their codes, and the last day that one reaches") {
  Dossier dossier;
  CHECK_FALSE(last_claimed_day(dossier.project).known());
  const auto day = [](int month, int number) { return *Date::from(2026, month, number); };
  for (const char* id : {"A", "B", "C"}) dossier.codes.claims.intern(id);
  dossier.project.claims.resize(2);
  dossier.project.claims[0].id = "C";
  dossier.project.claims[0].period = {day(4, 1), day(6, 30)};
  dossier.project.claims[1].id = "A";
  dossier.project.claims[1].period = {day(1, 1), day(3, 31)};
  CHECK(last_claimed_day(dossier.project) == day(6, 30));
  const ClaimFinder claims(dossier);
  const auto named = [&](Code claim) {
    ExpenditureRow row;
    row.claim = claim;
    row.paid = day(2, 2);
    return claims.named_by(row);
  };
  CHECK(named(no_code) == nullptr);
  CHECK(named(1) == &dossier.project.claims[1]);
  CHECK(named(2) == nullptr);  // a log names it, the definition does not
  CHECK(named(3) == dossier.project.claims.data());
}

}  // namespace euproj
