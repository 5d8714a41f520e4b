#include "app/run/closed_periods.hpp"

#include <algorithm>

#include "euproj/base/version.hpp"
#include "euproj/read/json_leaves.hpp"
#include "euproj/read/read_project.hpp"
#include "euproj/render/render.hpp"
#include "euproj/report/build_seal.hpp"
#include "euproj/report/difference_answer.hpp"

namespace euproj {

std::vector<NamedFigure> named_figures(const Figures& figures) {
  const auto leaves = read_json_leaves(render_json(figures, JsonLayout::one_line));
  return report_figures(*leaves);
}

Figures figures_of(const Loaded& loaded, const ReportScope& scope, PeopleCounts counts,
                   std::size_t threads) {
  const Dossier& dossier = loaded.dossier;
  Figures figures = build_figures(dossier, scope, std::move(counts), threads);
  build_documents(dossier, loaded.sources, scope, figures);
  build_gaps(dossier, loaded.sources, figures);
  return figures;
}

std::optional<ReportScope> scope_of(const Seal& seal, const Project& project) {
  if (!seal.claim) return ReportScope(seal.period);
  for (std::size_t at = 0; at < project.claims.size(); ++at) {
    if (project.claims[at].id == *seal.claim) return ReportScope(seal.period, at, seal.as_of);
  }
  return std::nullopt;
}

std::vector<DefinitionChange> changes_since(const Seal& seal, const Loaded& loaded) {
  if (seal.definition.sha256 == loaded.dossier.definition.sha256) return {};
  SourceSet sources;
  const FileId before = sources.add(seal.definition.path, seal.definition.path);
  sources.keep_text(before, seal.definition_text);
  return build_changes(read_entries(before, sources),
                       read_entries(loaded.dossier.definition.file, loaded.sources));
}

std::optional<ClosedPeriods> compute_closed_periods(const Loaded& loaded, const ReportScope& scope,
                                                    const Figures& figures, std::size_t threads) {
  const Dossier& dossier = loaded.dossier;
  ClosedPeriods closed;
  const Seal* latest = nullptr;  // of a period
  std::vector<NamedFigure> known_then;
  std::vector<SealedInput> inputs;  // made once something differs
  for (const Seal& seal : dossier.seals) {
    const auto sealed_scope = scope_of(seal, dossier.project);
    if (!sealed_scope || seal.period.last >= scope.period.last) continue;
    closed.parts.push_back(seal.part);
    std::vector<NamedFigure> now = named_figures(
        figures_of(loaded, *sealed_scope,
                   compute_people_counts(dossier, sealed_scope->period, threads), threads));
    if (now != seal.figures) {
      if (inputs.empty()) inputs = build_sealed_inputs(dossier, loaded.sources, threads);
      const SealedEvidence evidence =
          build_seal_evidence(dossier, loaded.sources, {sealed_scope->period, sealed_scope->claim});
      const std::vector<DefinitionChange> definition = changes_since(seal, loaded);
      SealChanges changes = build_seal_changes(
          seal, {now, evidence, inputs, definition, seal.version != program_version});
      if (!changes.figures.empty()) closed.changes.push_back(std::move(changes));
    }
    if (!seal.claim) {
      latest = &seal;
      known_then = std::move(now);
    }
  }
  if (closed.parts.empty()) return std::nullopt;
  if (latest != nullptr && !scope.claim) {
    closed.reconciliation = build_reconciliation(*latest, known_then, named_figures(figures));
  }
  return closed;
}

}  // namespace euproj
