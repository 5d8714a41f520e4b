#include <algorithm>
#include <array>

#include "check/check_list.hpp"
#include "euproj/base/format.hpp"
#include "euproj/model/complete_records.hpp"
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
  const Date first_entry = logs.participants[dossier.people.participations(person).front()].entry;
  if (first_entry.known() && person.start < first_entry) return false;
  const Date last = logs.support[support.first + support.count - 1].date;
  const auto rows = dossier.people.participations(person);
  return std::all_of(rows.begin(), rows.end(), [&](std::uint32_t at) {
    const Date exit = logs.participants[at].exit;
    return !exit.known() || last <= exit;
  });
}

/// Of a person with support, a participation that is over and had none: enrolled, and never came.
void check_unused_participations(const Dossier& dossier, const Person& person,
                                 Diagnostics& diagnostics) {
  const Logs& logs = dossier.logs;
  const auto rows = dossier.people.participations(person);
  const Slice support = person.support;
  if (rows.size() == 1 || support.empty() || logs.is_partly_unread(LogKind::support) ||
      logs.persons_left_out.contains(person.key)) {
    return;
  }
  std::uint32_t at = support.first;
  const std::uint32_t end = support.first + support.count;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const ParticipantRow& row = logs.participants[rows[i]];
    const Date next = i + 1 < rows.size() ? logs.participants[rows[i + 1]].entry : Date::never();
    const std::uint32_t begin = at;
    while (at < end && logs.support[at].date < next) ++at;
    const bool is_repeated = next == row.entry;  // an error of its own
    if (at > begin || is_repeated || !row.exit.known() || !row.entry.known()) continue;
    diagnostics.report(Kind::participation_without_support,
                       logs.place(row.origin, Column::participants_person_id),
                       {id_of(dossier, row), row.entry.iso(), row.exit.iso()});
  }
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
  check_unused_participations(dossier, person, diagnostics);
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

/// Whether an indicator does not count a record without this attribute.
bool needs_in_records(const Indicator& indicator, Attribute attribute) {
  const Completeness needed = needed_records(indicator.where);
  return std::any_of(record_fields.begin(), record_fields.end(), [&](const RecordFieldInfo& info) {
    return is_needed(info, needed) &&
           info.name == attribute_names.at(static_cast<std::size_t>(attribute));
  });
}

/// The codes of the catalogue that look at this attribute: "EECO02, EECO04"; empty: none.
std::string codes_asking(const Project& project, Attribute attribute) {
  std::string codes;
  for (const Indicator& indicator : project.indicators) {
    if (indicator.code.empty()) continue;
    if (!asks(indicator.where, attribute) && !needs_in_records(indicator, attribute)) continue;
    codes += (codes.empty() ? "" : ", ") + indicator.code;
  }
  return codes;
}

/// The first file of participants; null: there is none.
const LogFile* participants_file(const Logs& logs) {
  const auto found = std::find_if(logs.files.begin(), logs.files.end(), [](const LogFile& file) {
    return file.kind == LogKind::participants;
  });
  return found == logs.files.end() ? nullptr : &*found;
}

/// Whether no file of participants has a column for it, and no row knows it in another way.
bool is_nowhere(const Logs& logs, const RecordFieldInfo& info) {
  const auto has = [](const LogFile& file, Column column) {
    const auto at = static_cast<std::size_t>(column);
    return at < file.cells.size() && file.cells[at] > 0;
  };
  for (const LogFile& file : logs.files) {
    if (file.kind != LogKind::participants) continue;
    if (has(file, info.column) || has(file, info.also)) return false;
  }
  return std::none_of(logs.participants.begin(), logs.participants.end(),
                      [&](const ParticipantRow& row) { return is_known(row, info.field); });
}

/// What of a record an indicator counts by, and no file has: in the order of record_fields.
std::vector<RecordFieldInfo> fields_without_columns(const Dossier& dossier) {
  std::vector<RecordFieldInfo> missing;
  const Logs& logs = dossier.logs;
  if (participants_file(logs) == nullptr || logs.is_partly_unread(LogKind::participants)) return {};
  for (const RecordFieldInfo& info : record_fields) {
    const auto& indicators = dossier.project.indicators;
    const bool counts = std::any_of(indicators.begin(), indicators.end(), [&](const Indicator& of) {
      return is_needed(info, needed_records(of.where));
    });
    if (counts && is_nowhere(logs, info)) missing.push_back(info);
  }
  return missing;
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

/// By what two rows would be one, as a user writes it.
std::string_view name_of(JoinedBy by) {
  constexpr std::array<std::string_view, 6> names = {"person_id",    "pesel",   "other_id",
                                                     "technical_id", "aliases", "name"};
  return names.at(static_cast<std::size_t>(by));
}

/// One finding for a person_id, however many of its later rows are another person's.
void report_contradiction(const Dossier& dossier, const Contradiction& found,
                          Diagnostics& diagnostics) {
  const Logs& logs = dossier.logs;
  const ParticipantRow& earlier = logs.participants[found.rows.earlier];
  const ParticipantRow& later = logs.participants[found.rows.later];
  std::string what;
  Column column = Column::participants_person_id;
  const auto add = [&](bool differs, std::string_view name, Column at) {
    if (!differs) return;
    if (what.empty()) column = at;
    what += (what.empty() ? "`" : ", `") + std::string(name) + "`";
  };
  add(found.in.pesel, "pesel", Column::participants_pesel);
  add(found.in.sex, "sex", Column::participants_sex);
  add(found.in.born, "birth_date", Column::participants_birth_date);
  add(found.in.technical_id, "technical_id", Column::participants_person_id);
  Message message(Kind::contradicting_rows,
                  {id_of(dossier, later), logs.place(earlier.origin, column),
                   std::string(name_of(found.by)), std::move(what)});
  const Place place = logs.place(later.origin, column);
  if (found.by == JoinedBy::person_id) {
    diagnostics.report_of_cause(later.person_id, std::move(message), place);
  } else {
    diagnostics.report(std::move(message), place);
  }
}

/// Employed, or unemployed: seeking work.
bool is_on_labour_market(std::string_view status) {
  return status == "employed" || status == "unemployed" || status == "long_term_unemployed";
}

}  // namespace

void check_identities(const Dossier& dossier, Diagnostics& diagnostics) {
  const Logs& logs = dossier.logs;
  const auto& rows = logs.participants;
  for (const RowPair& pair : dossier.people.two_identities) {
    if (logs.is_partly_unread(LogKind::aliases)) break;  // an alias there may join the two
    diagnostics.report_of_cause(
        rows[pair.later].person_id,
        {Kind::two_identities,
         {id_of(dossier, rows[pair.later]),
          logs.place(rows[pair.earlier].origin, Column::participants_person_id)}},
        logs.place(rows[pair.later].origin, Column::participants_person_id));
  }
  for (const Contradiction& found : dossier.people.contradictions) {
    report_contradiction(dossier, found, diagnostics);
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

/// Age on the first day of participation, as everywhere (src/calc/README.md#age).
void check_groups(const Dossier& dossier, Diagnostics& diagnostics) {
  const auto& groups = dossier.project.groups;
  for (const Person& person : dossier.people.persons) {
    const ParticipantRow& first = attributes_of(dossier.logs, person);
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
    const ParticipantRow& first = attributes_of(dossier.logs, person);
    if (first.household != no_code) continue;
    diagnostics.report(Kind::missing_household,
                       dossier.logs.place(first.origin, Column::participants_household_id),
                       {id_of(dossier, person)});
  }
}

/// What hardly anybody is at that age on the first day of participation: a column that slipped.
/// Work needs 15 years (Kodeks pracy, art. 190), an upper secondary education (ISCED 3) ends and a
/// tertiary one (ISCED 5) begins later than that.
void check_plausible_ages(const Dossier& dossier, Diagnostics& diagnostics) {
  constexpr int youngest_worker = 15;
  constexpr int youngest_with_secondary = 15;  // ISCED 3
  constexpr int youngest_with_tertiary = 18;   // ISCED 5
  constexpr int oldest_likely = 100;
  const Logs& logs = dossier.logs;
  for (const Person& person : dossier.people.persons) {
    const ParticipantRow& row = attributes_of(logs, person);
    if (!person.start.known() || !row.born.known() || row.born > person.start) continue;
    const int age = completed_years(row.born, person.start);
    if (age >= youngest_with_tertiary && age <= oldest_likely) continue;
    const auto report = [&](KindOf<4> kind, Column column, std::string word) {
      diagnostics.report(kind, logs.place(row.origin, column),
                         {id_of(dossier, person), std::to_string(age), person.start.iso(), word});
    };
    const Code status = row.attribute(Attribute::labour_status);
    const bool is_active =
        status != no_code && is_on_labour_market(labour_status_words.at(status - 1));
    if (is_active && age < youngest_worker) {
      report(Kind::status_of_a_child, Column::participants_labour_status,
             std::string(labour_status_words.at(status - 1)));
    }
    const Code level = row.attribute(Attribute::education);
    if (level != no_code) {
      const std::string_view word = education_levels.at(level - 1);  // of a range the lowest
      const bool is_early = (word[0] >= '3' && age < youngest_with_secondary) ||
                            (word[0] >= '5' && age < youngest_with_tertiary);
      if (is_early) {
        report(Kind::education_of_a_child, Column::participants_education, std::string(word));
      }
    }
    if (age > oldest_likely) {
      report(Kind::age_over_hundred, Column::participants_birth_date,
             row.born_of_age ? "age" : "birth_date");
    }
  }
}

/// Answers that common indicators need of every participant. Unemployed, inactive and employed add
/// up to all participants, and one column holds the status, so exactly one of the three applies to
/// each person unless the answer is missing.
void check_needed_answers(const Dossier& dossier, Diagnostics& diagnostics) {
  const std::vector<RecordFieldInfo> nowhere = fields_without_columns(dossier);
  for (const NeededAnswer& needed : needed_answers) {
    const std::string codes = codes_asking(dossier.project, needed.attribute);
    if (codes.empty()) continue;
    const bool is_said =
        std::any_of(nowhere.begin(), nowhere.end(),
                    [&](const RecordFieldInfo& info) { return info.column == needed.column; });
    if (is_said) continue;  // once, by check_record_columns
    for (const Person& person : dossier.people.persons) {
      const ParticipantRow& first = attributes_of(dossier.logs, person);
      if (!person.start.known() || first.attribute(needed.attribute) != no_code) continue;
      diagnostics.report(
          needed.missing, dossier.logs.place(first.origin, needed.column),
          {shown_person_id(dossier.codes, dossier.logs, dossier.people, person), codes});
    }
  }
}

void check_record_columns(const Dossier& dossier, Diagnostics& diagnostics) {
  const std::vector<RecordFieldInfo> missing = fields_without_columns(dossier);
  if (missing.empty()) return;
  std::vector<std::string> columns;
  for (const RecordFieldInfo& info : missing) {
    columns.push_back('`' + std::string(info.name) + '`');
  }
  std::vector<std::string> ids;
  for (const Indicator& indicator : dossier.project.indicators) {
    const Completeness needed = needed_records(indicator.where);
    const bool counts_nobody =
        std::any_of(missing.begin(), missing.end(),
                    [&](const RecordFieldInfo& info) { return is_needed(info, needed); });
    if (counts_nobody) ids.push_back(indicator.id);
  }
  diagnostics.report(Kind::no_columns_for_records, {participants_file(dossier.logs)->file, 1, 1},
                     {list_of(columns), list_of(ids)});
}

}  // namespace euproj
