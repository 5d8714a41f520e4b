#pragma once
// The period of a report: what --period and --as-of mean for one project on one day
// (src/app/README.md#period).

#include <optional>
#include <string>
#include <string_view>

#include "euproj/base/result.hpp"
#include "euproj/core/date.hpp"
#include "euproj/model/budget.hpp"

namespace euproj {

struct ReportingPeriod {
  Period period;
  std::string file_part;  // 2022-05, 2022-Q2, 2022, 2022-05-01_2022-06-30, all
};

enum class PeriodFault {
  shape,          // none of the known forms
  empty,          // ends before it begins
  as_of_outside,  // --as-of is not a day of the period
};

/// `last-month` is the calendar month before `as_of`, or before `today`; `all` lasts from the
/// project's start to `as_of`, or to `today` (the start itself when the project has not begun).
[[nodiscard]] Result<ReportingPeriod, PeriodFault> resolve_period(std::string_view asked,
                                                                  std::optional<Date> as_of,
                                                                  Period project, Date today);

/// The claim's days, to `as_of` where it is given. Its file part is "claim-ID", with a hyphen for
/// what a file name should not have.
[[nodiscard]] Result<ReportingPeriod, PeriodFault> resolve_claim_period(const Claim& claim,
                                                                        std::optional<Date> as_of);

/// Of letters, digits, dots and underscores; a hyphen for all that a file name should not have.
[[nodiscard]] std::string file_name_part(std::string_view text);

/// Whether the text has one of the forms, before any project is read.
[[nodiscard]] bool is_period_text(std::string_view asked);

}  // namespace euproj
