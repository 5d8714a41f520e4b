#include "euproj/calc/simplified_costs.hpp"

#include <algorithm>
#include <map>

#include "euproj/calc/indicator_value.hpp"

namespace euproj {
namespace {

constexpr Int128 scale = Quantity::scale;

/// Rate x units, in minor units of money and scaled ones of quantity.
Int128 product(const UnitRate& rate, Quantity units) {
  return static_cast<Int128>(rate.amount.minor_units()) * units.scaled_units();
}

Money rounded(Int128 exact) {
  return Money::minor(checked_narrow(divide(exact, scale, Rounding::down)));
}

}  // namespace

// Unit costs (src/calc/README.md#unit-costs; CPR Art. 53). Every unit has the rate of its day; the
// product of rate and units is kept exact and rounded down once, on the sum, so that a hundred
// quarters of an hour cost what twenty-five hours cost.

/// Units in the order of their days: what is paid of them until the maximum in all.
class SimplifiedCosts::Account {
 public:
  explicit Account(const UnitCost& cost) : cost_(&cost) {}

  void add(Date of, const UnitAmounts& units) {
    const UnitRate* const rate = cost_->rate_on(of);
    if (rate == nullptr) {
      totals_.unrated += units.within + units.above;
      return;
    }
    within_ += units.within;
    // The maximum is a bound on the sum: what of this step still fits under it is paid.
    //   units_max 10: steps of 6, 6, 2 pay 6, 4, 0
    const Quantity paid =
        (cost_->units_max ? std::min(within_, *cost_->units_max) : within_) - totals_.paid;
    const Quantity unpaid = units.within - paid + units.above;
    totals_.paid += paid;
    totals_.unpaid += unpaid;
    exact_ += product(*rate, paid);
    exact_unpaid_ += product(*rate, unpaid);
    if (!paid.is_zero()) {
      if (!has_paid_) totals_.rate = rate->amount;
      if (totals_.rate != rate->amount) totals_.rate.reset();
      has_paid_ = true;
    }
  }

  [[nodiscard]] UnitTotals totals() const {
    UnitTotals totals = totals_;
    totals.amount = rounded(exact_);
    totals.unpaid_amount = rounded(exact_unpaid_);
    return totals;
  }

 private:
  const UnitCost* cost_;
  Quantity within_;
  UnitTotals totals_;
  bool has_paid_ = false;
  Int128 exact_ = 0;
  Int128 exact_unpaid_ = 0;
};

Date declaration_day(const Project& project, const Codes& codes, const SettlementRow& row) {
  if (row.claim == no_code) return row.date;
  const std::string_view id = codes.claims.text(row.claim);
  const auto claim = std::find_if(project.claims.begin(), project.claims.end(),
                                  [id](const Claim& each) { return each.id == id; });
  return claim == project.claims.end() ? row.date : claim->period.last;
}

SimplifiedCosts::SimplifiedCosts(const Dossier& dossier, const PeopleCounts& counts)
    : dossier_(dossier), counts_(counts), declared_(dossier.codes.lump_sums.size() + 1) {
  const std::vector<CountedUnit> counted = counted_units(dossier.project);
  for (const Budget& budget : dossier.project.budget.all()) {
    auto& of_version = units_.emplace_back();
    any_ = any_ || !budget.lump_sums.empty() || !budget.unit_costs.empty();
    for (const UnitCost& cost : budget.unit_costs) {
      auto& steps = of_version.emplace_back();
      if (!cost.exists()) continue;
      const auto at = std::find(counted.begin(), counted.end(), cost.count) - counted.begin();
      steps = steps_of(counts.cost_units.at(static_cast<std::size_t>(at)), cost);
    }
  }
  for (const SettlementRow& row : dossier.logs.settlements) {
    const Date day = declaration_day(dossier.project, dossier.codes, row);
    Date& first = declared_.at(row.lump_sum);
    if (day.known() && (!first.known() || day < first)) first = day;
  }
}

// `changes` come by the day on which they become known; what is paid goes by the day of the unit.
// Nearly always a unit that becomes known is later than all before it, and the account goes on. One
// that is earlier (an entry logged late makes rows of a month ago count) takes its place among the
// days, and all that is known is accounted for anew:
//
//   known    of       units        units_max 10: paid by day of unit
//   03-31    03-10    8            8
//   04-30    04-12    4            8, 2
//   05-31    02-20    5            5, 5 (of 03-10), 0 (of 04-12)      the rates of those days
std::vector<SimplifiedCosts::Step> SimplifiedCosts::steps_of(const std::vector<UnitChange>& changes,
                                                             const UnitCost& cost) {
  std::vector<Step> steps;
  std::map<Date, UnitAmounts> by_day;  // all that is known
  Account account(cost);
  for (std::size_t i = 0; i < changes.size();) {
    const Date known = changes[i].known;
    // Units of earlier days that become known now may take what later ones had of a maximum.
    const bool is_later = by_day.empty() || by_day.rbegin()->first <= changes[i].of;
    for (; i < changes.size() && changes[i].known == known; ++i) {
      by_day[changes[i].of] += changes[i].units;
      if (is_later) account.add(changes[i].of, changes[i].units);
    }
    if (!is_later) {
      account = Account(cost);
      for (const auto& [of, units] : by_day) account.add(of, units);
    }
    steps.push_back({known, account.totals()});
  }
  return steps;
}

// A lump sum is paid in full, by its step, or not at all (CPR Art. 53): every requirement must
// hold, the last one alone may be reached in part, where the definition has steps for it. It is
// asked of a day, so a requirement that is lost again takes the money back.
Money SimplifiedCosts::of_lump_sum(const LumpSum& sum, Code code, Date day) const {
  if (!sum.exists() || !declared(code, day)) return {};
  for (std::size_t i = 0; i < sum.requirements.size(); ++i) {
    const Requirement& required = sum.requirements[i];
    const std::optional<Quantity> reached =
        value_to_compare(dossier_, counts_.indicators, required.indicator, day);
    if (reached && *reached >= required.at_least) continue;
    if (i + 1 < sum.requirements.size() || !reached) return {};
    Money step;  // of the last requirement
    for (const LumpStep& each : sum.partial) {
      if (*reached >= each.at_least) step = each.amount;
    }
    return step;
  }
  return sum.amount;
}

Money SimplifiedCosts::of_lump_sum(Code code, Date day) const {
  const std::vector<LumpSum>& sums = dossier_.project.budget.on(day).lump_sums;
  return of_lump_sum(sums.at(code - 1), code, day);
}

UnitTotals SimplifiedCosts::of_unit_cost(Code code, Date day) const {
  const std::vector<Step>& steps = units_.at(dossier_.project.budget.position_on(day)).at(code - 1);
  const auto after =
      std::upper_bound(steps.begin(), steps.end(), day,
                       [](Date wanted, const Step& step) { return wanted < step.day; });
  return after == steps.begin() ? UnitTotals() : std::prev(after)->totals;
}

std::vector<SimplifiedCosts::Line> SimplifiedCosts::lines(Date day) const {
  std::vector<Line> lines;
  if (!any_) return lines;
  const Budget& budget = dossier_.project.budget.on(day);
  for (Code code = 1; code <= budget.lump_sums.size(); ++code) {
    const LumpSum& sum = budget.lump_sums[code - 1];
    lines.push_back({sum.task, no_code, of_lump_sum(sum, code, day), sum.in_flat_rate_base, true});
  }
  for (Code code = 1; code <= budget.unit_costs.size(); ++code) {
    const UnitCost& cost = budget.unit_costs[code - 1];
    lines.push_back(
        {cost.task, cost.category, of_unit_cost(code, day).amount, cost.in_flat_rate_base, false});
  }
  return lines;
}

template <typename Takes>
Money SimplifiedCosts::sum_of(Date day, const Takes& takes) const {
  Money sum;
  for (const Line& line : lines(day)) {
    if (takes(line)) sum += line.amount;
  }
  return sum;
}

Money SimplifiedCosts::total(Date day) const {
  return sum_of(day, [](const Line&) { return true; });
}

Money SimplifiedCosts::of_task(Code task, Date day) const {
  return sum_of(day, [task](const Line& line) { return line.task == task; });
}

Money SimplifiedCosts::of_category(Code category, Date day) const {
  return sum_of(day, [category](const Line& line) { return line.category == category; });
}

Money SimplifiedCosts::in_flat_rate_base(Date day) const {
  return sum_of(day, [](const Line& line) { return line.is_in_base; });
}

std::optional<Date> SimplifiedCosts::declared(Code lump_sum, Date day) const {
  const Date first = declared_.at(lump_sum);
  return first.known() && first <= day ? std::optional(first) : std::nullopt;
}

// The value as it is shown, unless rounding moves it over the limit: of 49.996 % against 50 % what
// is shown (50.00) would contradict the verdict, so the exact one is.
std::optional<Quantity> SimplifiedCosts::value(const Requirement& requirement, Date day) const {
  const auto shown =
      cumulative_value(dossier_, counts_.indicators, requirement.indicator, day).total;
  const auto exact = value_to_compare(dossier_, counts_.indicators, requirement.indicator, day);
  const Quantity limit = requirement.at_least;
  return shown && exact && (*shown >= limit) != (*exact >= limit) ? exact : shown;
}

// The same accounts unit by unit, for `explain`: the maximum of a person comes before that in all.
std::vector<PaidUnit> compute_paid_units(const Dossier& dossier, const UnitCost& cost, Date day) {
  std::vector<PaidUnit> paid;
  std::map<PersonIndex, Quantity> of_person;
  Quantity within;
  Quantity in_all;
  for (CostUnit& unit : compute_cost_units(dossier, cost.count, day)) {
    PaidUnit made{std::move(unit), {}, nullptr};
    made.rate = cost.rate_on(made.unit.of);
    if (made.rate != nullptr) {
      Quantity left = made.unit.amount;
      if (cost.count.per_person_max && made.unit.person != no_person) {
        Quantity& used = of_person[made.unit.person];
        left = std::min(left, *cost.count.per_person_max - used);
        used += left;
      }
      within += left;
      made.paid = (cost.units_max ? std::min(within, *cost.units_max) : within) - in_all;
      in_all += made.paid;
    }
    paid.push_back(std::move(made));
  }
  return paid;
}

}  // namespace euproj
