#include "calc/explain/explain_unit.hpp"

#include <algorithm>

namespace euproj {
namespace {

/// Reasons as one; a single one needs no wrapping.
Reason joined(std::vector<Reason> reasons) {
  if (reasons.size() == 1) return std::move(reasons.front());
  return {Because::several, {}, std::move(reasons)};
}

void append(std::vector<Origin>& rows, const std::vector<Origin>& more) {
  rows.insert(rows.end(), more.begin(), more.end());
}

bool asks_about_support(const Condition& condition) {
  return !condition.support.empty() || condition.min_sessions || condition.min_hours;
}

}  // namespace

UnitExplainer::UnitExplainer(const Dossier& dossier, const Indicator& indicator, Date day)
    : dossier_(dossier), indicator_(indicator), day_(day) {
  if (indicator.count == Count::households) {
    members_.resize(dossier.codes.households.size() + 1);
    for (PersonIndex index = 0; index < dossier.people.persons.size(); ++index) {
      const Person& member = dossier.people.persons[index];
      members_[dossier.people.first_row(dossier.logs, member).household].push_back(index);
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
  switch (indicator_.count) {
    case Count::persons: return both(person(unit.person));
    case Count::households: return household(unit);
    case Count::entries: return entry(unit);
    case Count::sessions: return session(unit);
    case Count::hours:
    case Count::headcount: return both(support_row(unit.row));
    case Count::places: return place(unit);
    case Count::measured:
    case Count::ratio: break;
  }
  return {};
}

UnitExplainer::Answered UnitExplainer::person(PersonIndex index) const {
  const Person& who = dossier_.people.persons[index];
  const ParticipantRow& first = dossier_.people.first_row(dossier_.logs, who);
  const bool by_support = dossier_.logs.has(LogKind::support);
  Reasoning reasoning(dossier_, day_, {&who, nullptr, nullptr});
  reasoning.use(first.origin);
  const auto answer = [&](bool holds, Reason reason) {
    return Answered{holds, std::move(reason), reasoning.rows()};
  };
  if (!who.start.known()) {
    return answer(false, {by_support ? Because::never_supported : Because::no_entry, {}, {}});
  }
  const auto use_start = [&] {
    if (by_support) {
      const std::uint32_t at = dossier_.people.support(who).first;
      reasoning.use(dossier_.logs.support[at].origin);
    }
  };
  if (who.start > day_) {
    use_start();
    const Because later = by_support ? Because::starts_later : Because::enters_later;
    return answer(false, {later, {who.start, day_}, {}});
  }
  Verdict verdict = reasoning.check(indicator_.where);
  if (!verdict.holds) return answer(false, joined(std::move(verdict.reasons)));
  if (!asks_about_support(indicator_.where)) {
    use_start();
    const Because began = by_support ? Because::started : Because::entered;
    verdict.reasons.insert(verdict.reasons.begin(), Reason{began, {who.start}, {}});
  }
  return answer(true, joined(std::move(verdict.reasons)));
}

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
  const Person* const who =
      index == no_person ? nullptr : &dossier_.people.persons[index];
  const bool asks = indicator_.where.asks_about_person();
  Reasoning reasoning(dossier_, day_, {who, &row, nullptr});
  reasoning.use(row.origin);
  if (asks && who != nullptr) {
    reasoning.use(dossier_.people.first_row(dossier_.logs, *who).origin);
  }
  const auto answer = [&](bool holds, Reason reason) {
    return Answered{holds, std::move(reason), reasoning.rows()};
  };
  if (row.date > day_) return answer(false, {Because::row_later, {row.date, day_}, {}});
  if (asks && who == nullptr) return answer(false, {Because::nobodys_row, {}, {}});
  Verdict verdict = reasoning.check(indicator_.where);
  if (!verdict.holds) return answer(false, joined(std::move(verdict.reasons)));
  // Of what it rests on, its own form and date come first and once.
  std::erase_if(verdict.reasons,
                [](const Reason& reason) { return reason.because == Because::supported; });
  verdict.reasons.insert(verdict.reasons.begin(),
                         Reason{Because::supported, {FormWords{{row.form}}, row.date}, {}});
  return answer(true, joined(std::move(verdict.reasons)));
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
  Reasoning reasoning(dossier_, day_, {nullptr, nullptr, &row});
  reasoning.use(row.origin);
  const auto answer = [&](Reason reason) { return Why{std::move(reason), reasoning.rows()}; };
  Verdict verdict = reasoning.check(indicator_.where);
  if (!verdict.holds) return answer(joined(std::move(verdict.reasons)));
  if (row.from > day_) return answer({Because::place_later, {row.from, day_}, {}});
  if (row.to.known() && row.to < day_) return answer({Because::place_ended, {row.to}, {}});
  return answer({Because::place_exists, {std::vector<PlaceKind>{row.kind}, row.from}, {}});
}

}  // namespace euproj
