#pragma once
// AskedScope: what --period, --claim and --as-of mean for one project on one day.

#include <string>

#include "app/cli/options.hpp"
#include "euproj/app/load.hpp"
#include "euproj/base/result.hpp"
#include "euproj/report/build_figures.hpp"

namespace euproj {

struct AskedScope {
  ReportScope scope;
  std::string file_part;  // of the names of files
};

/// The reason is a sentence on wrong usage, where only the project could tell.
[[nodiscard]] Result<AskedScope, std::string> resolve_scope(const Project& project,
                                                            const PeriodOptions& options,
                                                            Date today, Language language);

/// Warns of a period without a day of the project or of its durability, such as a year typed wrong.
/// Who has a report of each last month made knows that projects end.
void tell_period_outside(const ReportScope& scope, const PeriodOptions& options, Loaded& loaded);

}  // namespace euproj
