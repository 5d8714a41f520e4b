#pragma once
// The lump sums and unit costs in the figures of a report.

#include <optional>
#include <string>
#include <vector>

#include "euproj/core/date.hpp"
#include "euproj/core/quantity.hpp"
#include "euproj/model/indicator.hpp"
#include "euproj/report/money_figures.hpp"

namespace euproj {

struct RequirementFigures {
  std::string lump_sum;   // id
  std::string indicator;  // id
  Count count{};
  Quantity at_least;
  std::optional<Quantity> value;  // none: a percentage of 0

  [[nodiscard]] bool holds() const { return value && *value >= at_least; }
  [[nodiscard]] std::optional<Quantity> lacking() const {
    return value ? std::optional(holds() ? Quantity() : at_least - *value) : std::nullopt;
  }
};

struct LumpSumFigures {
  std::string id;
  LocalText name;
  std::string task;
  Money amount;
  std::optional<Date> declared;
  MoneyFigures eligible;
  std::vector<RequirementFigures> requirements;
};

struct UnitCostFigures {
  std::string id;
  LocalText name;
  std::string task;
  std::string category;       // may be empty
  std::optional<Money> rate;  // none: several, or no units
  Quantity units_period;
  Quantity units;
  MoneyFigures eligible;
  Quantity unpaid_units;  // above a maximum
  Money unpaid;
};

}  // namespace euproj
