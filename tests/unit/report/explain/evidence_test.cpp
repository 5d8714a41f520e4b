// The evidence in a workbook: whom each indicator counts, unless small counts are hidden.

#include "euproj/report/evidence.hpp"

#include <doctest/doctest.h>

#include <sstream>

#include "euproj/app/run.hpp"
#include "euproj/report/build_figures.hpp"
#include "read/sheet/archive.hpp"
#include "support/load_project.hpp"
#include "support/small_project.hpp"

namespace euproj {
namespace {

std::string cell_word(const Table& table, std::size_t row, std::size_t column) {
  return std::get<std::string>(table.row(row).cells.at(column).value);
}

WorkbookEvidence evidence_on(const Loaded& loaded, Date day,
                             std::size_t max_rows = max_evidence_rows) {
  const Period period{loaded.dossier.project.period.first, day};
  const Figures figures = build_figures(loaded.dossier, ReportScope(period));
  return build_evidence(loaded.dossier, loaded.sources, figures, Language::english, max_rows);
}

TEST_CASE("a section an indicator, its rows those that count, with since when, why and where") {
  const testing::MemoryFiles files = testing::small_project();
  const Loaded loaded = testing::load_project("project.yaml", files);
  const auto sections = evidence_on(loaded, *Date::from(2022, 6, 30)).sections;
  REQUIRE(sections.size() == 5);  // R3 is a ratio
  CHECK(sections[0].id == "evidence_P1");
  CHECK(sections[0].title == "Evidence P1");
  CHECK(sections[0].only_in_workbook);
  const Table& persons = sections[0].tables.at(0);
  REQUIRE(persons.row_count() == 2);
  CHECK(cell_word(persons, 0, 0) == "U-1");
  CHECK(cell_word(persons, 0, 1) == "F");
  CHECK(std::get<Date>(persons.row(0).cells.at(2).value) == *Date::from(2022, 1, 10));
  CHECK(cell_word(persons, 0, 5) == "uczestnicy.csv:2, wsparcie.csv:2");
  const Table& result = sections[2].tables.at(0);
  REQUIRE(result.row_count() == 1);
  CHECK(cell_word(result, 0, 0) == "U-2");
  CHECK(cell_word(result, 0, 3) == "umowa");
  CHECK(cell_word(result, 0, 5).find("rezultaty.csv:2") != std::string::npos);
}

TEST_CASE("what one sheet cannot hold goes on in others") {
  const testing::MemoryFiles files = testing::small_project();
  const Loaded loaded = testing::load_project("project.yaml", files);
  const Date day = *Date::from(2022, 6, 30);
  const auto whole = evidence_on(loaded, day).sections;
  const auto parted = evidence_on(loaded, day, 1).sections;
  REQUIRE(whole[0].tables[0].row_count() == 2);
  CHECK(parted[0].id == "evidence_P1");
  CHECK(parted[1].id == "evidence_P1_2");
  CHECK(parted[1].title == "Evidence P1, part 2");
  CHECK(parted[1].evidence_of->table == whole[0].evidence_of->table);
  for (std::size_t at = 0; at < 2; ++at) {
    const Table& table = parted[at].tables.at(0);
    REQUIRE(table.row_count() == 1);
    CHECK(table.title == whole[0].tables[0].title);
    CHECK(cell_word(table, 0, 0) == cell_word(whole[0].tables[0], at, 0));
  }
}

TEST_CASE("nobody counted is said in words") {
  const testing::MemoryFiles files = testing::small_project();
  const Loaded loaded = testing::load_project("project.yaml", files);
  const auto sections = evidence_on(loaded, *Date::from(2022, 1, 1)).sections;
  CHECK(sections.at(0).tables.at(0).row_count() == 0);
  CHECK_FALSE(sections.at(0).tables.at(0).empty_note.empty());
}

std::string sheet_names(const std::vector<std::string>& more) {
  testing::MemoryFiles files = testing::small_project();
  std::ostringstream out;
  std::ostringstream err;
  Env env{files, out, err, *Date::from(2022, 6, 30), {}, false, false, true};
  std::vector<std::string> arguments = {"report",  "project.yaml", "--period",
                                        "2022-06", "-o",           "raport.xlsx"};
  arguments.insert(arguments.end(), more.begin(), more.end());
  REQUIRE(run(arguments, env) == ExitCode::done);
  const std::string bytes(files.text_of("raport.xlsx"));
  return SheetArchive(bytes).part("xl/workbook.xml");
}

TEST_CASE("a workbook has the evidence, and none where small counts are hidden") {
  CHECK(sheet_names({}).find("\"Dowody – osoby\"") != std::string::npos);
  CHECK(sheet_names({"--lang", "en"}).find("\"Evidence – persons\"") != std::string::npos);
  CHECK(sheet_names({"--small-cells", "5"}).find("Dowody") == std::string::npos);
}

}  // namespace
}  // namespace euproj
