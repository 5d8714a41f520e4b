// Every finding about money: its whole line, provoked by one change to a small right project.

#include "euproj/words/kinds.hpp"
#include "support/check_cases.hpp"

namespace euproj::testing {
namespace {

const std::string documents = "wydatki.csv";

const std::vector<CheckCase>& money_cases() {
  static const std::vector<CheckCase> all = {
      {"agreed-differs",
       {{"project.yaml", "budget:", "  agreed: [{sources: [eu, own], amount: 9200.01}]\nbudget:"}},
       {"project.yaml:13:41: error: the agreement prints 9,200.01 for eu + own, the split gives "
        "9,200.00 (difference 0.01) [agreed-differs]"}},
      {"claim-outside-project",
       {{"project.yaml", "from: 2022-01-01, to", "from: 2021-12-31, to"}},
       {"project.yaml:16:10: warning: claim `1` (2021-12-31–2022-03-31) reaches outside the "
        "project's period 2022-01-01–2022-12-31 [claim-outside-project]"}},
      {"claims-overlap",
       {{"project.yaml", "to: 2022-03-31}]",
         "to: 2022-03-31}, {id: \"2\", from: 2022-03-31, to: 2022-06-30}]"}},
       {"project.yaml:16:55: error: claim `2` begins on 2022-03-31, but claim `1` lasts until "
        "2022-03-31 [claims-overlap]"}},
      {"claims-gap",
       {{"project.yaml", "to: 2022-03-31}]",
         "to: 2022-03-31}, {id: \"2\", from: 2022-04-02, to: 2022-06-30}]"}},
       {"project.yaml:16:55: warning: claim `2` begins on 2022-04-02, but claim `1` ends on "
        "2022-03-31; the days from 2022-04-01 are missing [claims-gap]"}},
      {"planned-over-total",
       {{"project.yaml", "planned: 8000.00", "planned: 8000.04"}},
       {"project.yaml:8:10: warning: 10,000.05 is planned (direct 8,000.04, indirect 2,000.01), "
        "but "
        "the "
        "project's total is 10,000.00 (0.05 too much) [planned-over-total]"}},
      {"planned-below-total",
       {{"project.yaml", "planned: 8000.00", "planned: 7999.00"}},
       {"project.yaml:8:10: warning: 9,998.75 is planned (direct 7,999.00, indirect 1,999.75), but "
        "the "
        "project's total is 10,000.00 (1.25 is missing) [planned-below-total]"}},
      {"document-outside-period",
       {{documents, "2022-01-20,1,1", "2021-12-31,1,1"}},
       {"wydatki.csv:2:11: warning: document `FV 1/2022`: paid_date 2021-12-31 is outside the "
        "eligibility period 2022-01-01–2022-12-31 [document-outside-period]"}},
      {"id-lost-zeros",
       {{"project.yaml", "planned: 8000.00}", "planned: 8000.00}, {id: \"01\", planned: 0.00}"}},
       {"wydatki.csv:2:24: warning: `1` may be `01`: no row names `01`, and a spreadsheet writes "
        "both as the number 1 [id-lost-zeros]"}},
      {"negative-without-corrects",
       {{documents, "-33.33,FV 1/2022", "-33.33,"}},
       {"wydatki.csv:3:25: warning: document `FK 1/2022` has a negative amount -33.33 but does not "
        "say what it corrects [negative-without-corrects]"}},
      {"missing-grant",
       {{"project.yaml", "  total: 10000.00\n", "  total: 10000.00\n  split: documents\n"},
        {documents, "eligible,corrects", "eligible,corrects,grant"},
        {documents, "100.00,\n", "100.00,,93.00\n"},
        {documents, "-33.33,FV 1/2022", "-33.33,FV 1/2022,"}},
       {"wydatki.csv:3:42: error: document `FK 1/2022` has no grant, but the split follows the "
        "documents [missing-grant]"}},
      {"paid-after-claim",
       {{documents, "2022-01-20,1,1", "2022-04-01,1,1"},
        {documents, "2022-02-20,,1,-33.33", "2022-05-20,,1,-33.33"}},
       {"wydatki.csv:2:11: warning: document `FV 1/2022` was paid on 2022-04-01, after the end of "
        "claim `1` (2022-03-31) [paid-after-claim]"}},
      {"corrects-unknown",
       {{documents, "-33.33,FV 1/2022", "-33.33,FV 9/2022"}},
       {"wydatki.csv:3:32: error: document `FK 1/2022` corrects `FV 9/2022`, which is not in the "
        "log "
        "[corrects-unknown]"}},
      {"corrects-later",
       {{documents, "2022-01-20,1,1", "2022-02-21,,1"}},
       {"wydatki.csv:3:32: error: document `FK 1/2022` of 2022-02-20 corrects `FV 1/2022` in "
        "wydatki.csv:2, which is later (2022-02-21) [corrects-later]"}},
      {"correction-too-large",
       {{documents, "-33.33", "-100.01"}},
       {"wydatki.csv:3:33: warning: document `FK 1/2022` changes document `FV 1/2022` in "
        "wydatki.csv:2 by -100.01, of which 100.00 is left after corrections "
        "[correction-too-large]"}},
      {"corrects-in-circle",
       {{documents, "100.00,", "100.00,FK 1/2022"}},
       {"wydatki.csv:2:33: error: document `FV 1/2022` corrects `FK 1/2022` in wydatki.csv:3, from "
        "which the corrections lead in a circle [corrects-in-circle]",
        "wydatki.csv:3:32: error: document `FK 1/2022` corrects `FV 1/2022` in wydatki.csv:2, from "
        "which the corrections lead in a circle [corrects-in-circle]"}},
      {"correction-in-other-task",
       {{"project.yaml", "planned: 8000.00}", "planned: 8000.00}, {id: \"2\", planned: 0.00}"},
        {documents, ",,1,-33.33", ",,2,-33.33"}},
       {"wydatki.csv:3:23: warning: document `FK 1/2022` corrects `FV 1/2022` in wydatki.csv:2, "
        "which is not in this task [correction-in-other-task]"}},
      {"correction-of-other-issuer",
       {{documents, "corrects\n", "corrects,issuer_nip\n"},
        {documents, "100.00,\n", "100.00,,5471009368\n"},
        {documents, "FV 1/2022\n", "FV 1/2022,8965412070\n"}},
       {"wydatki.csv:3:42: warning: document `FK 1/2022` corrects `FV 1/2022` in wydatki.csv:2, "
        "which somebody else has issued [correction-of-other-issuer]"}},
      {"correction-signs",
       {{documents, "corrects\n", "corrects,net\n"},
        {documents, "100.00,\n", "100.00,,100.00\n"},
        {documents, "FV 1/2022\n", "FV 1/2022,33.33\n"}},
       {"wydatki.csv:3:42: warning: document `FK 1/2022` corrects `FV 1/2022` in wydatki.csv:2: "
        "the "
        "eligible amount -33.33 and net 33.33 have different signs [correction-signs]"}},
      {"correction-above-gross",
       {{documents, "corrects\n", "corrects,gross\n"},
        {documents, "100.00,\n", "100.00,,100.00\n"},
        {documents, "FV 1/2022\n", "FV 1/2022,-33.32\n"}},
       {"wydatki.csv:3:25: warning: document `FK 1/2022` corrects `FV 1/2022` in wydatki.csv:2: "
        "the "
        "eligible amount -33.33 is larger than gross -33.32 [correction-above-gross]"}},
      {"signs-differ",
       {{documents, "corrects\n", "corrects,net\n"},
        {documents, "100.00,\n", "100.00,,-100.00\n"},
        {documents, "FV 1/2022\n", "FV 1/2022,\n"}},
       {"wydatki.csv:2:34: warning: document `FV 1/2022`: the eligible amount 100.00 and net "
        "-100.00 have different signs [signs-differ]"}},
      {"nip-check-digit",
       {{documents, "corrects\n", "corrects,issuer_nip\n"},
        {documents, "100.00,\n", "100.00,,5471009369\n"},
        {documents, "FV 1/2022\n", "FV 1/2022,CZ1\n"}},
       {"wydatki.csv:2:34: warning: NIP `5471009369` has a wrong check digit [nip-check-digit]",
        "wydatki.csv:3:42: warning: document `FK 1/2022` corrects `FV 1/2022` in wydatki.csv:2, "
        "which somebody else has issued [correction-of-other-issuer]"}},
      {"nip-form",
       {{documents, "corrects\n", "corrects,issuer_nip\n"},
        {documents, "100.00,\n", "100.00,,90050100027\n"},
        {documents, "FV 1/2022\n", "FV 1/2022,\n"}},
       {"wydatki.csv:2:34: warning: a NIP has 10 digits, but this one has 11 characters "
        "[nip-form]"}},
      {"claim-changed",
       {{"project.yaml", "to: 2022-03-31}",
         "to: 2022-03-31, status: paid, submitted: {date: 2022-01-19, eligible: 83.33}}"}},
       {"wydatki.csv:2:22: warning: document `FV 1/2022` of 100.00 came into claim `1` after it "
        "was "
        "submitted on 2022-01-19 [claim-changed]",
        "wydatki.csv:3:11: warning: document `FK 1/2022` of -33.33 came into claim `1` after it "
        "was "
        "submitted on 2022-01-19 [claim-changed]"}},
      {"claim-differs",
       {{"project.yaml", "to: 2022-03-31}",
         "to: 2022-03-31, status: paid, submitted: {date: 2022-02-20, eligible: 83.34}}"}},
       {"project.yaml:16:79: warning: claim `1`: `submitted.eligible` of 2022-02-20 says 83.34, "
        "but the log gives 83.33 (difference -0.01) [claim-differs]"}},
      {"claim-differs",
       {{"project.yaml", "to: 2022-03-31}",
         "to: 2022-03-31, status: approved, submitted: {date: 2022-04-20, eligible: 83.33},\n"
         "  decided: {date: 2022-05-20, approved: 73.34, ineligible: [{document: \"fv 1/2022\", "
         "amount: 8.00}]}}"}},
       // 66.67 x 1.25 is 83.33, 58.67 x 1.25 is 73.33: the flat rate on 8.00 goes too.
       {"project.yaml:17:12: warning: claim `1`: `decided.approved` of 2022-05-20 says 73.34, but "
        "the log gives 73.33 (difference -0.01) [claim-differs]"}},
      {"approved-above-submitted",
       {{"project.yaml", "to: 2022-03-31}",
         "to: 2022-03-31, status: approved, submitted: {date: 2022-04-20, eligible: 83.33},\n"
         "  decided: {date: 2022-05-20, approved: 83.34}}"}},
       {"project.yaml:17:12: error: claim `1`: 83.34 is approved, but 83.33 was submitted (0.01 "
        "too much) [approved-above-submitted]"}},
      {"decided-before-submitted",
       {{"project.yaml", "to: 2022-03-31}",
         "to: 2022-03-31, status: approved, submitted: {date: 2022-04-20},\n"
         "  decided: {date: 2022-04-19}}"}},
       {"project.yaml:17:12: error: claim `1`: the decision of 2022-04-19 is earlier than the "
        "submission on 2022-04-20 [decided-before-submitted]"}},
      {"decision-on-draft",
       {{"project.yaml", "to: 2022-03-31}", "to: 2022-03-31,\n  decided: {date: 2022-04-19}}"}},
       {"project.yaml:17:12: error: claim `1` has a decision of 2022-04-19, but its status is "
        "`draft` [decision-on-draft]"}},
      {"final-claim-not-last",
       {{"project.yaml", "to: 2022-03-31}]",
         "to: 2022-03-31, kind: final},\n  {id: \"2\", from: 2022-04-01, to: 2022-06-30}]"}},
       {"project.yaml:16:10: error: claim `1` is the final one, but `2` is the last "
        "[final-claim-not-last]"}},
      {"ineligible-unknown",
       {{"project.yaml", "to: 2022-03-31}",
         "to: 2022-03-31, status: approved,\n"
         "  decided: {date: 2022-05-20, ineligible: [{document: FV 2/2022, amount: 8.00}]}}"}},
       {"project.yaml:17:44: error: the decision on claim `1` names document `FV 2/2022`, which "
        "the claim does not have [ineligible-unknown]"}},
      {"ineligible-above-document",
       {{"project.yaml", "to: 2022-03-31}",
         "to: 2022-03-31, status: approved,\n"
         "  decided: {date: 2022-05-20, ineligible: [{document: FV 1/2022, amount: 100.01}]}}"}},
       {"project.yaml:17:44: error: the decision on claim `1` finds 100.01 of document `FV 1/2022` "
        "ineligible, but it has 100.00 [ineligible-above-document]"}},
      {"cost-beside-remaining",
       {{"project.yaml", "indirect: {rate: 25%}",
         "categories: [{id: place, role: staff}, {id: zasilki}]\n"
         "  indirect: {remaining: 40%, of: staff, besides: [zasilki]}"},
        {documents, "corrects\n", "corrects,category\n"},
        {documents, "100.00,\n",
         "100.00,,place\nFV 2/2022,2022-01-20,1,1,1.00,,zasilki\n"
         "FV 3/2022,2022-01-20,1,1,1.00,,\n"},
        {documents, "FK 1/2022,2022-02-20,,1,-33.33,FV 1/2022", "FV 4/2022,2022-02-20,,1,3.00,,"}},
       {"wydatki.csv:4:1: error: document `FV 3/2022` of 1.00 is in category `–`, whose costs the "
        "rate `remaining` covers (Art. 56 of Regulation 2021/1060) [cost-beside-remaining]",
        "wydatki.csv:5:1: error: document `FV 4/2022` of 3.00 is in category `–`, whose costs the "
        "rate `remaining` covers (Art. 56 of Regulation 2021/1060) [cost-beside-remaining]"}},
      {"similar-documents",
       {{documents, "FK 1/2022,2022-02-20,,1,-33.33,FV 1/2022", "FV-01/2022,2022-02-20,,1,1.00,"}},
       {"wydatki.csv:3:1: warning: number `FV-01/2022` differs from `FV 1/2022` in wydatki.csv:2 "
        "only in separators or leading zeros; they are two documents [similar-documents]"}},
      {"document-twice",
       {{documents, "FK 1/2022", "FV 1/2022,2022-01-20,1,1,100.00,\nFK 1/2022"}},
       {"wydatki.csv:3:1: warning: document `FV 1/2022` of 100.00 is already in wydatki.csv:2 "
        "[document-twice]"}},
      {"task-over-budget",
       {{documents, "100.00,", "8000.00,"}, {documents, "-33.33,FV 1/2022", "0.01,"}},
       {"project.yaml:8:10: warning: eligible costs 10,000.01 exceed the project's total 10,000.00 "
        "by "
        "0.01 [project-over-budget]",
        "project.yaml:14:11: warning: task `1`: 8,000.01 spent, 8,000.00 planned (0.01 too much) "
        "[task-over-budget]"}},
      {"limit-exceeded",
       {{"project.yaml", "  indirect:",
         "  categories: [{id: cross, name: Cross}]\n"
         "  limits: [{id: l, categories: [cross], max: 0.5%, of: total}]\n  indirect:"},
        {documents, "task,eligible", "task,category,eligible"},
        {documents, "1,1,100.00", "1,1,cross,100.00"},
        {documents, ",1,-33.33", ",1,cross,-33.33"}},
       {"project.yaml:16:12: warning: limit `l`: 66.67 used, 50.00 allowed (16.67 too much) "
        "[limit-exceeded]"}},
      // Of the planned direct costs: the tasks' sum, 7999.99; a task without a plan adds nothing.
      {"limit-exceeded",
       {{"project.yaml", "planned: 8000.00}",
         "planned: 7900.00}, {id: \"2\", name: Kadry, planned: 99.99}, {id: \"3\", name: Inne}"},
        {"project.yaml", "  indirect:",
         "  categories: [{id: cross, name: Cross}]\n"
         "  limits: [{id: l, categories: [cross], max: 0.8%, of: direct}]\n  indirect:"},
        {documents, "task,eligible", "task,category,eligible"},
        {documents, "1,1,100.00", "1,1,cross,100.00"},
        {documents, ",1,-33.33", ",1,cross,-33.33"}},
       {"project.yaml:16:12: warning: limit `l`: 66.67 used, 63.99 allowed (2.68 too much) "
        "[limit-exceeded]"}},
      // Of the agreed EU amount, of all sources of that kind: 8500.00 and 800.00.
      {"limit-exceeded",
       {{"project.yaml", "{id: state, kind: state,", "{id: esf, kind: eu,"},
        {"project.yaml", "  indirect:",
         "  categories: [{id: cross, name: Cross}]\n"
         "  limits: [{id: l, categories: [cross], max: 0.7%, of: eu}]\n  indirect:"},
        {documents, "task,eligible", "task,category,eligible"},
        {documents, "1,1,100.00", "1,1,cross,100.00"},
        {documents, ",1,-33.33", ",1,cross,-33.33"}},
       {"project.yaml:16:12: warning: limit `l`: 66.67 used, 65.10 allowed (1.57 too much) "
        "[limit-exceeded]"}},
  };
  return all;
}

}  // namespace

TEST_CASE("each finding about money, in words") { check_in_words(money_cases()); }

TEST_CASE("every finding about money has a case") {
  const std::set<std::string> provoked = provoked_by(money_cases());
  for (const AnyKind kind : std::initializer_list<AnyKind>{
#define EUPROJ_KIND(name, code, severity, pl, en, help_pl, help_en) Kind::name,
#include "euproj/words/kinds_money.def"
#undef EUPROJ_KIND
       }) {
    CAPTURE(kind_info(kind).code);
    CHECK(provoked.contains(std::string(kind_info(kind).code)));
  }
}

}  // namespace euproj::testing
