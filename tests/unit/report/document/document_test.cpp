#include "euproj/report/document.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>

#include "support/sample_figures.hpp"

using namespace euproj;

namespace {

const Table& table_of(const Document& document, const std::string& id) {
  for (const DocumentSection& section : document.sections) {
    for (const Table& table : section.tables) {
      if (table.id == id) return table;
    }
  }
  FAIL("no table ", id);
  throw InternalError("unreachable");
}

std::string label_of(const TableRow& row) { return std::get<std::string>(row.cells.front().value); }

}  // namespace

TEST_CASE("rows are as wide as their table, and ids are unique") {
  for (const Figures& figures : {samples::figures(), samples::empty_figures()}) {
    for (const Language language : {Language::polish, Language::english}) {
      const Document document = build_document(figures, language);
      std::set<std::string> ids;
      for (const DocumentSection& section : document.sections) {
        CHECK(ids.insert(section.id).second);
        for (const Table& table : section.tables) {
          CAPTURE(table.id);
          std::set<std::string> columns;
          for (const TableColumn& column : table.columns) {
            CHECK(columns.insert(column.id).second);
          }
          for (const TableRow& row : table.rows) CHECK(row.cells.size() == table.columns.size());
        }
      }
    }
  }
}

TEST_CASE("every chart names a table and columns of its section") {
  const Document document = build_document(samples::figures(), Language::polish);
  std::size_t charts = 0;
  for (const DocumentSection& section : document.sections) {
    for (const Chart& chart : section.charts) {
      ++charts;
      const Table& table = table_of(document, chart.table);
      std::vector<std::string> wanted = chart.series;
      wanted.push_back(chart.categories);
      for (const std::string& id : wanted) {
        CHECK(std::any_of(table.columns.begin(), table.columns.end(),
                          [&](const TableColumn& column) { return column.id == id; }));
      }
    }
  }
  CHECK(charts == 7);
}

TEST_CASE("sources end in a total of their amounts and the share used of all") {
  const Document document = build_document(samples::figures(), Language::polish);
  const TableRow& total = table_of(document, "sources").rows.back();
  CHECK(total.role == RowRole::total);
  CHECK(std::get<Money>(total.cells[3].value) == samples::figures().total);
  CHECK(std::get<Money>(total.cells[5].value) == Money::minor(250'001'00));
  CHECK(std::get<Percent>(total.cells[7].value) == Percent{23'97});
}

TEST_CASE("a task without a plan leaves the total of plans open") {
  const Document document = build_document(samples::figures(), Language::polish);
  const TableRow& total = table_of(document, "tasks").rows.back();
  CHECK(std::holds_alternative<std::monostate>(total.cells[2].value));
  CHECK(std::get<Money>(total.cells[4].value) == Money::minor(208'334'16));
}

TEST_CASE("a breakdown that does not part the participants has no total") {
  const Document document = build_document(samples::figures(), Language::polish);
  CHECK(table_of(document, "by_age").rows.back().role == RowRole::total);
  CHECK(table_of(document, "by_group").rows.back().role == RowRole::item);
}

TEST_CASE("labels of closed dictionaries, and of what is not given") {
  const Document polish = build_document(samples::figures(), Language::polish);
  const Table& ages = table_of(polish, "by_age");
  CHECK(label_of(ages.rows[0]) == "poniżej 18 lat");
  CHECK(label_of(ages.rows[1]) == "18–29 lat");
  CHECK(label_of(ages.rows[3]) == "55 lat i więcej");
  CHECK(label_of(ages.rows[4]) == "brak danych");
  CHECK(label_of(table_of(polish, "by_labour_status").rows[0]) == "długotrwale bezrobotne");
  const Document english = build_document(samples::figures(), Language::english);
  CHECK(label_of(table_of(english, "by_education").rows[1]) == "bachelor (ISCED 6)");
  CHECK(label_of(table_of(english, "by_group").rows[1]) == "Parents");
}

TEST_CASE("findings: errors first, grouped by code, counted where they are many") {
  const Document document = build_document(samples::figures(), Language::english);
  const Table& shown = table_of(document, "findings_text");
  CHECK(label_of(shown.rows.front()) == "1 error [pesel-checksum]");
  CHECK(shown.rows.size() == 3 + 1 + 1 + 20 + 1);
  CHECK(std::get<std::string>(shown.rows.back().cells[1].value) ==
        "… and 10 more; the workbook and JSON list all");
  CHECK(table_of(document, "findings").rows.size() == 32);
}

TEST_CASE("an incomplete report says so") {
  Figures figures = samples::figures();
  CHECK(build_document(figures, Language::polish).incomplete_mark.empty());
  figures.complete = false;
  CHECK(build_document(figures, Language::english).incomplete_mark.rfind("INCOMPLETE", 0) == 0);
}

TEST_CASE("values as text: counts whole, ratios with two decimals") {
  CHECK(value_text(Count::persons, Quantity::whole(12)) == "12");
  CHECK(value_text(Count::hours, Quantity::scaled(125'000)) == "12.5");
  CHECK(value_text(Count::ratio, Quantity::scaled(66'6700)) == "66.67");
  CHECK(value_text(Count::ratio, Quantity::whole(50)) == "50.00");
  CHECK(value_text(Count::ratio, Quantity::scaled(-2'500)) == "-0.25");
}
