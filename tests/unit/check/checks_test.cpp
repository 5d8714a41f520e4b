// Every finding of the check floor: its whole line, provoked by one change to a small right
// project.

#include <doctest/doctest.h>

#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "euproj/app/run.hpp"
#include "euproj/words/diagnostics.hpp"
#include "euproj/words/kinds.hpp"
#include "support/small_project.hpp"

namespace euproj::testing {
namespace {

struct Change {
  std::string file;
  std::string old_text;  // empty: a new file
  std::string new_text;
};

struct CheckCase {
  std::string code;
  std::vector<Change> changes;
  std::vector<std::string> lines;  // the first line of each finding, in order
};

std::string replaced(std::string text, const std::string& from, const std::string& to) {
  const std::size_t at = text.find(from);
  REQUIRE_MESSAGE(at != std::string::npos, from);
  return text.replace(at, from.size(), to);
}

/// The first lines of the findings of `euproj check`, without excerpts and help.
std::vector<std::string> findings_of(const std::vector<Change>& changes) {
  MemoryFiles files = small_project();
  for (const Change& change : changes) {
    if (change.old_text.empty()) {
      files.put(change.file, change.new_text);
      continue;
    }
    const auto content = files.read(change.file);
    REQUIRE(content.ok());
    files.put(change.file,
              replaced(std::string(content.value()->bytes()), change.old_text, change.new_text));
  }
  std::ostringstream out, err;
  Env env{files, out, err, *Date::from(2022, 6, 30), {}, false, false, true};
  static_cast<void>(run({"check", "project.yaml", "--lang", "en"}, env));
  std::vector<std::string> lines;
  std::istringstream text(err.str());
  for (std::string line; std::getline(text, line);) {
    if (!line.empty() && line.front() != ' ') lines.push_back(line);
  }
  return lines;
}

const std::string people = "uczestnicy.csv";
const std::string support = "wsparcie.csv";
const std::string documents = "wydatki.csv";
const std::string u2 = "U-2,M,1985-02-11,rodzice,G-1,2022-01-12,2022-03-31,tak\n";

const std::vector<CheckCase>& cases() {
  static const std::vector<CheckCase> all = {
      {"same-entry-date",
       {{people, u2, u2 + u2}},
       {"uczestnicy.csv:4:30: error: `U-2` enters the project on 2022-01-12 a second time; the "
        "first is in uczestnicy.csv:3 [same-entry-date]",
        "uczestnicy.csv:4:30: warning: `U-2` enters again on 2022-01-12, before the exit on "
        "2022-03-31 in uczestnicy.csv:3 [re-entry-before-exit]"}},
      {"missing-entry-date",
       {{people, u2, u2 + "U-2,M,1985-02-11,rodzice,G-1,,2022-05-31,\n"}},
       {"uczestnicy.csv:3:30: warning: `U-2` enters again on 2022-01-12, before the exit on "
        "2022-05-31 in uczestnicy.csv:4 [re-entry-before-exit]",
        "uczestnicy.csv:4:30: error: `U-2` has several rows, and this one has no entry_date "
        "[missing-entry-date]"}},
      {"missing-start",
       {{"project.yaml", "  support: wsparcie.csv\n", ""}, {people, "G-1,2022-01-10,,", "G-1,,,"}},
       {"uczestnicy.csv:2:1: error: `U-1` has no entry_date, and the project keeps no support log "
        "[missing-start]"}},
      {"never-supported",
       {{people, u2, u2 + "U-3,K,1999-01-01,rodzice,G-2,2022-02-01,,\n"}},
       {"uczestnicy.csv:4:1: warning: `U-3` has no support at all and is in no indicator "
        "[never-supported]"}},
      {"exit-before-entry",
       {{people, "2022-01-10,,", "2022-01-10,2022-01-09,"}},
       {"uczestnicy.csv:2:41: error: `U-1` leaves on 2022-01-09, before entering on 2022-01-10 "
        "[exit-before-entry]",
        "wsparcie.csv:2:1: warning: `U-1` has support on 2022-01-10, after leaving the project on "
        "2022-01-09 [support-after-exit]"}},
      {"re-entry-without-exit",
       {{people, u2, u2 + "U-1,K,1990-05-01,rodzice,G-1,2022-05-01,,\n"}},
       {"uczestnicy.csv:4:30: warning: `U-1` enters again on 2022-05-01, but the participation in "
        "uczestnicy.csv:2 has no exit_date [re-entry-without-exit]"}},
      {"support-before-entry",
       {{support, "2022-01-12,,U-2", "2022-01-11,,U-2"}},
       {"wsparcie.csv:3:1: error: `U-2` has support on 2022-01-11, before entering the project on "
        "2022-01-12 [support-before-entry]"}},
      {"support-after-exit",
       {{support, "2022-01-13,,,", "2022-04-01,,U-2,doradztwo,s9,1,A-1,\n2022-01-13,,,"}},
       {"wsparcie.csv:4:1: warning: `U-2` has support on 2022-04-01, after leaving the project on "
        "2022-03-31 [support-after-exit]"}},
      {"date-outside-project",
       {{support, "2022-01-13,,,", "2023-01-13,,,"}},
       {"wsparcie.csv:4:1: warning: date 2023-01-13 is outside the project's period "
        "2022-01-01–2022-12-31 [date-outside-project]"}},
      {"age-outside-group",
       {{people, "1990-05-01", "2004-01-11"}},
       {"uczestnicy.csv:2:18: warning: `U-1` is 17 years old on 2022-01-10, but group `rodzice` is "
        "for ages 18– [age-outside-group]"}},
      {"missing-household",
       {{people, "U-2,M,1985-02-11,rodzice,G-1", "U-2,M,1985-02-11,rodzice,"}},
       {"uczestnicy.csv:3:26: warning: `U-2` has no household_id, but the project counts "
        "households; the person is in none [missing-household]"}},
      {"unknown-person",
       {{support, "U-2,doradztwo", "U-7,doradztwo"}},
       {"uczestnicy.csv:3:1: warning: `U-2` has no support at all and is in no indicator "
        "[never-supported]",
        "wsparcie.csv:3:13: error: person `U-7` is not in the participants log [unknown-person]"}},
      {"outcome-before-start",
       {{"rezultaty.csv", "2022-04-28", "2022-01-11"}},
       {"rezultaty.csv:2:11: warning: `U-2`: outcome `praca` of 2022-01-11 is before the start on "
        "2022-01-12 and does not count [outcome-before-start]"}},
      {"outcome-without-exit",
       {{"rezultaty.csv", "U-2", "U-1"}},
       {"rezultaty.csv:2:11: warning: `U-1`: outcome `praca` of 2022-04-28, but the person has not "
        "left; it does not count yet [outcome-without-exit]"}},
      {"outcome-outside-window",
       {{"rezultaty.csv", "2022-04-28", "2022-04-29"}},
       {"rezultaty.csv:2:11: warning: `U-2`: outcome `praca` of 2022-04-29 is after the window: "
        "exit 2022-03-31, last day 2022-04-28 [outcome-outside-window]"}},
      {"session-logged-twice",
       {{support, "2022-01-13,,,", "2022-01-14,,U-2,doradztwo,s1,1,A-1,\n2022-01-13,,,"}},
       {"wsparcie.csv:4:27: warning: `U-2` has session `s1` logged a second time, first in "
        "wsparcie.csv:3; it is one session, and the rows differ: they are parts and their hours "
        "add up "
        "[session-logged-twice]"}},
      {"session-logged-twice",
       {{support, "2022-01-13,,,", "2022-01-12,,U-2,doradztwo,s1,1.5,A-1,\n2022-01-13,,,"}},
       {"wsparcie.csv:4:27: warning: `U-2` has session `s1` logged a second time, first in "
        "wsparcie.csv:3; it is one session, and the rows are equal: their hours count once "
        "[session-logged-twice]"}},
      {"support-row-twice",
       {{support, "2022-01-13,,,",
         "2022-01-14,,U-2,doradztwo,,1,A-1,\n2022-01-14,,U-2,doradztwo,,1,A-1,\n"
         "2022-01-14,,U-2,doradztwo,,1.5,A-1,\n2022-01-14,,U-2,doradztwo,,1,A-1,\n"
         "2022-01-13,,,"}},
       {"wsparcie.csv:5:1: warning: `U-2` has the same support as in wsparcie.csv:4 2 more times; "
        "the repeats add 2 h [support-row-twice]"}},
      {"headcount-row-twice",
       {{support, "2022-01-13,,,doradztwo,s2,,A-2,12\n",
         "2022-01-13,,,doradztwo,,1,A-2,12\n2022-01-13,,,doradztwo,,1,A-2,11\n"
         "2022-01-13,,,doradztwo,,1,A-2,12\n"}},
       {"wsparcie.csv:6:1: warning: support of people outside the project is the same as in "
        "wsparcie.csv:4 1 more time; the repeats add 12 people and 1 h [headcount-row-twice]"}},
      {"sessions-unclear",
       {{"project.yaml", "count: hours,", "count: sessions,"},
        {support, "U-1,doradztwo,s1", "U-1,doradztwo,"},
        {support, "2022-01-12,,U-2,doradztwo,s1", "2022-01-10,,U-2,doradztwo,"},
        {people, "2022-01-12,2022-03-31", "2022-01-10,2022-03-31"}},
       {"project.yaml:17:17: warning: indicator `P2` counts sessions, and form `doradztwo` has "
        "rows "
        "without session_id of one day and provider: each on its own makes 2, together as meetings "
        "1; each counts on its own [sessions-unclear]"}},
      {"place-twice",
       {{"miejsca.csv", "2022-02-01,,1\n",
         "2022-02-01,2022-03-31,1\nM-1,Klub,created,2022-04-01,,1\n"
         "M-1,Klub,created,2022-03-31,2022-03-31,1\n"}},
       {"miejsca.csv:4:1: error: place `M-1` is already in miejsca.csv:2, and both rows hold on "
        "2022-03-31; its capacity would count twice [place-twice]"}},
      {"entity-differs",
       {{"project.yaml", "  measurements: pomiary.csv\n",
         "  measurements: pomiary.csv\n  entities: podmioty.csv\n"},
        {"podmioty.csv", "",
         "nip,date,kind,size\n7740001454,2022-02-01,sme,small\n"
         "PL 774-000-14-54,2022-03-01,ngo,\n7740001454,2022-03-02,sme,micro\n"}},
       {"podmioty.csv:3:29: warning: the same entity has `kind` ngo here, but sme in "
        "podmioty.csv:2; the earlier row counts [entity-differs]",
        "podmioty.csv:4:27: warning: the same entity has `size` micro here, but small in "
        "podmioty.csv:2; the earlier row counts [entity-differs]"}},
      {"declared-differs",
       {{"project.yaml", "  measurements: pomiary.csv\n",
         "  measurements: pomiary.csv\n  declared: wnp.csv\n"},
        {"wnp.csv", "", "claim,indicator,total,men\n1,P1,3,1\n"}},
       {"wnp.csv:2:6: warning: claim `1`, indicator `P1`: `total` is declared as 3, but the logs "
        "give 2; difference 1 [declared-differs]"}},
      {"measurement-twice",
       {{"project.yaml", "count: measured, take: last", "count: measured"},
        {"pomiary.csv", "R4,2022-02-28,7.5,,\n",
         "R4,2022-02-28,7.5,,\nR4,2022-02-28,8,,\nR4,2022-02-28,7.5,,\n"}},
       {"pomiary.csv:4:4: warning: indicator `R4` has two equal measurements of 2022-02-28, the "
        "first "
        "in pomiary.csv:2; they add up (7.5) [measurement-twice]"}},
      {"capacity-exceeded",
       {{"project.yaml", "at_once: 2", "at_once: 1"}, {people, "G-1,2022-01-12", "G-2,2022-01-12"}},
       {"wsparcie.csv:3:34: warning: `c`: `A-1` serves 2 at once on 2022-01-12, 1 are possible: "
        "G-1, G-2 [capacity-exceeded]"}},
      {"place-not-durable",
       {{"project.yaml", "end: 2022-12-31}\n", "end: 2022-12-31}\n  durability: {months: 12}\n"},
        {"miejsca.csv", "2022-02-01,,1", "2022-02-01,2023-12-30,1"}},
       {"miejsca.csv:2:29: warning: place `M-1` exists only until 2023-12-30, but durability lasts "
        "until 2023-12-31 [place-not-durable]"}},
      {"two-last-measurements",
       {{"pomiary.csv", "R4,2022-02-28,7.5,,\n", "R4,2022-02-28,7.5,,\nR4,2022-02-28,8,,\n"}},
       {"pomiary.csv:3:4: error: indicator `R4` has two measurements of 2022-02-28; the first is "
        "in "
        "pomiary.csv:2 [two-last-measurements]"}},
      {"agreed-differs",
       {{"project.yaml", "budget:", "  agreed: [{sources: [eu, own], amount: 9200.01}]\nbudget:"}},
       {"project.yaml:13:41: error: the agreement prints 9200.01 for eu + own, the split gives "
        "9200.00 (difference 0.01) [agreed-differs]"}},
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
       {"project.yaml:8:10: warning: 10000.05 is planned (direct 8000.04, indirect 2000.01), but "
        "the "
        "project's total is 10000.00 (0.05 too much) [planned-over-total]"}},
      {"planned-below-total",
       {{"project.yaml", "planned: 8000.00", "planned: 7999.00"}},
       {"project.yaml:8:10: warning: 9998.75 is planned (direct 7999.00, indirect 1999.75), but "
        "the "
        "project's total is 10000.00 (1.25 is missing) [planned-below-total]"}},
      {"document-outside-period",
       {{documents, "2022-01-20,1,1", "2021-12-31,1,1"}},
       {"wydatki.csv:2:11: warning: document `FV 1/2022`: paid_date 2021-12-31 is outside the "
        "eligibility period 2022-01-01–2022-12-31 [document-outside-period]"}},
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
       {"project.yaml:8:10: warning: eligible costs 10000.01 exceed the project's total 10000.00 "
        "by "
        "0.01 [project-over-budget]",
        "project.yaml:14:11: warning: task `1`: 8000.01 spent, 8000.00 planned (0.01 too much) "
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
      {"two-identities",
       {{people, "person_id,", "other_id,person_id,"},
        {people, "U-1,K", "X1,U-1,K"},
        {people, "U-2,M", "X2,U-1,K"},
        {support, "U-2,", "U-1,"},
        {support, "s1,1.5", "s3,1.5"},
        {"rezultaty.csv", "U-2,praca,2022-04-28,umowa\n", ""}},
       {"uczestnicy.csv:3:4: error: `U-1` has another identity number here than in "
        "uczestnicy.csv:2 "
        "[two-identities]"}},
      {"two-person-ids",
       {{people, "person_id,", "other_id,person_id,"},
        {people, "U-1,K", "X1,U-1,K"},
        {people, "2022-01-10,,", "2022-01-10,2022-01-11,"},
        {people, "U-2,M,1985-02-11", "X1,U-2,K,1990-05-01"},
        {support, "U-2,", "U-2,"},
        {support, "s1,1.5", "s3,1.5"}},
       {"uczestnicy.csv:3:4: warning: `U-2` is the same person as `U-1` in uczestnicy.csv:2: the "
        "same "
        "identity "
        "number; counted once [two-person-ids]"}},
      {"alias-unknown",
       {{"project.yaml", "wydatki.csv\n", "wydatki.csv\n  aliases: {file: aliasy.csv}\n"},
        {"aliasy.csv", "", "identity,same_as,reason\nX1,X9,nowy paszport\n90050100027,X1,PESEL\n"},
        {people, "person_id,", "other_id,person_id,"},
        {people, "U-1,K", "X1,U-1,K"},
        {people, "U-2,M", "X2,U-2,M"}},
       {"aliasy.csv:2:4: warning: column `same_as`: this is no participant's identity number "
        "[alias-unknown]",
        "aliasy.csv:3:1: warning: column `identity`: this is no participant's identity number "
        "[alias-unknown]"}},
      {"maybe-same-person",
       {{people, "person_id,", "other_id,pesel,person_id,"},
        {people, "U-1,K", "X1,90050100027,U-1,K"},
        {people, "U-2,M,1985-02-11", "X1,,U-2,K,1990-05-01"}},
       {"uczestnicy.csv:3:1: warning: `U-2` and `U-1` in uczestnicy.csv:2 have the same other_id, "
        "in one of "
        "the rows beside a PESEL; counted as two [maybe-same-person]"}},
      {"similar-person-ids",
       {{people, "U-2,M", "u 1,M"}, {support, "U-2,", "u 1,"}, {"rezultaty.csv", "U-2,", "u 1,"}},
       {"uczestnicy.csv:3:1: warning: `u 1` looks like `U-1` in uczestnicy.csv:2: it differs "
        "only in letter case, blanks, dashes, leading zeros or a letter of another alphabet; "
        "counted as two [similar-person-ids]"}},
      {"outcomes-on-one-day",
       {{"project.yaml", "within: 4 weeks}}", "within: 4 weeks, latest_of: [nauka, praca]}}"},
        {"rezultaty.csv", "umowa\n", "umowa\nU-2,nauka,2022-04-28,\n"}},
       {"rezultaty.csv:3:11: warning: `U-2`: the outcomes `nauka` and `praca` are of one day, "
        "2022-04-28; `praca` counts [outcomes-on-one-day]"}},
      {"no-columns-for-records",
       {{"project.yaml", "kind: output, unit: osoby, target: {total: 3}, count: persons",
         "target: 3, definition: EECO01"}},
       {"uczestnicy.csv:1:1: error: the log of participants has no such columns: `labour_status`, "
        "`education`; without them nobody counts in: P1 [no-columns-for-records]"}},
      {"relation-broken",
       {{"project.yaml", "target: {total: 3}, count: persons}",
         "target: {total: 3}, count: persons, of: R1}"}},
       {"project.yaml:21:94: warning: on 2022-06-30 `P1 ≤ R1` does not hold: 2 (K 1, M 1) and 1 "
        "(K 0, M 1) [relation-broken]"}},
      {"missing-labour-status",
       {{"project.yaml", "kind: output, unit: osoby, target: {total: 3}, count: persons",
         "target: 3, definition: EECO02"},
        {people, "person_id,sex", "person_id,education,labour_status,sex"},
        {people, "U-1,K", "U-1,3,,K"},
        {people, "U-2,M", "U-2,3,employed,M"}},
       {"uczestnicy.csv:2:7: warning: `U-1` has no labour_status and does not count in EECO02; "
        "unemployed, "
        "inactive and employed do not add up to the participants "
        "[missing-labour-status]"}},
      {"missing-education",
       {{"project.yaml", "kind: output, unit: osoby, target: {total: 3}, count: persons",
         "target: 3, definition: CO09"},
        {people, "person_id,sex", "person_id,education,sex"},
        {people, "U-1,K", "U-1,,K"},
        {people, "U-2,M", "U-2,3,M"}},
       {"uczestnicy.csv:2:5: warning: `U-1` has no education and does not count in CO09 "
        "[missing-education]"}},
      {"missing-degurba",
       {{"project.yaml", "kind: output, unit: osoby, target: {total: 3}, count: persons",
         "target: 3, definition: CO19"},
        {people, "person_id,sex", "person_id,degurba,sex"},
        {people, "U-1,K", "U-1,,K"},
        {people, "U-2,M", "U-2,1,M"}},
       {"uczestnicy.csv:2:5: warning: `U-1` has no degurba and does not count in CO19 "
        "[missing-degurba]"}},
      {"contradicting-rows",
       {{people, u2, u2 + "U-2,K,1985-02-11,rodzice,G-1,2022-05-02,,\n"}},
       {"uczestnicy.csv:4:5: error: `U-2`: `person_id` joins this row with uczestnicy.csv:3, but "
        "they differ in `sex`; they cannot be one person [contradicting-rows]"}},
      {"contradicting-rows, of one number",
       {{people, "",
         "person_id,other_id,sex,birth_date,household_id,entry_date\n"
         "U-1,KZ 1,K,1990-05-01,G-1,2022-01-10\nU-2,KZ 1,M,2013-05-01,G-1,2022-01-12\n"}},
       {"uczestnicy.csv:3:10: error: `U-2`: `other_id` joins this row with uczestnicy.csv:2, but "
        "they differ in `sex`, `birth_date`; they cannot be one person [contradicting-rows]",
        "rezultaty.csv:2:11: warning: `U-2`: outcome `praca` of 2022-04-28, but the person has not "
        "left; it does not count yet [outcome-without-exit]"}},
      {"contradicting-rows, of an alias",
       {{"project.yaml", "  support: wsparcie.csv\n",
         "  support: wsparcie.csv\n  aliases: aliasy.csv\n"},
        {"aliasy.csv", "", "identity,same_as,reason\nKZ 1,KZ 2,paszport\n"},
        {people, "",
         "person_id,other_id,sex,birth_date,household_id,entry_date,exit_date\n"
         "U-1,KZ 1,K,1990-05-01,G-1,2022-01-10,\nU-2,KZ "
         "2,K,1990-05-02,G-1,2022-01-12,2022-03-31\n"}},
       {"uczestnicy.csv:3:12: error: `U-2`: `aliases` joins this row with uczestnicy.csv:2, but "
        "they differ in `birth_date`; they cannot be one person [contradicting-rows]"}},
      {"participation-without-support",
       {{people, u2, u2 + "U-2,M,1985-02-11,rodzice,G-1,2022-05-02,2022-05-31,\n"}},
       {"uczestnicy.csv:4:1: warning: `U-2` has a participation from 2022-05-02 to 2022-05-31 "
        "without any support [participation-without-support]"}},
      {"status-of-a-child",
       {{people, "",
         "person_id,sex,birth_date,household_id,entry_date,exit_date,labour_status,education\n"
         "U-1,K,2007-01-11,G-1,2022-01-10,,employed,3\n"
         "U-2,M,2007-01-12,G-1,2022-01-12,2022-03-31,unemployed,3-4\n"}},
       {"uczestnicy.csv:2:34: warning: `U-1` is 14 years old on 2022-01-10 and has the status "
        "`employed` [status-of-a-child]",
        "uczestnicy.csv:2:43: warning: `U-1` is 14 years old on 2022-01-10 and has the education "
        "ISCED 3 [education-of-a-child]"}},
      {"education-of-a-child",
       {{people, "",
         "person_id,sex,birth_date,household_id,entry_date,exit_date,labour_status,education\n"
         "U-1,K,2004-01-11,G-1,2022-01-10,,inactive,5-8\n"
         "U-2,M,2004-01-12,G-1,2022-01-12,2022-03-31,inactive,8\n"}},
       {"uczestnicy.csv:2:43: warning: `U-1` is 17 years old on 2022-01-10 and has the education "
        "ISCED 5-8 [education-of-a-child]"}},
      {"age-over-hundred",
       {{people, "",
         "person_id,sex,birth_date,household_id,entry_date,exit_date\n"
         "U-1,K,1921-01-10,G-1,2022-01-10,\nU-2,M,1921-01-13,G-1,2022-01-12,2022-03-31\n"}},
       {"uczestnicy.csv:2:7: warning: `U-1` is 101 years old on 2022-01-10 (`birth_date`) "
        "[age-over-hundred]"}},
      {"similar-other-ids",
       {{people, "",
         "person_id,other_id,sex,birth_date,household_id,entry_date,exit_date\n"
         "U-1,BY 5512A,K,1990-05-01,G-1,2022-01-10,\n"
         "U-2,by5512\u0410,M,1985-02-11,G-1,2022-01-12,2022-03-31\n"}},
       {"uczestnicy.csv:3:5: warning: `U-2` and `U-1` in uczestnicy.csv:2 have an other_id that "
        "differs only in letter case, blanks, dashes, leading zeros or a letter of another "
        "alphabet: `<Cyrillic \u0410>`; counted as two [similar-other-ids]"}},
      {"similar-keys",
       {{people, "G-1,2022-01-12", "g-01,2022-01-12"},
        {support, "U-2,doradztwo,s1,1.5,A-1,", "U-2,doradztwo,S1,1.5,A\u00A01,"}},
       {"uczestnicy.csv:3:26: warning: column `household_id`: `g-01` looks like `G-1` in "
        "uczestnicy.csv:2: it differs only in letter case, blanks, dashes, leading zeros or a "
        "letter of another alphabet; counted as two [similar-keys]",
        "wsparcie.csv:3:27: warning: column `session_id`: `S1` looks like `s1` in wsparcie.csv:2: "
        "it differs only in letter case, blanks, dashes, leading zeros or a letter of another "
        "alphabet; counted as two [similar-keys]",
        "wsparcie.csv:3:34: warning: column `provider`: `A<NBSP>1` looks like `A-1` in "
        "wsparcie.csv:2: it differs only in letter case, blanks, dashes, leading zeros or a letter "
        "of another alphabet; counted as two [similar-keys]"}},
  };
  return all;
}

}  // namespace

TEST_CASE("the small project has no finding") { CHECK(findings_of({}).empty()); }

TEST_CASE("each finding of the checks, in words") {
  for (const CheckCase& check : cases()) {
    CAPTURE(check.code);
    const std::vector<std::string> lines = findings_of(check.changes);
    std::string seen, expected;
    for (const std::string& line : lines) seen += line + "\n";
    for (const std::string& line : check.lines) expected += line + "\n";
    CHECK(seen == expected);
  }
}

TEST_CASE("every finding about people and money has a case") {
  std::set<std::string> provoked;
  for (const CheckCase& check : cases()) {
    for (const std::string& line : check.lines) {
      provoked.insert(line.substr(line.rfind('[') + 1, line.size() - line.rfind('[') - 2));
    }
  }
  for (const AnyKind kind : std::initializer_list<AnyKind>{
#define EUPROJ_KIND(name, code, severity, pl, en, help_pl, help_en) Kind::name,
#include "euproj/words/kinds_money.def"
#include "euproj/words/kinds_people.def"
#undef EUPROJ_KIND
       }) {
    CAPTURE(kind_info(kind).code);
    CHECK(provoked.contains(std::string(kind_info(kind).code)));
  }
}

}  // namespace euproj::testing
