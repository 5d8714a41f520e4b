#include "euproj/report/evidence.hpp"

#include <algorithm>
#include <memory>

#include "euproj/calc/explanation.hpp"
#include "euproj/words/texts.hpp"
#include "report/explain/explained_builder.hpp"
#include "report/explain/explained_document.hpp"

namespace euproj {
namespace {

parts::EvidenceColumns columns_of(const Dossier& dossier, std::size_t position) {
  const Count count = dossier.project.indicators[position].count;
  const bool of_persons =
      count == Count::persons || count == Count::entries || count == Count::criterion;
  const bool has_evidence = dossier.codes.evidences.size() > 0;
  return {.sex = of_persons, .evidence = has_evidence && (count == Count::places || of_persons)};
}

/// What the sections of one indicator share; a row is explained when it is asked for.
struct Evidence {
  Evidence(const Dossier& dossier, const SourceSet& sources, std::size_t position, Date day,
           Language language)
      : builder(dossier, sources, language),
        units(dossier, position, day),
        indicator(builder.head(position, units.value())),
        columns(columns_of(dossier, position)),
        words(language) {}

  [[nodiscard]] ExplainedRow row(std::size_t at) const {
    return builder.row(indicator.count, units[at]);
  }

  ExplainedBuilder builder;
  CountedUnits units;
  ExplainedIndicator indicator;
  parts::EvidenceColumns columns;
  parts::Words words;
};

/// Of which the evidence is: one sheet of a workbook shows all of a kind.
FixedText kind_text(Count count) {
  switch (count) {
    case Count::households:
      return Text::evidence_households;
    case Count::sessions:
    case Count::hours:
    case Count::headcount:
      return Text::evidence_sessions;
    case Count::places:
      return Text::evidence_places;
    case Count::measured:
      return Text::evidence_measured;
    case Count::entities:
      return Text::evidence_entities;
    case Count::persons:
    case Count::entries:
    case Count::criterion:
    case Count::ratio:
      break;
  }
  return Text::evidence_persons;
}

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
  section.sheet = words(kind_text(indicator.count));
  auto table = parts::unit_table(section.id, indicator, words, true, evidence->columns);
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

/// An indicator's figures from the rows of its evidence: in all, of women and men, and what counted
/// before the period.
class EvidenceChecks {
 public:
  EvidenceChecks(const Evidence& evidence, const IndicatorFigures& figures, CellPlace figure,
                 std::vector<std::string> tables, Date first_day)
      : evidence_(evidence),
        figures_(figures),
        figure_(std::move(figure)),
        tables_(std::move(tables)),
        first_day_(first_day) {}

  [[nodiscard]] std::vector<AgreementCheck> all() {
    const parts::Words& words = evidence_.words;
    if (figures_.count == Count::criterion) return {};  // a percentage of them
    add(words(Text::check_evidence, {figures_.id}), {}, {}, {}, figures_.cumulative.total,
        "cumulative_total");
    if (evidence_.columns.sex) {
      add(words(Text::check_evidence_women, {figures_.id}), Sex::woman, {}, {},
          figures_.cumulative.women, "cumulative_women");
      add(words(Text::check_evidence_men, {figures_.id}), Sex::man, {}, {}, figures_.cumulative.men,
          "cumulative_men");
    }
    CellPlace period = figure_;
    period.column = "period_total";
    add(words(Text::check_evidence_before, {figures_.id}), {}, first_day_, period,
        figures_.cumulative.total, "cumulative_total");
    return std::move(checks_);
  }

 private:
  /// `period`: its value is added to what the rows come to. Left out where the figure is another:
  /// of `when: period`, or where something counted before and does no longer.
  void add(std::string name, std::optional<Sex> sex, std::optional<Date> before,
           const std::optional<CellPlace>& period, const std::optional<Quantity>& value,
           const char* column) {
    CheckedRows rows{tables_, "key", parts::has_amounts(figures_.count), {}, before, {}};
    if (rows.added_up) rows.column = "amount";
    if (sex) {
      rows.column = "sex";
      rows.equal = parts::sex_text(evidence_.words, *sex);
    }
    Quantity sum;
    for (std::size_t at = 0; at < evidence_.units.size(); ++at) {
      const CountedUnits::Counted& unit = evidence_.units.without_reason(at);
      if ((sex && unit.sex != *sex) || (before && unit.since >= *before)) continue;
      sum += unit.amount;
    }
    rows.value = sum;
    if (period && figures_.period.total) sum += *figures_.period.total;
    if (!value || sum != *value || (period && !figures_.period.total)) return;
    AgreementCheck check{std::move(name), {}, {figure_}, std::move(rows), {}};
    check.total.front().column = column;
    if (period) check.parts = {*period};
    checks_.push_back(std::move(check));
  }

  const Evidence& evidence_;
  const IndicatorFigures& figures_;
  CellPlace figure_;
  std::vector<std::string> tables_;
  Date first_day_;
  std::vector<AgreementCheck> checks_;
};

}  // namespace

WorkbookEvidence build_evidence(const Dossier& dossier, const SourceSet& sources,
                                const Figures& figures, Language language, std::size_t max_rows) {
  const Date day = figures.period.last;
  WorkbookEvidence made;
  for (std::size_t i = 0; i < dossier.project.indicators.size(); ++i) {
    if (dossier.project.indicators[i].count == Count::ratio) continue;  // its parts have theirs
    const auto evidence = std::make_shared<const Evidence>(dossier, sources, i, day, language);
    const CellPlace figure = place_of(dossier.project, i);
    std::vector<std::string> tables;
    std::size_t first = 0;
    do {
      made.sections.push_back(section_of(evidence, figure, first, max_rows, day));
      tables.push_back(made.sections.back().id);
      first += max_rows;
    } while (first < evidence->units.size());
    auto checks = EvidenceChecks(*evidence, figures.indicators[i], figure, std::move(tables),
                                 figures.period.first)
                      .all();
    std::move(checks.begin(), checks.end(), std::back_inserter(made.checks));
  }
  return made;
}

}  // namespace euproj
