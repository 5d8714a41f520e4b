#pragma once
// What is wrong with the usage, where only a project or its period can tell; amounts as typed.

#include <optional>
#include <string>
#include <string_view>

#include "euproj/app/options.hpp"
#include "app/run/reporting_period.hpp"
#include "euproj/core/money.hpp"
#include "euproj/words/texts.hpp"

namespace euproj {

/// "euproj: " and `fault`, and where help is found.
[[nodiscard]] std::string usage_text_around(std::string_view fault, const Options& options);
[[nodiscard]] inline std::string usage_text(const Options& options, FixedText which) {
  return usage_text_around(text(which, options.language), options);
}
template <std::size_t count>
[[nodiscard]] std::string usage_text(const Options& options, TextOf<count> which,
                                     const std::string (&arguments)[count]) {
  return usage_text_around(text(which, options.language, arguments), options);
}
[[nodiscard]] std::string usage_text_of(PeriodFault fault, const Options& options);

/// On a command line both decimal signs are common and neither leaves a doubt but "1.234".
[[nodiscard]] std::optional<Money> parse_amount(std::string_view text);

}  // namespace euproj
