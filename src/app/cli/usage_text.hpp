#pragma once
// What is wrong with the usage, where only a project or its period can tell; amounts as typed.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "euproj/app/options.hpp"
#include "app/run/reporting_period.hpp"
#include "euproj/core/money.hpp"

namespace euproj {

[[nodiscard]] std::string usage_text(const Options& options, Text which,
                                     const std::vector<std::string>& arguments);
[[nodiscard]] std::string usage_text_of(PeriodFault fault, const Options& options);

/// On a command line both decimal signs are common and neither leaves a doubt but "1.234".
[[nodiscard]] std::optional<Money> parse_amount(std::string_view text);

}  // namespace euproj
