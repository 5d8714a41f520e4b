// Every finding about people: its whole line, provoked by one change to a small right project.

#include "euproj/words/kinds.hpp"
#include "support/check_cases.hpp"

namespace euproj::testing {
namespace {

const std::string people = "uczestnicy.csv";
const std::string support = "wsparcie.csv";
const std::string u2 = "U-2,M,1985-02-11,rodzice,G-1,2022-01-12,2022-03-31,tak\n";

const std::vector<CheckCase>& people_cases() {
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
        "uczestnicy.csv:4:30: error: `U-2` has several rows, and this one has no day of entry "
        "[missing-entry-date]"}},
      {"missing-start",
       {{"project.yaml", "  support: wsparcie.csv\n", ""}, {people, "G-1,2022-01-10,,", "G-1,,,"}},
       {"uczestnicy.csv:2:1: error: `U-1` has no day of entry, and the project keeps no support "
        "log "
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
        "uczestnicy.csv:2 has no day of exit [re-entry-without-exit]"}},
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
       {"uczestnicy.csv:3:26: warning: `U-2` has no household, but the project counts "
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
       {"uczestnicy.csv:2:7: warning: `U-1` has no labour market status and does not count in "
        "EECO02; "
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

TEST_CASE("the small project has no finding") { CHECK(findings_of_check({}).empty()); }

TEST_CASE("each finding about people, in words") { check_in_words(people_cases()); }

TEST_CASE("every finding about people has a case") {
  const std::set<std::string> provoked = provoked_by(people_cases());
  for (const AnyKind kind : std::initializer_list<AnyKind>{
#define EUPROJ_KIND(name, code, severity, pl, en, help_pl, help_en) Kind::name,
#include "euproj/words/kinds_people.def"
#undef EUPROJ_KIND
       }) {
    CAPTURE(kind_info(kind).code);
    CHECK(provoked.contains(std::string(kind_info(kind).code)));
  }
}

}  // namespace euproj::testing
