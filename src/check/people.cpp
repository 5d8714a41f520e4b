#include "check/people.hpp"

#include <algorithm>
#include <array>

#include "euproj/words/kinds.hpp"

namespace euproj {
namespace {

std::string id_of(const Dossier& dossier, const ParticipantRow& row) {
  return shown_person_id(dossier.codes.person_ids.text(row.person_id), row.origin);
}

std::string id_of(const Dossier& dossier, const Person& person) {
  return shown_person_id(dossier.codes, dossier.logs, dossier.people, person);
}

bool counts_households(const Project& project) {
  return std::any_of(project.indicators.begin(), project.indicators.end(),
                     [](const Indicator& i) { return i.count == Count::households; }) ||
         std::any_of(project.capacity.begin(), project.capacity.end(),
                     [](const CapacityRule& c) { return c.of == CapacityRule::Of::households; });
}

/// Support is in the order of its days: when the first and the last fit, so do all between.
bool support_fits(const Dossier& dossier, const Person& person) {
  const Slice support = person.support;
  if (support.empty()) return true;
  const Logs& logs = dossier.logs;
  const Date first_entry = dossier.people.first_row(logs, person).entry;
  if (first_entry.known() && person.start < first_entry) return false;
  const Date last = logs.support[support.first + support.count - 1].date;
  const auto rows = dossier.people.participations(person);
  return std::all_of(rows.begin(), rows.end(), [&](std::uint32_t at) {
    const Date exit = logs.participants[at].exit;
    return !exit.known() || last <= exit;
  });
}

void check_person_dates(const Dossier& dossier, const Person& person, Diagnostics& diagnostics) {
  const Logs& logs = dossier.logs;
  const auto rows = dossier.people.participations(person);
  const auto support = dossier.people.support(person);
  const ParticipantRow& first = logs.participants[rows.front()];

  if (logs.has(LogKind::support) && support.empty() && !logs.is_partly_unread(LogKind::support) &&
      !logs.persons_left_out.contains(person.key)) {
    diagnostics.report(Kind::never_supported,
                       logs.place(first.origin, Column::participants_person_id),
                       {id_of(dossier, person)});
  }
  if (!logs.has(LogKind::support) && !first.entry.known()) {
    diagnostics.report(Kind::missing_start,
                       logs.place(first.origin, Column::participants_person_id),
                       {id_of(dossier, person)});
  }
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const ParticipantRow& row = logs.participants[rows[i]];
    if (row.exit.known() && row.entry.known() && row.exit < row.entry) {
      diagnostics.report(Kind::exit_before_entry,
                         logs.place(row.origin, Column::participants_exit_date),
                         {id_of(dossier, row), row.exit.iso(), row.entry.iso()});
    }
    if (i + 1 == rows.size()) continue;
    const ParticipantRow& next = logs.participants[rows[i + 1]];
    if (!row.exit.known()) {
      diagnostics.report(Kind::reentry_without_exit,
                         logs.place(next.origin, Column::participants_entry_date),
                         {id_of(dossier, row), next.entry.iso(),
                          logs.place(row.origin, Column::participants_exit_date)});
    } else if (next.entry.known() && next.entry < row.exit) {
      diagnostics.report(Kind::reentry_before_exit,
                         logs.place(next.origin, Column::participants_entry_date),
                         {id_of(dossier, row), next.entry.iso(), row.exit.iso(),
                          logs.place(row.origin, Column::participants_exit_date)});
    }
  }
  if (support_fits(dossier, person)) return;
  // Support against the participation that was running, or the last one before it.
  for (const std::uint32_t at : support) {
    const SupportRow& row = logs.support[at];
    if (first.entry.known() && row.date < first.entry) {
      diagnostics.report_of_cause(
          person.key,
          {Kind::support_before_entry, {id_of(dossier, person), row.date.iso(), first.entry.iso()}},
          logs.place(row.origin, Column::support_date));
      continue;
    }
    std::uint32_t running_row = rows.front();
    for (const std::uint32_t participation : rows) {
      if (logs.participants[participation].entry <= row.date) running_row = participation;
    }
    const ParticipantRow* const running = &logs.participants[running_row];
    if (running->exit.known() && row.date > running->exit) {
      diagnostics.report_of_cause(
          running_row,
          {Kind::support_after_exit, {id_of(dossier, person), row.date.iso(), running->exit.iso()}},
          logs.place(row.origin, Column::support_date));
    }
  }
}

bool asks(const Condition& condition, Attribute attribute) {
  bool found = false;
  for_each_part(condition, [&](const Condition& part) {
    for (const AttributeTest& test : part.attributes) found = found || test.attribute == attribute;
  });
  return found;
}

/// The codes of the catalogue that look at this attribute: "EECO02, EECO04"; empty: none.
std::string codes_asking(const Project& project, Attribute attribute) {
  std::string codes;
  for (const Indicator& indicator : project.indicators) {
    if (indicator.code.empty() || !asks(indicator.where, attribute)) continue;
    codes += (codes.empty() ? "" : ", ") + indicator.code;
  }
  return codes;
}

struct NeededAnswer {
  Attribute attribute{};
  Column column{};
  KindOf<2> missing;
};

constexpr std::array<NeededAnswer, 3> needed_answers = {{
    {Attribute::labour_status, Column::participants_labour_status, Kind::missing_labour_status},
    {Attribute::education, Column::participants_education, Kind::missing_education},
    {Attribute::degurba, Column::participants_degurba, Kind::missing_degurba},
}};

}  // namespace

void check_identities(const Dossier& dossier, Diagnostics& diagnostics) {
  const Logs& logs = dossier.logs;
  const auto& rows = logs.participants;
  for (const RowPair& pair : dossier.people.two_identities) {
    if (logs.is_partly_unread(LogKind::aliases)) break;  // an alias there may join the two
    diagnostics.report(Kind::two_identities,
                       logs.place(rows[pair.later].origin, Column::participants_person_id),
                       {id_of(dossier, rows[pair.later]),
                        logs.place(rows[pair.earlier].origin, Column::participants_person_id)});
  }
  for (const RowPair& pair : dossier.people.two_person_ids) {
    diagnostics.report(Kind::two_person_ids,
                       logs.place(rows[pair.later].origin, Column::participants_person_id),
                       {id_of(dossier, rows[pair.later]), id_of(dossier, rows[pair.earlier]),
                        logs.place(rows[pair.earlier].origin, Column::participants_person_id)});
  }
  for (const RowPair& pair : dossier.people.same_entry) {
    diagnostics.report(Kind::same_entry,
                       logs.place(rows[pair.later].origin, Column::participants_entry_date),
                       {id_of(dossier, rows[pair.later]), rows[pair.later].entry.iso(),
                        logs.place(rows[pair.earlier].origin, Column::participants_entry_date)});
  }
  for (const std::uint32_t at : dossier.people.missing_entry) {
    diagnostics.report(Kind::missing_entry,
                       logs.place(rows[at].origin, Column::participants_entry_date),
                       {id_of(dossier, rows[at])});
  }
}

void check_unknown_persons(const Dossier& dossier, Diagnostics& diagnostics) {
  const Logs& logs = dossier.logs;
  if (!logs.has(LogKind::participants)) return;  // sessions and hours need no list of persons
  if (logs.is_partly_unread(LogKind::participants)) return;
  const auto report = [&](Code person_id, Origin origin, Column column) {
    if (person_id == no_code || dossier.people.find(person_id) != no_person ||
        logs.persons_left_out.contains(person_id)) {
      return;
    }
    diagnostics.report(Kind::unknown_person, logs.place(origin, column),
                       {shown_person_id(dossier.codes.person_ids.text(person_id), origin)});
  };
  for (const std::uint32_t at : dossier.people.non_participants) {
    const SupportRow row = logs.support[at];
    report(row.person_id, row.origin, Column::support_person_id);
  }
  for (const OutcomeRow& row : logs.outcomes) {
    report(row.person_id, row.origin, Column::outcomes_person_id);
  }
}

void check_participation_dates(const Dossier& dossier, Diagnostics& diagnostics) {
  for (const Person& person : dossier.people.persons) {
    check_person_dates(dossier, person, diagnostics);
  }
}

/// Age on the first day of participation, as everywhere (SPEC 4.2).
void check_groups(const Dossier& dossier, Diagnostics& diagnostics) {
  const auto& groups = dossier.project.groups;
  for (const Person& person : dossier.people.persons) {
    const ParticipantRow& first = dossier.people.first_row(dossier.logs, person);
    const Code group = first.attribute(Attribute::group);
    if (group == no_code || group > groups.size() || !groups[group - 1].age) continue;
    if (!person.start.known() || !first.born.known()) continue;
    const int age = completed_years(first.born, person.start);
    if (groups[group - 1].age->contains(age)) continue;
    const AgeRange& range = *groups[group - 1].age;
    diagnostics.report(
        Kind::age_outside_group, dossier.logs.place(first.origin, Column::participants_group),
        {id_of(dossier, person), std::to_string(age), person.start.iso(), groups[group - 1].id,
         (range.min ? std::to_string(*range.min) : "0") + "–" +
             (range.max ? std::to_string(*range.max) : "")});
  }
}

void check_households(const Dossier& dossier, Diagnostics& diagnostics) {
  if (!counts_households(dossier.project)) return;
  for (const Person& person : dossier.people.persons) {
    const ParticipantRow& first = dossier.people.first_row(dossier.logs, person);
    if (first.household != no_code) continue;
    diagnostics.report(Kind::missing_household,
                       dossier.logs.place(first.origin, Column::participants_household_id),
                       {id_of(dossier, person)});
  }
}

/// Answers that common indicators need of every participant. Unemployed, inactive and employed add
/// up to all participants, and one column holds the status, so exactly one of the three applies to
/// each person unless the answer is missing.
void check_needed_answers(const Dossier& dossier, Diagnostics& diagnostics) {
  for (const NeededAnswer& needed : needed_answers) {
    const std::string codes = codes_asking(dossier.project, needed.attribute);
    if (codes.empty()) continue;
    for (const Person& person : dossier.people.persons) {
      const ParticipantRow& first = dossier.people.first_row(dossier.logs, person);
      if (!person.start.known() || first.attribute(needed.attribute) != no_code) continue;
      diagnostics.report(
          needed.missing, dossier.logs.place(first.origin, needed.column),
          {shown_person_id(dossier.codes, dossier.logs, dossier.people, person), codes});
    }
  }
}

}  // namespace euproj
