#include "app/audit/sealing.hpp"

#include "euproj/base/version.hpp"
#include "euproj/read/read_seals.hpp"
#include "euproj/report/build_seal.hpp"

namespace euproj {

Seal make_seal(const Loaded& loaded, const ReportScope& scope, PeopleCounts counts,
               std::size_t threads) {
  const Dossier& dossier = loaded.dossier;
  Seal seal;
  seal.project = dossier.project.id;
  if (scope.claim) seal.claim = dossier.project.claims[*scope.claim].id;
  seal.as_of = scope.known_on;
  seal.period = scope.period;
  seal.version = program_version;
  seal.definition = build_sealed_definition(dossier, loaded.sources);
  seal.definition_text = loaded.sources.file(dossier.definition.file).text;
  seal.inputs = build_sealed_inputs(dossier, loaded.sources, threads);
  seal.figures = named_figures(figures_of(loaded, scope, std::move(counts), threads));
  seal.evidence =
      build_seal_evidence(dossier, loaded.sources, {scope.period, scope.claim}, threads);
  return seal;
}

std::vector<Seal> seals_in(const std::string& folder, const std::string& pattern,
                           const std::string& project_id, const Files& files, SourceSet& sources,
                           Diagnostics& diagnostics, const std::string& replaced) {
  Project project;
  project.id = project_id;
  project.seals.emplace_back().pattern = pattern;
  std::vector<Seal> seals;
  read_seals(project, folder, Outside::allowed, files, sources, seals, diagnostics, replaced);
  return seals;
}

}  // namespace euproj
