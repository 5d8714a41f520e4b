#include <algorithm>
#include <map>
#include <optional>
#include <unordered_map>
#include <utility>
#include <vector>

#include "check/check_list.hpp"
#include "euproj/words/kinds.hpp"

namespace euproj {
namespace {

std::string id_of(const Dossier& dossier, Code person_id, Origin origin) {
  return shown_person_id(dossier.codes.person_ids.text(person_id), origin);
}

void check_date(const Dossier& dossier, Date date, Origin origin, Column column,
                Diagnostics& diagnostics) {
  const Period period = dossier.project.period;
  if (!date.known() || period.contains(date)) return;
  diagnostics.report(
      Kind::date_outside_project, dossier.logs.place(origin, column),
      {std::string(column_info(column).name), date.iso(), period.first.iso(), period.last.iso()});
}

/// The longest `within` that a condition gives an outcome; `longest` stays when it gives none.
void longest_window(const Condition& condition, Code outcome, std::optional<Term>& longest) {
  const Date day = Date::from_serial(0);
  for_each_part(condition, [&](const Condition& part) {
    const auto& codes = part.outcome;
    if (!part.within || std::find(codes.begin(), codes.end(), outcome) == codes.end()) return;
    if (!longest || part.within->last_day_from(day) > longest->last_day_from(day)) {
      longest = part.within;
    }
  });
}

/// By code of an outcome, of all indicators; none where no window asks for it.
std::vector<std::optional<Term>> longest_windows(const Dossier& dossier) {
  std::vector<std::optional<Term>> windows(dossier.codes.outcomes.size() + 1);
  for (const Indicator& indicator : dossier.project.indicators) {
    const Condition condition = reached_condition(indicator);
    for (Code outcome = 1; outcome < windows.size(); ++outcome) {
      longest_window(condition, outcome, windows[outcome]);
    }
  }
  return windows;
}

void check_outcome(const Dossier& dossier, const OutcomeRow& row, const std::optional<Term>& window,
                   Diagnostics& diagnostics) {
  const PersonIndex index = dossier.people.find(row.person_id);
  if (index == no_person) return;  // said by check_unknown_persons
  const Person& person = dossier.people.persons[index];
  const auto report = [&](Message message) {
    diagnostics.report(std::move(message), dossier.logs.place(row.origin, Column::outcomes_date));
  };
  const auto outcome = [&] { return std::string(dossier.codes.outcomes.text(row.outcome)); };
  const auto id = [&] { return id_of(dossier, row.person_id, row.origin); };
  if (person.start.known() && row.date < person.start) {
    report({Kind::outcome_before_start, {id(), outcome(), row.date.iso(), person.start.iso()}});
    return;
  }
  if (!window) return;
  // It is of the participation in which it is dated, and counts with that one's exit alone.
  const auto rows = dossier.people.participations(person);
  Date exit = dossier.logs.participants[rows.front()].exit;
  for (const std::uint32_t at : rows) {
    const ParticipantRow& participation = dossier.logs.participants[at];
    if (participation.entry <= row.date) exit = participation.exit;
  }
  if (!exit.known()) {
    report({Kind::outcome_without_exit, {id(), outcome(), row.date.iso()}});
  } else if (row.date > window->last_day_from(exit)) {
    report({Kind::outcome_outside_window,
            {id(), outcome(), row.date.iso(), exit.iso(), window->last_day_from(exit).iso()}});
  }
}

/// The lists of outcomes of which the latest decides, with the window in which it does.
struct LatestRule {
  std::vector<Code> latest_of;
  Term within;

  friend bool operator==(const LatestRule&, const LatestRule&) = default;
};

std::vector<LatestRule> latest_rules(const Project& project) {
  std::vector<LatestRule> rules;
  for (const Indicator& indicator : project.indicators) {
    for_each_part(indicator.where, [&](const Condition& part) {
      if (part.latest_of.empty() || !part.within) return;
      const LatestRule rule{part.latest_of, *part.within};
      if (std::find(rules.begin(), rules.end(), rule) == rules.end()) rules.push_back(rule);
    });
  }
  return rules;
}

/// Two outcomes of one day, of which a rule wants to know the later one. `codes` are those of the
/// day, `row` the last row of them.
void check_one_day(const Dossier& dossier, const LatestRule& rule, const std::vector<Code>& codes,
                   const OutcomeRow& row, Diagnostics& diagnostics) {
  std::vector<Code> of_rule;  // in the order in which they win
  for (const Code code : rule.latest_of) {
    if (std::find(codes.begin(), codes.end(), code) != codes.end()) of_rule.push_back(code);
  }
  if (of_rule.size() < 2) return;
  const auto word = [&](Code code) { return std::string(dossier.codes.outcomes.text(code)); };
  diagnostics.report(Kind::outcomes_on_one_day,
                     dossier.logs.place(row.origin, Column::outcomes_date),
                     {id_of(dossier, row.person_id, row.origin), word(of_rule[of_rule.size() - 2]),
                      word(of_rule.back()), row.date.iso()});
}

/// Whether an outcome of the day is looked at: within the window of its participation.
bool may_decide(const Dossier& dossier, const Person& person, const LatestRule& rule, Date day) {
  if (!person.start.known() || day < person.start) return false;
  const auto rows = dossier.people.participations(person);
  Date exit = dossier.logs.participants[rows.front()].exit;
  for (const std::uint32_t at : rows) {
    const ParticipantRow& participation = dossier.logs.participants[at];
    if (participation.entry <= day) exit = participation.exit;
  }
  return !exit.known() || day <= rule.within.last_day_from(exit);
}

/// Somebody begins or stops being served; `row` is where it says so.
struct Change {
  Date day;
  bool begins = false;
  Code who = no_code;
  std::uint32_t row = 0;
};

/// Whom a row occupies the provider with: a household (or person), no_code for nobody known.
Code occupant(const Dossier& dossier, const CapacityRule& rule, const SupportRow& row) {
  if (rule.of == CapacityRule::Of::persons) return row.person_id;
  const PersonIndex index = dossier.people.find(row.person_id);
  if (index == no_person) return no_code;
  return attributes_of(dossier.logs, dossier.people.persons[index]).household;
}

std::string who_text(const Dossier& dossier, const CapacityRule& rule,
                     const std::map<Code, int>& served) {
  std::string out;
  for (const auto& [who, rows] : served) {
    if (!out.empty()) out += ", ";
    out += rule.of == CapacityRule::Of::households ? dossier.codes.households.text(who)
           : looks_like_pesel(dossier.codes.person_ids.text(who))
               ? std::string_view("u-?")
               : dossier.codes.person_ids.text(who);
  }
  return out;
}

/// One finding for each time the bound is passed: at the row that passes it, who is served then.
void check_provider(const Dossier& dossier, const CapacityRule& rule, Code provider,
                    std::vector<Change>& changes, Diagnostics& diagnostics) {
  std::sort(changes.begin(), changes.end(), [&](const Change& a, const Change& b) {
    if (a.day != b.day) return a.day < b.day;
    if (a.begins != b.begins) return b.begins;  // who leaves makes room for who comes
    return dossier.logs.support[a.row].origin < dossier.logs.support[b.row].origin;
  });
  std::map<Code, int> served;
  bool over = false;
  for (const Change& change : changes) {
    if (change.begins) {
      ++served[change.who];
    } else if (--served[change.who] == 0) {
      served.erase(change.who);
    }
    const bool now_over = served.size() > static_cast<std::size_t>(rule.at_once);
    if (now_over && !over) {
      diagnostics.report(
          Kind::capacity_exceeded,
          dossier.logs.place(dossier.logs.support[change.row].origin, Column::support_provider),
          {rule.id, std::string(dossier.codes.providers.text(provider)), change.day.iso(),
           std::to_string(served.size()), std::to_string(rule.at_once),
           who_text(dossier, rule, served)});
    }
    over = now_over;
  }
}

}  // namespace

/// Outcomes may follow the end of the project within their window, places outlive it: they are
/// not asked for their last day here.
void check_dates_in_project(const Dossier& dossier, Diagnostics& diagnostics) {
  const Logs& logs = dossier.logs;
  for (const ParticipantRow& row : logs.participants) {
    check_date(dossier, row.entry, row.origin, Column::participants_entry_date, diagnostics);
    check_date(dossier, row.exit, row.origin, Column::participants_exit_date, diagnostics);
  }
  // Of millions of rows hardly any is outside, and few have an end.
  const auto is_outside = [period = dossier.project.period](Date date) {
    return date.known() && !period.contains(date);
  };
  std::vector<std::uint32_t> outside = logs.support.find(&SupportRow::date, is_outside);
  const std::vector<std::uint32_t> ends = logs.support.find(&SupportRow::date_to, is_outside);
  outside.insert(outside.end(), ends.begin(), ends.end());
  std::sort(outside.begin(), outside.end());
  outside.erase(std::unique(outside.begin(), outside.end()), outside.end());
  for (const std::uint32_t at : outside) {
    const SupportRow row = logs.support[at];
    check_date(dossier, row.date, row.origin, Column::support_date, diagnostics);
    check_date(dossier, row.date_to, row.origin, Column::support_date_to, diagnostics);
  }
  for (const OutcomeRow& row : logs.outcomes) {
    if (row.date < dossier.project.period.first) {
      check_date(dossier, row.date, row.origin, Column::outcomes_date, diagnostics);
    }
  }
  for (const MeasurementRow& row : logs.measurements) {
    check_date(dossier, row.date, row.origin, Column::measurements_date, diagnostics);
  }
  for (const EntityRow& row : logs.entities) {
    check_date(dossier, row.date, row.origin, Column::entities_date, diagnostics);
  }
}

void check_outcomes(const Dossier& dossier, Diagnostics& diagnostics) {
  const std::vector<std::optional<Term>> windows = longest_windows(dossier);
  for (const OutcomeRow& row : dossier.logs.outcomes) {
    check_outcome(dossier, row, windows[row.outcome], diagnostics);
  }
}

/// Of one day nothing says which outcome was the later one.
void check_outcomes_on_one_day(const Dossier& dossier, Diagnostics& diagnostics) {
  const std::vector<LatestRule> rules = latest_rules(dossier.project);
  if (rules.empty()) return;
  const Logs& logs = dossier.logs;
  for (const Person& person : dossier.people.persons) {
    const auto rows = dossier.people.outcomes(person);  // by date
    for (std::size_t first = 0; first < rows.size();) {
      std::vector<Code> codes;
      OutcomeRow row = logs.outcomes[rows[first]];
      const Date day = row.date;
      std::size_t end = first;
      for (; end < rows.size() && logs.outcomes[rows[end]].date == day; ++end) {
        row = logs.outcomes[rows[end]];
        codes.push_back(row.outcome);
      }
      first = end;
      if (codes.size() < 2) continue;
      for (const LatestRule& rule : rules) {
        if (!may_decide(dossier, person, rule, day)) continue;
        check_one_day(dossier, rule, codes, row, diagnostics);
      }
    }
  }
}

/// Places whose indicator or agreement wants them to last must reach the end of durability.
void check_places(const Dossier& dossier, Diagnostics& diagnostics) {
  const auto& durability = dossier.project.durability;
  for (const PlaceRow& row : dossier.logs.places) {
    if (row.kind == PlaceKind::created) {
      check_date(dossier, row.from, row.origin, Column::places_from, diagnostics);
    }
    if (durability && row.to.known() && row.to < durability->last) {
      diagnostics.report(Kind::place_not_durable, dossier.logs.place(row.origin, Column::places_to),
                         {std::string(dossier.codes.places.text(row.place)), row.to.iso(),
                          durability->last.iso()});
    }
  }
}

/// At most so many households or persons per provider on any day (schemas/README.md#capacity).
void check_capacity(const Dossier& dossier, Diagnostics& diagnostics) {
  for (const CapacityRule& rule : dossier.project.capacity) {
    std::map<Code, std::vector<Change>> by_provider;
    for (std::uint32_t at = 0; at < dossier.logs.support.size(); ++at) {
      const SupportRow& row = dossier.logs.support[at];
      if (row.form != rule.form) continue;
      const Code who = occupant(dossier, rule, row);
      if (who == no_code) continue;
      const Date last = row.date_to.known() ? row.date_to : row.date;
      auto& changes = by_provider[row.provider];
      changes.push_back({row.date, true, who, at});
      changes.push_back({last.plus_days(1), false, who, at});
    }
    for (auto& [provider, changes] : by_provider) {
      check_provider(dossier, rule, provider, changes, diagnostics);
    }
  }
}

}  // namespace euproj
