#pragma once
// What is wrong with the usage, where only a project or its period can tell.

#include <string>
#include <vector>

#include "euproj/app/options.hpp"
#include "euproj/app/reporting_period.hpp"

namespace euproj {

[[nodiscard]] std::string usage_text(const Options& options, Text which,
                                     const std::vector<std::string>& arguments);
[[nodiscard]] std::string usage_text_of(PeriodFault fault, const Options& options);

}  // namespace euproj
