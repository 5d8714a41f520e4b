#include "euproj/report/figures.hpp"

#include <algorithm>

#include "euproj/report/build_figures.hpp"
#include "euproj/words/diagnostics.hpp"
#include "euproj/words/texts.hpp"
#include "report/figures/add_figures.hpp"

namespace euproj {
namespace {

void add_project(const Project& project, Figures& figures) {
  figures.project_id = project.id;
  figures.number = project.number;
  figures.title = project.title;
  figures.project_period = project.period;
  figures.durability = project.durability;
  figures.kept_until = project.kept_until;
  figures.catalogues = project.catalogues;
  figures.currency = project.currency;
  figures.total = project.financing.on(figures.period.last).total;
  const auto fact = [&](FixedText label, const std::string& value) {
    if (!value.empty()) figures.project_facts.emplace_back(label, value);
  };
  std::string partners;
  for (const std::string& partner : project.partners) {
    partners += (partners.empty() ? "" : ", ") + partner;
  }
  fact(Text::fact_number, project.number);
  fact(Text::fact_beneficiary, project.beneficiary);
  fact(Text::fact_implementer, project.implementer);
  fact(Text::fact_partners, partners);
  fact(Text::fact_programme, project.programme);
  fact(Text::fact_fund, project.fund);
  fact(Text::fact_priority_axis, project.priority_axis);
  fact(Text::fact_measure, project.measure);
  fact(Text::fact_agreement, project.agreement_number);
  if (project.agreement_date) fact(Text::fact_agreement_date, project.agreement_date->iso());
}

}  // namespace

Figures build_figures(const Dossier& dossier, const ReportScope& scope, PeopleCounts counts,
                      std::size_t threads) {
  Figures figures;
  figures.period = scope.period;
  add_project(dossier.project, figures);
  const SimplifiedCosts simplified(dossier, counts);
  const Expenditure expenditure(dossier, simplified.any() ? &simplified : nullptr);
  add_money(dossier, expenditure, scope, figures);
  add_simplified(dossier, simplified, scope, figures);
  add_indicators(dossier, counts, figures);
  add_partner_values(dossier, threads, figures);
  add_support(dossier, counts.forms, figures);
  add_declared(dossier, counts, figures);
  add_open_windows(dossier, counts.open_windows, figures);
  add_exposure(dossier, figures);
  add_participants(dossier, counts.people, figures);
  add_places(dossier, figures);
  add_months(dossier, counts.people, expenditure, figures);
  return figures;
}

Figures build_figures(const Dossier& dossier, const ReportScope& scope, std::size_t threads) {
  return build_figures(dossier, scope, compute_people_counts(dossier, scope.period, threads),
                       threads);
}

void build_documents(const Dossier& dossier, const SourceSet& sources, const ReportScope& scope,
                     Figures& figures) {
  add_corrections(dossier, sources, scope, figures);
  if (scope.claim) add_claim_report(dossier, sources, scope, figures);
}

std::vector<Finding> build_findings(std::span<const Diagnostic> diagnostics,
                                    const SourceSet& sources, Language language) {
  std::vector<Finding> findings;
  for (const Diagnostic& diagnostic : diagnostics) {
    std::string message = located_message(diagnostic, sources, language);
    const std::string help = diagnostic.help(language, &sources);
    if (!help.empty()) message += " – " + help;
    const Place& place = diagnostic.place;
    findings.push_back({std::string(kind_info(diagnostic.kind).code), diagnostic.severity,
                        place.file == no_file ? std::string() : sources.file(place.file).path,
                        place.line, place.column, std::move(message), diagnostic.subject});
  }
  return findings;
}

std::vector<Finding> build_report_findings(std::span<const Diagnostic> diagnostics,
                                           const SourceSet& sources, Language language) {
  std::vector<Finding> findings = build_findings(diagnostics, sources, language);
  std::erase_if(findings, [](const Finding& f) { return f.severity == Severity::note; });
  return findings;
}

}  // namespace euproj
