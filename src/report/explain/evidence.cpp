#include "euproj/report/evidence.hpp"

#include <algorithm>
#include <memory>

#include "euproj/calc/explanation.hpp"
#include "euproj/words/texts.hpp"
#include "report/explain/explained_builder.hpp"
#include "report/explain/explained_document.hpp"

namespace euproj {
namespace {

/// What the sections of one indicator share; a row is explained when it is asked for.
struct Evidence {
  Evidence(const Dossier& dossier, const SourceSet& sources, std::size_t position, Date day,
           Language language)
      : builder(dossier, sources, language),
        units(dossier, position, day),
        indicator(builder.head(position, units.value())),
        words(language) {}

  [[nodiscard]] ExplainedRow row(std::size_t at) const {
    return builder.row(indicator.count, units[at]);
  }

  ExplainedBuilder builder;
  CountedUnits units;
  ExplainedIndicator indicator;
  parts::Words words;
};

/// With the rows that count from `first` on, as many as a sheet may have.
DocumentSection section_of(const std::shared_ptr<const Evidence>& evidence, const CellPlace& figure,
                           std::size_t first, std::size_t max_rows, Date day) {
  const parts::Words& words = evidence->words;
  const ExplainedIndicator& indicator = evidence->indicator;
  const std::size_t count = evidence->units.size();
  DocumentSection section = parts::head_section(indicator, day, words);
  const std::size_t part = first / max_rows + 1;
  section.id = "evidence_" + indicator.id + (part > 1 ? "_" + std::to_string(part) : "");
  section.title = part > 1 ? words(Text::evidence_title_part, {indicator.id, std::to_string(part)})
                           : words(Text::evidence_title, {indicator.id});
  section.only_in_workbook = true;
  section.evidence_of = figure;
  auto table = parts::unit_table(section.id, indicator, words, true);
  table.title(words(Text::explain_counted, {std::to_string(count)}));
  table.empty_note(Text::explain_none_counted);
  table.lazy_rows({std::min(max_rows, count - first),
                   [evidence, first](std::size_t at) { return evidence->row(first + at); }});
  section.add(table.take());
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
                                            Date day, Language language, std::size_t max_rows) {
  std::vector<DocumentSection> sections;
  for (std::size_t i = 0; i < dossier.project.indicators.size(); ++i) {
    if (dossier.project.indicators[i].count == Count::ratio) continue;  // its parts have theirs
    const auto evidence = std::make_shared<const Evidence>(dossier, sources, i, day, language);
    std::size_t first = 0;
    do {
      sections.push_back(section_of(evidence, place_of(dossier.project, i), first, max_rows, day));
      first += max_rows;
    } while (first < evidence->units.size());
  }
  return sections;
}

}  // namespace euproj
