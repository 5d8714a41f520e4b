#include "support/mixed_project.hpp"

#include <algorithm>
#include <map>
#include <string>
#include <utility>

#include "support/random.hpp"
#include "support/slow_calendar.hpp"
#include "support/slow_rounding.hpp"

namespace euproj::testing {
namespace {

DayRange range_of(std::uint64_t seed) {
  constexpr std::array<SlowDay, 4> begins = {
      {{2022, 2, 16}, {2020, 2, 16}, {2021, 1, 25}, {2023, 12, 20}}};
  return {slow_position(begins.at(seed % begins.size())), 24};
}

class Maker {
 public:
  explicit Maker(std::uint64_t seed) : random_(seed) {
    made_.range = range_of(seed);
    made_.logs = random_logs(seed * 7 + 3, made_.range);
    made_.first = made_.range.first - 5;
    made_.dossier = build_dossier(made_.logs, made_.range);
  }

  MixedProject make() {
    Project& project = made_.dossier.project;
    project.period = {to_date(made_.first), to_date(made_.last())};
    const SlowForms slow(made_.logs);
    add_codes();
    add_versions(slow);
    add_claims();
    add_documents();
    add_decisions();
    add_declarations();
    add_advances();
    return std::move(made_);
  }

 private:
  int any_day() { return made_.first + random_.number(0, project_days - 1); }

  void add_codes() {
    Codes& codes = made_.dossier.codes;
    for (const char* id : {"1", "2", "3"}) (void)codes.tasks.intern(id);
    for (const char* id : {"s1", "s2", "o", "p"}) (void)codes.categories.intern(id);
    for (const char* id : {"eu", "state", "own"}) (void)codes.sources.intern(id);
    for (const char* id : {"a", "b"}) (void)codes.partners.intern(id);
    for (const char* id : {"KR1", "KR2"}) (void)codes.lump_sums.intern(id);
    for (const char* id : {"S1", "S2", "S3"}) (void)codes.unit_costs.intern(id);
  }

  std::optional<FlatRate> flat() {
    if (random_.chance(15)) return std::nullopt;
    FlatRate flat;
    const auto rate = [&] { return Rate::of(random_.between(1, 4'000), 10'000); };
    if (random_.chance(40)) {
      for (std::int64_t bound = random_.between(1, 2'000'000);
           flat.bands.size() < 2 && random_.chance(80); bound += random_.between(1, 1'000'000)) {
        flat.bands.push_back({Money::minor(bound), rate()});
      }
    }
    flat.bands.push_back({std::nullopt, rate()});
    flat.of = random_.chance(40) ? FlatRate::Base::staff : FlatRate::Base::direct;
    if (flat.of == FlatRate::Base::staff && random_.chance(40)) {
      flat.covers_rest = true;
      flat.besides = {4};
    }
    if (random_.chance(40)) flat.exclude = {static_cast<Code>(random_.number(1, category_count))};
    flat.excludes_in_kind = random_.chance(40);
    flat.rounding = random_.chance(50) ? Rounding::down : Rounding::half_up;
    return flat;
  }

  /// Moves the bounds of the bands, so that the planned costs are the first of them.
  static void meet_first_bound(PlainVersion& version) {
    Money missing = Money() - *version.flat->bands[0].up_to;
    for (const std::int64_t planned : version.planned) missing += Money::minor(planned);
    for (FlatRate::Band& band : version.flat->bands) {
      if (band.up_to) *band.up_to += missing;
    }
  }

  Financing financing(std::optional<int> from) {
    Financing financing;
    if (from) financing.valid_from = to_date(*from);
    financing.total = Money::minor(10'000'000);
    if (split_by_documents_) financing.split_by = Financing::SplitBy::documents;
    for (int i = 0; i < source_count; ++i) {
      FundingSource source;
      source.id = std::array{"eu", "state", "own"}.at(static_cast<std::size_t>(i));
      source.kind = i == 0 ? SourceKind::eu : i == 1 ? SourceKind::state : SourceKind::own;
      source.rounding = i == 2 ? Rounding::up : Rounding::down;
      source.remainder = i == 2;
      source.in_kind = i == 2;
      if (i < 2) source.rate = Rate::of(random_.between(1, 4'900), 10'000);
      financing.sources.push_back(std::move(source));
    }
    return financing;
  }

  template <typename Fits>
  std::optional<std::size_t> any_indicator(const Fits& fits) {
    std::vector<std::size_t> fitting;
    for (std::size_t i = 0; i < made_.logs.indicators.size(); ++i) {
      if (fits(made_.logs.indicators[i].count)) fitting.push_back(i);
    }
    return fitting.empty() ? std::nullopt : std::optional(random_.pick(fitting));
  }

  SlowCost cost() {
    SlowCost made;
    made.of = static_cast<UnitOf>(random_.number(0, 4));
    const auto indicator = any_indicator([&](Count count) {
      if (made.of == UnitOf::measured) return count == Count::measured;
      return count != Count::headcount && count != Count::places && count != Count::measured &&
             count != Count::ratio;
    });
    made.indicator = indicator.value();
    if (made.of == UnitOf::person_months) {
      if (random_.chance(60)) made.min_hours = random_.between(1, 6) * 5'000;
      if (random_.chance(60)) made.min_sessions = random_.number(1, 3);
    }
    if (made.of != UnitOf::measured && random_.chance(60)) {
      made.per_person_max = random_.between(1, 8) * 5'000;
    }
    made.task = random_.number(1, task_count);
    made.category = random_.chance(50) ? random_.number(1, category_count) : 0;
    made.in_base = random_.chance(40);
    change(made);
    return made;
  }

  /// What an amendment changes of it.
  void change(SlowCost& cost) {
    cost.units_max = random_.chance(50) ? random_.between(1, 30) * 5'000 : 0;
    const int first =
        cost.rates.empty() ? made_.range.first + random_.number(-20, 6) : cost.rates[0].from;
    cost.rates.clear();
    if (random_.chance(5)) return;
    cost.rates.push_back({first, random_.between(1, 10'000)});
    if (random_.chance(60)) {
      cost.rates.push_back(
          {first + random_.number(1, made_.range.count), random_.between(1, 10'000)});
    }
  }

  /// At least what the indicator is on some day; of a ratio as it is shown, which may be more.
  std::int64_t reached_on_some_day(std::size_t indicator, const SlowForms& slow) {
    const auto value = slow.value(indicator, any_day());
    if (!value) return slow_one;
    const bool is_ratio = made_.logs.indicators[indicator].count == Count::ratio;
    const std::int64_t unit = is_ratio ? 100 : slow_one;
    const std::int64_t units =
        part_of(value->part, slow_one / unit, value->whole, Rounding::half_up) * unit;
    return std::max(unit, units);
  }

  SlowSum sum(const SlowForms& slow) {
    SlowSum sum;
    if (random_.chance(90)) sum.grosze = random_.between(100'000, 200'000);
    for (int left = random_.number(0, 2); left > 0 && sum.grosze != 0; --left) {
      const bool of_ratio = random_.chance(25);
      const std::size_t indicator =
          any_indicator([&](Count count) { return (count == Count::ratio) == of_ratio; }).value();
      sum.requirements.push_back({indicator, reached_on_some_day(indicator, slow)});
    }
    if (!sum.requirements.empty() && random_.chance(80)) {
      const std::int64_t at_least = sum.requirements.back().at_least;
      if (at_least > 2) sum.steps = {{at_least / 3, 20'000}, {at_least * 2 / 3, 50'001}};
    }
    sum.task = random_.number(1, task_count);
    sum.in_base = random_.chance(40);
    return sum;
  }

  void add_versions(const SlowForms& slow) {
    split_by_documents_ = random_.chance(20);
    made_.financing_from = {made_.first, any_day()};
    made_.budget_from = {made_.first, random_.chance(50) ? made_.financing_from[1] : any_day()};
    made_.financings = {financing({})};
    if (random_.chance(40)) made_.financings.push_back(financing(made_.financing_from[1]));
    made_.budgets.resize(random_.chance(60) ? 2 : 1);
    for (std::size_t version = 0; version < made_.budgets.size(); ++version) {
      PlainVersion& its = made_.budgets[version];
      for (std::int64_t& planned : its.planned) planned = random_.between(1, 1'000'000);
      its.flat = flat();
      if (its.flat && its.flat->bands.size() > 1 && random_.chance(30)) meet_first_bound(its);
      for (int i = 0; i < cost_count; ++i) {
        const auto at = static_cast<std::size_t>(i);
        its.costs.push_back(version == 0 ? cost() : made_.budgets[0].costs[at]);
        if (version == 1) change(its.costs.back());
      }
      for (int i = 0; i < sum_count; ++i) its.sums.push_back(sum(slow));
    }
    std::vector<Budget> budgets;
    for (std::size_t version = 0; version < made_.budgets.size(); ++version) {
      budgets.push_back(built(made_.budgets[version]));
      if (version == 1) budgets.back().valid_from = to_date(made_.budget_from[1]);
    }
    made_.dossier.project.budget.set(std::move(budgets));
    made_.dossier.project.financing.set(made_.financings);
  }

  Budget built(const PlainVersion& plain) const {
    Budget budget;
    budget.tasks.resize(task_count);
    for (std::size_t i = 0; i < task_count; ++i) {
      budget.tasks[i].planned = Money::minor(plain.planned.at(i));
    }
    budget.categories = {{"s1", {}, true}, {"s2", {}, true}, {"o", {}, false}, {"p", {}, false}};
    budget.partners.resize(2);
    budget.partners[0].leads = true;
    budget.indirect = plain.flat;
    for (const SlowCost& cost : plain.costs) budget.unit_costs.push_back(built(cost));
    for (const SlowSum& sum : plain.sums) budget.lump_sums.push_back(built(sum));
    return budget;
  }

  UnitCost built(const SlowCost& slow) const {
    UnitCost made;
    made.task = static_cast<Code>(slow.task);
    made.category = static_cast<Code>(slow.category);
    made.in_flat_rate_base = slow.in_base;
    for (const SlowRate& rate : slow.rates) {
      made.rates.push_back({to_date(rate.from), Money::minor(rate.grosze), {}});
    }
    made.count.of = slow.of;
    if (slow.of == UnitOf::measured) {
      made.count.indicator = slow.indicator;
    } else {
      made.count.where = made_.dossier.project.indicators[slow.indicator].where;
    }
    if (slow.min_hours != 0) made.count.min_hours = Quantity::scaled(slow.min_hours);
    if (slow.min_sessions != 0) made.count.min_sessions = slow.min_sessions;
    if (slow.per_person_max != 0) {
      made.count.per_person_max = Quantity::scaled(slow.per_person_max);
    }
    if (slow.units_max != 0) made.units_max = Quantity::scaled(slow.units_max);
    if (!made.rates.empty()) made.count.first_day = made.rates.front().from;
    return made;
  }

  static LumpSum built(const SlowSum& slow) {
    LumpSum made;
    made.task = static_cast<Code>(slow.task);
    made.in_flat_rate_base = slow.in_base;
    made.amount = Money::minor(slow.grosze);
    for (const SlowRequirement& required : slow.requirements) {
      made.requirements.push_back({required.indicator, Quantity::scaled(required.at_least), {}});
    }
    for (const auto& [at_least, grosze] : slow.steps) {
      made.partial.push_back({Quantity::scaled(at_least), Money::minor(grosze)});
    }
    return made;
  }

  void add_claims() {
    for (int i = 0; i < claim_count; ++i) {
      PlainClaim plain;
      plain.status = static_cast<Claim::Status>(random_.number(0, 5));
      if (random_.chance(50)) plain.submitted = made_.end_of(i) + random_.number(1, 20);
      Claim claim;
      claim.id = std::to_string(i + 1);
      claim.period = {to_date(made_.end_of(i) - claim_days + 1), to_date(made_.end_of(i))};
      claim.status = plain.status;
      if (plain.submitted) claim.submitted = Submission{to_date(*plain.submitted), {}, {}};
      (void)made_.dossier.codes.claims.intern(claim.id);
      made_.dossier.project.claims.push_back(std::move(claim));
      made_.claims.push_back(plain);
    }
  }

  void add_documents() {
    made_.all_claimed = random_.chance(70);
    const int count = random_.number(0, 20);
    for (int number = 0; number < count; ++number) {
      PlainDocument document;
      document.number = number;
      document.paid = any_day();
      if (!made_.all_claimed && random_.chance(20)) {
        document.paid = made_.last() + random_.number(1, 20);
      }
      if (random_.chance(50)) document.claim = random_.number(0, claim_count - 1);
      document.task = random_.number(1, task_count);
      document.category = random_.number(0, category_count);
      document.partner = random_.number(0, 2);
      document.in_kind = random_.chance(20);
      document.eligible = random_.between(0, 400'000);
      if (random_.chance(60)) document.grant = random_.between(0, document.eligible);
      add(document, {});
      if (random_.chance(20)) {  // a divided invoice
        document.task = random_.number(1, task_count);
        document.category = random_.number(0, category_count);
        document.eligible = random_.between(0, 100'000);
        if (document.grant) document.grant = random_.between(0, document.eligible);
        add(document, {});
      }
      if (random_.chance(20)) {
        PlainDocument correction = document;
        correction.number += 100;
        correction.eligible = -random_.between(0, document.eligible);
        if (document.grant) correction.grant = -random_.between(0, *document.grant);
        correction.paid = std::min(document.paid + random_.number(0, 20), made_.last());
        correction.claim = random_.chance(50) ? random_.number(0, claim_count - 1) : -1;
        add(correction, document.number);
      }
    }
  }

  void add(const PlainDocument& document, std::optional<int> corrects) {
    Codes& codes = made_.dossier.codes;
    const auto number = [&](int of) { return codes.documents.intern("D " + std::to_string(of)); };
    ExpenditureRow row;
    row.origin.file = 0;
    row.document = number(document.number);
    if (corrects) row.corrects = number(*corrects);
    row.paid = to_date(document.paid);
    row.claim = document.claim < 0 ? no_code : static_cast<Code>(document.claim + 1);
    row.task = static_cast<Code>(document.task);
    row.category = static_cast<Code>(document.category);
    row.partner = static_cast<Code>(document.partner);
    row.source = document.in_kind ? Code{3} : no_code;
    row.eligible = Money::minor(document.eligible);
    if (document.grant) row.grant = Money::minor(*document.grant);
    made_.dossier.logs.expenditures.push_back(row);
    made_.documents.push_back(document);
  }

  void add_decisions() {
    for (int i = 0; i < claim_count; ++i) {
      PlainClaim& plain = made_.claims[static_cast<std::size_t>(i)];
      if (!is_handed_in(plain.status) || random_.chance(50)) continue;
      plain.decided = made_.end_of(i) + random_.number(21, 40);
      if (random_.chance(30)) plain.approved = random_.between(0, 500'000);
      Decision decision{to_date(*plain.decided), {}, {}, {}};
      if (plain.approved) decision.approved = Money::minor(*plain.approved);
      std::map<int, std::vector<PlainDocument>> invoices;
      for (const PlainDocument& row : made_.documents) {
        if (made_.claim_of(row) == i) invoices[row.number].push_back(row);
      }
      for (const auto& [number, rows] : invoices) {
        std::int64_t whole = 0;
        for (const PlainDocument& row : rows) whole += row.eligible;
        if (whole <= 0 || random_.chance(60)) continue;
        const std::int64_t amount = random_.between(1, whole);
        decision.ineligible.push_back({"d" + std::to_string(number), Money::minor(amount), "", {}});
        cut(rows, i, *plain.decided, amount);
      }
      made_.dossier.project.claims[static_cast<std::size_t>(i)].decided = std::move(decision);
    }
  }

  /// Row by row, each down to zero.
  void cut(const std::vector<PlainDocument>& rows, int claim, int day, std::int64_t left) {
    for (const PlainDocument& row : rows) {
      const std::int64_t taken = std::min(left, row.eligible);
      if (taken <= 0) continue;
      left -= taken;
      PlainDocument cut = row;
      cut.paid = day;
      cut.claim = claim;
      cut.eligible = -taken;
      if (row.grant) cut.grant = -part_of(*row.grant, taken, row.eligible, Rounding::half_up);
      made_.cuts.push_back(cut);
    }
  }

  void add_declarations() {
    made_.declared.resize(sum_count);
    for (int i = 0; i < sum_count; ++i) {
      for (int times = random_.chance(85) ? random_.number(1, 2) : 0; times > 0; --times) {
        SettlementRow row;
        row.lump_sum = static_cast<Code>(i + 1);
        int day = any_day();
        if (random_.chance(50)) {
          const int claim = random_.number(0, claim_count - 1);
          row.claim = static_cast<Code>(claim + 1);
          day = made_.end_of(claim);
        } else {
          row.date = to_date(day);
        }
        made_.dossier.logs.settlements.push_back(row);
        std::optional<int>& first = made_.declared[static_cast<std::size_t>(i)];
        first = first ? std::min(*first, day) : day;
      }
    }
  }

  void add_advances() {
    for (int left = random_.number(0, 3); left > 0; --left) {
      PlainAdvance plain;
      plain.date = any_day();
      plain.amount = random_.between(1, 1'000'000);
      if (random_.chance(25)) plain.amount = -plain.amount / 10;
      if (random_.chance(40)) plain.source = static_cast<std::size_t>(random_.number(0, 2));
      made_.advances.push_back(plain);
      Advance advance;
      advance.date = to_date(plain.date);
      advance.amount = Money::minor(plain.amount < 0 ? -plain.amount : plain.amount);
      if (plain.amount < 0) advance.direction = Advance::Direction::returned;
      advance.source = plain.source;
      made_.dossier.project.advances.push_back(advance);
    }
    if (random_.chance(50)) made_.dossier.project.advances_rule = Rate::of(7, 10);
  }

  Random random_;
  MixedProject made_;
  bool split_by_documents_ = false;
};

}  // namespace

std::int64_t part_of(Int128 amount, Int128 numerator, Int128 denominator, Rounding rounding) {
  return static_cast<std::int64_t>(slow_round(amount * numerator, denominator, rounding));
}
std::int64_t part_of(Int128 amount, Rate rate, Rounding rounding) {
  return part_of(amount, rate.numerator(), rate.denominator(), rounding);
}

MixedProject make_mixed_project(std::uint64_t seed) { return Maker(seed).make(); }

}  // namespace euproj::testing
