#pragma once
// The tests of `where`: one struct for each key, with one function that says when it holds and, to
// who asks, why.
//
//   key          struct          answer     asked of
//   support, min_sessions, min_hours
//                SupportTest     days       person, row
//   place_kind   PlaceKindTest   yes or no  place
//   kind, size   EntityTest      yes or no  entity
//   (attribute)  AttributeIs     yes or no  person
//   age          AgeTest         yes or no  person
//   completed    CompletedTest   days       person
//   complete     CompleteTest    yes or no  person
//   outcome, within
//                OutcomeTest     days       person
//   the same and latest_of
//                LatestOutcomeTest  days    person
//   any          AnyTest         as its parts
//   not          NotTest         as its part
//   (`all` is no test: its parts' tests stand among the others)
//
// `holds` answers yes or no: what a person was at entry is the same on every day, and a yes or no
// costs much less than a set of days. `days` answers with the days on which it is true from what
// was known then. Each is a template over who asks why: NoTrace is nobody, and all that stands
// under `Trace::asks_why` is then not even compiled; explain/unit_explainer.hpp notes reasons and
// rows.
//
// To add one: write its struct here, put it into Test below and make it in compiled_condition.cpp.

#include <algorithm>
#include <concepts>
#include <cstdint>
#include <optional>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

#include "calc/conditions/code_set.hpp"
#include "euproj/calc/person_view.hpp"
#include "euproj/calc/reason.hpp"
#include "euproj/model/complete_records.hpp"
#include "euproj/model/entities.hpp"

namespace euproj {

class CompiledCondition;

/// What a condition is asked about: a person; a support row, of a person or of a non-participant;
/// a place, or an entity. A test that asks about a person is never asked of anything else.
struct Subject {
  PersonView* person = nullptr;
  const SupportFact* row = nullptr;
  const PlaceRow* place = nullptr;
  const Entity* entity = nullptr;
};

/// Nobody asks why.
struct NoTrace {
  static constexpr bool asks_why = false;

  /// Whether what has held so far may still hold.
  [[nodiscard]] static bool holds(const DaySpans& days) { return !days.empty(); }
};

/// `support`: of one of these forms, and the thresholds that the rows of these forms must reach.
struct SupportTest {
  static constexpr int cost = 4;

  bool any_form = true;  // else one of `forms`
  CodeSet forms;
  std::vector<Code> written_forms;
  std::optional<std::int64_t> min_sessions;
  std::optional<Quantity> min_hours;

  [[nodiscard]] bool asks_about_person() const { return min_sessions || min_hours; }
  [[nodiscard]] bool takes_form(Code form) const { return any_form || forms.contains(form); }

  /// Of a row: it has the form, and the person reaches the thresholds. Of a person: from the first
  /// day on which support of these forms exists and reaches them.
  template <typename Trace>
  [[nodiscard]] DaySpans days(const Subject& subject, Trace& trace) const {
    if (subject.row != nullptr) {
      if (!takes_form(subject.row->form)) {
        if constexpr (Trace::asks_why) {
          trace.say(Because::form_differs,
                    {FormWords{{subject.row->form}}, FormWords{written_forms}});
        }
        return {};
      }
      if (!asks_about_person()) {
        if constexpr (Trace::asks_why) {
          trace.say(Because::supported, {FormWords{{subject.row->form}}, subject.row->date});
        }
        return DaySpans::always();
      }
    }
    return DaySpans::from(day_reached(*subject.person, trace));
  }

 private:
  /// Unknown when that never happens, or not on the day of which the trace is told.
  template <typename Trace>
  [[nodiscard]] Date day_reached(PersonView& person, Trace& trace) const {
    std::int64_t sessions_missing = min_sessions.value_or(0);
    Quantity hours_missing = min_hours.value_or(Quantity());
    CodeSet sessions_seen;
    Date reached;
    [[maybe_unused]] Progress progress;
    for (const SupportFact& row : person.support()) {
      if (!takes_form(row.form)) continue;
      if constexpr (Trace::asks_why) {
        if (!progress.reach(row, trace, person)) break;
      }
      // A row without a session_id is a session of its own; one logged twice is one
      // (src/calc/README.md#sessions).
      if (sessions_missing > 0 && (row.session == no_code || sessions_seen.insert(row.session))) {
        --sessions_missing;
      }
      hours_missing -= row.hours;
      if constexpr (Trace::asks_why) {
        if (sessions_missing <= 0 && !progress.sessions.known()) progress.sessions = row.date;
        if (hours_missing <= Quantity() && !progress.hours.known()) progress.hours = row.date;
      }
      if (sessions_missing <= 0 && hours_missing <= Quantity()) {
        reached = row.date;
        break;
      }
    }
    if constexpr (Trace::asks_why) say(progress, sessions_missing, hours_missing, trace);
    return reached;
  }

  /// What of the rows explains whether the thresholds are reached on a day.
  struct Progress {
    const SupportFact* first = nullptr;
    const SupportFact* later = nullptr;  // the first one after the day
    Date sessions;                       // when there were enough
    Date hours;

    /// Whether the row is there on the day.
    template <typename Trace>
    bool reach(const SupportFact& row, Trace& trace, PersonView& person) {
      const bool is_later = row.date > trace.day();
      if (is_later) later = &row;
      if (!is_later || first == nullptr) trace.use_support(person, row);
      if (!is_later && first == nullptr) first = &row;
      return !is_later;
    }
  };

  template <typename Trace>
  void say(const Progress& progress, std::int64_t sessions_missing, Quantity hours_missing,
           Trace& trace) const {
    if (progress.first == nullptr && progress.later == nullptr) {
      trace.say(Because::no_support, {FormWords{written_forms}, trace.day()});
    } else if (progress.first == nullptr) {
      trace.say(Because::support_later,
                {FormWords{{progress.later->form}}, progress.later->date, trace.day()});
    } else if (min_sessions && !progress.sessions.known()) {
      trace.say(Because::sessions_missing, {*min_sessions - sessions_missing, *min_sessions});
    } else if (min_hours && !progress.hours.known()) {
      trace.say(Because::hours_missing, {*min_hours - hours_missing, *min_hours});
    } else {
      trace.say(Because::supported, {FormWords{{progress.first->form}}, progress.first->date});
      if (min_sessions) trace.say(Because::sessions_reached, {*min_sessions, progress.sessions});
      if (min_hours) trace.say(Because::hours_reached, {*min_hours, progress.hours});
    }
  }
};

/// `place_kind`: any of.
struct PlaceKindTest {
  static constexpr int cost = 0;

  std::vector<PlaceKind> kinds;

  [[nodiscard]] static bool asks_about_person() { return false; }

  template <typename Trace>
  [[nodiscard]] bool holds(const Subject& subject, Trace& trace) const {
    const PlaceKind is = subject.place->kind;
    const bool fits = std::find(kinds.begin(), kinds.end(), is) != kinds.end();
    if constexpr (Trace::asks_why) {
      if (fits) {
        trace.say(Because::place_kind_fits, {std::vector{is}});
      } else {
        trace.say(Because::place_kind_differs, {std::vector{is}, kinds});
      }
    }
    return fits;
  }
};

/// `kind`, `size`: any of each that is given. What the log does not say fits none.
struct EntityTest {
  static constexpr int cost = 0;

  std::vector<EntityKind> kinds;
  std::vector<EntitySize> sizes;

  [[nodiscard]] static bool asks_about_person() { return false; }

  template <typename Trace>
  [[nodiscard]] bool holds(const Subject& subject, Trace& trace) const {
    const Entity& entity = *subject.entity;
    return (kinds.empty() || is_one_of(entity.kind, kinds, trace)) &&
           (sizes.empty() || is_one_of(entity.size, sizes, trace));
  }

 private:
  template <typename Word, typename Trace>
  [[nodiscard]] static bool is_one_of(Word is, const std::vector<Word>& accepted, Trace& trace) {
    const bool fits =
        is != Word::unknown && std::find(accepted.begin(), accepted.end(), is) != accepted.end();
    if constexpr (Trace::asks_why) {
      constexpr bool is_kind = std::is_same_v<Word, EntityKind>;
      if (fits) {
        trace.say(is_kind ? Because::entity_kind_fits : Because::entity_size_fits,
                  {std::vector{is}});
      } else if (is == Word::unknown) {
        trace.say(is_kind ? Because::entity_kind_blank : Because::entity_size_blank, {accepted});
      } else {
        trace.say(is_kind ? Because::entity_kind_differs : Because::entity_size_differs,
                  {std::vector{is}, accepted});
      }
    }
    return fits;
  }
};

/// An attribute of the first row by entry_date: any of.
struct AttributeIs {
  static constexpr int cost = 0;

  Attribute attribute{};
  CodeSet accepted;
  std::vector<Code> written;

  [[nodiscard]] static bool asks_about_person() { return true; }

  template <typename Trace>
  [[nodiscard]] bool holds(const Subject& subject, Trace& trace) const {
    const Code is = subject.person->first().attribute(attribute);
    const bool fits = is != no_code && accepted.contains(is);
    if constexpr (Trace::asks_why) {
      const AttributeWords value{attribute, {is}};
      const AttributeWords wanted{attribute, written};
      if (Trace::is_open(attribute)) {
        if (fits) trace.say(Because::attribute_fits, {attribute, value});
        if (is == no_code) trace.say(Because::attribute_blank, {attribute, wanted});
        if (is != no_code && !fits)
          trace.say(Because::attribute_differs, {attribute, value, wanted});
      } else {  // what is personal is not quoted
        trace.say(fits            ? Because::attribute_fits_hidden
                  : is == no_code ? Because::attribute_blank_hidden
                                  : Because::attribute_differs_hidden,
                  {attribute});
      }
    }
    return fits;
  }
};

/// `age`: completed years on the first day of participation.
struct AgeTest {
  static constexpr int cost = 1;

  AgeRange range;

  [[nodiscard]] static bool asks_about_person() { return true; }

  template <typename Trace>
  [[nodiscard]] bool holds(const Subject& subject, Trace& trace) const {
    const std::optional<int> years = subject.person->age();
    const bool fits = years && range.contains(*years);
    if constexpr (Trace::asks_why) {
      const Date start = subject.person->start();
      if (!years) {
        trace.say(Because::age_unknown, {range});
      } else if (fits) {
        trace.say(Because::age_fits, {std::int64_t{*years}, start});
      } else {
        trace.say(Because::age_differs, {std::int64_t{*years}, start, range});
      }
    }
    return fits;
  }
};

/// `complete`: what is needed of a record is known.
struct CompleteTest {
  static constexpr int cost = 0;

  Completeness needed{};

  [[nodiscard]] static bool asks_about_person() { return true; }

  template <typename Trace>
  [[nodiscard]] bool holds(const Subject& subject, Trace& trace) const {
    const ParticipantRow& record = subject.person->first();
    const bool fits = is_complete(record, needed);
    if constexpr (Trace::asks_why) {
      if (fits) trace.say(Because::record_complete);
      if (!fits) trace.say(Because::record_incomplete, {missing_fields(record, needed)});
    }
    return fits;
  }
};

/// `completed`: what the exit that is known says of it.
struct CompletedTest {
  static constexpr int cost = 5;

  explicit CompletedTest(const std::vector<Answer>& wanted) : written(wanted) {
    for (const Answer answer : wanted) accepted |= bit(answer);
  }

  std::vector<Answer> written;  // any of
  unsigned accepted = 0;        // the same as bits

  [[nodiscard]] static bool asks_about_person() { return true; }

  template <typename Trace>
  [[nodiscard]] DaySpans days(const Subject& subject, Trace& trace) const {
    DaySpans days;
    for (const Exit& exit : subject.person->exits()) {
      if (fits(exit)) days |= exit.known;
    }
    if constexpr (Trace::asks_why) {
      if (const Exit* exit = trace.known_exit(*subject.person)) {
        if (fits(*exit)) {
          trace.say(Because::completed_fits, {exit->day, exit->completed});
        } else {
          trace.say(Because::completed_differs, {exit->day, exit->completed, written});
        }
      }
    }
    return days;
  }

 private:
  static constexpr unsigned bit(Answer answer) { return 1U << static_cast<unsigned>(answer); }
  [[nodiscard]] bool fits(const Exit& exit) const { return (accepted & bit(exit.completed)) != 0; }
};

/// `outcome`: any of; `within` a term of the exit, its last day included.
struct OutcomeTest {
  static constexpr int cost = 5;

  CodeSet outcomes;
  std::vector<Code> written;
  std::optional<Term> within;

  [[nodiscard]] static bool asks_about_person() { return true; }

  template <typename Trace>
  [[nodiscard]] DaySpans days(const Subject& subject, Trace& trace) const {
    PersonView& person = *subject.person;
    const Dossier& dossier = person.dossier();
    DaySpans days;
    for (const std::uint32_t at : dossier.people.outcomes(person.person())) {
      const OutcomeRow& row = dossier.logs.outcomes[at];
      if (!outcomes.contains(row.outcome) || row.date < person.start()) continue;
      if (!within) {  // rows are by date: the earliest
        days = DaySpans::from(row.date);
        break;
      }
      for (const Exit& exit : person.exits()) {
        // Not before the participation, nor after exit + within, that day included; counted once
        // both are known, and only while this exit is the one that is known: a re-entry reopens the
        // result, which then needs an outcome of its own.
        if (row.date < exit.begin || row.date > within->last_day_from(exit.day)) continue;
        days |= exit.known & DaySpans::from(row.date);
      }
    }
    if constexpr (Trace::asks_why) say(person, days.contains(trace.day()), trace);
    return days;
  }

 private:
  /// Which row says so: the one that counts, or the one that is nearest to counting.
  template <typename Trace>
  void say(PersonView& person, bool counts, Trace& trace) const {
    const Exit* const exit = within ? trace.known_exit(person) : nullptr;
    if (within && exit == nullptr) return;  // said already
    const Date first = within ? exit->begin : person.start();
    const Date last = within ? within->last_day_from(exit->day) : Date::never();
    std::optional<OutcomeRow> early;
    std::optional<OutcomeRow> in_time;
    std::optional<OutcomeRow> late;
    const Dossier& dossier = person.dossier();
    for (const std::uint32_t at : dossier.people.outcomes(person.person())) {
      const OutcomeRow& row = dossier.logs.outcomes[at];
      if (!outcomes.contains(row.outcome)) continue;
      trace.use(row.origin);
      auto& found = row.date < first ? early : row.date > last ? late : in_time;
      if (!found) found = row;
    }
    // What will still count is nearest to counting; what came too late says more than what came
    // too early.
    if (counts && in_time) {
      const OutcomeWords code{{in_time->outcome}};
      if (within) trace.say(Because::outcome_in_window, {exit->day, code, in_time->date, last});
      if (!within) trace.say(Because::outcome_found, {code, in_time->date});
    } else if (in_time) {
      trace.say(Because::outcome_later,
                {OutcomeWords{{in_time->outcome}}, in_time->date, trace.day()});
    } else if (late) {
      const DayCount days_late{std::int64_t{late->date.serial()} - last.serial()};
      trace.say(Because::outcome_after_window, {exit->day, late->date, days_late, last});
    } else if (early) {
      const bool is_reentry = first > person.start();
      trace.say(is_reentry ? Because::outcome_before_reentry : Because::outcome_before_start,
                {OutcomeWords{{early->outcome}}, early->date, first});
    } else if (within) {
      trace.say(Because::no_outcome_in_window, {exit->day, OutcomeWords{written}, last});
    } else {
      trace.say(Because::no_outcome, {OutcomeWords{written}, trace.day()});
    }
  }
};

/// `latest_of`: of these outcomes the latest within the window decides, and it must be one of
/// `outcome`. So a later one may take away what an earlier one gave.
///
///      exit            search        job                last day of the window
///   -----|----------------|-----------|---------------------|-----
///        search:          [-----------)                           and the job's
///        job:                         [------------------------>  for ever
struct LatestOutcomeTest {
  static constexpr int cost = 5;

  CodeSet outcomes;
  std::vector<Code> written;
  std::vector<Code> latest_of;  // of one day the last of these
  Term within;

  [[nodiscard]] static bool asks_about_person() { return true; }

  template <typename Trace>
  [[nodiscard]] DaySpans days(const Subject& subject, Trace& trace) const {
    PersonView& person = *subject.person;
    DaySpans days;
    for (const Exit& exit : person.exits()) {
      const Date last = within.last_day_from(exit.day);
      Latest latest;
      const auto end_on = [&](Date next) {
        if (outcomes.contains(latest.code)) {
          days |= exit.known & DaySpans::between(latest.date, next);
        }
      };
      for_each_in_window(person, exit, last, [&](Code code, Date date, std::size_t rank) {
        if (date > latest.date || !latest.date.known()) {
          end_on(date);
          latest = {code, date, rank};
        } else if (rank > latest.rank) {
          latest = {code, date, rank};
        }
      });
      end_on(Date::never());
    }
    if constexpr (Trace::asks_why) say(person, trace);
    return days;
  }

 private:
  /// What decides, so far; at first nothing.
  struct Latest {
    Code code = no_code;
    Date date;
    std::size_t rank = 0;
  };

  /// Calls `visit(code, date, rank)` for the outcomes that may decide: those of `latest_of` from
  /// the beginning of the participation to the last day of the window, by date.
  template <typename Visit>
  void for_each_in_window(PersonView& person, const Exit& exit, Date last,
                          const Visit& visit) const {
    const Dossier& dossier = person.dossier();
    for (const std::uint32_t at : dossier.people.outcomes(person.person())) {
      const OutcomeRow row = dossier.logs.outcomes[at];
      if (row.date < exit.begin || row.date > last) continue;
      const auto rank = std::find(latest_of.begin(), latest_of.end(), row.outcome);
      if (rank == latest_of.end()) continue;
      visit(row.outcome, row.date, static_cast<std::size_t>(rank - latest_of.begin()));
    }
  }

  template <typename Trace>
  void say(PersonView& person, Trace& trace) const {
    const Exit* const exit = trace.known_exit(person);
    if (exit == nullptr) return;  // said already
    const Date last = within.last_day_from(exit->day);
    Latest latest;
    for_each_in_window(person, *exit, last, [&](Code code, Date date, std::size_t rank) {
      if (date > trace.day()) return;
      if (date > latest.date || !latest.date.known() || rank > latest.rank) {
        latest = {code, date, rank};
      }
    });
    if (!latest.date.known()) {  // none decides yet: nearest to counting is what it says of each
      const OutcomeTest alone{outcomes, written, within};
      static_cast<void>(alone.days({&person}, trace));
      return;
    }
    const Dossier& dossier = person.dossier();
    for (const std::uint32_t at : dossier.people.outcomes(person.person())) {
      const OutcomeRow row = dossier.logs.outcomes[at];
      if (std::find(latest_of.begin(), latest_of.end(), row.outcome) != latest_of.end()) {
        trace.use(row.origin);
      }
    }
    const OutcomeWords decides{{latest.code}};
    if (outcomes.contains(latest.code)) {
      trace.say(Because::outcome_latest,
                {exit->day, decides, latest.date, last, OutcomeWords{latest_of}});
    } else {
      trace.say(Because::outcome_replaced,
                {exit->day, decides, latest.date, last, OutcomeWords{written}});
    }
  }
};

/// `any`: at least one of the parts holds. Defined in evaluate.hpp, as NotTest.
struct AnyTest {
  std::vector<CompiledCondition> parts;
  bool is_fixed = false;  // all parts answer yes or no

  [[nodiscard]] bool asks_about_person() const;
  [[nodiscard]] bool holds(const Subject& subject) const;  // where it is fixed
  template <typename Trace>
  [[nodiscard]] DaySpans days(const Subject& subject, Trace& trace) const;
};

/// `not`: the part does not hold.
struct NotTest {
  std::vector<CompiledCondition> part;  // one
  bool is_fixed = false;

  [[nodiscard]] bool asks_about_person() const;
  [[nodiscard]] bool holds(const Subject& subject) const;  // where it is fixed
  template <typename Trace>
  [[nodiscard]] DaySpans days(const Subject& subject, Trace& trace) const;
};

using Test =
    std::variant<SupportTest, PlaceKindTest, EntityTest, AttributeIs, AgeTest, CompletedTest,
                 CompleteTest, OutcomeTest, LatestOutcomeTest, AnyTest, NotTest>;
// With more than eleven libstdc++ visits by a table of functions, none of which it can inline:
// counting ten million rows took a sixth longer.
static_assert(std::variant_size_v<Test> <= 11);

template <typename One>
inline constexpr bool has_parts = std::is_same_v<One, AnyTest> || std::is_same_v<One, NotTest>;

/// Whether a test always answers yes or no; those with parts may.
template <typename One>
inline constexpr bool is_yes_or_no = requires(const One& test, const Subject& subject,
                                              NoTrace trace) {
  { test.holds(subject, trace) } -> std::same_as<bool>;
};

}  // namespace euproj
