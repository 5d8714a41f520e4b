// Attendance lists with a column a meeting, and persons who are named by their names. Names are
// invented.

#include <doctest/doctest.h>

#include <algorithm>

#include "support/log_run.hpp"
#include "support/stored_zip.hpp"

namespace euproj {
namespace {

using testing::LogRun;
using Lines = std::vector<std::string>;

const std::string people =
    "person_id;Nazwisko;Imię;sex;birth_date\nU1;Alfa;Próbna;K;2014-01-01\n"
    "U2;Beta;Testowy;M;2015-01-01\nU3;ALFA;Testowa;K;2016-01-01\nU4;Gamma;Nowa;K;2016-01-01\n"
    "U5;gamma;Nowa;K;2017-01-01\n";

WideLayout march(std::vector<std::string> absent = {"", "-", "nb"}) {
  WideLayout wide;
  wide.form = "swietlica";
  wide.month = *Date::from(2026, 3, 1);
  wide.present = {"x", "+"};
  wide.absent = std::move(absent);
  wide.hours = *parse_quantity("2.5");
  return wide;
}

/// The participants above, and a wide list.
struct WideRun : LogRun {
  explicit WideRun(const std::string& text, WideLayout wide = march(),
                   const std::string& path = "lista.csv") {
    add(LogKind::participants, "u.csv", people);
    DataFile& list = add(LogKind::support, path, text);
    list.wide = std::move(wide);
    list.match = {{"Nazwisko", "Imię"}, {"Nazwisko", "Imię"}, {no_file, 9, 7}};
    edit = &list;
  }
  /// "U1 2026-03-03 2.5 x2": person, day, hours, and how many share the session.
  Lines rows() {
    Lines out;
    for (std::size_t i = 0; i < logs.support.size(); ++i) {
      const SupportRow row = logs.support[i];
      std::size_t shared = 0;
      for (std::size_t k = 0; k < logs.support.size(); ++k) {
        shared += logs.support[k].session == row.session ? 1U : 0U;
      }
      CHECK(codes.forms.text(row.form) == "swietlica");
      out.push_back(std::string(codes.person_ids.text(row.person_id)) + " " + row.date.iso() + " " +
                    row.hours.text() + " x" + std::to_string(shared));
    }
    std::sort(out.begin(), out.end());
    return out;
  }
  Lines of_list() {
    Lines found = findings();
    std::erase_if(found, [](const std::string& line) { return line.starts_with("u.csv"); });
    return found;
  }
  DataFile* edit = nullptr;
};

}  // namespace

TEST_CASE("wide: a mark is a row of support, a column is a session") {
  WideRun run(
      "Lista obecności – marzec;;;;\n\nLp.;Nazwisko;Imię;03.03;5;10.03.2026;12 (czw.)\n"
      "1;Alfa;Próbna;x;X;+;nb\n2;Beta;Testowy;;x;NB;x\n3; alfa ;TESTOWA;+;;;-\n"
      "Razem;;;2;2;1;1\nprowadząca:;Anna;;;;;\n");
  run.edit->ignored = {"Lp."};
  run.read();
  CHECK(run.of_list() == Lines{});
  CHECK(run.rows() == Lines{"U1 2026-03-03 2.5 x2", "U1 2026-03-05 2.5 x2", "U1 2026-03-10 2.5 x1",
                            "U2 2026-03-05 2.5 x2", "U2 2026-03-12 2.5 x1",
                            "U3 2026-03-03 2.5 x2"});
  const LogFile& list = run.logs.files.at(1);
  CHECK(list.rows == 3);
  CHECK(list.skipped == std::vector<Skipped>{{1, SkipReason::above_header},
                                             {7, SkipReason::total},
                                             {8, SkipReason::below_total}});
}

TEST_CASE("wide: whole dates need no month; person_id needs no names; a column names the form") {
  LogRun run;
  WideLayout wide = march();
  wide.form.clear();
  wide.month = Date();
  run.add(LogKind::support, "s.csv",
          "person_id;form;2026-03-03;05.03.2026;3\nU1;swietlica;x;;\nU2;swietlica;;+;\n")
      .wide = wide;
  run.read();
  CHECK(run.findings() ==
        Lines{"s.csv:1:38: note: the unknown column `3` is ignored [unknown-column]"});
  CHECK(run.logs.support.size() == 2);
}

TEST_CASE("wide: a column names the partner of each row, as in a long list") {
  LogRun run;
  run.add(LogKind::support, "s.csv", "person_id;partner;3;5\nU1;smart;x;x\nU2;egida;;+\nU3;;x;\n")
      .wide = march();
  DataFile& renamed = run.add(LogKind::support, "t.csv", "person_id;Kto;3\nU4;SMART;x\n");
  renamed.wide = march();
  renamed.columns = {{"partner", "Kto"}};
  run.read();
  CHECK(run.findings() == Lines{});
  Lines rows;
  for (std::size_t i = 0; i < run.logs.support.size(); ++i) {
    const SupportRow row = run.logs.support[i];
    rows.push_back(std::string(run.codes.person_ids.text(row.person_id)) + " " + row.date.iso() +
                   " " + std::string(run.codes.partners.text(row.partner)));
  }
  CHECK(rows == Lines{"U1 2026-03-03 smart", "U1 2026-03-05 smart", "U2 2026-03-05 egida",
                      "U3 2026-03-03 ", "U4 2026-03-03 SMART"});
}

TEST_CASE("wide: cells may be the hours") {
  WideLayout wide = march();
  wide.marks_are_hours = true;
  WideRun run("Nazwisko;Imię;3;4\nAlfa;Próbna;1,5;-\nBeta;Testowy;0;nb\n", wide);
  run.read();
  CHECK(run.of_list() ==
        Lines{"lista.csv:3:16: error: column `4`: `nb` is not a number [not-a-number]"});
  CHECK(run.rows() == Lines{"U1 2026-03-03 1.5 x1"});
}

TEST_CASE("wide: two lists of one day are two sessions") {
  WideRun run("Nazwisko;Imię;3\nAlfa;Próbna;x\n");
  DataFile second = *run.edit;
  second.pattern = "druga.csv";
  run.files.put("p/druga.csv", "Nazwisko;Imię;3\nBeta;Testowy;x\n");
  run.project.data.push_back(second);
  run.read();
  CHECK(run.rows() == Lines{"U1 2026-03-03 2.5 x1", "U2 2026-03-03 2.5 x1"});
}

TEST_CASE("wide: marks that nobody declared, never the words of a remark") {
  WideRun run("Nazwisko;Imię;3;4\nAlfa;Próbna;zw;szpital\nBeta;Testowy;x;x\n");
  run.read();
  CHECK(run.of_list() ==
        Lines{"lista.csv:2:14: error: column `3`: unknown mark `zw` [unknown-mark]",
              "lista.csv:2:17: error: column `4`: a 7-character text in place of a mark "
              "[text-for-mark]"});
  CHECK(run.diagnostics.all().back().help(Language::english) ==
        "present: `x`, `+`, absent: `-`, `nb`");
  CHECK(run.logs.is_partly_unread(LogKind::support));
}

TEST_CASE("wide: days that are none of the month, and two columns of one day") {
  WideRun run("Nazwisko;Imię;03.04;30.02;3;03.03\nAlfa;Próbna;x;x;x;x\n");
  run.read();
  CHECK(run.of_list() ==
        Lines{"lista.csv:1:16: error: the header `03.04` is no day of the month 2026-03 "
              "[meeting-outside-month]",
              "lista.csv:1:22: error: the header `30.02` is no day of the month 2026-03 "
              "[meeting-outside-month]",
              "lista.csv:1:30: error: two columns have the same day 2026-03-03: cells 5 and 6 "
              "[meeting-repeated]"});
  CHECK(run.logs.support.size() == 0);

  WideRun none("Nazwisko;Imię;uwagi\nAlfa;Próbna;x\n");
  none.read();
  CHECK(none.of_list() ==
        Lines{"lista.csv:1:1: error: no header is the day of a meeting [wide-without-meetings]",
              "lista.csv:1:16: note: the unknown column `uwagi` is ignored [unknown-column]"});
}

TEST_CASE("match: nobody, and more than one") {
  WideRun run("Nazwisko;Imię;3\nDelta;Obca;x\nGamma;Nowa;x\n;Próbna;x\nAlfa;Próbna;x\n");
  run.read();
  CHECK(run.of_list() ==
        Lines{"lista.csv:2:1: error: nobody in `participants` is named as this row is in "
              "`Nazwisko`, `Imię` [match-nobody]",
              "lista.csv:3:1: error: in `participants` 2 persons are named as this row is in "
              "`Nazwisko`, `Imię` [match-several]",
              "lista.csv:4:1: error: nobody in `participants` is named as this row is in "
              "`Nazwisko`, `Imię` [match-nobody]"});
  CHECK(run.rows() == Lines{"U1 2026-03-03 2.5 x1"});
}

TEST_CASE("match: rows of support and of outcomes, with a person_id of their own or without") {
  LogRun run;
  run.add(LogKind::participants, "u.csv", people);
  run.add(LogKind::support, "s.csv",
          "date;form;hours;person_id;Osoba 1;Osoba 2\n2026-03-03;x;1;;alfa;PRÓBNA\n"
          "2026-03-04;x;1;U2;;\n")
      .match = {{"Osoba 1", "Osoba 2"}, {"Nazwisko", "Imię"}, {}};
  run.add(LogKind::outcomes, "o.csv", "outcome;date;kto\npraca;2026-03-03;Beta\n").match = {
      {"kto"}, {"Nazwisko"}, {}};
  run.read();
  Lines found = run.findings();
  std::erase_if(found, [](const std::string& line) { return line.starts_with("u.csv"); });
  CHECK(found == Lines{});
  REQUIRE(run.logs.support.size() == 2);
  CHECK(run.codes.person_ids.text(SupportRow(run.logs.support[0]).person_id) == "U1");
  CHECK(run.codes.person_ids.text(SupportRow(run.logs.support[1]).person_id) == "U2");
  REQUIRE(run.logs.outcomes.size() == 1);
  CHECK(run.codes.person_ids.text(OutcomeRow(run.logs.outcomes[0]).person_id) == "U2");
}

TEST_CASE("match: columns that are not there") {
  WideRun run("Nazwisko;Imie;3\nAlfa;Próbna;x\n");
  run.read();
  CHECK(run.of_list() ==
        Lines{"lista.csv:1:1: error: there is no header `Imię`, which `match` needs "
              "[match-column-missing]",
              "lista.csv:1:10: note: the unknown column `Imie` is ignored [unknown-column]"});

  WideRun with("Nazwisko;Imię;3\nAlfa;Próbna;x\n");
  with.edit->match.with = {"Nazwisko", "Drugie imię"};
  with.read();
  CHECK(with.of_list() ==
        Lines{"project.yaml:9:7: error: no file of `participants` has all headers `Nazwisko`, "
              "`Drugie imię`, which `match` needs [match-with-missing]"});
}

TEST_CASE("wide: a list that nobody declared prints what to paste") {
  LogRun run;
  run.project.period = {*Date::from(2025, 9, 1), *Date::from(2026, 8, 31)};
  run.add(LogKind::support, "marzec.csv",
          "Lista;;;;\nLp.;Nazwisko;Imię;03.03;05.03\n1;Alfa;Próbna;x;nb\n2;Beta;Testowy;+;-\n");
  run.add(LogKind::support, "godziny.csv", "Osoba;2026-03-02;2026-04-03\nAlfa;2;1,5\n");
  run.read();
  CHECK(run.findings() ==
        Lines{"marzec.csv:2:1: error: this is an attendance list: 2 columns are days, but `data` "
              "expects a row for each support [wide-sheet]",
              "godziny.csv:1:1: error: this is an attendance list: 2 columns are days, but `data` "
              "expects a row for each support [wide-sheet]"});
  CHECK(run.diagnostics.all().at(0).help(Language::english) ==
        "write into `data` under `support`, in place of this file: - {file: marzec.csv, layout: "
        "wide, form: …, dates: {month: 2026-03}, marks: {present: [x, \"+\"], absent: [\"\", "
        "nb, \"-\"]}, hours: 1, match: {columns: [Nazwisko, Imię], with: [Nazwisko, Imię]}}");
  CHECK(run.diagnostics.all().at(1).help(Language::english) ==
        "write into `data` under `support`, in place of this file: - {file: godziny.csv, layout: "
        "wide, form: …, marks: hours, match: {columns: [Osoba], with: [Osoba]}}");
}

TEST_CASE("wide: a list of persons with two dates in each row is none") {
  LogRun run;
  run.project.period = {*Date::from(2025, 9, 1), *Date::from(2026, 8, 31)};
  run.add(LogKind::support, "osoby.csv",
          "Lp.;Nazwisko;Data ur.;Data wejścia\n1;Alfa;12.05.1990;10.01.2026\n"
          "2;Beta;03.04.1985;12.01.2026\nRazem;2;;\n");
  run.read();
  CHECK(run.findings() ==
        Lines{"osoby.csv:1:1: error: none of the first 30 lines names a known column "
              "[no-known-column]"});
}

}  // namespace euproj
