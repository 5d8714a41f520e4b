// The list of documents in a workbook: what each brings to every source, and that it adds up.

#include <doctest/doctest.h>

#include "euproj/report/build_figures.hpp"
#include "euproj/report/evidence.hpp"
#include "support/load_project.hpp"
#include "support/memory_files.hpp"

namespace euproj {
namespace {

testing::MemoryFiles three_tens() {
  testing::MemoryFiles files;
  files.put("project.yaml", R"(euproj: 1
project: {id: p, title: T, period: {start: 2026-01-01, end: 2026-12-31}}
financing:
  total: 10000.00
  sources: [{id: eu, kind: eu, rate: 85%}, {id: own, kind: own, remainder: true}]
budget: {tasks: [{id: "1"}, {id: "2"}], indirect: {rate: 10%}}
claims:
  - {id: "1", from: 2026-01-01, to: 2026-01-31, status: paid, submitted: {date: 2026-02-05},
     decided: {date: 2026-03-02, ineligible: [{document: "FV 1", amount: 0.10, reason: limit}]}}
  - {id: "2", from: 2026-02-01, to: 2026-04-30}
data: {expenditures: wydatki.csv}
)");
  files.put("wydatki.csv",
            "doc_no,paid_date,claim,task,gross,eligible,description,evidence\n"
            "FV 3,2026-03-20,2,1,30.00,10.10,Sala,WB 9\n"
            "FV 2,2026-02-20,2,1,25.00,4.05,Catering,\n"
            "FV 2,2026-02-20,2,2,25.00,6.05,Catering,\n"
            "FV 1,2026-01-20,1,1,10.10,10.10,Druk,\n");
  return files;
}

std::string shown(const CellValue& value) {
  if (const auto* words = std::get_if<std::string>(&value)) return *words;
  if (const auto* money = std::get_if<Money>(&value)) return money->text();
  if (const auto* day = std::get_if<Date>(&value)) return day->iso();
  return "";
}

/// The headings, then a row a line.
std::string list_of(const testing::MemoryFiles& files, bool of_claim) {
  const Loaded loaded = testing::load_project("project.yaml", files);
  const Project& project = loaded.dossier.project;
  const ReportScope scope = of_claim ? ReportScope(project.claims[1].period, 1, std::nullopt)
                                     : ReportScope(project.period);
  const Figures figures = build_figures(loaded.dossier, scope);
  const WorkbookEvidence made =
      build_document_list(loaded.dossier, loaded.sources, scope, figures, Language::english);
  REQUIRE(made.sections.size() == 1);
  const Table& table = made.sections[0].tables.at(0);
  std::string text;
  for (const TableColumn& column : table.columns) text += column.id + "|";
  for (std::size_t row = 0; row < table.row_count(); ++row) {
    text += "\n";
    for (const Cell& cell : table.row(row).cells) text += shown(cell.value) + "|";
  }
  return text;
}

TEST_CASE("documents by payment, then decisions, then what has no document, to the last grosz") {
  CHECK(list_of(three_tens(), false) ==
        "document|paid|task|description|gross|eligible|source_eu|source_own|corrects|evidence|at|\n"
        "FV 1|2026-01-20|1|Druk|10.10|10.10|8.58|1.52|||wydatki.csv:5|\n"
        "FV 2|2026-02-20|1|Catering|25.00|4.05|3.44|0.61|||wydatki.csv:3|\n"
        "FV 2|2026-02-20|2|Catering||6.05|5.15|0.90|||wydatki.csv:4|\n"
        "FV 3|2026-03-20|1|Sala|30.00|10.10|8.58|1.52||WB 9|wydatki.csv:2|\n"
        "FV 1|2026-03-02|1|Found ineligible in claim 1||-0.10|-0.08|-0.02|FV 1||wydatki.csv:5|\n"
        "Without documents (indirect costs, lump sums, unit costs, "
        "amendments)|||||3.02|2.56|0.46||||\n"
        "Total|||||33.22|28.23|4.99||||");
}

TEST_CASE("the documents of a claim, in the order of the log, go on where the claim before ended") {
  CHECK(list_of(three_tens(), true) ==
        "document|paid|task|description|gross|eligible|source_eu|source_own|evidence|at|\n"
        "FV 3|2026-03-20|1|Sala|30.00|10.10|8.58|1.52|WB 9|wydatki.csv:2|\n"
        "FV 2|2026-02-20|1|Catering|25.00|4.05|3.44|0.61||wydatki.csv:3|\n"
        "FV 2|2026-02-20|2|Catering||6.05|5.15|0.90||wydatki.csv:4|\n"
        "Without documents (indirect costs, lump sums, unit costs, "
        "amendments)|||||2.02|1.71|0.31|||\n"
        "Total|||||22.22|18.88|3.34|||");
}

TEST_CASE("a project without documents says so") {
  testing::MemoryFiles files = three_tens();
  files.put("wydatki.csv", "doc_no,paid_date,task,eligible\n");
  CHECK(list_of(files, false) == "document|paid|task|eligible|source_eu|source_own|at|");
}

}  // namespace
}  // namespace euproj
