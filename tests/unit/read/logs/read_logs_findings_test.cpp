// Every finding of the log reader: its whole message with line and column, in both languages. Long,
// because it is one table: a case for each kind, checked to be complete at the end.

#include <doctest/doctest.h>

#include <array>
#include <functional>
#include <set>

#include "euproj/words/kinds.hpp"
#include "support/log_run.hpp"

namespace euproj {
namespace {

using testing::LogRun;
using Lines = std::vector<std::string>;
using Tweak = std::function<void(LogRun&, DataFile&)>;

struct Case {
  LogKind log;
  std::string text;
  Lines expected;  // after "log.csv:"
  Tweak tweak = {};
};

const std::string people = "person_id;pesel;sex;birth_date;entry_date\n";
const std::string support = "date;person_id;form;headcount;hours;task;date_to\n";
const std::string costs = "doc_no;paid_date;task;eligible;grant;gross;claim\n";
const std::string measured = "indicator;date;value;women;men\n";
const std::string events = "person_id;outcome;date\n";

Tweak declares(const std::function<void(DataFile&)>& change) {
  return [change](LogRun&, DataFile& file) { change(file); };
}

void with_indicators(LogRun& run, DataFile&) {
  run.project.indicators.resize(2);
  run.project.indicators[0].id = "P1";
  run.project.indicators[1].id = "M1";
  run.project.indicators[1].count = Count::measured;
}

void with_forms_and_claims(LogRun& run, DataFile&) {
  for (const std::string id : {"terapia", "mediacje"}) {
    SupportForm form;
    form.id = id;
    run.project.support_forms.push_back(form);
    run.codes.forms.intern(id);
  }
  run.project.budget.latest().tasks_declared = true;
}

std::vector<Case> encoding_cases() {
  const auto encoding = [](Encoding which) {
    return declares([which](DataFile& file) { file.encoding = which; });
  };
  const LogKind log = LogKind::outcomes;
  return {
      {log,
       events + "a;\xB3;",
       {"2:3: error: byte 0xB3 is no character of the declared encoding "
        "`utf-8` [not-declared-encoding]"},
       encoding(Encoding::utf8)},
      {log,
       events + "a;\x81",
       {"2:3: error: byte 0x81 is no character of the declared encoding "
        "`windows-1250` [not-declared-encoding]"},
       encoding(Encoding::windows_1250)},
      {log,
       events + "Łódź;\xB3",
       {"2:9: error: byte 0xB3 is not UTF-8, but other letters of this "
        "file are [mixed-encoding]"}},
      {log,
       events + "a;\x81",
       {"2:3: error: byte 0x81 is a character neither of UTF-8 nor of "
        "Windows-1250 [unknown-encoding]"}},
      {log,
       events + "\nl\xB1"
                "d",
       {"3:2: error: byte 0xB1 is a letter of ISO-8859-2, but a sign of "
        "Windows-1250 [ambiguous-encoding]"}},
      {log,
       std::string("\xFF\xFE"
                   "a\0\n\0b",
                   7),
       {"2:1: error: the UTF-16 text is broken: half of "
        "a character is missing [broken-utf16]"}},
      {log,
       events,
       {"1:1: error: `utf-16` is declared, but the file does not begin with a byte "
        "order mark [utf16-without-mark]"},
       encoding(Encoding::utf16)},
      {log,
       "\xEF\xBB\xBF" + events,
       {"1:1: error: the file begins with the mark of `utf-8`, but "
        "`windows-1250` is declared [encoding-contradicts-mark]"},
       encoding(Encoding::windows_1250)},
  };
}

std::vector<Case> form_cases() {
  const LogKind log = LogKind::outcomes;
  return {
      {log, "", {"1:1: error: the file is empty, a header row is needed [no-header]"}},
      {log, "\n\n", {"1:1: error: the file is empty, a header row is needed [no-header]"}},
      {log,
       "\nJan;85061500120\n",
       {"2:1: error: none of the first 30 lines names a known column "
        "[no-known-column]"}},
      {log,
       events + "a;\"b;2022-01-01\nc;d;2022-01-01\n",
       {"2:3: error: the quote is not closed before the end of the file; no further row was read "
        "[unterminated-quote]"}},
      {log,
       events + "a;\"b\"c;2022-01-01\n",
       {"2:6: error: text follows the closing quote of a cell "
        "[text-after-quote]"}},
      {log,
       events + std::string("a;\0;2022-01-01", 14),
       {"2:3: error: the row has a zero byte "
        "[nul-byte]"}},
      {log,
       events + "a;" + std::string((1 << 20) + 1, 'x') + ";",
       {"2:3: error: the cell is longer than 1048576 bytes [field-too-long]"}},
      {log,
       events + "a" + std::string(1000, ';'),
       {"2:1002: error: the row has more than 1000 cells [too-many-columns]"}},
      {log,
       events + "a;b;2022-01-01\n",
       {"3:0: error: no row begins on line 3, which `header` declares [header-line-missing]"},
       declares([](DataFile& file) { file.header_line = 3; })},
      {LogKind::expenditures,
       costs + "Razem;2022-01-01;t;5;;;\n",
       {"2:1: error: the row begins with `Razem`, as a total does, and has all that a row of data "
        "needs: it would be counted [total-row]"}},
      {log,
       events + "a;b\n",
       {"2:1: error: cells in the row: 2, in the header: 3 [too-few-cells]"}},
      {log,
       events + "a;b;2022-01-01;\n",
       {"2:1: error: cells in the row: 4, in the header: 3 "
        "[too-many-cells]"}},
      {log,
       "person_id;\"out\"come;date\n",
       {"1:16: error: text follows the closing quote of a cell "
        "[text-after-quote]"}},
      {log,
       "person_id;outcom\n",
       {"1:1: error: the column `date` is missing [missing-column]",
        "1:1: error: the column `outcome` is missing [missing-column]",
        "1:11: note: the unknown column `outcom` is ignored "
        "[unknown-column]"}},
      {log,
       "person_id;;outcome;date;Outcome\n",
       {"1:25: error: the column `Outcome` stands here "
        "again [repeated-column]"}},
      {log,
       "person_id;co;date\n",
       {"1:1: error: there is no header `cos`, which `columns` maps to "
        "`outcome` [mapped-header-missing]",
        "1:11: note: the unknown column `co` is ignored "
        "[unknown-column]"},
       declares([](DataFile& file) {
         file.columns = {{"outcome", "cos"}};
       })},
      {LogKind::expenditures,
       costs + "1;2022-01-01;t;1,50;;;\n2;2022-01-01;t;2;1.50;;\n",
       {"3:18: error: column `grant`: the numbers of this file have now a dot, now a comma "
        "[decimal-sign-unclear]"}},
  };
}

std::vector<Case> cell_cases() {
  const LogKind log = LogKind::outcomes;
  const LogKind cost = LogKind::expenditures;
  const auto dated = [](const std::string& date) { return events + "a;job;" + date + "\n"; };
  const auto priced = [](const std::string& cell) {
    return costs + "1;2022-01-01;t;" + cell + ";1.5;;\n";
  };
  const auto born = [](const std::string& date) { return people + "U;;K;" + date + ";\n"; };
  return {
      {log,
       events + "—;-; \n",
       {"2:1: error: column `person_id`: the cell is empty, a value is needed "
        "[missing-value]",
        "2:5: error: column `outcome`: the cell is empty, a value is needed "
        "[missing-value]",
        "2:7: error: column `date`: the cell is empty, a value is needed "
        "[missing-value]"}},
      {log, dated("1 maja"), {"2:7: error: column `date`: `1 maja` is not a date [not-a-date]"}},
      {log,
       dated("44685"),
       {"2:7: error: column `date`: `44685` is the number that a spreadsheet keeps for the day "
        "2022-05-04 [date-is-serial]"}},
      {LogKind::participants,
       born("36526"),
       {"2:6: error: column `birth_date`: the number that a spreadsheet keeps for a day "
        "[personal-date-is-serial]"}},
      {log,
       dated("44685"),
       {"2:7: warning: column `date`: a number that is not formatted as a date is read as the day "
        "that the sheet would show [serial-read-as-date]"},
       declares([](DataFile& file) { file.day_zero = -25569; })},
      {log,
       dated("2022-05-04 14:30"),
       {"2:7: warning: column `date`: a time stands beside the day; the day is read as it is "
        "written [time-of-day]"}},
      {cost,
       priced("2022-05-01"),
       {"2:16: error: column `eligible`: `2022-05-01` is a date, a number is needed; a spreadsheet "
        "makes such a date of `1.5`, for example [date-in-numbers]"}},
      {log,
       dated("85061500120"),
       {"2:7: error: column `date`: `###########` is not a date "
        "[not-a-date]"}},
      {log,
       dated("\"a\x07\n" + std::string(70, 'b') + "\""),
       {"2:7: error: column `date`: `a\\x07\\n" + std::string(57, 'b') +
        "…` is not a date "
        "[not-a-date]"}},
      {log,
       dated("2022-02-30"),
       {"2:7: error: column `date`: there is no such day as `2022-02-30` "
        "[no-such-day]"}},
      {log,
       dated("1022-02-03"),
       {"2:7: error: column `date`: `1022-02-03` is outside the years 1800 "
        "to 2299 [date-out-of-range]"}},
      {log,
       dated("31.12.2022"),
       {"2:7: error: column `date`: `31.12.2022` is a date in a form that "
        "is not declared [date-form-not-declared]"}},
      {log,
       dated("03/04/2021"),
       {"2:7: error: column `date`: `03/04/2021` is 2021-04-03 or "
        "2021-03-04 [ambiguous-date]"}},
      {LogKind::participants,
       born("2022-02-30"),
       {"2:6: error: column `birth_date`: a 10-character text is not a date "
        "[personal-date-not-read]"}},
      {LogKind::participants,
       born("31.12.2000"),
       {"2:6: error: column `birth_date`: the date is in a form that is not declared "
        "[personal-date-form]"}},
      {LogKind::participants,
       born("03/04/2001"),
       {"2:6: error: column `birth_date`: the date can be read in two ways "
        "[personal-date-ambiguous]"}},
      {cost,
       priced("abc"),
       {"2:16: error: column `eligible`: `abc` is not a number "
        "[not-a-number]"}},
      {cost,
       priced("1.505"),
       {"2:16: error: column `eligible`: `1.505` is either thousands or a "
        "number with three decimals [ambiguous-number]"}},
      {cost,
       priced("33.3333333333333"),
       {"2:16: error: column `eligible`: `33.33333333…` has more decimals than 2 "
        "[too-many-decimals]"}},
      {cost,
       priced("12.00 EUR"),
       {"2:16: error: column `eligible`: `12.00 EUR` is in another currency than the project's "
        "PLN [other-currency]"}},
      {cost,
       priced("(1 234.56)"),
       {"2:16: error: column `eligible`: `(1 234.56)` is a negative amount that does not begin "
        "with a minus [negative-form]"}},
      {cost,
       priced("1.5055"),
       {"2:16: error: column `eligible`: `1.5055` has more decimals than 2 "
        "[too-many-decimals]"}},
      {cost,
       priced("100000000000.01"),
       {"2:16: error: column `eligible`: `############.01` is too "
        "large [number-too-large]"}},
      {cost,
       priced("1,50"),
       {"2:16: error: column `eligible`: `1,50` has another decimal sign than "
        "the `.` of this file [other-decimal-sign]"},
       declares([](DataFile& file) { file.decimal = '.'; })},
      {LogKind::support,
       support + "2022-01-01;;x;1.5;;;\n",
       {"2:15: error: column `headcount`: `1.5`, a whole number from 1 to 1000000000 is needed "
        "[not-a-count]"}},
      {LogKind::participants,
       "person_id;sex;birth_date;disability\nU;?;2000-01-01;chyba\n",
       {"2:3: error: column `sex`: unknown value `?` [unknown-value]",
        "2:16: error: column `disability`: unknown 5-character value [personal-value-not-read]"}},
      {LogKind::support,
       support + "2022-01-01;U;terpia;;;;\n",
       {"2:14: error: column `form`: `terpia` is not declared in the definition [unknown-code]"},
       with_forms_and_claims},
      {LogKind::support,
       support + "2022-01-01;U;terapia;;;7;\n",
       {"2:24: error: column `task`: `7` is not declared in the definition [unknown-code]"},
       with_forms_and_claims},
  };
}

std::vector<Case> row_cases() {
  const LogKind log = LogKind::participants;
  const auto person = [](const std::string& cells) { return people + cells + "\n"; };
  const auto value = [](const std::string& cells) { return measured + "M1;2022-01-01;" + cells; };
  return {
      {log,
       person("U;8506150012;K;2000-01-01;"),
       {"2:3: error: column `pesel`: a 10-character text, a PESEL has 11 digits "
        "[pesel-not-eleven-digits]"}},
      {log,
       person("U;85063100120;;;"),
       {"2:3: error: column `pesel`: the PESEL begins with a day that "
        "does not exist [pesel-no-such-day]"}},
      {log,
       person("U;85061500121;;;"),
       {"2:3: error: column `pesel`: the check digit of the PESEL is "
        "wrong [pesel-check-digit]"}},
      {log,
       person("U;brak;K;1990-05-01;"),
       {"2:3: warning: column `pesel`: `brak` is nobody's number; the cell is taken as blank "
        "[id-filler]"}},
      {log,
       person("U;Nowak;K;1990-05-01;"),
       {"2:3: warning: column `pesel`: a 5-character text without a digit is no number; the cell "
        "is "
        "taken as blank [id-without-digit]"}},
      {log,
       person("U;85061500120;M;1985-06-14;"),
       {"2:15: error: column `sex`: the sex differs from that of the PESEL [sex-contradicts-pesel]",
        "2:17: error: column `birth_date`: the birth date differs from that of the PESEL "
        "[birth-date-contradicts-pesel]"}},
      {log,
       person("U;;;;"),
       {"2:4: error: there is no sex, and no PESEL to read it from "
        "[sex-missing]",
        "2:5: error: there is no birth date, and no PESEL to read it from "
        "[birth-date-missing]"}},
      {log,
       person("U;;K;2022-01-02;2022-01-01"),
       {"2:6: error: column `birth_date`: the birth date is after the entry on 2022-01-01 "
        "[born-after-entry]"}},
      {log,
       person("U;;K;1900-01-01;2021-01-01"),
       {"2:6: error: column `birth_date`: on the entry day 2021-01-01 the person would be over 120 "
        "years old [born-too-early]"}},
      {log,
       person("85061500120;;K;1985-06-15;"),
       {"2:1: warning: column `person_id`: the person's identifier is a PESEL; output shows `u-2` "
        "instead [person-id-is-pesel]"}},
      {LogKind::support,
       support + "2022-01-02;U;x;5;-1;;2022-01-01\n",
       {"2:1: error: the row has both a person and the headcount `5` [person-and-headcount]",
        "2:18: error: column `hours`: negative hours `-1` [negative-hours]",
        "2:22: error: column `date_to`: the end 2022-01-01 is before the start 2022-01-02 "
        "[ends-before-start]"}},
      {LogKind::support,
       support + "2022-01-02;;x;;;;\n",
       {"2:1: error: the row has neither a person nor a headcount [no-person-no-headcount]"}},
      {LogKind::places,
       "place_id;kind;from;to\nA;created;2022-01-02;2022-01-01\n",
       {"2:22: error: column `to`: the end 2022-01-01 is before the start 2022-01-02 "
        "[ends-before-start]"}},
      {LogKind::measurements,
       value(";1;"),
       {"2:1: error: the row has neither a value nor both women "
        "and men [no-measured-value]"},
       with_indicators},
      {LogKind::measurements,
       value("2;1;1.5"),
       {"2:15: error: column `value`: the value 2 is less "
        "than women and men together: 2.5 "
        "[value-below-sexes]"},
       with_indicators},
      {LogKind::measurements,
       value("3;1;1.5"),
       {"2:15: warning: column `value`: the value 3 is more "
        "than women and men together: 2.5 "
        "[value-above-sexes]"},
       with_indicators},
      {LogKind::measurements,
       measured + "P1;2022-01-01;1;;\nM2;2022-01-01;1;;\n",
       {"2:1: error: column `indicator`: the indicator `P1` is not measured (`count: measured`) "
        "[not-a-measured-indicator]",
        "3:1: error: column `indicator`: `M2` is not declared in the definition [unknown-code]"},
       with_indicators},
      {LogKind::entities,
       "nip;other_id;date\nbrak;;2022-01-01\n",
       {"2:1: error: the row has neither `nip` nor `other_id`: nobody knows which entity it is "
        "about [entity-without-id]"}},
      {LogKind::declared,
       "claim;indicator;total;women;men\n1;P1;3;2;2\n",
       {"2:6: warning: column `total`: 3 are declared, but women and men come to 4 "
        "[declared-sum]"},
       [](LogRun& run, DataFile& file) {
         with_indicators(run, file);
         run.codes.claims.intern("1");
         run.project.claims.emplace_back().id = "1";
       }},
      {LogKind::aliases,
       "identity;same_as;reason\n85061500120;850615 00120;x\nA1;A2;\n",
       {"2:13: error: column `same_as`: the same identity number as in `identity` [alias-same]",
        "3:7: error: column `reason`: the cell is empty, a value is needed [missing-value]"}},
      {LogKind::expenditures,
       costs + "1;2022-01-01;t;-10;-10.01;;\n2;2022-01-01;t;10;;9.99;\n",
       {"2:20: error: column `grant`: the grant -10.01 exceeds the eligible expenditure -10.00 "
        "[grant-above-eligible]",
        "3:16: warning: column `eligible`: the eligible amount 10.00 exceeds the gross amount 9.99 "
        "[eligible-above-gross]"}},
  };
}

std::size_t rows_read(const Logs& logs) {
  return logs.participants.size() + logs.support.size() + logs.outcomes.size() +
         logs.places.size() + logs.measurements.size() + logs.expenditures.size() +
         logs.aliases.size();
}

void check_cases(const std::vector<Case>& cases, std::set<AnyKind>& seen) {
  for (const Case& each : cases) {
    LogRun run;
    DataFile& file = run.add(each.log, "log.csv", each.text);
    if (each.tweak) each.tweak(run, file);
    run.read();
    std::string expected;
    for (const std::string& line : each.expected) expected += "log.csv:" + line + "\n";
    std::string found;
    for (const std::string& line : run.findings()) found += line + "\n";
    CHECK(found == expected);
    if (run.diagnostics.has_errors() && each.expected.size() == 1) {
      CHECK(rows_read(run.logs) == 0);  // a row with an error is left out
    }
    for (const Diagnostic& finding : run.diagnostics.all()) {
      seen.insert(finding.kind);
      for (const Language language : {Language::polish, Language::english}) {
        const std::string told = finding.message(language) + finding.help(language);
        CHECK(told.find("85061500120") == std::string::npos);
        for (const char* const open : {"{0}", "{1}", "{2}", "{3}"}) {
          CHECK(told.find(open) == std::string::npos);
        }
      }
    }
  }
}

constexpr AnyKind all_kinds[] = {
#define EUPROJ_KIND(name, code, severity, pl, en, help_pl, help_en) Kind::name,
#include "euproj/words/kinds_csv.def"
#undef EUPROJ_KIND
};

}  // namespace

TEST_CASE("read_logs: every finding, in words") {
  std::set<AnyKind> seen;
  check_cases(encoding_cases(), seen);
  check_cases(form_cases(), seen);
  check_cases(cell_cases(), seen);
  check_cases(row_cases(), seen);
  // These point at the definition and are tested on their own.
  seen.insert({Kind::file_listed_twice, Kind::unknown_mapped_column});
  seen.insert(Kind::other_project);         // takes a project with a number: persons_test
  seen.insert(Kind::file_repeats_another);  // takes two files: repeats_test
  for (const AnyKind kind : all_kinds) {
    CAPTURE(kind_info(kind).code);
    CHECK(seen.contains(kind));
  }
}

TEST_CASE("read_logs: findings about the declaration point at it") {
  LogRun run;
  DataFile& mapped = run.add(LogKind::outcomes, "a.csv", events);
  mapped.values = {{"outcom", {{"x", "y"}}}};
  run.declare(LogKind::outcomes, "b.csv").preset = "sm-efs";
  run.read();
  CHECK(run.findings() == Lines{"project.yaml:7:3: error: `outcom` is no column of `outcomes` "
                                "[unknown-mapped-column]",
                                "project.yaml:7:3: error: the preset `sm-efs` is for participants "
                                "and their support, not for `outcomes`; the file was not read "
                                "[preset-wrong-log]"});
  CHECK(run.diagnostics.all()[0].help(Language::english) == "nearest known: `outcome`");
}

TEST_CASE("read_logs: help names what is near and what to declare") {
  const auto help_of = [](LogKind log, const std::string& text, const Tweak& tweak = {}) {
    LogRun run;
    DataFile& file = run.add(log, "log.csv", text);
    if (tweak) tweak(run, file);
    run.read();
    run.diagnostics.sort();
    return run.diagnostics.all().at(0).help(Language::english);
  };
  CHECK(help_of(LogKind::outcomes, "person_id;outcomes;dates\n") ==
        "nearest headers: `dates`; map another name: `columns: {date: header}`");
  CHECK(help_of(LogKind::outcomes, events + "a;b;31-12-2022\n") ==
        "add to this file under `data`: `date: dd-mm-yyyy`");
  CHECK(help_of(LogKind::participants, people + "U;;K;12/31/2000;\n") ==
        "add to this file under `data`: `date: mm/dd/yyyy`");
  CHECK(help_of(LogKind::support, support + "2022-01-01;U;terpia;;;;\n", with_forms_and_claims) ==
        "nearest known: `terapia`; to add a new one, write in `support_forms`: - {id: terpia, "
        "name: …}");
  CHECK(help_of(LogKind::support, support + "2022-01-01;U;xyz;;;;\n", with_forms_and_claims) ==
        "nearest known: `terapia`, `mediacje`; to add a new one, write in `support_forms`: - {id: "
        "xyz, "
        "name: …}");
  CHECK(help_of(LogKind::places, "place_id;kind;from\nA;inne;2022-01-01\n") ==
        "allowed: `created`, `supported`; map other words in `values`");
}

}  // namespace euproj
