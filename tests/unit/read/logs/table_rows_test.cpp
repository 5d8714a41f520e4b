// Tables as people keep them: titles, totals, signatures, notes beside the table; what of them is
// read, what is left out and listed, and what is a fault.

#include <doctest/doctest.h>

#include <algorithm>

#include "support/log_run.hpp"
#include "support/spreadsheets.hpp"

namespace euproj {
namespace {

using testing::LogRun;
using Lines = std::vector<std::string>;

/// "1 above-header, 7 total, H6 column-without-name" of the first file.
std::string skipped(const LogRun& run) {
  std::string out;
  for (const Skipped& one : run.logs.files.at(0).skipped) {
    if (!out.empty()) out += ", ";
    out += one.cell > 0 ? cell_name(one.line, one.cell) : std::to_string(one.line);
    out += " " + std::string(skip_word(one.reason));
  }
  return out;
}

LogRun costs_of(const std::string& text, const ReadOptions& options = {}) {
  LogRun run;
  run.add(LogKind::expenditures, "w.csv", text);
  run.read(options);
  return run;
}

const std::string head = "doc_no;paid_date;task;eligible\n";

}  // namespace

TEST_CASE("table: titles, totals and signatures are left out and listed") {
  LogRun run = costs_of("Rejestr;;;\nza I kwartał\n\n" + head +
                        "S 1;2026-01-20;1;430.00\nRazem styczeń;;;430.00\nS 2;2026-02-17;2;70.50\n"
                        "RAZEM;500.50\n\nsporządził: księgowy;;;\nzatwierdził:;kierownik\n;;;\n");
  CHECK(run.findings() == Lines{});
  CHECK(run.logs.expenditures.size() == 2);
  CHECK(run.logs.files[0].rows == 2);
  CHECK(skipped(run) ==
        "1 above-header, 2 above-header, 6 total, 8 total, 10 below-total, 11 below-total");
}

TEST_CASE("table: what is left out depends on neither threads nor blocks") {
  std::string text = "Rejestr\n" + head;
  for (int i = 0; i < 40; ++i) {
    text += "S " + std::to_string(i) + ";2026-01-20;1;1.00\n";
    if (i % 10 == 9) text += "Razem;;;10.00\n";
    if (i == 15) text += "\"S\nx\";;;\n";
  }
  text += "podpis;;;\n\"dwa\nwiersze\";;;\n";
  const std::string whole = skipped(costs_of(text));
  CHECK(whole ==
        "1 above-header, 13 total, 26 total, 37 total, 48 total, 49 below-total, "
        "50 below-total");
  for (const std::size_t block : {1U, 7U, 64U, 300U, 100000U}) {
    for (const std::size_t threads : {1U, 3U}) {
      CAPTURE(block);
      CAPTURE(threads);
      LogRun run = costs_of(text, {.threads = threads, .block_bytes = block});
      CHECK(skipped(run) == whole);
      CHECK(run.logs.expenditures.size() == 40);
      CHECK(run.findings().size() == 3);  // the row that is cut stands above the last total
    }
  }
}

TEST_CASE("table: a cut row is a fault where no total stands above it, and above the last one") {
  CHECK(costs_of(head + "S 1;2026-01-20;1;430.00\nS 2;;;\n").findings().size() == 3);
  CHECK(costs_of(head + "S 1;2026-01-20;1;430.00\nS 2;2026-01-21\n").findings() ==
        Lines{"w.csv:3:1: error: cells in the row: 2, in the header: 4 [too-few-cells]"});
  CHECK(costs_of(head + "Razem;;;1\nS 2;;;\nRazem;;;2\n").findings().size() == 3);
  // Blank lines above it are counted once.
  CHECK(costs_of(head + "\n\n\nS 2;2026-01-21;;\n").findings() ==
        Lines{"w.csv:5:16: error: column `task`: the cell is empty, a value is needed "
              "[missing-value]",
              "w.csv:5:17: error: column `eligible`: the cell is empty, a value is needed "
              "[missing-value]"});
  CHECK(costs_of(head + "Razem;;;1\nS 2;;;\n").findings() == Lines{});
  // Three filled cells are more than a signature has.
  CHECK(costs_of(head + "Razem;;;1\nS 2;2026-01-20;1;\n").findings() ==
        Lines{"w.csv:3:18: error: column `eligible`: the cell is empty, a value is needed "
              "[missing-value]"});
}

TEST_CASE("table: a total that would be counted is an error in the row, wherever it begins") {
  CHECK(
      costs_of(head + "S 1;2026-01-20;1;430.00\nSuma zadania 1;2026-01-31;1;430.00\n").findings() ==
      Lines{"w.csv:3:1: error: the row begins with `Suma`, as a total does, "
            "and has all that a row of data needs: it would be counted "
            "[total-row]"});
  CHECK(costs_of("Lp.;" + head + "Razem;x;2026-01-31;1;430.00\n")
            .findings()
            .back()
            .ends_with("[total-row]"));
  CHECK(costs_of(head + "Sumaryczny 1;2026-01-31;1;430.00\nTOTAL/1/26;2026-01-31;1;2.00\n")
            .findings() == Lines{});
}

TEST_CASE("table: logs of persons") {
  LogRun of_people;
  of_people.add(LogKind::participants, "u.csv",
                "Lista;;\nperson_id;sex;birth_date;nazwisko\nU1;K;2000-01-01;Suma\n"
                "U2;M;2000-01-01;Total\nRazem 2 osoby;;;\n");
  of_people.read();
  CHECK(of_people.logs.participants.size() == 2);
  CHECK(skipped(of_people) == "1 above-header, 5 total");

  LogRun of_support;
  of_support.add(LogKind::support, "s.csv",
                 "nazwisko;person_id;date;form;hours;headcount\nSuma;U1;2026-01-02;x;2;\n"
                 "Razem;;2026-01-31;x;2;14\nRazem;;;;2;\n");
  of_support.read();
  CHECK(of_support.findings().back() ==
        "s.csv:3:1: error: the row begins with `Razem`, as a total does, and has all that a row of "
        "data needs: it would be counted [total-row]");
  CHECK(of_support.logs.support.size() == 1);
  CHECK(skipped(of_support) == "4 total");
}

TEST_CASE("table: what stands in a column without a name is listed once") {
  LogRun run = costs_of(
      "doc_no;paid_date;task;eligible;;\nS 1;2026-01-20;1;430.00;;\n"
      "S 2;2026-01-20;1;430.00;;uwaga\nS 3;2026-01-20;1;430.00;x;druga\n");
  CHECK(run.findings() == Lines{});
  CHECK(run.logs.expenditures.size() == 3);
  CHECK(skipped(run) == "F3 column-without-name, E4 column-without-name");
}

TEST_CASE("table: header names are compared as a person reads them") {
  LogRun run;
  DataFile& file =
      run.add(LogKind::expenditures, "w.csv",
              "sep=;\nNumer  dowodu;\"Dzień\nzapłaty\";ZADANIE;Kwota\xC2\xA0kwalifikowalna;Uwagi;"
              "Podpis  osoby;Lp.\nT 1;2026-03-09;1;10;;;\n");
  file.columns = {{"doc_no", "Numer dowodu"},
                  {"paid_date",
                   "Dzie\x6E\xCC\x81 zap\xC5\x82"
                   "aty"},
                  {"task", "Zadanie"},
                  {"eligible", "Kwota kwalifikowalna"}};
  file.ignored = {"lp.", "UWAGI", "Podpis *"};
  run.read();
  CHECK(run.findings() == Lines{});
  CHECK(run.logs.expenditures.size() == 1);
}

TEST_CASE("table: an unknown column is told once for an entry, in how many files it may be") {
  LogRun run;
  const std::string text = "person_id;outcome;date;Uwagi\n";
  run.files.put("p/a.csv", text);
  run.files.put("p/b.csv", text + "U;x;2022-01-01;\n");
  run.declare(LogKind::outcomes, "?.csv");
  run.add(LogKind::outcomes, "c.txt", text);
  run.read();
  CHECK(run.findings() ==
        Lines{"a.csv:1:24: note: the unknown column `Uwagi` is ignored [unknown-column]",
              "c.txt:1:24: note: the unknown column `Uwagi` is ignored [unknown-column]"});
}

TEST_CASE("table: `ignore` leaves a known column unread, but not one that is mapped") {
  LogRun run;
  DataFile& file = run.add(LogKind::outcomes, "a.csv",
                           "person_id;outcome;date;evidence\nU;x;2022-01-01;dowód\n");
  file.ignored = {"evidence", "outcome"};
  file.columns = {{"outcome", "Outcome"}};
  run.read();
  CHECK(run.findings() == Lines{});
  CHECK(run.codes.evidences.size() == 0);
}

TEST_CASE("cells: days as people and programs write them") {
  LogRun run;
  DataFile& file =
      run.add(LogKind::outcomes, "a.csv",
              "person_id;outcome;date\nU;x;5.3.2026\nU;x;05.03.2026 r.\n"
              "U;x;2026/03/05\nU;x;2026-03-05 00:00:00\n"
              "U;x;2026-03-05T00:00:00+00:00\nU;x;2026-3-5\nU;x;\"=\"\"2026-03-05\"\"\"\n");
  file.date = DateForm::dd_mm_yyyy_dots;
  run.read();
  CHECK(run.findings() == Lines{});
  REQUIRE(run.logs.outcomes.size() == 7);
  for (std::size_t i = 0; i < 7; ++i) CHECK(run.logs.outcomes[i].date.iso() == "2026-03-05");
}

TEST_CASE("cells: a time of day is told once for a column") {
  LogRun run;
  run.add(LogKind::outcomes, "a.csv",
          "person_id;outcome;date\nU;x;2026-03-05 14:30\nU;x;2026-03-05T23:00:00Z\n");
  run.read({.threads = 2, .block_bytes = 1});
  CHECK(run.findings() ==
        Lines{"a.csv:2:5: warning: column `date`: a time stands beside the day; the day is read as "
              "it is written [time-of-day]"});
  CHECK(run.diagnostics.all().at(0).count == 2);
  CHECK(run.logs.outcomes.size() == 2);
}

TEST_CASE("cells: booleans and protected texts") {
  LogRun run;
  run.add(LogKind::participants, "a.csv",
          "person_id;pesel;completed;disability\n=\"U1\";=\"02270809705\";PRAWDA;FAŁSZ\n"
          "U2;85061500120;true;\"=\"\"False\"\"\"\n");
  run.read();
  CHECK(run.findings() == Lines{});
  REQUIRE(run.logs.participants.size() == 2);
  CHECK(run.codes.person_ids.text(run.logs.participants[0].person_id) == "U1");
  CHECK(run.logs.participants[0].pesel == 2270809705U);
  CHECK(run.logs.participants[0].completed == Answer::yes);
  CHECK(run.logs.participants[1].completed == Answer::yes);
}

namespace {

/// What of one log is read, what of it is left out, and the codes of what is wrong.
struct TableRead {
  std::size_t rows = 0;
  std::string left_out;
  Lines codes;
};

TableRead read_table(LogKind kind, const std::string& path, const std::string& bytes) {
  LogRun run;
  run.add(kind, path, bytes);
  run.read();
  TableRead read{run.logs.files.at(0).rows, skipped(run), {}};
  for (const std::string& finding : run.findings()) {
    read.codes.push_back(finding.substr(finding.rfind('[')));
  }
  return read;
}

}  // namespace

TEST_CASE("table: one table is the same table in CSV, XLSX and ODS") {
  struct Kept {
    LogKind kind;
    std::string text;
    std::size_t rows;
    std::size_t faults;
  };
  const std::vector<Kept> tables = {
      {LogKind::expenditures,
       "Rejestr faktur\n;;;\n" + head +
           "S 1;2026-01-20;1;430.00\nRazem styczeń;;;430.00\n;;;\nS 2;2026-02-17;2;70.50\n"
           "Ogółem;;;500.50\n;;;\nsporządził: księgowy;;;\n",
       2, 0},
      {LogKind::expenditures,
       "za rok 2026\n" + head + "S 1;2026-01-20;1;430.00\nSuma;2026-01-31;1;430.00\n", 2, 1},
      {LogKind::expenditures, "Kwoty w zł\n" + head + "S 1;2026-01-20;1;430.00\nS 2;;;\n", 2, 3},
      {LogKind::participants,
       "Lista;;\nrok 2026;;\nperson_id;sex;birth_date\nU1;K;2000-01-01\nU2;M;2000-01-01\n"
       "Łącznie 2 osoby;;\nkierownik;;\n",
       2, 0},
      {LogKind::places, "Miejsca;;\nplace_id;kind;from\nM1;created;2026-01-02\nTotal;;\n", 1, 0},
  };
  for (const Kept& table : tables) {
    CAPTURE(table.text);
    const TableRead csv = read_table(table.kind, "t.csv", table.text);
    const TableRead xlsx = read_table(
        table.kind, "t.xlsx", testing::xlsx_of({{"a", testing::text_rows(table.text), ""}}));
    const TableRead ods =
        read_table(table.kind, "t.ods",
                   testing::small_ods(testing::table(testing::ods_text_rows(table.text), "a")));
    CHECK(csv.rows == table.rows);
    CHECK(csv.codes.size() == table.faults);
    CHECK(xlsx.rows == csv.rows);
    CHECK(ods.rows == csv.rows);
    CHECK(xlsx.left_out == csv.left_out);
    CHECK(ods.left_out == csv.left_out);
    CHECK(xlsx.codes == csv.codes);
    CHECK(ods.codes == csv.codes);
  }
}

}  // namespace euproj
