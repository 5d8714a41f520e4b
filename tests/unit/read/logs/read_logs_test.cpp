#include "euproj/read/read_logs.hpp"

#include <doctest/doctest.h>

#include <array>
#include <ctime>
#include <limits>
#include <set>

#include "euproj/read/locate_cells.hpp"
#include "euproj/words/kinds.hpp"
#include "support/log_run.hpp"

namespace euproj {
namespace {

using testing::LogRun;
using Lines = std::vector<std::string>;

const std::string people_header = "person_id;pesel;sex;birth_date;entry_date\n";

std::string_view attribute_text(const LogRun& run, std::size_t row, Attribute which) {
  return run.codes.attribute(which).text(run.logs.participants.at(row).attribute(which));
}

}  // namespace

TEST_CASE("read_logs: a participant with everything") {
  LogRun run;
  run.add(LogKind::participants, "u.csv",
          "person_id;pesel;other_id;sex;birth_date;group;household_id;entry_date;exit_date;"
          "completed;labour_status;education;degurba;citizenship;disability;municipality\n"
          "U-1;85061500120;;kobieta;1985-06-15;dzieci;H1;2022-01-10;2022-06-30;TAK;"
          "Inactive_not_in_education;3;2;PL;Odmowa podania informacji;Bytom\n"
          "U-2;'44 05 14 01458;-;;—;;;;;;;;;;;\n");
  run.read();
  CHECK(run.findings() == Lines{});
  REQUIRE(run.logs.participants.size() == 2);
  const ParticipantRow& first = run.logs.participants[0];
  CHECK(run.codes.person_ids.text(first.person_id) == "U-1");
  CHECK(first.pesel == 85061500120U);
  CHECK(first.born.iso() == "1985-06-15");
  CHECK(first.entry.iso() == "2022-01-10");
  CHECK(first.exit.iso() == "2022-06-30");
  CHECK(first.completed == Answer::yes);
  CHECK(first.attribute(Attribute::sex) == code_woman);
  CHECK(first.attribute(Attribute::disability) == code_refused);
  CHECK(attribute_text(run, 0, Attribute::labour_status) == "inactive_not_in_education");
  CHECK(attribute_text(run, 0, Attribute::education) == "3");
  CHECK(attribute_text(run, 0, Attribute::degurba) == "2");
  CHECK(attribute_text(run, 0, Attribute::group) == "dzieci");
  CHECK(attribute_text(run, 0, Attribute::municipality) == "Bytom");
  CHECK(first.origin.line == 2);
  const ParticipantRow& second = run.logs.participants[1];  // sex and birth date of the PESEL
  CHECK(second.attribute(Attribute::sex) == code_man);
  CHECK(second.born.iso() == "1944-05-14");
  CHECK(second.other_id == no_code);
  CHECK(second.completed == Answer::blank);
  CHECK_FALSE(second.entry.known());
}

TEST_CASE("read_logs: the other logs") {
  LogRun run;
  run.project.indicators.resize(2);
  run.project.indicators[1].id = "M1";
  run.project.indicators[1].count = Count::measured;
  run.add(LogKind::support, "w.csv",
          "date,person_id,form,hours,session_id,headcount,date_to\n"
          "2022-03-04,U-1,terapia,1.5,S1,,2022-03-05\n2022-03-04,,piknik,,,120,\n");
  run.add(LogKind::outcomes, "r.csv", "person_id,outcome,date\nU-1,job,2022-05-01\n");
  run.add(LogKind::places, "m.csv",
          "place_id,name,kind,from,to,capacity\nP1,Klub,created,2022-01-01,,15\n"
          "P2,,SUPPORTED,2022-01-01,2022-12-31,\n");
  run.add(LogKind::measurements, "p.csv",
          "indicator,date,value,women,men\nM1,2022-06-30,,2,3.5\nM1,2022-07-31,-1,,\n");
  run.add(LogKind::expenditures, "e.csv",
          "doc_no;paid_date;task;eligible;grant;gross\nFV 1;2022-02-01;1;1 000,50 zł;930,46;\n"
          "K 1;2022-03-01;1;-10,00;-9,30;-12,30\n");
  run.read();
  CHECK(run.findings() == Lines{});
  REQUIRE(run.logs.support.size() == 2);
  CHECK(run.logs.support[0].hours.text() == "1.5");
  CHECK(run.logs.support[0].date_to.iso() == "2022-03-05");
  CHECK(run.logs.support[1].headcount == 120);
  CHECK(run.logs.support[1].person_id == no_code);
  REQUIRE(run.logs.outcomes.size() == 1);
  CHECK(run.logs.outcomes[0].person_id == run.logs.support[0].person_id);
  REQUIRE(run.logs.places.size() == 2);
  CHECK(run.logs.places[0].capacity == 15);
  CHECK(run.logs.places[1].capacity == 1);
  CHECK(run.logs.places[1].kind == PlaceKind::supported);
  REQUIRE(run.logs.measurements.size() == 2);
  CHECK(run.logs.measurements[0].indicator == 1);
  CHECK(run.logs.measurements[0].value->text() == "5.5");
  CHECK(run.logs.measurements[1].value->text() == "-1");
  REQUIRE(run.logs.expenditures.size() == 2);
  CHECK(run.logs.expenditures[0].eligible.text() == "1000.50");
  CHECK(run.logs.expenditures[0].grant.value_or(Money()).text() == "930.46");
  CHECK_FALSE(run.logs.expenditures[0].gross.has_value());
  CHECK(run.logs.expenditures[1].eligible.text() == "-10.00");
}

TEST_CASE("read_logs: what proves an outcome or a place is kept as a code, one for each text") {
  LogRun run;
  run.add(LogKind::outcomes, "r.csv",
          "person_id,outcome,date,evidence\nU-1,job,2022-05-01,umowa 7/2022\n"
          "U-2,job,2022-05-02,\nU-3,job,2022-05-03,\"lista \"\"A\"\"\"\nU-4,job,2022-05-04,umowa "
          "7/2022\n");
  run.add(LogKind::places, "m.csv",
          "place_id,kind,from,evidence\nP1,created,2022-01-01,wpis 12\nP2,created,2022-01-01,-\n");
  run.add(LogKind::outcomes, "without.csv", "person_id,outcome,date\nU-5,job,2022-05-01\n");
  run.read();
  CHECK(run.findings() == Lines{});
  Lines proofs;
  for (const OutcomeRow& row : run.logs.outcomes) {
    proofs.emplace_back(run.codes.evidences.text(row.evidence));
  }
  CHECK(proofs == Lines{"umowa 7/2022", "", "lista \"A\"", "umowa 7/2022", ""});
  CHECK(run.logs.outcomes[0].evidence == run.logs.outcomes[3].evidence);
  CHECK(run.codes.evidences.text(run.logs.places.at(0).evidence) == "wpis 12");
  CHECK(run.logs.places.at(1).evidence == no_code);
}

TEST_CASE("read_logs: every kept column is found in its log's row, and none twice") {
  std::size_t kept = 0;
  std::set<std::string> members;
#define EUPROJ_COLUMN(log, name, need, type, privacy, member, words) \
  if (std::string(#member) != "unkept") {                            \
    ++kept;                                                          \
    members.insert(#log "." #member);                                \
  }
#include "euproj/model/columns.def"
#undef EUPROJ_COLUMN
  CHECK(members.size() == kept);
  CHECK(PackedRows<OutcomeRow>::field_count == 5 + 2);  // and where the row stood
  CHECK(PackedRows<SupportRow>::field_count == 9 + 2);
  CHECK(PackedRows<ExpenditureRow>::field_count == 18 + 2);
}

TEST_CASE("read_logs: provenance of each file") {
  LogRun run;
  run.add(LogKind::outcomes, "r.csv", "\nperson_id,outcome,date\n\nU-1,job,2022-05-01\n,,\nU-2\n");
  run.read();
  REQUIRE(run.logs.files.size() == 1);
  const LogFile& file = run.logs.files[0];
  CHECK(file.kind == LogKind::outcomes);
  CHECK(file.sha256.size() == 64);
  CHECK(file.bytes == 51);
  CHECK(file.rows == 2);  // the bad row too, the blank ones not
  CHECK(run.logs.has(LogKind::outcomes));
  CHECK_FALSE(run.logs.has(LogKind::places));
  const Place place = run.logs.place(run.logs.outcomes[0].origin, Column::outcomes_date);
  CHECK(place == Place{0, 4, 0, 0, 3});
  const Place row = run.logs.place(run.logs.outcomes[0].origin, Column::outcomes_evidence);
  CHECK(row == Place{0, 4, 1, 0, 0});
}

TEST_CASE("read_logs: columns and values are mapped before anything is read") {
  LogRun run;
  DataFile& file = run.add(LogKind::participants, "u.csv",
                           "ID ,Płeć,Urodzony,Wejście,Status\n"
                           "7,chłopiec,1.02.2010,03/04/2022,BEZROBOTNY\n");
  file.columns = {{"person_id", "id"},       {"other_id", "ID"},
                  {"sex", "PŁEĆ"},           {"birth_date", "urodzony"},
                  {"entry_date", "wejście"}, {"labour_status", "status"}};
  file.values = {{"sex", {{"dziewczynka", "K"}, {"Chłopiec", "M"}}},
                 {"birth_date", {{"1.02.2010", "2010-02-01"}}},
                 {"labour_status", {{"bezrobotny", "unemployed"}}}};
  file.date = DateForm::dd_mm_yyyy_slashes;
  run.read();
  CHECK(run.findings() == Lines{});
  REQUIRE(run.logs.participants.size() == 1);
  CHECK(run.logs.participants[0].attribute(Attribute::sex) == code_man);
  CHECK(run.logs.participants[0].entry.iso() == "2022-04-03");
  CHECK(run.codes.other_ids.text(run.logs.participants[0].other_id) == "7");
  CHECK(attribute_text(run, 0, Attribute::labour_status) == "unemployed");
}

TEST_CASE("read_logs: a cell that is two columns is read for each of them") {
  LogRun run;
  run.add(LogKind::participants, "a.csv",
          "person_id,other_id,sex,birth_date\nA1,Z1,K,1990-01-01\nB2,Z2,K,1990-01-01\n");
  run.add(LogKind::participants, "b.csv", "Id,sex,birth_date\nB2,K,1990-01-01\nA1,K,1990-01-01\n")
      .columns = {{"person_id", "Id"}, {"other_id", "Id"}};
  run.read();
  REQUIRE(run.logs.participants.size() == 4);
  for (const std::size_t at : {2U, 3U}) {
    const ParticipantRow& row = run.logs.participants[at];
    CHECK(run.codes.person_ids.text(row.person_id) == (at == 2 ? "B2" : "A1"));
    CHECK(run.codes.other_ids.text(row.other_id) == (at == 2 ? "B2" : "A1"));
  }
}

TEST_CASE("read_logs: what a cell was mapped to is not what such a word is where it is written") {
  LogRun run;
  std::string log = "person_id,sex,birth_date,disability,entry_date\n";
  for (int i = 0; i < 40; ++i) {  // what columns remember of earlier rows, and of other forms
    log += std::to_string(i) +
           (i % 2 == 0 ? ",K,d1,x,03/04/2022\n" : ",K,1990-01-01, yes ,2022-04-03\n");
  }
  DataFile& file = run.add(LogKind::participants, "u.csv", log);
  file.values = {{"disability", {{"x", "yes"}, {"yes", "no"}}},
                 {"birth_date", {{"d1", "1991-01-01"}}}};
  file.date = DateForm::dd_mm_yyyy_slashes;
  run.read();
  CHECK(run.findings() == Lines{});
  REQUIRE(run.logs.participants.size() == 40);
  for (std::size_t i = 0; i < 40; ++i) {
    const ParticipantRow& row = run.logs.participants[i];
    CHECK(row.attribute(Attribute::disability) == (i % 2 == 0 ? code_yes : code_no));
    CHECK(row.born.iso() == (i % 2 == 0 ? "1991-01-01" : "1990-01-01"));
    CHECK(row.entry.iso() == "2022-04-03");
  }
}

TEST_CASE("read_logs: every encoding, delimiter, line end and decimal sign gives the same rows") {
  const auto encoded = [](const std::string& utf8, int encoding) {
    std::string out;
    if (encoding == 0) return utf8;
    if (encoding == 1) return "\xEF\xBB\xBF" + utf8;
    if (encoding <= 3) out = encoding == 2 ? "\xFF\xFE" : "\xFE\xFF";
    for (std::size_t at = 0; at < utf8.size(); ++at) {
      char high = 0;
      char low = utf8[at];
      if (static_cast<unsigned char>(low) >= 0x80) {  // the one letter of this test, ł: U+0142
        high = 0x01;
        low = 0x42;
        ++at;
      }
      if (encoding == 2) out += {low, high};
      if (encoding == 3) out += {high, low};
      if (encoding >= 4) out += high == 0 ? low : '\xB3';
    }
    return out;
  };
  int combinations = 0;
  for (int encoding = 0; encoding < 6; ++encoding) {
    for (const char delimiter : {';', ',', '\t'}) {
      for (const std::string line_end : {"\n", "\r\n"}) {
        for (const char decimal : {'.', ','}) {
          const std::string d(1, delimiter);
          const std::string amount = std::string("\"12") + decimal + "50\"";
          LogRun run;
          DataFile& file = run.add(
              LogKind::expenditures, "e.csv",
              encoded("doc_no" + d + "paid_date" + d + "task" + d + "eligible" + line_end + "\"ł" +
                          line_end + "\"\"1" + d + "x\"" + d + "2022-02-01" + d + "ł" + d + amount +
                          line_end + line_end + "2" + d + "2022-02-02" + d + "ł" + d + "\"7\"",
                      encoding));
          if (encoding == 5) file.encoding = Encoding::iso_8859_2;
          run.read();
          CAPTURE(encoding);
          CAPTURE(delimiter);
          CHECK(run.findings() == Lines{});
          REQUIRE(run.logs.expenditures.size() == 2);
          const ExpenditureRow& row = run.logs.expenditures[0];
          CHECK(run.codes.documents.text(row.document) == "ł" + line_end + "\"1" + d + "x");
          CHECK(run.codes.tasks.text(row.task) == "ł");
          CHECK(row.eligible.text() == "12.50");
          CHECK(run.logs.expenditures[1].eligible.text() == "7.00");
          CHECK(run.logs.expenditures[1].origin.line == 5);
          ++combinations;
        }
      }
    }
  }
  CHECK(combinations == 72);
}

TEST_CASE("read_logs: all faults of a row are told, and the next row is read") {
  LogRun run;
  run.add(LogKind::participants, "u.csv",
          people_header + ";8506150012;X;2022-02-30;31.12.2022\nU-2;;K;2000-01-01;2022-01-01\n");
  run.read();
  CHECK(run.findings() ==
        Lines{"u.csv:2:1: error: column `person_id`: the cell is empty, a value is needed "
              "[missing-value]",
              "u.csv:2:2: error: column `pesel`: a 10-character text, a PESEL has 11 digits "
              "[pesel-not-eleven-digits]",
              "u.csv:2:13: error: column `sex`: unknown value `X` [unknown-value]",
              "u.csv:2:15: error: column `birth_date`: a 10-character text is not a date "
              "[personal-date-not-read]",
              "u.csv:2:26: error: column `entry_date`: `31.12.2022` is a date in a form that is "
              "not declared [date-form-not-declared]"});
  CHECK(run.logs.participants.size() == 1);
}

TEST_CASE("read_logs: a header alone is a log without rows") {
  LogRun run;
  run.add(LogKind::participants, "u.csv", "person_id;sex;birth_date");
  run.read();
  CHECK(run.findings() == Lines{});
  CHECK(run.logs.files.at(0).rows == 0);
}

TEST_CASE("read_logs: globs in order, each file once") {
  LogRun run;
  const std::string header = "person_id,outcome,date\n";
  run.files.put("p/b/r-2.csv", header + "B,job,2022-01-01\n");
  run.files.put("p/b/r-1.csv", header + "A,job,2022-01-01\n");
  run.files.put("p/b/s.csv", "not a log");
  run.files.put_link("p/b/r-3.csv", "p/b/r-1.csv");
  run.declare(LogKind::outcomes, "b/r-?.csv");
  run.declare(LogKind::outcomes, "b/r-1.csv");
  run.read();
  CHECK(run.findings() ==
        Lines{"project.yaml:7:3: warning: file `b/r-3.csv` is listed more than once; it is read "
              "once [file-listed-twice]"});
  REQUIRE(run.logs.outcomes.size() == 2);
  CHECK(run.codes.person_ids.text(run.logs.outcomes[0].person_id) == "A");
  CHECK(run.sources.file(0).path == "b/r-1.csv");
  CHECK(run.sources.file(0).opened == "p/b/r-1.csv");
}

TEST_CASE("read_logs: files that cannot be read") {
  LogRun run;
  run.files.put_folder("p/dir");
  run.files.put("p/secret.csv", "");
  run.files.break_file("p/secret.csv", FileFault::no_permission);
  run.declare(LogKind::outcomes, "*.xyz");
  run.declare(LogKind::outcomes, "none.csv");
  run.declare(LogKind::outcomes, "dir");
  run.declare(LogKind::outcomes, "secret.csv");
  run.read();
  CHECK(run.diagnostics.has_failures());
  CHECK(run.findings() ==
        Lines{"project.yaml:7:3: error: there is no file `none.csv` [file-not-found]",
              "project.yaml:7:3: error: `dir` is a folder, a file is needed [file-is-a-folder]",
              "project.yaml:7:3: error: no permission to read file `secret.csv` "
              "[file-not-permitted]",
              "project.yaml:7:3: error: no file matches `*.xyz` [no-file-matches]"});
  CHECK(run.logs.files.empty());
}

TEST_CASE("read_logs: findings of later floors get the column of their cell") {
  LogRun run;
  run.add(LogKind::participants, "u.csv",
          people_header + "\"U\n\"\"1\";;K;2000-01-01;2022-01-01\nU-2;;M;2000-01-01;2022-01-01\n");
  run.read();
  const Origin first = run.logs.participants.at(0).origin;
  const Origin second = run.logs.participants.at(1).origin;
  run.diagnostics.report(Kind::missing_value,
                         run.logs.place(second, Column::participants_entry_date), {"x"});
  run.diagnostics.report(Kind::missing_value, run.logs.place(first, Column::participants_sex),
                         {"x"});
  locate_cells(run.logs, run.project, run.files, run.sources, run.diagnostics);
  CHECK(run.diagnostics.all()[0].place == Place{0, 4, 19, 0, 5});
  CHECK(run.diagnostics.all()[1].place == Place{0, 2, 10, 0, 3});
}

TEST_CASE("read_logs: a place is found among thousands of files as it is in one") {
  const auto seconds_of = [](std::size_t files) {
    Logs logs;
    for (std::size_t file = 0; file < files; ++file) {
      LogFile log;
      log.file = static_cast<FileId>(file + 1);
      log.cells.assign(column_count(), static_cast<std::uint16_t>(file % 7 + 1));
      logs.files.push_back(std::move(log));
    }
    std::clock_t least = std::numeric_limits<std::clock_t>::max();
    for (int round = 0; round < 5; ++round) {
      const std::clock_t begin = std::clock();
      for (std::uint32_t row = 0; row < 20'000; ++row) {
        const auto file = static_cast<FileId>(row * files / 20'000 + 1);
        const Place place = logs.place({row, file}, Column::expenditures_grant);
        if (place.cell != (file - 1U) % 7 + 1 || place.line != row) FAIL("row " << row);
      }
      least = std::min(least, std::clock() - begin);
    }
    return static_cast<std::int64_t>(least) + 1;
  };
  CHECK(Logs().place({3, 1}, Column::expenditures_grant) == Place{1, 3, 1});
  // A walk over all files takes some four hundred times as long; a search by halves three times.
  CHECK(seconds_of(4'000) < 40 * seconds_of(1));
}

TEST_CASE("read_logs: more text than there are codes for is a finding, and what was read stays") {
  std::string rows = "person_id,outcome,date\n";
  for (int row = 0; row < 2'000; ++row) {
    rows += std::string(990, 'p') + std::to_string(1'000 + row) + ",work,2022-01-01\n";
  }
  for (const std::size_t threads : {1U, 3U}) {
    for (const std::size_t mebibytes : {1U, 2U}) {
      CAPTURE(threads);
      LogRun run;
      run.add(LogKind::outcomes, "a.csv", rows);
      run.add(LogKind::outcomes, "b.csv", "person_id,outcome,date\np,work,2022-01-01\n");
      run.read({.threads = threads, .block_bytes = 100'000, .max_text_bytes = mebibytes << 20U});
      const bool fits = mebibytes == 2;
      CHECK(run.logs.is_partly_unread(LogKind::outcomes) == !fits);
      CHECK(
          run.findings() ==
          (fits ? std::vector<std::string>{}
                : std::vector<std::string>{
                      "a.csv:0:0: error: the file brings more than 1 MiB of different texts of one "
                      "kind, such as ids of persons; the rest was not read [too-much-text]"}));
      CHECK(run.logs.outcomes.size() > (threads == 1 ? 500 : 0));  // b.csv is read in any case
    }
  }
}

}  // namespace euproj
