#include "calc/conditions/compiled_condition.hpp"

#include <algorithm>

#include "calc/conditions/evaluate.hpp"

namespace euproj {
namespace {

/// By how much it takes to answer; what says yes or no comes before what is a set of days.
int cost_of(const Test& test) {
  return std::visit(
      [](const auto& one) {
        if constexpr (has_parts<std::decay_t<decltype(one)>>) {
          return one.is_fixed ? 2 : 6;
        } else {
          return one.cost;
        }
      },
      test);
}

bool is_fixed(const Test& test) {
  return std::visit(
      [](const auto& one) {
        if constexpr (has_parts<std::decay_t<decltype(one)>>) {
          return one.is_fixed;
        } else {
          return is_yes_or_no<std::decay_t<decltype(one)>>;
        }
      },
      test);
}

}  // namespace

CompiledCondition::CompiledCondition(const Condition& condition, About about, Order order)
    : any_form_(condition.support.empty()),
      forms_(condition.support),
      asks_about_support_(!any_form_ || condition.min_sessions || condition.min_hours) {
  add(condition, about, order);
  if (order == Order::cheapest_first) {
    std::stable_sort(tests_.begin(), tests_.end(),
                     [](const Test& a, const Test& b) { return cost_of(a) < cost_of(b); });
  }
  is_fixed_ = std::all_of(tests_.begin(), tests_.end(), euproj::is_fixed);
  asks_about_person_ = std::any_of(tests_.begin(), tests_.end(), [](const Test& test) {
    return std::visit([](const auto& one) { return one.asks_about_person(); }, test);
  });
}

/// In the order of src/calc/README.md#where.
void CompiledCondition::add(const Condition& condition, About about, Order order) {
  const bool of_people = about == About::people;
  if (of_people && (!condition.support.empty() || condition.min_sessions || condition.min_hours)) {
    tests_.emplace_back(SupportTest{condition.support.empty(), CodeSet(condition.support),
                                    condition.support, condition.min_sessions,
                                    condition.min_hours});
  }
  if (about == About::places && !condition.place_kind.empty()) {
    tests_.emplace_back(PlaceKindTest{condition.place_kind});
  }
  if (about == About::entities && !(condition.kind.empty() && condition.size.empty())) {
    tests_.emplace_back(EntityTest{condition.kind, condition.size});
  }
  if (of_people) {
    // Attributes are in their order: group and sex, then age, then the others.
    auto attribute = condition.attributes.begin();
    const auto add_attributes = [&](Attribute last) {
      for (; attribute != condition.attributes.end() && attribute->attribute <= last; ++attribute) {
        tests_.emplace_back(
            AttributeIs{attribute->attribute, CodeSet(attribute->accepted), attribute->accepted});
      }
    };
    add_attributes(Attribute::sex);
    if (condition.age) tests_.emplace_back(AgeTest{*condition.age});
    add_attributes(Attribute{attribute_count - 1});
    if (!condition.completed.empty()) tests_.emplace_back(CompletedTest{condition.completed});
    if (!condition.latest_of.empty() && condition.within) {
      tests_.emplace_back(LatestOutcomeTest{CodeSet(condition.outcome), condition.outcome,
                                            condition.latest_of, *condition.within});
    } else if (!condition.outcome.empty()) {
      tests_.emplace_back(
          OutcomeTest{CodeSet(condition.outcome), condition.outcome, condition.within});
    }
  }
  const auto compiled = [&](const std::vector<Condition>& parts) {
    std::vector<CompiledCondition> all;
    for (const Condition& part : parts) all.emplace_back(part, about, order);
    return all;
  };
  const auto are_fixed = [](const std::vector<CompiledCondition>& parts) {
    return std::all_of(parts.begin(), parts.end(),
                       [](const CompiledCondition& part) { return part.is_fixed(); });
  };
  if (!condition.any.empty()) {
    AnyTest any{compiled(condition.any)};
    any.is_fixed = are_fixed(any.parts);
    tests_.emplace_back(std::move(any));
  }
  for (const Condition& part : condition.all) add(part, about, order);
  for (CompiledCondition& part : compiled(condition.none)) {
    const bool fixed = part.is_fixed();
    tests_.emplace_back(NotTest{{std::move(part)}, fixed});
  }
  // Last, so that of who is left out for it alone it is the reason.
  if (of_people && condition.complete != Completeness::not_asked) {
    tests_.emplace_back(CompleteTest{condition.complete});
  }
}

DaySpans person_days(PersonView& person, const CompiledCondition& condition) {
  NoTrace trace;
  return person_days(person, condition, trace);
}

DaySpans days_of_fitting_row(PersonView& person, const CompiledCondition& condition,
                             const SupportFact& row) {
  NoTrace trace;
  return row_days(person, condition, row, trace);
}

DaySpans place_days(const PlaceRow& place, const CompiledCondition& condition) {
  NoTrace trace;
  return place_days(place, condition, trace);
}

DaySpans entity_days(const Entity& entity, const CompiledCondition& condition) {
  NoTrace trace;
  return entity_days(entity, condition, trace);
}

}  // namespace euproj
