#include <doctest/doctest.h>

#include <algorithm>

#include "euproj/report/document.hpp"
#include "render/sheets/checks.hpp"
#include "support/sample_figures.hpp"

using namespace euproj;

namespace {

/// The last cell of each row of the sheet of checks, by the name of the check.
std::string verdict(const Figures& figures, const std::string& name) {
  const DocumentSection section = checks_section(build_document(figures, Language::english));
  for (const TableRow& row : section.tables.front().rows) {
    if (std::get<std::string>(row.cells.front().value) != name) continue;
    return std::get<std::string>(row.cells.back().value);
  }
  return "no such check";
}

std::string verdict_of_all(const Figures& figures) {
  const DocumentSection section = checks_section(build_document(figures, Language::english));
  return std::get<std::string>(section.facts.front().second.value);
}

const std::string of_sources = "Sources of financing add up to the eligible costs (cumulative)";
const std::string of_sexes = "Women and men add up to all participants";

}  // namespace

TEST_CASE("a grosz between the sources and the costs is seen") {
  Figures figures = samples::figures();
  Money sources;
  for (const SourceFigures& source : figures.sources) sources += source.cumulative;
  figures.eligible.cumulative = sources;
  CHECK(verdict(figures, of_sources) == "✓ agrees");
  figures.sources.front().cumulative += Money::minor(1);
  CHECK(verdict(figures, of_sources) == "✗ differs");
  CHECK(verdict_of_all(figures) == "✗ some sums differ");
}

TEST_CASE("women and men are compared where all sexes are known and no number is hidden") {
  Figures figures = samples::figures();
  CHECK(verdict(figures, of_sexes) == "✓ agrees");
  figures.participants.total = *figures.participants.total + 1;
  CHECK(verdict(figures, of_sexes) == "no such check");
  figures = samples::figures();
  figures.participants.women = std::nullopt;
  CHECK(verdict(figures, of_sexes) == "no such check");
}
