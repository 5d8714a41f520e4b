#include <algorithm>
#include <array>

#include "euproj/words/kinds.hpp"
#include "read/definition/read_condition.hpp"
#include "read/definition/reading.hpp"
#include "read/definition/sections.hpp"
#include "read/words/shown_value.hpp"

namespace euproj {
namespace {

constexpr std::array units = {UnitOf::hours, UnitOf::sessions, UnitOf::persons,
                              UnitOf::person_months, UnitOf::measured};

std::optional<UnitOf> unit_of(const std::string& word) {
  const auto* const found = std::find_if(units.begin(), units.end(),
                                         [&](UnitOf each) { return unit_of_word(each) == word; });
  return found == units.end() ? std::nullopt : std::optional(*found);
}

/// What a condition of `where` may say: months are counted by person.
Count count_for(UnitOf of) {
  if (of == UnitOf::hours) return Count::hours;
  return of == UnitOf::sessions ? Count::sessions : Count::persons;
}

std::optional<Money> read_amount(const Reading& reading, const Values& values) {
  const std::optional<Money> amount = values.money("amount");
  if (amount && amount->is_zero()) {
    reading.report(Kind::not_above_zero, values.place("amount"), {"amount", amount->text()});
  }
  return amount;
}

std::optional<Quantity> read_above_zero(const Reading& reading, const Values& values,
                                        std::string_view key) {
  const std::optional<Quantity> value = values.quantity(key);
  if (value && *value <= Quantity()) {
    reading.report(Kind::not_above_zero, values.place(key), {std::string(key), value->text()});
  }
  return value;
}

Code read_code(const Reading& reading, const Values& values, std::string_view key,
               std::string_view section, Interner& declared, bool any_allowed) {
  const YamlNode* const id = values.find(key);
  if (id == nullptr || !id->is_scalar()) return no_code;
  return resolve(reading, *id, key, section, declared, any_allowed);
}

Code read_task(const Reading& reading, const Values& values) {
  return read_code(reading, values, "task", "budget.tasks", reading.codes.tasks,
                   !reading.project.budget.latest().tasks_declared);
}

/// The position of the indicator that is named; none, and a finding, when there is no such one.
std::optional<std::size_t> read_indicator(const Reading& reading, const Values& values) {
  const std::vector<Indicator>& indicators = reading.project.indicators;
  const std::string id = values.text("indicator");
  if (id.empty()) return std::nullopt;  // reported: missing, or no text
  const auto found = std::find_if(indicators.begin(), indicators.end(),
                                  [&](const Indicator& indicator) { return indicator.id == id; });
  if (found != indicators.end()) return static_cast<std::size_t>(found - indicators.begin());
  std::vector<std::string_view> known;
  for (const Indicator& indicator : indicators) known.push_back(indicator.id);
  report_unknown_reference(reading, values.place("indicator"), "indicator", id, "indicators",
                           known);
  return std::nullopt;
}

/// Each step is below the next one, the last below the whole.
void read_steps(const Reading& reading, const Values& of, LumpSum& sum) {
  struct Step : LumpStep {
    Place place;
  };
  std::vector<Step> steps;
  for (const Values& values : of.objects("partial")) {
    const std::optional<Quantity> at_least = read_above_zero(reading, values, "at_least");
    const std::optional<Money> amount = read_amount(reading, values);
    if (at_least && amount) steps.push_back({{*at_least, *amount}, values.place()});
  }
  std::stable_sort(steps.begin(), steps.end(),
                   [](const Step& a, const Step& b) { return a.at_least < b.at_least; });
  if (sum.requirements.empty()) return;  // there is nothing that they are steps of
  LumpStep next{sum.requirements.back().at_least, sum.amount};
  for (auto step = steps.rbegin(); step != steps.rend(); ++step) {
    if (step->at_least >= next.at_least || step->amount >= next.amount) {
      reading.report(Kind::lump_step_order, step->place,
                     {sum.id, step->at_least.text(), step->amount.text(), next.at_least.text(),
                      next.amount.text()});
    }
    next = *step;
  }
  sum.partial.assign(steps.begin(), steps.end());
}

void read_lump_sums(const Reading& reading, const Values& of, Budget& budget) {
  DeclaredIds ids(reading, "budget.lump_sums");
  for (const Values& values : of.objects("lump_sums")) {
    LumpSum sum;
    sum.id = values.text("id");
    sum.name = values.local_text("name", sum.id);
    sum.task = read_task(reading, values);
    sum.amount = read_amount(reading, values).value_or(Money());
    sum.in_flat_rate_base = values.text("flat_rate") == "base";
    sum.place = values.place();
    for (const Values& required : values.objects("requires")) {
      const std::optional<std::size_t> indicator = read_indicator(reading, required);
      const std::optional<Quantity> at_least = read_above_zero(reading, required, "at_least");
      if (!indicator || !at_least) continue;
      sum.requirements.push_back({*indicator, *at_least, required.place()});
    }
    if (values.objects("requires").empty()) {
      reading.report(Kind::lump_sum_unconditional, values.place(), {sum.id});
    }
    read_steps(reading, values, sum);
    if (!ids.declare(sum.id, values.place("id"))) continue;
    reading.codes.lump_sums.intern(sum.id);
    budget.lump_sums.push_back(std::move(sum));
  }
}

void read_rates(const Reading& reading, const Values& of, UnitCost& cost) {
  for (const Values& values : of.objects("rate")) {
    const Date from = values.date("from").value_or(Date());
    const std::optional<Money> amount = read_amount(reading, values);
    const bool is_faulty = values.mentions("from") && !from.known();  // which is said
    if (!amount || is_faulty) continue;
    const auto same = std::find_if(cost.rates.begin(), cost.rates.end(),
                                   [&](const UnitRate& other) { return other.from == from; });
    if (same != cost.rates.end()) {
      reading.report(Kind::unit_rate_twice, values.place(),
                     {cost.id, from.known() ? from.iso() : "–", same->place});
      continue;
    }
    cost.rates.push_back({from, *amount, values.place()});
  }
  std::sort(cost.rates.begin(), cost.rates.end(),
            [](const UnitRate& a, const UnitRate& b) { return a.from < b.from; });
  if (!cost.rates.empty()) cost.count.first_day = cost.rates.front().from;
}

/// Keys that belong to some ways of counting only.
void check_count_keys(const Reading& reading, const Values& count, const Values& cost, UnitOf of) {
  const auto check = [&](const Values& values, std::string_view key, bool has_meaning) {
    if (!values.has(key) || has_meaning) return;
    reading.report(Kind::key_not_for_count, values.key_place(key),
                   {std::string(key), std::string(unit_of_word(of))});
  };
  check(count, "where", of != UnitOf::measured);
  check(count, "min_hours", of == UnitOf::person_months);
  check(count, "min_sessions", of == UnitOf::person_months);
  check(count, "indicator", of == UnitOf::measured);
  check(cost, "per_person_max", of != UnitOf::measured);
}

void read_measured(const Reading& reading, const Values& count, UnitCost& cost) {
  if (!count.mentions("indicator")) {
    reading.report(Kind::missing_key, count.place(), {"indicator", "budget.unit_costs.count"});
    return;
  }
  const std::optional<std::size_t> position = read_indicator(reading, count);
  if (!position) return;
  cost.count.indicator = *position;
  const Indicator& indicator = reading.project.indicators[*position];
  if (indicator.count == Count::measured) return;
  reading.report(Kind::unit_cost_not_measured, count.place("indicator"),
                 {cost.id, shown(indicator.id)});
}

void read_count(const Reading& reading, const Values& values, UnitCost& cost) {
  const Values count = values.object("count");
  const std::optional<UnitOf> of = unit_of(count.text("of"));
  cost.count.per_person_max = read_above_zero(reading, values, "per_person_max");
  const YamlNode* const where = count.find("where");
  const bool has_where = where && where->is_mapping();
  if (!of) {
    if (has_where) static_cast<void>(read_condition(reading, *where, std::nullopt));
    return;  // reported: missing, or no such word
  }
  cost.count.of = *of;
  check_count_keys(reading, count, values, *of);
  if (*of == UnitOf::measured) return read_measured(reading, count, cost);
  if (has_where) cost.count.where = read_condition(reading, *where, count_for(*of));
  cost.count.min_hours = read_above_zero(reading, count, "min_hours");
  cost.count.min_sessions = count.integer("min_sessions");
}

void read_unit_costs(const Reading& reading, const Values& of, Budget& budget) {
  DeclaredIds ids(reading, "budget.unit_costs");
  for (const Values& values : of.objects("unit_costs")) {
    UnitCost cost;
    cost.id = values.text("id");
    cost.name = values.local_text("name", cost.id);
    cost.task = read_task(reading, values);
    cost.category =
        read_code(reading, values, "category", "budget.categories", reading.codes.categories,
                  !reading.project.budget.latest().categories_declared);
    cost.units_max = read_above_zero(reading, values, "units_max");
    cost.in_flat_rate_base = values.text("flat_rate") == "base";
    cost.place = values.place();
    read_rates(reading, values, cost);
    read_count(reading, values, cost);
    if (!ids.declare(cost.id, values.place("id"))) continue;
    reading.codes.unit_costs.intern(cost.id);
    budget.unit_costs.push_back(std::move(cost));
  }
}

/// The version of the budget that was read of these values; null: it was refused.
Budget* version_of(std::vector<Budget>& versions, const Values& values) {
  const std::optional<Date> from = values.date("valid_from");
  const auto found = std::find_if(versions.begin(), versions.end(),
                                  [&](const Budget& budget) { return budget.valid_from == from; });
  return found == versions.end() ? nullptr : &*found;
}

}  // namespace

void read_simplified_forms(const Reading& reading, const Values& definition) {
  std::vector<Budget>& versions = reading.project.budget.all();
  for (const Values& values : definition.objects("budget")) {
    Budget* const budget = version_of(versions, values);
    if (budget == nullptr || !budget->lump_sums.empty() || !budget->unit_costs.empty()) continue;
    read_lump_sums(reading, values, *budget);
    read_unit_costs(reading, values, *budget);
  }
  align_entries(reading.codes.lump_sums, &Budget::lump_sums, versions, [](LumpSum& sum) {
    sum.amount = Money();
    sum.requirements.clear();
    sum.partial.clear();
  });
  align_entries(reading.codes.unit_costs, &Budget::unit_costs, versions,
                [](UnitCost& cost) { cost.rates.clear(); });
}

void read_exchange_rates(const Reading& reading, const Values& project) {
  const Values rates = project.object("rates");
  const std::optional<Quantity> euro = read_above_zero(reading, rates, "EUR");
  if (euro) reading.project.rates = ExchangeRates{*euro, rates.text("source"), rates.place("EUR")};
}

}  // namespace euproj
