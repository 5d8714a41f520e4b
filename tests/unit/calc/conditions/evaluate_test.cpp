// The evaluation of `where` with a trace answers, of the trace's day, as it does without one: in
// random projects, for every person, support row and place, in both orders of the tests.

#include "calc/conditions/evaluate.hpp"

#include <doctest/doctest.h>

#include <cstdint>

#include "calc/explain/unit_explainer.hpp"
#include "support/counting_logs.hpp"
#include "support/slow_calendar.hpp"

namespace euproj {
namespace {

struct Tally {
  std::size_t yes = 0;
  std::size_t no = 0;
};

/// `days`: without a trace. `answer`: asks with one. There is a reason either way.
template <typename Answer>
void check_day(Date day, const DaySpans& days, const Answer& answer, Tally& tally) {
  ReasonTrace trace(day);
  const bool holds = trace.holds(answer(trace));
  (holds ? tally.yes : tally.no) += 1;
  if (holds != days.contains(day)) FAIL(day.iso() << ": with a trace " << holds);
  if (!holds) {
    if (trace.take(0).size() != 1) FAIL(day.iso() << ": not one reason against");
  }
}

/// The order of tests as a text; those that it does not know are a dot.
char letter_of(const Test& test) {
  if (std::holds_alternative<SupportTest>(test)) return 'S';
  if (std::holds_alternative<AttributeIs>(test)) return 'A';
  if (std::holds_alternative<AgeTest>(test)) return 'G';
  if (std::holds_alternative<CompletedTest>(test)) return 'C';
  if (std::holds_alternative<OutcomeTest>(test)) return 'O';
  if (std::holds_alternative<AnyTest>(test)) return 'Y';
  return std::holds_alternative<NotTest>(test) ? 'N' : '.';
}

}  // namespace

TEST_CASE("with a trace the answer of its day is that without") {
  Tally persons;
  Tally rows;
  Tally places;
  for (std::uint64_t seed = 1; seed <= 300; ++seed) {
    const testing::DayRange range{testing::slow_position({2022, 2, 16}), 24};
    const Dossier dossier = testing::build_dossier(testing::random_logs(seed, range), range);
    for (const Indicator& indicator : dossier.project.indicators) {
      using Of = CompiledCondition;
      const CompiledCondition fast(indicator.where);
      const CompiledCondition spoken(indicator.where, Of::About::people, Of::Order::as_explained);
      const CompiledCondition fast_place(indicator.where, Of::About::places);
      const CompiledCondition spoken_place(indicator.where, Of::About::places,
                                           Of::Order::as_explained);
      PersonView view(dossier);
      for (int at = range.first - 1; at < range.first + range.count; at += 5) {
        const Date day = testing::to_date(at);
        for (const Person& person : dossier.people.persons) {
          view.move_to(&person);
          check_day(
              day, person_days(view, fast),
              [&](ReasonTrace& trace) { return person_days(view, spoken, trace); }, persons);
          for (const SupportFact& row : view.support()) {
            check_day(
                day, row_days(view, fast, row),
                [&](ReasonTrace& trace) { return row_days(view, spoken, row, trace); }, rows);
          }
        }
        for (const PlaceRow& place : dossier.logs.places) {
          check_day(
              day, place_days(place, fast_place),
              [&](ReasonTrace& trace) { return place_days(place, spoken_place, trace); }, places);
        }
      }
    }
  }
  for (const Tally& tally : {persons, rows, places}) {
    CHECK(tally.yes > 1000);
    CHECK(tally.no > 1000);
  }
}

TEST_CASE("tests stand in the order of cost, or in that of src/calc/README.md#where") {
  Condition condition;
  condition.support = {1};
  condition.age = AgeRange{18, {}};
  condition.attributes = {{Attribute::sex, {code_woman}}, {Attribute::homeless, {code_yes}}};
  condition.completed = {Answer::yes};
  condition.outcome = {1};
  Condition town;
  town.attributes = {{Attribute::municipality, {1}}};
  condition.any = {town, town};
  condition.all = {town};
  condition.none = {condition};
  const auto order_of = [](const CompiledCondition& compiled) {
    std::string order;
    for (const Test& test : compiled.tests()) order += letter_of(test);
    return order;
  };
  CHECK(order_of(CompiledCondition(condition, CompiledCondition::About::people,
                                   CompiledCondition::Order::as_explained)) == "SAGACOYAN");
  CHECK(order_of(CompiledCondition(condition)) == "AAAGYSCON");
  CHECK(order_of(CompiledCondition(condition, CompiledCondition::About::places)) == "YN");
  CHECK(CompiledCondition(town).is_fixed());
  CHECK_FALSE(CompiledCondition(condition).is_fixed());
  CHECK(CompiledCondition(town).asks_about_person());
  Condition form;
  form.support = {1};
  CHECK_FALSE(CompiledCondition(form).asks_about_person());
  CHECK(CompiledCondition(form).asks_about_support());
  Condition nested;
  nested.none = {form};
  CHECK_FALSE(CompiledCondition(nested).asks_about_support());
  nested.none.front().min_sessions = 2;
  CHECK(CompiledCondition(nested).asks_about_person());
}

}  // namespace euproj
