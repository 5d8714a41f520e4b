#include "app/run/asked_scope.hpp"

#include "euproj/words/kinds.hpp"

namespace euproj {

Result<AskedScope, std::string> resolve_scope(const Project& project, const PeriodOptions& options,
                                              Date today, Language language) {
  const std::optional<std::size_t> claim = position_of_claim(project, options.claim);
  if (!claim && !options.claim.empty()) return unknown_claim_text(project, options, language);
  const auto period = claim ? resolve_claim_period(project.claims[*claim], options.as_of)
                            : resolve_period(options.period, options.as_of, project.period, today);
  if (!period) return usage_text_of(period.reason(), options, language);
  return AskedScope{
      claim ? ReportScope(period->period, *claim, options.as_of) : ReportScope(period->period),
      period->file_part};
}

void tell_period_outside(const ReportScope& scope, const PeriodOptions& options, Loaded& loaded) {
  const Project& project = loaded.dossier.project;
  const bool is_named = !scope.claim && options.period != "all" && options.period != "last-month";
  if (!is_named || scope.period.overlaps(project.period)) return;
  if (project.durability && scope.period.overlaps(*project.durability)) return;
  Diagnostics found(loaded.diagnostics.warnings());
  found.report(Kind::period_outside_project, {loaded.dossier.definition.file},
               {scope.period.first.iso(), scope.period.last.iso(), project.period.first.iso(),
                project.period.last.iso()});
  loaded.diagnostics.append(std::move(found));
  loaded.diagnostics.sort();
}

}  // namespace euproj
