#include "app/run/asked_scope.hpp"

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

}  // namespace euproj
