// Who is one person, from files to figures: what is said, and what is counted with --keep-going.
// All persons are invented.

#include <doctest/doctest.h>

#include <regex>
#include <sstream>
#include <string>
#include <vector>

#include "euproj/app/run.hpp"
#include "support/memory_files.hpp"

namespace euproj::testing {
namespace {

using Lines = std::vector<std::string>;

const std::string head = R"(euproj: 1
project:
  id: osoby
  number: FEXX.05.09-IP.00-0200/26
  title: "Osoby – projekt wymyślony"
  period: {start: 2026-01-01, end: 2027-12-31}
financing:
  total: 1000.00
  sources: [{id: ue, kind: eu, rate: 85%}, {id: wklad, kind: own, remainder: true}]
)";

struct Told {
  ExitCode code{};
  Lines findings;    // "u.csv:4 contradicting-rows"
  std::string text;  // of all findings
  std::string report;

  /// "3 (1, 2)": a value of an indicator, total, women and men.
  [[nodiscard]] std::string value(const std::string& indicator, const std::string& of) const {
    return values_behind(report.find("\"id\": \"" + indicator + "\""), of);
  }
  [[nodiscard]] std::string values_behind(std::size_t at, const std::string& of) const {
    at = report.find("\"" + of + "\": {", at);
    static const std::regex three(
        "\"total\": ([^,]*),\\s*\"women\": ([^,]*),\\s*\"men\": ([^,\\s}]*)");
    std::smatch found;
    const std::string rest = report.substr(at == std::string::npos ? report.size() : at);
    if (!std::regex_search(rest, found, three)) return "none";
    return found[1].str() + " (" + found[2].str() + ", " + found[3].str() + ")";
  }
};

Told told(const std::vector<std::pair<std::string, std::string>>& given,
          std::vector<std::string> more = {"--keep-going"}, const std::string& format = "json") {
  MemoryFiles files;
  for (const auto& [name, text] : given) {
    files.put(name, name == "project.yaml" ? head + text : text);
  }
  std::vector<std::string> arguments = {"report", "project.yaml", "--lang",
                                        "en",     "--format",     format};
  arguments.insert(arguments.end(), more.begin(), more.end());
  std::ostringstream out;
  std::ostringstream err;
  Env env{files, out, err, *Date::from(2027, 6, 30), {}, false, false, true};
  Told result;
  result.code = run(arguments, env);
  result.report = out.str();
  result.text = err.str();
  static const std::regex finding("^([^: ]+:[0-9]+):[0-9]+: [a-z]+: .* \\[([a-z0-9-]+)\\]$");
  std::istringstream lines(result.text);
  for (std::string line; std::getline(lines, line);) {
    std::smatch found;
    if (std::regex_match(line, found, finding)) {
      result.findings.push_back(found[1].str() + " " + found[2].str());
    }
  }
  return result;
}

const std::string p1 =
    "indicators: [{id: P1, name: Osoby, kind: output, unit: osoby, count: persons}]\n";
const std::string both_logs = p1 + "data: {participants: u.csv, support: w.csv}\n";

std::string support_of(const Lines& rows) {
  std::string text = "date;person_id;form\n";
  for (const std::string& row : rows) text += row + ";kurs\n";
  return text;
}

TEST_CASE("a number that two persons share joins nobody, and all are counted") {
  const std::string rows =
      "L-1;AB 100;K;1987-09-23;2026-02-02;\nL-2;MD 7;M;1994-05-11;2026-02-02;2026-04-30\n"
      "L-3;AB 100;M;2013-12-01;2026-03-16;\nL-4;MD 7;M;1994-05-11;2026-06-01;\n";
  const std::string header = "person_id;other_id;sex;birth_date;entry_date;exit_date\n";
  const std::string log =
      support_of({"2026-02-02;L-1", "2026-02-02;L-2", "2026-03-16;L-3", "2026-06-01;L-4"});
  const Told one = told({{"project.yaml", both_logs}, {"u.csv", header + rows}, {"w.csv", log}});
  CHECK(one.code == ExitCode::bad_data);
  CHECK(one.findings == Lines{"u.csv:4 contradicting-rows", "u.csv:5 two-person-ids"});
  CHECK(one.text.find("u.csv:2") != std::string::npos);
  CHECK(one.value("P1", "cumulative") == "3 (1, 2)");
  // Over two files, and of the same sex.
  const Told two =
      told({{"project.yaml", p1 + "data: {participants: [u.csv, v.csv], support: w.csv}\n"},
            {"u.csv", header + "L-1;AB 100;M;1987-09-23;2026-02-02;\n"},
            {"v.csv", header + "L-3;AB 100;M;2013-12-01;2026-03-16;\n"},
            {"w.csv", support_of({"2026-02-02;L-1", "2026-03-16;L-3"})}});
  CHECK(two.findings == Lines{"v.csv:2 contradicting-rows"});
  CHECK(two.text.find("joins this row with u.csv:2, but they differ in `birth_date`") !=
        std::string::npos);
  CHECK(two.value("P1", "cumulative") == "2 (0, 2)");
}

TEST_CASE("an id that was given to another person: the later row and its support are left out") {
  const std::string header = "person_id;pesel;sex;birth_date;entry_date;exit_date\n";
  const Told said = told(
      {{"project.yaml", p1 + "data: {participants: [u-1.csv, u-2.csv], support: w.csv}\n"},
       {"u-1.csv", header + "C-1;;K;1969-07-19;2026-03-02;2026-06-30\n"
                            "C-2;90101004410;;;2026-03-02;2026-06-30\n"
                            "C-3;;K;1988-01-31;2026-03-02;2026-06-30\n"
                            "C-4;;K;1988-01-31;2026-03-02;2026-06-30\n"},
       {"u-2.csv", header + "C-1;;M;1955-02-03;2027-02-01;\nC-3;88013100904;;;2027-02-01;\n"
                            "C-2;77030506112;;;2027-02-01;\nC-4;77030506112;;;2027-02-01;\n"},
       {"w.csv", support_of({"2026-03-02;C-1", "2026-03-02;C-2", "2026-03-02;C-3", "2027-02-01;C-1",
                             "2027-02-01;C-2", "2027-02-01;C-3", "2027-02-01;C-4"})}});
  CHECK(said.code == ExitCode::bad_data);
  CHECK(said.findings == Lines{"u-2.csv:2 contradicting-rows", "u-2.csv:4 two-identities",
                               "u-2.csv:5 contradicting-rows"});
  CHECK(said.text.find("joins this row with u-1.csv:2") != std::string::npos);
  CHECK(said.text.find("than in u-1.csv:3") != std::string::npos);
  CHECK(said.text.find("joins this row with u-1.csv:5") != std::string::npos);
  CHECK(said.text.find("90101004410") == std::string::npos);
  CHECK(said.value("P1", "cumulative") == "3 (2, 1)");  // C-4 never had support of their own
}

TEST_CASE("what identifies nobody is blank") {
  const Told said =
      told({{"project.yaml", both_logs},
            {"u.csv",
             "person_id;pesel;other_id;sex;birth_date;entry_date;exit_date\n"
             "D1;;N/D;K;1960-02-01;2026-01-12;\nD2;;n/d;M;1971-03-11;2026-01-12;\n"
             "D3;BRAK;;K;1982-04-21;2026-01-12;\nD4;;0-0;M;1993-05-02;2026-01-12;\n"
             "D5;;-;K;1993-05-02;2026-01-12;\nD6;;0-0;M;1993-05-02;2026-02-09;\n"
             "D7;;Jan Zmyślony;K;2001-08-30;2026-01-12;\n"
             "D8;;X000;K;2001-08-30;2026-01-12;2026-02-13\nD9;;X000;K;2001-08-30;2026-03-02;\n"},
            {"w.csv", support_of({"2026-01-12;D1", "2026-01-12;D2", "2026-01-12;D3",
                                  "2026-01-12;D4", "2026-01-12;D5", "2026-02-09;D6",
                                  "2026-01-12;D7", "2026-01-12;D8", "2026-03-02;D9"})}},
           {});
  CHECK(said.code == ExitCode::done);
  CHECK(said.findings == Lines{"u.csv:2 id-filler", "u.csv:4 id-filler", "u.csv:5 id-filler",
                               "u.csv:8 id-without-digit", "u.csv:10 two-person-ids"});
  CHECK(said.text.find("column `other_id`: `N/D` is nobody's number; the cell is taken as blank "
                       "(2 such rows)") != std::string::npos);
  CHECK(said.text.find("Zmyślony") == std::string::npos);
  CHECK(said.value("P1", "cumulative") == "8 (5, 3)");
  const Told blank =
      told({{"project.yaml", both_logs},
            {"u.csv", "person_id;pesel;sex;birth_date;entry_date\nD1;brak;K;;2026-01-12\n"},
            {"w.csv", support_of({"2026-01-12;D1"})}});
  CHECK(blank.findings == Lines{"u.csv:2 id-filler", "u.csv:2 birth-date-missing"});
}

TEST_CASE("rows of another project do not count, and are said once a file") {
  const std::string rows =
      "person_id;sex;birth_date;entry_date;Projekt\nE1;K;1980-01-01;2026-01-12;FEXX.05.09-IP.00-"
      "0200/26\n"
      "E2;K;1981-01-01;2026-01-12;FEXX.05.09-IP.00-0020/26\n"
      "E3;M;1982-01-01;2026-01-12;fexx.05.09-ip.00-0200/26-01\nE4;M;1983-01-01;2026-01-12;\n"
      "E5;M;1984-01-01;2026-01-12;FEXX.05.09-IP.00-0020/26\n";
  const std::string log = support_of(
      {"2026-01-12;E1", "2026-01-12;E2", "2026-01-12;E3", "2026-01-12;E4", "2026-01-12;E5"});
  const std::string data =
      "data:\n  participants: {file: u.csv, columns: {project: Projekt}}\n  support: w.csv\n";
  const Told said = told({{"project.yaml", p1 + data}, {"u.csv", rows}, {"w.csv", log}});
  CHECK(said.code == ExitCode::bad_data);
  CHECK(said.findings == Lines{"u.csv:3 other-project"});
  CHECK(said.text.find("`FEXX.05.09-IP.00-0020/26` is another project, this one is "
                       "`FEXX.05.09-IP.00-0200/26`; such rows do not count (2 such rows)") !=
        std::string::npos);
  CHECK(said.value("P1", "cumulative") == "3 (1, 2)");
}

TEST_CASE("a PESEL without its zeros is padded, nine and ten digits, and said") {
  const std::string ten = "3222806412";
  const std::string nine = "231704186";
  const Told said =
      told({{"project.yaml", both_logs},
            {"u.csv", "person_id;pesel;entry_date\nF1;" + ten + ";2026-01-12\nF2;0" + ten +
                          ";2026-01-13\nF3;" + nine + ";2026-01-12\nF4;3222806413;2026-01-12\n"},
            {"w.csv", support_of({"2026-01-12;F1", "2026-01-13;F2", "2026-01-12;F3"})}});
  CHECK(said.findings == Lines{"u.csv:2 pesel-padded", "u.csv:3 two-person-ids",
                               "u.csv:3 re-entry-without-exit", "u.csv:4 pesel-padded",
                               "u.csv:5 pesel-not-eleven-digits"});
  CHECK(said.text.find("(missing: 2)") != std::string::npos);
  CHECK(said.text.find(nine) == std::string::npos);
  CHECK(said.text.find(ten) == std::string::npos);
  CHECK(said.value("P1", "cumulative") == "2 (1, 1)");
}

TEST_CASE("the attributes are those of the participation in which the support begins") {
  const std::string where =
      "indicators:\n"
      "  - {id: P1, name: Osoby, kind: output, unit: osoby, count: persons}\n"
      "  - {id: B1, name: Bierne, kind: output, unit: osoby, count: persons, where: "
      "{labour_status: inactive}}\n"
      "  - {id: B2, name: Rodziny, kind: output, unit: rodziny, count: households, where: "
      "{education: [3]}}\n"
      "data: {participants: u.csv, support: w.csv}\n";
  const std::string header =
      "person_id;sex;birth_date;entry_date;exit_date;labour_status;education;household_id\n";
  const std::string never_came = "G1;M;1979-08-08;2026-01-19;2026-02-13;employed;2;\n";
  const std::string began = "G1;M;1979-08-08;2026-09-07;;inactive;3;R-1\n";
  for (const std::string& rows : {never_came + began, began + never_came}) {
    for (const std::string day : {"2026-09-07", "2026-09-08"}) {
      const Told said = told(
          {{"project.yaml", where}, {"u.csv", header + rows}, {"w.csv", support_of({day + ";G1"})}},
          {});
      const bool first = rows.starts_with(never_came);
      CHECK(said.findings ==
            Lines{std::string("u.csv:") + (first ? "2" : "3") + " participation-without-support"});
      CHECK(said.value("B1", "cumulative") == "1 (0, 1)");
      CHECK(said.value("B2", "cumulative") == "1 (null, null)");
    }
  }
  const Told early = told({{"project.yaml", where},
                           {"u.csv", header + never_came + began},
                           {"w.csv", support_of({"2026-01-20;G1", "2026-09-07;G1"})}},
                          {});
  CHECK(early.value("B1", "cumulative") == "0 (0, 0)");
}

const std::string result_in_window =
    "indicators:\n"
    "  - {id: R1, name: Praca, kind: result, unit: osoby, count: persons, where: {outcome: "
    "[praca], within: 4 weeks}}\n"
    "data: {participants: u.csv, support: w.csv, outcomes: r.csv}\n";

TEST_CASE("an outcome counts with the exit of the participation in which it is dated") {
  const std::vector<std::pair<std::string, std::string>> files = {
      {"project.yaml", result_in_window},
      {"u.csv",
       "person_id;sex;birth_date;entry_date;exit_date\n"
       "H1;M;1983-03-03;2026-01-12;2026-04-17\nH1;M;1983-03-03;2026-07-06;2026-11-13\n"
       "H2;K;1991-03-03;2026-01-12;2026-04-17\nH2;K;1991-03-03;2026-07-06;2026-11-13\n"
       "H3;K;1992-03-03;2026-01-12;2026-04-17\nH3;K;1992-03-03;2026-07-06;2026-11-13\n"
       "H4;K;1993-03-03;2026-01-12;2026-04-17\nH4;K;1993-03-03;2026-07-06;2026-11-13\n"},
      {"w.csv", support_of({"2026-01-12;H1", "2026-01-12;H2", "2026-01-12;H3", "2026-01-12;H4",
                            "2026-07-06;H1", "2026-07-06;H2", "2026-07-06;H3", "2026-07-06;H4"})},
      {"r.csv",
       "person_id;outcome;date\nH1;praca;2026-05-15\nH2;praca;2026-05-15\n"
       "H2;praca;2026-12-11\nH3;praca;2026-06-01\nH4;praca;2026-07-06\n"}};
  const auto on = [&](const std::string& day) {
    return told(files, {"--as-of", day}).value("R1", "cumulative");
  };
  CHECK(on("2026-05-31") == "2 (1, 1)");
  CHECK(on("2026-08-31") == "0 (0, 0)");
  CHECK(on("2026-11-30") == "1 (1, 0)");  // H4, within the second participation
  CHECK(on("2026-12-31") == "2 (2, 0)");
  CHECK(told(files, {}).findings == Lines{"r.csv:5 outcome-outside-window"});
}

TEST_CASE("persons supported in a period are no difference of cumulative values") {
  const std::vector<std::pair<std::string, std::string>> files = {
      {"project.yaml",
       "indicators:\n"
       "  - {id: P1, name: Osoby, kind: output, unit: osoby, count: persons}\n"
       "  - {id: K1, name: Wspierane, kind: output, unit: osoby, count: persons, when: period}\n"
       "  - {id: K2, name: Basen, kind: output, unit: osoby, count: persons, when: period, where: "
       "{support: [basen]}}\n"
       "data: {participants: u.csv, support: w.csv}\n"},
      {"u.csv",
       "person_id;sex;birth_date;entry_date\nJ1;K;1971-06-06;2026-01-12\n"
       "J2;M;1972-06-06;2026-01-12\nJ3;K;1973-06-06;2026-01-12\n"
       "J4;M;1974-06-06;2026-01-12\nJ5;M;1979-06-06;2026-04-13\n"},
      {"w.csv",
       "date;date_to;person_id;form\n2026-01-12;;J1;klub\n2026-01-12;;J2;klub\n"
       "2026-02-02;;J3;klub\n2026-03-31;2026-04-30;J4;basen\n2026-04-01;;J1;basen\n"
       "2026-04-13;;J5;klub\n2026-05-18;;J1;basen\n2026-06-30;;J3;klub\n2026-07-01;;J2;klub\n"}};
  const Told second = told(files, {"--period", "2026-Q2"});
  CHECK(second.value("P1", "period") == "1 (0, 1)");
  CHECK(second.value("K1", "period") == "3 (2, 1)");
  CHECK(second.value("K1", "cumulative") == "5 (2, 3)");
  CHECK(second.value("K2", "period") == "1 (1, 0)");
  CHECK(second.value("K2", "cumulative") == "2 (1, 1)");
  const std::size_t behind = second.report.find("\"participants\"");
  CHECK(second.values_behind(behind, "supported_in_period") == "3 (2, 1)");
  const Told third = told(files, {"--period", "2026-Q3"});
  CHECK(third.value("K1", "period") == "1 (0, 1)");
  CHECK(third.value("K1", "cumulative") == "5 (2, 3)");
  const Told april = told(files, {"--period", "2026-04"});
  CHECK(april.value("K1", "period") == "2 (1, 1)");
  const Told words = told(files, {"--period", "2026-Q2"}, "text");
  CHECK(words.report.find("K1, K2: persons supported in the period. The") != std::string::npos);
}

const std::string export_header =
    "Numer projektu;Imię;Nazwisko;PESEL/Inny identyfikator;brak PESEL;Techniczny identyfikator "
    "uczestnika;Płeć;Wiek w chwili przystąpienia do projektu;Data rozpoczęcia udziału w projekcie;"
    "Rodzaj przyznanego wsparcia;Data rozpoczęcia udziału we wsparciu\n";
const std::string sm_efs = p1 + "data: {participants: {file: e.csv, preset: sm-efs}}\n";

Told told_export(const std::string& rows, const std::string& project = sm_efs) {
  Told said = told({{"project.yaml", project}, {"e.csv", export_header + rows}});
  std::erase_if(said.findings,
                [](const std::string& line) { return line.ends_with("preset-lacks-column"); });
  return said;
}

TEST_CASE("technical ids, ages and names of an export are tested wherever its rows are joined") {
  const Told copied = told_export(
      "FEXX.05.09-IP.00-0200/"
      "26;Ala;Pierwsza;71061321508;Nie;X-1;Kobieta;54;2026-02-02;a;2026-02-02\n"
      "FEXX.05.09-IP.00-0200/26;Ala;Druga;71061321508;Nie;X-2;Kobieta;54;2026-04-13;a;2026-04-13\n"
      "FEXX.05.09-IP.00-0200/"
      "26;Ala;Trzecia;96012833000;Nie;X-3;Kobieta;30;2026-02-02;a;2026-02-02\n"
      "FEXX.05.09-IP.00-0200/26;Ala;Nowa;96012833000;Nie;X-3;Kobieta;30;2026-05-04;a;2026-05-04\n"
      "FEXX.05.09-IP.00-0200/"
      "26;Ala;Druga;71061321508;Nie;X-2;Kobieta;54;2026-04-13;b;2026-05-13\n");
  CHECK(copied.findings == Lines{"e.csv:3 contradicting-rows", "e.csv:5 name-differs",
                                 "e.csv:5 re-entry-without-exit"});
  CHECK(
      copied.text.find("`pesel` joins this row with e.csv:2, but they differ in `technical_id`") !=
      std::string::npos);
  CHECK(copied.text.find("Nowa") == std::string::npos);
  CHECK(copied.text.find("71061321508") == std::string::npos);
  CHECK(copied.value("P1", "cumulative") == "3 (3, 0)");

  const Told one_number = told_export(
      ";;;Z 1;Tak;X-1;Kobieta;54;2026-02-02;a;2026-02-02\n"
      ";;;Z 1;Tak;X-2;Kobieta;54;2026-02-02;a;2026-02-02\n"
      ";;;Z 1;Tak;X-3;Kobieta;54;2026-02-02;a;2026-02-02\n"
      ";;;Z 1;Tak;;Kobieta;54;2026-02-02;b;2026-02-03\n");  // a blank one contradicts nothing
  CHECK(one_number.findings == Lines{"e.csv:3 contradicting-rows", "e.csv:4 contradicting-rows"});
  CHECK(one_number.value("P1", "cumulative") == "3 (3, 0)");

  const Told one_technical_id = told_export(
      ";;;Z 1;Tak;X-1;Kobieta;54;2026-02-02;a;2026-02-02\n"
      ";;;Z 2;Tak;X-1;Kobieta;23;2026-04-13;a;2026-04-13\n"
      ";;;Z 3;Tak;X-9;Kobieta;54;2026-02-02;a;2026-02-02\n"
      ";;;Z 4;Tak;X-9;Kobieta;55;2026-02-02;a;2026-02-03\n");
  CHECK(one_technical_id.findings.front() == "e.csv:3 contradicting-rows");
  CHECK(one_technical_id.text.find("`technical_id` joins this row with e.csv:2, but they differ in "
                                   "`birth_date`") != std::string::npos);
}

TEST_CASE("rows of another project in an export, and fillers") {
  const Told said = told_export(
      "FEXX.05.09-IP.00-0200/26;;;71061321508;Nie;X-1;Kobieta;54;2026-02-02;a;2026-02-02\n"
      "FEXX.05.09-IP.00-0002/26;;;84020460404;Nie;X-2;Kobieta;42;2026-02-02;a;2026-02-02\n"
      "fexx.05.09-ip.00-0200/26-00;;;brak;Tak;X-3;Kobieta;30;2026-02-02;a;2026-02-02\n"
      ";;;brak;Nie;X-4;Mężczyzna;31;2026-02-02;a;2026-02-02\n"
      "FEXX.05.09-IP.00-0002/26;;;84020460404;Nie;X-2;Kobieta;42;2026-02-02;b;2026-02-03\n");
  CHECK(said.findings == Lines{"e.csv:3 other-project", "e.csv:4 id-filler"});
  CHECK(said.text.find("such rows do not count (2 such rows)") != std::string::npos);
  CHECK(said.text.find("`brak` is nobody's number; the cell is taken as blank (2 such rows)") !=
        std::string::npos);
  CHECK(said.value("P1", "cumulative") == "3 (2, 1)");
}

}  // namespace
}  // namespace euproj::testing
