#pragma once
// Advances: what was received and returned, how much of it is settled, and what is missing before
// the next one is paid. And where spending will end at the present pace.

#include <optional>
#include <string>
#include <vector>

#include "euproj/core/date.hpp"
#include "euproj/core/money.hpp"
#include "euproj/core/quantity.hpp"

namespace euproj {

class Expenditure;
struct Dossier;
struct Project;

struct Settlement {
  Money received;
  Money returned;
  Money settled;                   // the funding of costs in claims that were handed in
  Money open;                      // received less returned and settled; negative: pre-financed
  std::optional<Percent> percent;  // settled of what was received and not returned
  std::optional<Rate> rule;        // `advances_rule`
  std::optional<Money> missing;    // to that part, rounded up; 0: the next advance may be asked for
  std::vector<std::string> claims;  // ids of those that settle
};

/// From the advances dated on or before `day`. Settled is what the sources that the advances name
/// (eu and state, where one names none) pay of the claims that are handed in
/// (src/calc/README.md#advances), from the day of submission, or from the last day where none
/// stands; by the approved amount where a decision names one. A definition without claims settles
/// every document.
[[nodiscard]] Settlement compute_settlement(const Dossier& dossier, const Expenditure& expenditure,
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
