#include "app/cli/reporting_period.hpp"

#include <algorithm>

namespace euproj {
namespace {

bool digits(std::string_view text) {
  return !text.empty() &&
         std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

int number(std::string_view text) {
  int value = 0;
  for (const char c : text) value = value * 10 + (c - '0');
  return value;
}

/// Whole months, `count` of them from the first of `month`.
std::optional<Period> months(int year, int month, int count) {
  const auto first = Date::from(year, month, 1);
  if (!first) return std::nullopt;
  return Period{*first, first->plus_months(count).plus_days(-1)};
}

std::string month_name(Period month) { return month.first.iso().substr(0, 7); }

std::string free_name(Period period) { return period.first.iso() + "_" + period.last.iso(); }

/// The forms that name their days: 2022-05, 2022-Q2, 2022, 2022-05-01..2022-06-30. A range may be
/// empty here (its end before its begin); the caller says so.
std::optional<ReportingPeriod> named(std::string_view asked) {
  std::optional<Period> period;
  if (asked.size() == 4 && digits(asked)) period = months(number(asked), 1, 12);
  if (asked.size() == 7 && digits(asked.substr(0, 4)) && asked[4] == '-') {
    const int year = number(asked.substr(0, 4));
    if (digits(asked.substr(5))) period = months(year, number(asked.substr(5)), 1);
    if (asked[5] == 'Q' && asked[6] >= '1' && asked[6] <= '4') {
      period = months(year, 3 * (asked[6] - '1') + 1, 3);
    }
  }
  if (period) return ReportingPeriod{*period, std::string(asked)};
  if (const std::size_t dots = asked.find(".."); dots != std::string_view::npos) {
    const auto first = parse_date(asked.substr(0, dots));
    const auto last = parse_date(asked.substr(dots + 2));
    if (first && last) return ReportingPeriod{{*first, *last}, free_name({*first, *last})};
  }
  return std::nullopt;
}

}  // namespace

Result<ReportingPeriod, PeriodFault> resolve_claim_period(const Claim& claim,
                                                          std::optional<Date> as_of) {
  ReportingPeriod resolved{claim.period, "claim-" + file_name_part(claim.id)};
  if (as_of && *as_of < claim.period.first) return PeriodFault::as_of_outside;
  if (as_of) resolved.period.last = std::min(*as_of, claim.period.last);
  return resolved;
}

std::string file_name_part(std::string_view text) {
  std::string part(text);
  for (char& c : part) {
    const bool kept = (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    if (!kept && c != '.' && c != '_') c = '-';
  }
  return part;
}

bool is_period_text(std::string_view asked) {
  return asked == "all" || asked == "last-month" || named(asked).has_value();
}

Result<ReportingPeriod, PeriodFault> resolve_period(std::string_view asked,
                                                    std::optional<Date> as_of, Period project,
                                                    Date today) {
  const Date now = as_of.value_or(today);
  if (asked == "last-month") {
    const CalendarDay day = now.plus_months(-1).calendar();
    const auto month = months(day.year, day.month, 1);
    if (!month) return PeriodFault::shape;
    return ReportingPeriod{*month, month_name(*month)};
  }
  if (asked == "all") {
    if (as_of && *as_of < project.first) return PeriodFault::as_of_outside;
    const Period period{project.first, std::max(project.first, now)};
    return ReportingPeriod{period, as_of ? free_name(period) : "all"};
  }
  auto found = named(asked);
  if (!found) return PeriodFault::shape;
  if (found->period.last < found->period.first) return PeriodFault::empty;
  if (as_of) {
    if (!found->period.contains(*as_of)) return PeriodFault::as_of_outside;
    if (*as_of != found->period.last) {
      found->period.last = *as_of;
      found->file_part = free_name(found->period);
    }
  }
  return *found;
}

}  // namespace euproj
