#pragma once
// Advances: what was received and returned, how much of it is settled, and what is missing before
// the next one is paid. And where spending will end at the present pace.

#include <optional>

#include "euproj/core/date.hpp"
#include "euproj/core/money.hpp"
#include "euproj/core/quantity.hpp"

namespace euproj {

class Expenditure;
struct Project;

struct Settlement {
  Money received;
  Money returned;
  Money settled;                   // the funding of costs in claims that were submitted
  Money open;                      // received less returned and settled; negative: pre-financed
  std::optional<Percent> percent;  // settled of what was received and not returned
  std::optional<Rate> rule;        // `advances_rule`
  std::optional<Money> missing;    // to that part, rounded up; 0: the next advance may be asked for
  std::optional<Date> settled_to;  // last day of the last claim that counts; none: no such claim
};

/// From the advances dated on or before `day`. Settled is what the sources that the advances name
/// have a share of (eu and state, where one names none) in the costs up to the last day of the last
/// claim that is not a draft; a definition without claims settles every document.
[[nodiscard]] Settlement compute_settlement(const Project& project, const Expenditure& expenditure,
                                            Date day);

struct Forecast {
  std::int64_t elapsed_days = 0;
  std::int64_t project_days = 0;
  Money at_end;  // eligible x project_days / elapsed_days, rounded down
};

/// None before the project begins.
[[nodiscard]] std::optional<Forecast> compute_forecast(const Project& project,
                                                       const Expenditure& expenditure, Date day);

}  // namespace euproj
