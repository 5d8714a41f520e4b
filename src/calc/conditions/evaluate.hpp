#pragma once
// The one evaluation of `where`: on which days a condition holds, and to who asks, why.
//
//      CompiledCondition        tests in order        answer of each         all of them
//      {support: x,        ->   AttributeIs sex   ->  yes            ->
//       sex: K,                 AnyTest (fixed)   ->  yes            ->      the days common to
//       all: any: [..],              SupportTest x     ->  [1.03 ......>  ->      [1.03 .. 31.05)
//       completed: yes}         CompletedTest     ->  [1.02 .. 31.05)->
//
// Without a trace the walk stops where no day is left. With one (explain/unit_explainer.hpp) it is
// told of one day and stops at the first test that fails on it, which is then the reason; of that
// day its answer is that of the walk without, of other days it says nothing. So days and reasons
// cannot differ.

#include "calc/conditions/compiled_condition.hpp"

namespace euproj {

/// What a trace remembers of a place in its reasons; nothing where nobody asks.
template <typename Trace>
[[nodiscard]] inline std::size_t mark_of(const Trace& trace) {
  if constexpr (Trace::asks_why) return trace.mark();
  return 0;
}

/// Of a condition whose tests all answer yes or no, and of which nobody asks why.
[[nodiscard]] inline bool fixed_holds(const CompiledCondition& condition, const Subject& subject) {
  NoTrace nobody;
  for (const Test& test : condition.tests()) {
    const bool holds = std::visit(
        [&](const auto& one) {
          using One = std::decay_t<decltype(one)>;
          if constexpr (has_parts<One>) {
            return one.holds(subject);
          } else if constexpr (is_yes_or_no<One>) {
            return one.holds(subject, nobody);
          } else {
            return !one.days(subject, nobody).empty();  // none is here
          }
        },
        test);
    if (!holds) return false;
  }
  return true;
}

/// The days on which all tests hold; `always` where all answer yes.
template <typename Trace>
[[nodiscard]] DaySpans days_of(const CompiledCondition& condition, const Subject& subject,
                               Trace& trace) {
  DaySpans days = DaySpans::always();
  [[maybe_unused]] const std::size_t begin = mark_of(trace);
  for (const Test& test : condition.tests()) {
    [[maybe_unused]] const std::size_t mark = mark_of(trace);
    const bool holds = std::visit(
        [&](const auto& one) {
          using One = std::decay_t<decltype(one)>;
          if constexpr (is_yes_or_no<One>) {
            return one.holds(subject, trace);
          } else {
            if constexpr (has_parts<One> && !Trace::asks_why) {
              if (one.is_fixed) return one.holds(subject);
            }
            days &= one.days(subject, trace);
            return trace.holds(days);
          }
        },
        test);
    if (holds) continue;
    if constexpr (Trace::asks_why)
      trace.forget(begin, mark);  // what held before is no reason any more
    return {};
  }
  return days;
}

inline bool AnyTest::asks_about_person() const {
  return std::any_of(parts.begin(), parts.end(),
                     [](const CompiledCondition& each) { return each.asks_about_person(); });
}

inline bool AnyTest::holds(const Subject& subject) const {
  return std::any_of(parts.begin(), parts.end(),
                     [&](const CompiledCondition& each) { return fixed_holds(each, subject); });
}

template <typename Trace>
DaySpans AnyTest::days(const Subject& subject, Trace& trace) const {
  DaySpans any;
  [[maybe_unused]] std::vector<Reason> why_not;
  for (const CompiledCondition& each : parts) {
    [[maybe_unused]] const std::size_t mark = mark_of(trace);
    any |= days_of(each, subject, trace);
    if constexpr (Trace::asks_why) {
      if (trace.holds(any)) return any;  // for the reasons of this part
      for (Reason& reason : trace.take(mark)) why_not.push_back(std::move(reason));
    }
  }
  if constexpr (Trace::asks_why) trace.say(Because::none_of_any, {}, std::move(why_not));
  return any;
}

inline bool NotTest::asks_about_person() const { return part.front().asks_about_person(); }

inline bool NotTest::holds(const Subject& subject) const {
  return !fixed_holds(part.front(), subject);
}

template <typename Trace>
DaySpans NotTest::days(const Subject& subject, Trace& trace) const {
  [[maybe_unused]] const std::size_t mark = mark_of(trace);
  const DaySpans days = days_of(part.front(), subject, trace);
  if constexpr (Trace::asks_why) {
    trace.say(trace.holds(days) ? Because::excluded : Because::not_excluded, {}, trace.take(mark));
  }
  return ~days;
}

// What is asked about, by who asks. The door without a trace is compiled_condition.hpp.

/// The days on which the condition holds for the person, from their start on.
template <typename Trace>
[[nodiscard]] DaySpans person_days(PersonView& person, const CompiledCondition& condition,
                                   Trace& trace) {
  const Date start = person.start();
  if constexpr (Trace::asks_why) {
    if (!trace.starts(person)) return {};
  }
  if (!start.known()) return {};
  const Subject subject{&person};
  if constexpr (!Trace::asks_why) {
    if (condition.is_fixed()) {
      return fixed_holds(condition, subject) ? DaySpans::from(start) : DaySpans();
    }
  }
  DaySpans days = days_of(condition, subject, trace) & DaySpans::from(start);
  if constexpr (Trace::asks_why) {
    if (trace.holds(days) && !condition.asks_about_support()) trace.say_start(person);
  }
  return days;
}

/// The days on which a row is found: `support` chooses rows by form, all else by the row's person.
template <typename Trace>
[[nodiscard]] DaySpans row_days(PersonView& person, const CompiledCondition& condition,
                                const SupportFact& row, Trace& trace) {
  if constexpr (Trace::asks_why) {
    if (row.date > trace.day()) {
      trace.say(Because::row_later, {row.date, trace.day()});
      return {};
    }
  }
  if (!person.is_somebody() && condition.asks_about_person()) {
    if constexpr (Trace::asks_why) trace.say(Because::nobodys_row);
    return {};
  }
  return days_of(condition, {&person, &row}, trace) & DaySpans::from(row.date);
}

template <typename Trace>
[[nodiscard]] DaySpans place_days(const PlaceRow& place, const CompiledCondition& condition,
                                  Trace& trace) {
  [[maybe_unused]] const std::size_t mark = mark_of(trace);
  DaySpans days = days_of(condition, {nullptr, nullptr, &place}, trace);
  if (!trace.holds(days)) return {};
  days &= DaySpans::between(place.from, place.to.known() ? place.to.plus_days(1) : Date::never());
  if constexpr (Trace::asks_why) {
    trace.take(mark);  // its kind is said with the days
    if (place.from > trace.day()) {
      trace.say(Because::place_later, {place.from, trace.day()});
    } else if (place.to.known() && place.to < trace.day()) {
      trace.say(Because::place_ended, {place.to});
    } else {
      trace.say(Because::place_exists, {std::vector{place.kind}, place.from});
    }
  }
  return days;
}

template <typename Trace>
[[nodiscard]] DaySpans entity_days(const Entity& entity, const CompiledCondition& condition,
                                   Trace& trace) {
  if constexpr (Trace::asks_why) {
    if (entity.date > trace.day()) {
      trace.say(Because::row_later, {entity.date, trace.day()});
      return {};
    }
  }
  const DaySpans days = days_of(condition, {nullptr, nullptr, nullptr, &entity}, trace);
  if constexpr (Trace::asks_why) {
    if (trace.holds(days)) trace.say(Because::entity_recorded, {entity.date});
  }
  return days & DaySpans::from(entity.date);
}

}  // namespace euproj
