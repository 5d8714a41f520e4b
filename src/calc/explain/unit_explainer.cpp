#include "calc/explain/unit_explainer.hpp"

#include <algorithm>
#include <iterator>

#include "calc/conditions/evaluate.hpp"
#include "euproj/model/columns.hpp"

namespace euproj {
namespace {

bool is_by_support(const PersonView& person) { return person.dossier().logs.has(LogKind::support); }

}  // namespace

std::vector<Reason> ReasonTrace::take(std::size_t mark) {
  const auto first = reasons_.begin() + static_cast<std::ptrdiff_t>(mark);
  std::vector<Reason> taken(std::make_move_iterator(first),
                            std::make_move_iterator(reasons_.end()));
  reasons_.erase(first, reasons_.end());
  return taken;
}

void ReasonTrace::forget(std::size_t begin, std::size_t end) {
  reasons_.erase(reasons_.begin() + static_cast<std::ptrdiff_t>(begin),
                 reasons_.begin() + static_cast<std::ptrdiff_t>(end));
}

void ReasonTrace::use_support(PersonView& person, const SupportFact& row) {
  const auto place = static_cast<std::uint32_t>(&row - person.support().data());
  use(person.dossier().logs.support[person.person().support.first + place].origin);
}

bool ReasonTrace::is_open(Attribute attribute) {
  const std::string_view name = attribute_names.at(static_cast<std::size_t>(attribute));
  for (const ColumnInfo& column : columns_of(LogKind::participants)) {
    if (column.name == name) return column.privacy == Privacy::open;
  }
  return false;
}

/// The row of the first support, which is the start.
void ReasonTrace::use_start(PersonView& person) {
  if (is_by_support(person)) use_support(person, person.support().front());
}

bool ReasonTrace::starts(PersonView& person) {
  const Date start = person.start();
  if (!start.known()) {
    say(is_by_support(person) ? Because::never_supported : Because::no_entry);
    return false;
  }
  if (start <= day_) return true;
  use_start(person);
  say(is_by_support(person) ? Because::starts_later : Because::enters_later, {start, day_});
  return false;
}

void ReasonTrace::say_start(PersonView& person) {
  use_start(person);
  const Because began = is_by_support(person) ? Because::started : Because::entered;
  reasons_.insert(reasons_.begin(), Reason{began, {person.start()}, {}});
}

const Exit* ReasonTrace::known_exit(PersonView& person) {
  // The participation of the day is that of the latest entry on or before it
  // (src/calc/README.md#participation).
  const Dossier& dossier = person.dossier();
  const auto rows = dossier.people.participations(person.person());
  const ParticipantRow* running = nullptr;
  for (const std::uint32_t at : rows) {
    const ParticipantRow& row = dossier.logs.participants[at];
    if (row.entry <= day_) running = &row;
  }
  if (running != nullptr) use(running->origin);
  for (const Exit& exit : person.exits()) {
    if (exit.known.contains(day_)) return &exit;
  }
  if (running != nullptr && running->exit.known()) {
    say(Because::exit_later, {running->exit, day_});
  } else if (running != nullptr && running != &dossier.logs.participants[rows.front()]) {
    say(Because::entered_again, {running->entry, day_});
  } else {
    say(Because::no_exit, {day_});
  }
  return nullptr;
}

namespace {

/// Reasons as one; a single one needs no wrapping.
Reason joined(std::vector<Reason> reasons) {
  if (reasons.size() == 1) return std::move(reasons.front());
  return {Because::several, {}, std::move(reasons)};
}

CompiledCondition::About about(Count count) {
  if (count == Count::places) return CompiledCondition::About::places;
  if (count == Count::entities) return CompiledCondition::About::entities;
  return CompiledCondition::About::people;
}

void append(std::vector<Origin>& rows, const std::vector<Origin>& more) {
  rows.insert(rows.end(), more.begin(), more.end());
}

}  // namespace

UnitExplainer::UnitExplainer(const Dossier& dossier, const Indicator& indicator, Date day)
    : dossier_(dossier),
      count_(indicator.count),
      when_(indicator.when),
      condition_(indicator.where, about(indicator.count), CompiledCondition::Order::as_explained),
      criterion_(indicator.criterion),
      day_(day) {
  if (indicator.count == Count::entities) {
    for (Entity& entity : group_entities(dossier.logs, dossier.codes)) {
      const std::uint32_t first = entity.rows.front();
      entities_.emplace(first, std::move(entity));
    }
  }
  if (indicator.count == Count::households) {
    members_.resize(dossier.codes.households.size() + 1);
    for (PersonIndex index = 0; index < dossier.people.persons.size(); ++index) {
      const Person& member = dossier.people.persons[index];
      members_[attributes_of(dossier.logs, member).household].push_back(index);
    }
  }
  if (indicator.count == Count::sessions) {
    session_rows_.resize(dossier.codes.sessions.size() + 1);
    for (std::uint32_t at = 0; at < dossier.logs.support.size(); ++at) {
      session_rows_[dossier.logs.support[at].session].push_back(at);
    }
    for (auto& rows : session_rows_) {  // in file order
      std::sort(rows.begin(), rows.end(), [&](std::uint32_t a, std::uint32_t b) {
        return dossier.logs.support[a].origin < dossier.logs.support[b].origin;
      });
    }
  }
}

UnitExplainer::Why UnitExplainer::explain(const Unit& unit) const {
  const auto both = [](Answered answered) {
    return Why{std::move(answered.reason), std::move(answered.rows)};
  };
  switch (count_) {
    case Count::persons:
      return both(when_ == Indicator::When::supported ? supported(unit.person)
                                                      : person(unit.person));
    case Count::households:
      return household(unit);
    case Count::entries:
      return entry(unit);
    case Count::sessions:
      return session(unit);
    case Count::hours:
    case Count::headcount:
      return both(support_row(unit.row));
    case Count::places:
      return place(unit);
    case Count::entities:
      return entity(unit);
    case Count::criterion:
      return criterion(unit.person);
    case Count::measured:
    case Count::ratio:
      break;
  }
  return {};
}

// Every unit is explained by asking the counting's own condition once more, with a trace. Who a
// unit stands for differs:
//
//   person, entry     the person, of an entry also its day
//   household         the first member who counts; nobody: each member, with the reason
//   session           its earliest row that counts, and how many of its rows do
//   hours, headcount  the row
//   place, entity     itself
//
// The trace is noted in the order in which `explain` tells it, which is why the condition is
// compiled `as_explained`; the answer is the same in any order.
UnitExplainer::Answered UnitExplainer::person(PersonIndex index) const {
  PersonView view(dossier_, dossier_.people.persons[index]);
  ReasonTrace trace(day_);
  trace.use(view.first().origin);
  const bool holds = trace.holds(person_days(view, condition_, trace));
  return {holds, joined(trace.take(0)), trace.rows()};
}

/// Of `when: period`: by the first row of support that counts, or else why the first one does not.
UnitExplainer::Answered UnitExplainer::supported(PersonIndex index) const {
  const Person& person = dossier_.people.persons[index];
  Answered first;
  for (const std::uint32_t at : dossier_.people.support(person)) {
    Answered row = support_row(at);
    if (row.holds) return row;
    if (first.rows.empty()) first = std::move(row);
  }
  if (!first.rows.empty()) return first;
  return {false, {Because::never_supported, {}, {}}, {attributes_of(dossier_.logs, person).origin}};
}

// An entry counts from its day, or from the start of the person, whichever is later: recruited on
// 02-01 and first supported on 03-05, it is an entry of 03-05.
UnitExplainer::Why UnitExplainer::entry(const Unit& unit) const {
  Answered of_person = person(unit.person);
  const ParticipantRow& row = dossier_.logs.participants[unit.row];
  const Date start = dossier_.people.persons[unit.person].start;
  of_person.rows.push_back(row.origin);
  const Date from = std::max(row.entry, start);
  if (start.known() && start <= day_ && from > day_) {
    return {{Because::enters_later, {from, day_}, {}}, {row.origin}};
  }
  if (!of_person.holds) return {std::move(of_person.reason), std::move(of_person.rows)};
  const Reason entered{Because::entered, {from}, {}};
  return {joined({entered, std::move(of_person.reason)}), std::move(of_person.rows)};
}

UnitExplainer::Why UnitExplainer::household(const Unit& unit) const {
  Reason nobody{Because::nobody_of_household, {}, {}};
  Why found;
  bool counted = false;
  std::vector<Origin> looked_at;
  for (const PersonIndex index : members_.at(unit.household)) {
    Answered member = person(index);
    Reason reason{Because::of_person, {Who{index}}, {std::move(member.reason)}};
    if (member.holds) {
      if (!counted) found.first = std::move(reason);
      append(found.second, member.rows);
      counted = true;
    } else {
      nobody.parts.push_back(std::move(reason));
      append(looked_at, member.rows);
    }
  }
  if (counted) return found;
  if (members_.at(unit.household).empty()) return {{Because::no_member, {}, {}}, {}};
  return {std::move(nobody), std::move(looked_at)};
}

UnitExplainer::Answered UnitExplainer::support_row(std::uint32_t at) const {
  const SupportRow& row = dossier_.logs.support[at];
  const PersonIndex index = dossier_.people.find(row.person_id);
  PersonView view(dossier_);
  if (index != no_person) view.move_to(&dossier_.people.persons[index]);
  ReasonTrace trace(day_);
  trace.use(row.origin);
  if (condition_.asks_about_person() && view.is_somebody()) trace.use(view.first().origin);
  std::vector<SupportFact> facts;
  read_facts(dossier_, {at, 1}, facts);
  const bool holds = trace.holds(row_days(view, condition_, facts.front(), trace));
  std::vector<Reason> reasons = trace.take(0);
  if (holds) {  // of what it rests on, its own form and date come first and once
    std::erase_if(reasons,
                  [](const Reason& reason) { return reason.because == Because::supported; });
    reasons.insert(reasons.begin(),
                   Reason{Because::supported, {FormWords{{row.form}}, row.date}, {}});
  }
  return {holds, joined(std::move(reasons)), trace.rows()};
}

UnitExplainer::Why UnitExplainer::session(const Unit& unit) const {
  const Code code = dossier_.logs.support[unit.row].session;
  if (code == no_code) {
    Answered row = support_row(unit.row);
    return {std::move(row.reason), std::move(row.rows)};
  }
  std::int64_t counting = 0;
  Date first_day;
  Answered shown;  // the earliest row that counts, or else the first one
  std::vector<Origin> rows;
  for (const std::uint32_t at : session_rows_.at(code)) {
    Answered row = support_row(at);
    const Date date = dossier_.logs.support[at].date;
    if (row.holds) append(rows, row.rows);
    const bool better = row.holds ? !shown.holds || date < first_day : shown.rows.empty();
    if (better) {
      first_day = date;
      shown = row;
    }
    counting += row.holds ? 1 : 0;
  }
  if (!shown.holds) return {std::move(shown.reason), std::move(shown.rows)};
  return {Reason{Because::rows_of_session, {counting}, {shown.reason}}, std::move(rows)};
}

UnitExplainer::Why UnitExplainer::place(const Unit& unit) const {
  const PlaceRow& row = dossier_.logs.places[unit.row];
  ReasonTrace trace(day_);
  trace.use(row.origin);
  (void)place_days(row, condition_, trace);
  return {joined(trace.take(0)), trace.rows()};
}

UnitExplainer::Why UnitExplainer::entity(const Unit& unit) const {
  const Entity& found = entities_.at(unit.row);
  ReasonTrace trace(day_);
  for (const std::uint32_t at : found.rows) trace.use(dossier_.logs.entities[at].origin);
  (void)entity_days(found, condition_, trace);
  return {joined(trace.take(0)), trace.rows()};
}

/// Whether the person is one of those asked about, whether they have left, whether their window has
/// closed, and only then whether the outcome is there.
UnitExplainer::Why UnitExplainer::criterion(PersonIndex index) const {
  Answered of = person(index);
  if (!of.holds) return {std::move(of.reason), std::move(of.rows)};
  PersonView view(dossier_, dossier_.people.persons[index]);
  ReasonTrace trace(day_);
  for (const Origin& row : of.rows) trace.use(row);
  const Exit* const exit = trace.known_exit(view);
  if (exit == nullptr) return {joined(trace.take(0)), trace.rows()};
  Condition outcome;
  outcome.outcome = criterion_->outcome;
  outcome.within = criterion_->within;
  const CompiledCondition compiled(outcome, CompiledCondition::About::people,
                                   CompiledCondition::Order::as_explained);
  (void)person_days(view, compiled, trace);
  const Date last = criterion_->within.last_day_from(exit->day);
  std::vector<Reason> so_far = trace.take(0);
  // Without the start: `of` has said who it is.
  std::erase_if(so_far, [](const Reason& reason) {
    return reason.because == Because::started || reason.because == Because::entered;
  });
  if (last > day_) return {{Because::criterion_open, {last}, std::move(so_far)}, trace.rows()};
  return {joined(std::move(so_far)), trace.rows()};
}

}  // namespace euproj
