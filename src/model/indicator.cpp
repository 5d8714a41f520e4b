#include "euproj/model/indicator.hpp"

#include <utility>

namespace euproj {

Date Term::last_day_from(Date day) const {
  switch (unit) {
    case Unit::days:
      return day.plus_days(length);
    case Unit::weeks:
      return day.plus_days(7 * length);
    case Unit::months:
      return day.plus_months(length);
  }
  return day;
}

bool has_sexes(Count count) {
  return count == Count::persons || count == Count::entries || count == Count::measured;
}

bool is_whole(Count count) {
  return count != Count::hours && count != Count::measured && !is_percentage(count);
}

bool has_partners(Count count) { return count != Count::measured && count != Count::places; }

bool is_percentage(Count count) { return count == Count::ratio || count == Count::criterion; }

std::string_view unit_of_count(Count count) {
  switch (count) {
    case Count::persons:
    case Count::headcount:
      return "osoby";
    case Count::households:
      return "gospodarstwa domowe";
    case Count::entries:
      return "przystąpienia";
    case Count::sessions:
      return "spotkania";
    case Count::hours:
      return "godziny";
    case Count::places:
      return "miejsca";
    case Count::entities:
      return "podmioty";
    case Count::ratio:
    case Count::criterion:
      return "%";
    case Count::measured:
      break;  // whatever the log holds
  }
  return {};
}

std::string value_text(Count count, Quantity value) {
  // A percentage has two decimals (src/calc/README.md#ratio); a limit of one, or what just misses
  // it, may have more.
  constexpr std::int64_t hundredth = Quantity::scale / 100;
  if (is_percentage(count) && value.scaled_units() % hundredth == 0) {
    return Percent{value.scaled_units() / hundredth}.text();
  }
  return value.text();
}

Condition both(Condition one, Condition other) {
  Condition condition;
  condition.all.push_back(std::move(one));
  condition.all.push_back(std::move(other));
  return condition;
}

Condition reached_condition(const Indicator& indicator) {
  if (!indicator.criterion) return indicator.where;
  Condition outcome;
  outcome.outcome = indicator.criterion->outcome;
  outcome.within = indicator.criterion->within;
  return both(indicator.where, std::move(outcome));
}

}  // namespace euproj
