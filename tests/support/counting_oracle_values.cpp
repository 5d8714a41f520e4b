// What each kind of count adds up on a day (src/calc/README.md#counting).

#include <algorithm>

#include "support/counting_oracle.hpp"

namespace euproj::testing {
namespace {

constexpr std::int64_t one = 10'000;

bool asks_about_person(const PlainCondition& condition) {
  const auto parts_ask = [](const std::vector<PlainCondition>& parts) {
    return std::any_of(parts.begin(), parts.end(), asks_about_person);
  };
  return condition.min_sessions || condition.min_hours || condition.age ||
         !condition.attributes.empty() || !condition.completed.empty() ||
         !condition.outcome.empty() || condition.complete || parts_ask(condition.any) ||
         parts_ask(condition.all) || parts_ask(condition.none);
}

/// A condition on forms alone, for rows of people who are not participants.
bool form_fits(const PlainCondition& condition, const std::string& form) {
  const auto part_fits = [&](const PlainCondition& part) { return form_fits(part, form); };
  const auto& forms = condition.support;
  return (forms.empty() || std::count(forms.begin(), forms.end(), form) > 0) &&
         (condition.any.empty() ||
          std::count_if(condition.any.begin(), condition.any.end(), part_fits) > 0) &&
         std::all_of(condition.all.begin(), condition.all.end(), part_fits) &&
         std::none_of(condition.none.begin(), condition.none.end(), part_fits);
}

bool kind_fits(const PlainCondition& condition, PlaceKind kind) {
  const auto part_fits = [&](const PlainCondition& part) { return kind_fits(part, kind); };
  const auto& kinds = condition.place_kind;
  return (kinds.empty() || std::count(kinds.begin(), kinds.end(), kind) > 0) &&
         (condition.any.empty() ||
          std::count_if(condition.any.begin(), condition.any.end(), part_fits) > 0) &&
         std::all_of(condition.all.begin(), condition.all.end(), part_fits) &&
         std::none_of(condition.none.begin(), condition.none.end(), part_fits);
}

const std::string& sex_of(const PlainParticipant& row) {
  static const std::string unknown;
  const auto found = row.attributes.find(Attribute::sex);
  return found == row.attributes.end() ? unknown : found->second;
}

void add(CountingOracle::Value& value, const std::string& sex, std::int64_t amount) {
  value.total += amount;
  if (sex == "K") value.women += amount;
  if (sex == "M") value.men += amount;
}

}  // namespace

/// Rows of people who are not participants have no person that a condition could ask about; such a
/// row is found by conditions on forms alone (our reading of src/calc/README.md#count).
bool CountingOracle::is_found(const PlainSupport& row, const PlainCondition& condition,
                              int day) const {
  if (row.date > day) return false;
  if (row.person_id.empty()) return !asks_about_person(condition) && form_fits(condition, row.form);
  return fits(persons_.at(person_of_.at(row.person_id)), condition, day, &row);
}

CountingOracle::Value CountingOracle::persons(const PlainCondition& condition, int day,
                                              Count count) const {
  Value value;
  std::set<std::string> households;
  for (const Person& person : persons_) {
    if (!has_started(person, day) || !fits(person, condition, day, nullptr)) continue;
    const PlainParticipant& first = *person.attributes;
    if (count == Count::persons) {
      add(value, sex_of(first), one);
    } else if (count == Count::entries) {
      for (const PlainParticipant* row : person.rows) {
        if (!row->entry || *row->entry <= day) add(value, sex_of(first), one);
      }
    } else if (!first.household.empty()) {
      households.insert(first.household);
    }
  }
  value.total += static_cast<std::int64_t>(households.size()) * one;
  return value;
}

std::int64_t CountingOracle::support(const PlainCondition& condition, int day, Count count) const {
  std::set<std::string> sessions;
  std::int64_t sum = 0;
  for (const PlainSupport& row : logs_.support) {
    if (!is_found(row, condition, day)) continue;
    if (count == Count::hours && !repeats_session(row)) sum += row.hours;
    if (count == Count::headcount) sum += row.headcount * one;
    if (count == Count::sessions && row.session.empty()) sum += one;
    if (count == Count::sessions && !row.session.empty()) sessions.insert(row.session);
  }
  return sum + static_cast<std::int64_t>(sessions.size()) * one;
}

std::int64_t CountingOracle::places(const PlainCondition& condition, int day) const {
  std::int64_t sum = 0;
  for (const PlainPlace& place : logs_.places) {
    const bool exists = place.from <= day && (!place.to || day <= *place.to);
    if (exists && kind_fits(condition, place.kind)) sum += place.capacity * one;
  }
  return sum;
}

CountingOracle::Value CountingOracle::measured(std::size_t indicator, int day) const {
  Value sum;
  const PlainMeasurement* last = nullptr;
  const auto add_row = [](Value& value, const PlainMeasurement& row) {
    value.total += row.value;
    value.women += row.women.value_or(0);
    value.men += row.men.value_or(0);
  };
  for (const PlainMeasurement& row : logs_.measurements) {
    if (row.indicator != indicator || row.date > day) continue;
    add_row(sum, row);
    if (last == nullptr || row.date >= last->date) last = &row;
  }
  if (logs_.indicators.at(indicator).take == Indicator::Take::sum) return sum;
  Value value;
  if (last != nullptr) add_row(value, *last);
  return value;
}

/// Who has a row dated in the period that is found on its last day.
CountingOracle::Value CountingOracle::supported(const PlainCondition& condition, int first,
                                                int last) const {
  Value value;
  for (const Person& person : persons_) {
    const bool counts =
        std::any_of(person.support.begin(), person.support.end(), [&](const PlainSupport* row) {
          return row->date >= first && row->date <= last && is_found(*row, condition, last);
        });
    if (counts) add(value, sex_of(*person.attributes), one);
  }
  return value;
}

CountingOracle::Value CountingOracle::supported(std::size_t indicator, int first, int last) const {
  return supported(logs_.indicators.at(indicator).where, first, last);
}

CountingOracle::Value CountingOracle::supported(const std::string& form, int first,
                                                int last) const {
  PlainCondition condition;
  if (!form.empty()) condition.support = {form};
  return supported(condition, first, last);
}

CountingOracle::Value CountingOracle::value(std::size_t position, int day) const {
  const PlainIndicator& indicator = logs_.indicators.at(position);
  constexpr int ever = -1'000'000;
  if (indicator.when_period) return supported(position, ever, day);
  switch (indicator.count) {
    case Count::persons:
    case Count::households:
    case Count::entries:
      return persons(indicator.where, day, indicator.count);
    case Count::sessions:
    case Count::hours:
    case Count::headcount:
      return {support(indicator.where, day, indicator.count), 0, 0};
    case Count::places:
      return {places(indicator.where, day), 0, 0};
    case Count::measured:
      return measured(position, day);
    case Count::ratio:
    case Count::entities:   // entities_test
    case Count::criterion:  // criterion_test
      break;
  }
  return {};
}

CountingOracle::People CountingOracle::people(int day) const {
  People people;
  for (const Person& person : persons_) {
    if (!has_started(person, day)) continue;
    const std::string& sex = sex_of(*person.attributes);
    ++people.total;
    if (sex == "K") ++people.women;
    if (sex == "M") ++people.men;
    if (known_exit(person, day) != nullptr) ++people.exited;
  }
  return people;
}

}  // namespace euproj::testing
