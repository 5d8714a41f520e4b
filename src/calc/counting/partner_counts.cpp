#include "euproj/calc/partner_counts.hpp"

#include <map>

#include "calc/counting/counters.hpp"
#include "calc/counting/criterion.hpp"
#include "euproj/base/parallel.hpp"
#include "euproj/model/entities.hpp"

namespace euproj {
namespace {

// A unit is of each partner that a row names for it, from that row's day on; what it counts before,
// or without any, is of no partner (src/calc/README.md#partners). `shared` is what the partners
// count more than once, so that at every moment
//
//   sum of partners + of no partner - shared = the project's value

/// The days of one unit, in all and of each partner.
struct UnitDays {
  DaySpans counted;
  std::map<Code, DaySpans> of_partner;

  void add(const DaySpans& days, std::span<const PartnerSince> partners) {
    counted |= days;
    for (const PartnerSince& partner : partners) {
      of_partner[partner.partner] |= days & DaySpans::from(partner.since);
    }
  }
};

class PartnerCounter {
 public:
  PartnerCounter(const Dossier& dossier, const Indicator& indicator, Period period)
      : dossier_(dossier),
        indicator_(indicator),
        condition_(indicator.where, indicator.count == Count::entities
                                        ? CompiledCondition::About::entities
                                        : CompiledCondition::About::people),
        period_(period) {
    made_.partners.resize(dossier.codes.partners.size() + 1);
    for (IndicatorSeries& series : made_.partners) series.sexes = has_sexes(indicator.count);
  }

  PartnerSeries count() {
    switch (indicator_.count) {
      case Count::persons:
      case Count::entries:
        count_persons();
        break;
      case Count::households:
        count_households();
        break;
      case Count::sessions:
      case Count::hours:
      case Count::headcount:
        count_support();
        break;
      case Count::entities:
        count_entities();
        break;
      case Count::criterion:
        count_criterion();
        break;
      case Count::places:
      case Count::measured:
      case Count::ratio:
        break;
    }
    for (IndicatorSeries& series : made_.partners) {
      series.values.finish();
      for (auto& each : series.criterion) each.finish();
    }
    made_.shared.finish();
    return std::move(made_);
  }

 private:
  /// Each partner counts the whole amount; `shared` gets all of them less one.
  void add(const UnitDays& unit, const SexedQuantity& amount) {
    DaySpans any;
    for (const auto& [partner, days] : unit.of_partner) {
      add_on(days, amount, made_.partners[partner].values);
      add_on(days, amount, made_.shared);
      any |= days;
    }
    add_on(any, -amount, made_.shared);
    add_on(unit.counted & ~any, amount, made_.partners[no_code].values);
  }

  template <typename Visit>
  void for_each_person(const Visit& visit) {
    PersonView person(dossier_);
    for (PersonIndex index = 0; index < dossier_.people.persons.size(); ++index) {
      person.move_to(&dossier_.people.persons[index]);
      visit(person, index);
    }
  }

  void count_persons() {
    const bool of_period = indicator_.when == Indicator::When::supported;
    for (IndicatorSeries& series : made_.partners) {
      if (of_period) series.supported.emplace();
    }
    for_each_person([&](PersonView& person, PersonIndex index) {
      visit_units_of(person, index, indicator_.count, indicator_.when, condition_,
                     [&](const Unit& unit) {
                       if (unit.counted.empty()) return;
                       UnitDays days;
                       days.add(unit.counted, person.partners());
                       add(days, sexed(unit.amount, unit.sex));
                     });
      if (!of_period || !is_supported_in(person, condition_, period_)) return;
      const SexedQuantity one = sexed(Quantity::whole(1), person.sex());
      bool any = false;
      for (const PartnerSince& partner : person.partners()) {
        if (partner.since > period_.last) continue;
        *made_.partners[partner.partner].supported += one;
        any = true;
      }
      if (!any) *made_.partners[no_code].supported += one;
    });
  }

  /// A household is of the partners of its members who count, each member from the partner's day.
  void count_households() {
    std::map<Code, UnitDays> households;
    for_each_person([&](PersonView& person, PersonIndex) {
      const Code household = person.first().household;
      if (household == no_code) return;
      households[household].add(person_days(person, condition_), person.partners());
    });
    for (const auto& [household, days] : households) add(days, sexed(Quantity::whole(1), {}));
  }

  /// `own`: the partner that the row names.
  void add_row(PersonView& person, const SupportFact& row, Code own,
               std::map<Code, UnitDays>& sessions) {
    const DaySpans days = row_days(person, condition_, row);
    if (days.empty()) return;
    const PartnerSince named{own, row.date};
    std::span<const PartnerSince> partners;
    if (own != no_code) {
      partners = {&named, 1};
    } else if (person.is_somebody()) {
      partners = person.partners();
    }
    if (indicator_.count == Count::sessions && row.session != no_code) {
      sessions[row.session].add(days, partners);
      return;
    }
    const Quantity amount = indicator_.count == Count::hours       ? row.hours
                            : indicator_.count == Count::headcount ? Quantity::whole(row.headcount)
                                                                   : Quantity::whole(1);
    UnitDays unit;
    unit.add(days, partners);
    add(unit, sexed(amount, {}));
  }

  void count_support() {
    std::map<Code, UnitDays> sessions;
    for_each_person([&](PersonView& person, PersonIndex) {
      std::uint32_t at = person.person().support.first;
      for (const SupportFact& row : person.support()) {
        const SupportRow logged = dossier_.logs.support[at++];
        add_row(person, row, logged.partner, sessions);
      }
    });
    PersonView nobody(dossier_);
    visit_non_participants(dossier_, [&](const SupportFact& row, std::uint32_t at) {
      const SupportRow logged = dossier_.logs.support[at];
      add_row(nobody, row, logged.partner, sessions);
    });
    for (const auto& [session, days] : sessions) add(days, sexed(Quantity::whole(1), {}));
  }

  void count_entities() {
    for (const Entity& entity : group_entities(dossier_.logs, dossier_.codes)) {
      std::vector<PartnerSince> partners;
      for (const std::uint32_t at : entity.rows) {
        const EntityRow& row = dossier_.logs.entities[at];
        if (row.partner != no_code) partners.push_back({row.partner, row.date});
      }
      UnitDays unit;
      unit.add(entity_days(entity, condition_), partners);
      add(unit, sexed(Quantity::whole(1), {}));
    }
  }

  /// Only of all its persons: groups by partner are too many tables.
  void count_criterion() {
    const CompiledCriterion criterion(indicator_);
    for (IndicatorSeries& series : made_.partners) series.criterion.resize(1);
    for_each_person([&](PersonView& person, PersonIndex) {
      const CriterionDays days = criterion.days(person).front();
      if (days.closed.empty() && days.open.empty()) return;
      DaySpans any;
      for (const PartnerSince& partner : person.partners()) {
        const DaySpans since = DaySpans::from(partner.since);
        add_criterion(days & since, made_.partners[partner.partner].criterion.front());
        any |= since;
      }
      add_criterion(days & ~any, made_.partners[no_code].criterion.front());
    });
  }

  const Dossier& dossier_;
  const Indicator& indicator_;
  CompiledCondition condition_;
  Period period_;
  PartnerSeries made_;
};

}  // namespace

std::vector<PartnerSeries> compute_partner_counts(const Dossier& dossier, Period period,
                                                  std::size_t threads) {
  if (!dossier.logs.name_partners()) return {};
  const auto& indicators = dossier.project.indicators;
  std::vector<PartnerSeries> all(indicators.size());
  for_each_in_parallel(indicators.size(), threads, [&](std::size_t i) {
    const bool is_counted =
        has_partners(indicators[i].count) && indicators[i].count != Count::ratio;
    if (is_counted) all[i] = PartnerCounter(dossier, indicators[i], period).count();
  });
  return all;
}

}  // namespace euproj
