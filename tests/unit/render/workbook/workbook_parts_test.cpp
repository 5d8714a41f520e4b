// What a workbook has beside its tables: the first sheet, names for scripts, notes, marks.

#include <doctest/doctest.h>

#include <algorithm>

#include "euproj/report/document.hpp"
#include "render/sheets/formulas.hpp"
#include "render/sheets/layout.hpp"
#include "render/workbook/style.hpp"
#include "support/sample_figures.hpp"

using namespace euproj;

namespace {

const CellPlace* place_of(const Document& document, const std::string& name) {
  for (const FigureName& each : document.names) {
    if (each.name == name) return &each.place;
  }
  return nullptr;
}

SheetCell cell_of(SheetPart part, Cell cell, ColumnKind kind = ColumnKind::text) {
  SheetCell made;
  made.part = part;
  made.kind = kind;
  made.cell = std::move(cell);
  return made;
}

}  // namespace

TEST_CASE("names are the same in both languages and stand for the figure of their id") {
  const Document polish = build_document(samples::figures(), Language::polish);
  const Document english = build_document(samples::figures(), Language::english);
  REQUIRE(polish.names.size() == english.names.size());
  for (std::size_t i = 0; i < polish.names.size(); ++i) {
    CHECK(polish.names[i].name == english.names[i].name);
  }
  const CellPlace* const result = place_of(polish, "indicator_R2_cumulative_women");
  REQUIRE(result != nullptr);
  CHECK(result->table == "results");
  CHECK(result->row == 1);
  CHECK(result->column == "cumulative_women");
  CHECK(place_of(polish, "persons_total_cumulative") != nullptr);
  CHECK(place_of(polish, "expenditure_total_cumulative")->row == 2);
}

TEST_CASE("an id becomes letters, digits and _, and names differ not only in case") {
  Figures figures = samples::figures();
  figures.tasks[0].id = "Zażółć 1.2-b";
  figures.tasks[1].id = "zazolc_1_2_B";
  figures.tasks[2].id = "=A1";
  const Document document = build_document(figures, Language::polish);
  CHECK(place_of(document, "task_Zazolc_1_2_b_cumulative")->row == 0);
  CHECK(place_of(document, "task_zazolc_1_2_B_cumulative_2")->row == 1);
  CHECK(place_of(document, "task__A1_cumulative")->row == 2);
  for (const FigureName& each : document.names) {
    CHECK(each.name.find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
                                      "0123456789_") == std::string::npos);
  }
}

TEST_CASE("the first sheet has persons, the main target, money, and what is wrong first") {
  const Overview overview = *build_document(samples::figures(), Language::english).overview;
  REQUIRE(overview.cards.size() == 4);
  CHECK(overview.cards[0].figure.table == "participants");
  CHECK(overview.cards[1].label == "Main target: P1");
  CHECK(overview.cards[2].label == "Spent since the start (PLN)");
  CHECK(overview.cards[3].label == "Used: EU funds (PLN)");
  CHECK(overview.bars.size() == 4);  // R2 has no target
  CHECK(overview.sources.size() == 4);
  CHECK(overview.has_findings);
  CHECK_FALSE(overview.worst.empty());
}

TEST_CASE("of a project with nothing in it, what there is") {
  const Overview overview = *build_document(samples::empty_figures(), Language::english).overview;
  CHECK(overview.bars.empty());
  CHECK(overview.sources.empty());
  CHECK_FALSE(overview.has_findings);
  CHECK(overview.worst.empty());
}

TEST_CASE("hidden numbers hide the findings, and how many") {
  Figures figures = samples::figures();
  figures.small_cells = 5;
  const Overview overview = *build_document(figures, Language::english).overview;
  CHECK_FALSE(overview.has_findings);
  CHECK(overview.worst.empty());
  CHECK(overview.findings.find("hidden") != std::string::npos);
}

TEST_CASE("the rule of an indicator is the note of its figure") {
  Figures figures = samples::figures();
  figures.indicators[4].rule = {"osoby; udział zgodny ze ścieżką: tak", "persons; completed: yes"};
  const Document document = build_document(figures, Language::english);
  const auto note = std::find_if(
      document.notes.begin(), document.notes.end(),
      [](const auto& each) { return each.place.table == "results" && each.place.row == 1; });
  REQUIRE(note != document.notes.end());
  CHECK(note->text == "Rule: persons; completed: yes");
  CHECK(note->place.column == "cumulative_total");
}

TEST_CASE("what remains is marked when negative, by a condition and not by a fixed colour") {
  const Document document = build_document(samples::figures(), Language::polish);
  for (const DocumentSection& section : document.sections) {
    if (section.id != "expenditure") continue;
    const SheetLayout layout = lay_out_sheet(document, section);
    CHECK(std::any_of(layout.conditions.begin(), layout.conditions.end(), [](const auto& each) {
      return each.formula.ends_with("<0)") && each.tone == Tone::attention;
    }));
    for (const SheetCell& cell : layout.cells) {
      if (std::holds_alternative<Money>(cell.cell.value)) CHECK(cell.cell.tone == Tone::normal);
    }
  }
}

TEST_CASE("a link is underlined, a mark bold: neither is a colour alone") {
  SheetCell link = cell_of(SheetPart::item, Cell(Money::minor(1)), ColumnKind::money);
  CHECK_FALSE(style_of(link).underlined);
  link.is_link = true;
  CHECK(style_of(link).underlined);
  CHECK(style_of(link).number_format == "#,##0.00");
  CHECK(style_of(cell_of(SheetPart::remark, Cell(std::string("x"), Tone::attention))).bold);
  CHECK_FALSE(style_of(cell_of(SheetPart::remark, Cell(std::string("x")))).bold);
}

TEST_CASE("a text is cut where Excel would, and says by how much") {
  const std::string most(32'767, 'a');
  CHECK(fitting_text(most, Language::english) == most);
  CHECK(fitting_text(most + "b", Language::english) ==
        std::string(32'707, 'a') + "… [cut: 61 characters]");
  std::string polish;
  for (int i = 0; i < 32'767; ++i) polish += "ł";  // twice the bytes, as many characters
  CHECK(fitting_text(polish, Language::polish) == polish);
  CHECK(fitting_text(polish + "ł", Language::polish).ends_with("ł… [ucięto: 61 znaków]"));
}
