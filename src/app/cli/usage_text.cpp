#include "app/cli/usage_text.hpp"

namespace euproj {

std::string usage_text_around(std::string_view fault, const Options& options) {
  return text(Text::usage_fault, options.language, {std::string(fault)});
}

std::optional<Money> parse_amount(std::string_view text) {
  for (const char decimal : {'.', ','}) {
    if (const auto money = parse_money(text, decimal, Grouping::blanks)) return *money;
  }
  return std::nullopt;
}

std::string usage_text_of(PeriodFault fault, const Options& options) {
  switch (fault) {
    case PeriodFault::shape: return usage_text(options, Text::usage_period, {options.period});
    case PeriodFault::empty: return usage_text(options, Text::usage_period_empty, {options.period});
    case PeriodFault::as_of_outside:
      return usage_text(options, Text::usage_as_of_outside,
                        {options.as_of->iso(),
                         options.claim.empty() ? options.period : "--claim " + options.claim});
  }
  return {};
}

}  // namespace euproj
