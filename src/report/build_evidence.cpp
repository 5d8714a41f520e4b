// The evidence behind the indicators of a report, for its workbook: who is counted, and why.

#include <algorithm>
#include <memory>

#include "euproj/base/texts.hpp"
#include "euproj/report/build_explained.hpp"
#include "report/build_overview.hpp"
#include "report/explained_parts.hpp"

namespace euproj {
namespace {

constexpr std::size_t most_rows = 1'000'000;  // a sheet of Excel has 1 048 576, some are its head

/// With the rows that count from `first` on, as many as a sheet holds; its sheets share them.
DocumentSection section_of(const std::shared_ptr<const ExplainedIndicator>& counted,
                           const CellPlace& figure, std::size_t first, Date day,
                           Language language) {
  const parts::Words words(language);
  const ExplainedIndicator& indicator = *counted;
  DocumentSection section = parts::head_section(indicator, day, words);
  const std::size_t part = first / most_rows + 1;
  section.id = "evidence_" + indicator.id + (part > 1 ? "_" + std::to_string(part) : "");
  section.title = part > 1
                      ? words(Text::evidence_title_part, {indicator.id, std::to_string(part)})
                      : words(Text::evidence_title, {indicator.id});
  section.only_in_workbook = true;
  section.evidence_of = figure;
  Table table = parts::rows_table(indicator, words, true);
  table.id = section.id;
  table.title = words(Text::explain_counted, {std::to_string(indicator.rows.size())});
  table.empty_note = words(Text::explain_none_counted);
  table.made = {std::min(most_rows, indicator.rows.size() - first),
                [counted, first, words](std::size_t at) {
                  return parts::unit_row(*counted, counted->rows[first + at], words);
                }};
  section.tables = {std::move(table)};
  return section;
}

/// Among the indicators of its kind, as the report lists them.
CellPlace place_of(const Project& project, std::size_t indicator) {
  const auto first = project.indicators.begin();
  const Indicator::Kind kind = first[static_cast<std::ptrdiff_t>(indicator)].kind;
  const auto row = std::count_if(first, first + static_cast<std::ptrdiff_t>(indicator),
                                 [&](const Indicator& each) { return each.kind == kind; });
  return {parts::indicator_table(kind), static_cast<std::size_t>(row), "cumulative_total"};
}

}  // namespace

std::vector<DocumentSection> build_evidence(const Dossier& dossier, const SourceSet& sources,
                                            Date day, Language language) {
  std::vector<DocumentSection> sections;
  for (std::size_t i = 0; i < dossier.project.indicators.size(); ++i) {
    if (dossier.project.indicators[i].count == Count::ratio) continue;  // its parts have theirs
    ExplainWish wish;
    wish.indicator = i;
    wish.day = day;
    wish.language = language;
    auto counted = std::make_shared<ExplainedIndicator>(
        std::move(*build_explained(dossier, sources, wish).indicator));
    std::erase_if(counted->rows, [](const ExplainedRow& row) { return !row.counted; });
    counted->rows.shrink_to_fit();
    std::size_t first = 0;
    do {
      sections.push_back(section_of(counted, place_of(dossier.project, i), first, day, language));
      first += most_rows;
    } while (first < counted->rows.size());
  }
  return sections;
}

}  // namespace euproj
