// The persons of the oracle, and what holds for one of them on a day (src/calc/README.md#counting).

#include "support/counting_oracle.hpp"

#include <algorithm>

#include "support/slow_calendar.hpp"

namespace euproj::testing {
namespace {

std::string identity_of(const PlainParticipant& row) {
  if (row.pesel != 0) return "pesel " + std::to_string(row.pesel);
  if (!row.other_id.empty()) return "other " + row.other_id;
  return "id " + row.person_id;
}

bool has(const std::vector<std::string>& words, const std::string& word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

const SlowDay& slow(int day) { return slow_days().at(static_cast<std::size_t>(day)); }

/// The last day on which evidence counts: exit + within, the last day included.
int window_end(int exit, const Term& within) {
  switch (within.unit) {
    case Term::Unit::days:
      return exit + within.length;
    case Term::Unit::weeks:
      return exit + 7 * within.length;
    case Term::Unit::months:
      return slow_position(slow_plus_months(slow(exit), within.length));
  }
  return exit;
}

}  // namespace

CountingOracle::CountingOracle(const PlainLogs& logs) : logs_(logs) {
  find_persons();
  for (const PlainSupport& row : logs_.support) {
    if (!row.person_id.empty()) {
      persons_.at(person_of_.at(row.person_id)).support.push_back(&row);
    }
  }
  for (const PlainOutcome& row : logs_.outcomes) {
    persons_.at(person_of_.at(row.person_id)).outcomes.push_back(&row);
  }
  for (Person& person : persons_) settle(person);
}

/// Two rows are one person's when they share the person_id or the identity, and so on along.
void CountingOracle::find_persons() {
  const auto& rows = logs_.participants;
  std::vector<std::size_t> label(rows.size());
  for (std::size_t i = 0; i < rows.size(); ++i) label[i] = i;
  for (bool changed = true; changed;) {
    changed = false;
    for (std::size_t i = 0; i < rows.size(); ++i) {
      for (std::size_t j = 0; j < rows.size(); ++j) {
        const bool same =
            rows[i].person_id == rows[j].person_id || identity_of(rows[i]) == identity_of(rows[j]);
        if (!same || label[j] <= label[i]) continue;
        label[j] = label[i];
        changed = true;
      }
    }
  }
  std::map<std::size_t, std::size_t> position;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (position.emplace(label[i], persons_.size()).second) persons_.push_back({});
    persons_[position.at(label[i])].rows.push_back(&rows[i]);
    person_of_[rows[i].person_id] = position.at(label[i]);
  }
}

void CountingOracle::settle(Person& person) const {
  std::stable_sort(person.rows.begin(), person.rows.end(),
                   [](const auto* a, const auto* b) { return a->entry < b->entry; });
  if (logs_.has_support) {
    for (const PlainSupport* row : person.support) {
      if (!person.start || row->date < *person.start) person.start = row->date;
    }
  } else {
    person.start = person.rows.front()->entry;
  }
  person.attributes = person.rows.front();
  if (!person.start) return;
  for (const PlainParticipant* row : person.rows) {
    if (!row->entry || *row->entry <= *person.start) person.attributes = row;
  }
  person.age = slow_age(slow(person.attributes->born), slow(*person.start));
}

bool CountingOracle::has_started(const Person& person, int day) const {
  return person.start && *person.start <= day;
}

/// The row with the latest entry_date on or before the day, when its exit is not after the day.
const PlainParticipant* CountingOracle::known_exit(const Person& person, int day) const {
  const PlainParticipant* latest = nullptr;
  for (const PlainParticipant* row : person.rows) {
    if (row->entry ? *row->entry <= day : has_started(person, day)) latest = row;
  }
  return latest != nullptr && latest->exit && *latest->exit <= day ? latest : nullptr;
}

bool CountingOracle::repeats_session(const PlainSupport& row) const {
  if (row.session.empty() || row.person_id.empty()) return false;
  for (const PlainSupport& earlier : logs_.support) {
    if (&earlier == &row) return false;
    if (earlier == row) return true;
  }
  return false;
}

bool CountingOracle::support_fits(const Person& person, const PlainCondition& condition, int day,
                                  const PlainSupport* row) const {
  const auto has_form = [&](const PlainSupport& of) {
    return condition.support.empty() || has(condition.support, of.form);
  };
  if (row != nullptr && !has_form(*row)) return false;
  std::set<std::string> sessions;
  int rows = 0;
  std::int64_t hours = 0;
  for (const PlainSupport* of : person.support) {
    if (of->date > day || !has_form(*of)) continue;
    ++rows;
    if (!repeats_session(*of)) hours += of->hours;
    sessions.insert(of->session.empty() ? "row " + std::to_string(rows) : "id " + of->session);
  }
  if (!condition.support.empty() && rows == 0) return false;
  if (condition.min_sessions && static_cast<int>(sessions.size()) < *condition.min_sessions)
    return false;
  return !condition.min_hours || hours >= *condition.min_hours;
}

/// Of the outcomes in question the latest within the window that is known on the day; of one day
/// the one that stands last in the list.
bool CountingOracle::latest_fits(const Person& person, const PlainCondition& condition,
                                 const PlainParticipant& exit, int day) const {
  const auto& words = condition.latest_of;
  for (int on = std::min(day, window_end(*exit.exit, *condition.within)); on >= *person.start;
       --on) {
    if (exit.entry && on < *exit.entry) break;  // of an earlier participation
    for (auto word = words.rbegin(); word != words.rend(); ++word) {
      const bool happened = std::any_of(
          person.outcomes.begin(), person.outcomes.end(),
          [&](const PlainOutcome* row) { return row->outcome == *word && row->date == on; });
      if (happened) return has(condition.outcome, *word);
    }
  }
  return false;
}

bool CountingOracle::outcome_fits(const Person& person, const PlainCondition& condition,
                                  int day) const {
  if (condition.outcome.empty()) return true;
  const PlainParticipant* exit = known_exit(person, day);
  if (condition.within && exit == nullptr) return false;
  if (!condition.latest_of.empty()) return latest_fits(person, condition, *exit, day);
  for (const PlainOutcome* row : person.outcomes) {
    if (!has(condition.outcome, row->outcome) || row->date > day || row->date < *person.start)
      continue;
    if (condition.within && exit->entry && row->date < *exit->entry) continue;  // of an earlier one
    if (!condition.within || row->date <= window_end(*exit->exit, *condition.within)) return true;
  }
  return false;
}

bool CountingOracle::fits(const Person& person, const PlainCondition& condition, int day,
                          const PlainSupport* row) const {
  if (!support_fits(person, condition, day, row) || !outcome_fits(person, condition, day))
    return false;
  if (condition.age && !condition.age->contains(person.age)) return false;
  for (const auto& [attribute, words] : condition.attributes) {
    const auto found = person.attributes->attributes.find(attribute);
    if (found == person.attributes->attributes.end() || !has(words, found->second)) return false;
  }
  if (!condition.completed.empty()) {
    const PlainParticipant* exit = known_exit(person, day);
    if (exit == nullptr || !has(condition.completed, exit->completed)) return false;
  }
  for (const Attribute needed : {Attribute::sex, Attribute::labour_status, Attribute::education}) {
    if (condition.complete && person.attributes->attributes.count(needed) == 0) return false;
  }
  bool one_of_any = condition.any.empty();
  for (const auto& part : condition.any) one_of_any = one_of_any || fits(person, part, day, row);
  if (!one_of_any) return false;
  for (const auto& part : condition.all) {
    if (!fits(person, part, day, row)) return false;
  }
  for (const auto& part : condition.none) {
    if (fits(person, part, day, row)) return false;
  }
  return true;
}

CountingOracle::Criterion CountingOracle::criterion(const PlainCondition& of,
                                                    const PlainCondition& group,
                                                    const std::vector<std::string>& outcome,
                                                    Term within, int day) const {
  PlainCondition in_time;
  in_time.outcome = outcome;
  in_time.within = within;
  Criterion counted;
  for (const Person& person : persons_) {
    if (!has_started(person, day) || !fits(person, of, day, nullptr)) continue;
    if (!fits(person, group, day, nullptr)) continue;
    const PlainParticipant* const exit = known_exit(person, day);
    if (exit == nullptr) continue;  // no window
    const bool is_closed = window_end(*exit->exit, within) <= day;
    const bool has_outcome = outcome_fits(person, in_time, day);
    ++(is_closed ? counted.closed : counted.open);
    if (has_outcome) ++(is_closed ? counted.reached : counted.open_reached);
  }
  return counted;
}

}  // namespace euproj::testing
