#include <algorithm>
#include <map>
#include <tuple>
#include <unordered_map>
#include <utility>
#include <vector>

#include "check/check_list.hpp"
#include "euproj/base/repeat_filter.hpp"
#include "euproj/model/people.hpp"
#include "euproj/words/kinds.hpp"

namespace euproj {
namespace {

std::string id_of(const Dossier& dossier, const SupportRow& row) {
  return shown_person_id(dossier.codes.person_ids.text(row.person_id), row.origin);
}

Place place_of(const Dossier& dossier, const SupportRow& row, Column column) {
  return dossier.logs.place(row.origin, column);
}

/// The row as a whole, which needs no second look at the file for its cells.
Place place_of(const SupportRow& row) { return {row.origin.file, row.origin.line, 1}; }

/// A row and how often it is repeated.
struct Repeated {
  SupportRow first;
  SupportRow second;  // where the first repeat stands
  std::int64_t repeats = 0;
  Quantity hours;  // that they add

  void add(const SupportRow& row) {
    if (repeats++ == 0) second = row;
    hours += row.hours;
  }
};

/// Sessions of one person: rows of one session on any day, equal or not.
class SessionRows {
 public:
  explicit SessionRows(const Dossier& dossier, Diagnostics& diagnostics)
      : dossier_(dossier), diagnostics_(diagnostics) {}

  void next_person() { seen_.clear(); }

  void add(std::uint32_t at, Code session) {
    const auto [found, is_new] = seen_.emplace(session, at);
    if (is_new) return;
    const SupportRow row = dossier_.logs.support[at];
    const auto& repeated = dossier_.people.repeated;
    const bool is_equal = std::binary_search(repeated.begin(), repeated.end(), at);
    diagnostics_.report(
        Kind::session_logged_twice, place_of(dossier_, row, Column::support_session_id),
        {id_of(dossier_, row), std::string(dossier_.codes.sessions.text(row.session)),
         place_of(dossier_, dossier_.logs.support[found->second], Column::support_session_id),
         is_equal ? "1" : "2"});
  }

 private:
  const Dossier& dossier_;
  Diagnostics& diagnostics_;
  std::unordered_map<Code, std::uint32_t> seen_;
};

/// Rows of one person and day that are equal and name no session. Most days have one row, and
/// nearly all others two that differ.
void check_day(const Dossier& dossier, const std::vector<SupportRow>& rows,
               Diagnostics& diagnostics) {
  if (rows.size() == 2 && !says_the_same(rows[0], rows[1])) return;
  std::vector<Repeated> found;
  for (std::size_t at = 0; at < rows.size(); ++at) {
    if (rows[at].session != no_code) continue;
    const auto same = std::find_if(found.begin(), found.end(), [&](const Repeated& repeated) {
      return says_the_same(repeated.first, rows[at]);
    });
    if (same == found.end()) {
      found.push_back({rows[at], {}, 0, {}});
    } else {
      same->add(rows[at]);
    }
  }
  for (const Repeated& repeated : found) {
    if (repeated.repeats == 0) continue;
    diagnostics.report(Kind::support_row_twice, place_of(repeated.second),
                       {id_of(dossier, repeated.first), place_of(repeated.first),
                        std::to_string(repeated.repeats), repeated.hours.text()});
  }
}

/// The rows of one person, by date. Whole rows are read only of a day that has several.
class DayRows {
 public:
  DayRows(const Dossier& dossier, Diagnostics& diagnostics)
      : dossier_(dossier), diagnostics_(diagnostics) {}

  [[gnu::always_inline]] void add(std::uint32_t at, Date date) {
    if (date == last_) return add_to_day(at);
    if (!rows_.empty()) check();
    last_ = date;
  }
  void end_person() {
    if (!rows_.empty()) check();
    last_ = Date::never();
  }

 private:
  void add_to_day(std::uint32_t at) {
    if (rows_.empty()) rows_.push_back(dossier_.logs.support[at - 1]);
    rows_.push_back(dossier_.logs.support[at]);
  }
  void check() {
    check_day(dossier_, rows_, diagnostics_);
    rows_.clear();
  }

  const Dossier& dossier_;
  Diagnostics& diagnostics_;
  Date last_ = Date::never();
  std::vector<SupportRow> rows_;  // of the last day, where it has several
};

void check_persons(const Dossier& dossier, Diagnostics& diagnostics) {
  const auto& support = dossier.logs.support;
  const bool has_sessions = !support.is_blank(&SupportRow::session);
  DayRows days(dossier, diagnostics);
  SessionRows sessions(dossier, diagnostics);
  for (const Person& person : dossier.people.persons) {
    const Slice rows = person.support;
    support.visit<&SupportRow::date>(
        rows.first, rows.count, [&](std::size_t i, Date date) __attribute__((always_inline)) {
          days.add(rows.first + static_cast<std::uint32_t>(i), date);
        });
    days.end_person();
    if (!has_sessions) continue;
    sessions.next_person();
    support.visit<&SupportRow::session>(rows.first, rows.count, [&](std::size_t i, Code session) {
      if (session != no_code) sessions.add(rows.first + static_cast<std::uint32_t>(i), session);
    });
  }
}

std::uint64_t hash_of(const SupportRow& row) {
  std::uint64_t hash = static_cast<std::uint32_t>(row.date.serial());
  for (const std::uint64_t part :
       {std::uint64_t{row.form}, std::uint64_t{row.session}, std::uint64_t{row.provider},
        std::uint64_t{row.headcount}, static_cast<std::uint64_t>(row.hours.scaled_units())}) {
    hash = (hash ^ part) * 0x9E3779B97F4A7C15u;
    hash ^= hash >> 29;
  }
  return hash;
}

/// Of people outside the project, who stand in file order: of millions only those are compared
/// whose digest was met before.
void check_headcounts(const Dossier& dossier, Diagnostics& diagnostics) {
  const auto& support = dossier.logs.support;
  const Slice all = dossier.people.non_participants;
  RepeatFilter filter(all.count);
  for (const std::uint32_t at : all) filter.add(hash_of(support[at]));
  using Key = std::tuple<Date, Date, Code, Code, Code, std::uint32_t, Quantity>;
  std::map<Key, Repeated> found;
  for (const std::uint32_t at : all) {
    const SupportRow row = support[at];
    if (row.person_id != no_code) continue;  // a person who is not known is another finding
    if (!filter.may_repeat(hash_of(row))) continue;
    const auto [same, is_new] = found.try_emplace(
        Key{row.date, row.date_to, row.form, row.session, row.provider, row.headcount, row.hours},
        Repeated{row, {}, 0, {}});
    if (!is_new) same->second.add(row);
  }
  for (const auto& [key, repeated] : found) {
    if (repeated.repeats == 0) continue;
    diagnostics.report(
        Kind::headcount_row_twice, place_of(repeated.second),
        {place_of(repeated.first), std::to_string(repeated.repeats),
         std::to_string(repeated.first.headcount * repeated.repeats), repeated.hours.text()});
  }
}

/// How many sessions the rows of a form make that name none, and how many meetings.
struct FormMeetings {
  std::int64_t rows = 0;
  std::int64_t meetings = 0;
  bool of_several = false;  // a meeting of more than one person
};

std::map<Code, FormMeetings> unclear_meetings(const Dossier& dossier) {
  using Meeting = std::tuple<Code, Date, Code>;  // form, date, provider
  std::map<Meeting, Code> first_person;
  std::map<Code, FormMeetings> forms;
  for (const SupportRow& row : dossier.logs.support) {
    if (row.session != no_code) continue;
    const auto [met, is_new] =
        first_person.try_emplace({row.form, row.date, row.provider}, row.person_id);
    FormMeetings& form = forms[row.form];
    ++form.rows;
    form.meetings += is_new ? 1 : 0;
    form.of_several = form.of_several || met->second != row.person_id;
  }
  std::erase_if(forms, [](const auto& form) { return !form.second.of_several; });
  return forms;
}

bool asks_for(const Condition& where, Code form) {
  return where.support.empty() ||
         std::find(where.support.begin(), where.support.end(), form) != where.support.end();
}

}  // namespace

/// Sessions and rows that a person has twice, and rows of people outside the project.
void check_repeated_support(const Dossier& dossier, Diagnostics& diagnostics) {
  check_persons(dossier, diagnostics);
  check_headcounts(dossier, diagnostics);
}

/// A row without a session_id is a session of its own, which is wrong for a meeting of thirty.
void check_sessions_unclear(const Dossier& dossier, Diagnostics& diagnostics) {
  const Project& project = dossier.project;
  const auto counts_sessions = [](const Indicator& i) { return i.count == Count::sessions; };
  if (std::none_of(project.indicators.begin(), project.indicators.end(), counts_sessions)) return;
  const std::map<Code, FormMeetings> forms = unclear_meetings(dossier);
  for (const Indicator& indicator : project.indicators) {
    if (!counts_sessions(indicator)) continue;
    for (const auto& [form, found] : forms) {
      const bool is_declared = form <= project.support_forms.size() && form > 0;
      if (is_declared &&
          project.support_forms[form - 1].sessions != SupportForm::Sessions::undeclared) {
        continue;
      }
      if (!asks_for(indicator.where, form)) continue;
      diagnostics.report(Kind::sessions_unclear,
                         is_declared ? project.support_forms[form - 1].place : indicator.place,
                         {indicator.id, std::string(dossier.codes.forms.text(form)),
                          std::to_string(found.rows), std::to_string(found.meetings)});
    }
  }
}

/// One place holds once on any day: its rows are put in order of their first days.
void check_repeated_places(const Dossier& dossier, Diagnostics& diagnostics) {
  std::vector<const PlaceRow*> rows;
  for (const PlaceRow& row : dossier.logs.places) rows.push_back(&row);
  std::stable_sort(rows.begin(), rows.end(), [](const PlaceRow* a, const PlaceRow* b) {
    return std::tuple(a->place, a->from) < std::tuple(b->place, b->from);
  });
  const PlaceRow* open = nullptr;  // of the rows before, the one that holds longest
  for (const PlaceRow* const row : rows) {
    const bool is_same = open != nullptr && open->place == row->place;
    if (is_same && (!open->to.known() || row->from <= open->to)) {
      const bool is_later = open->origin < row->origin;
      const PlaceRow& named = is_later ? *open : *row;
      diagnostics.report(
          Kind::place_twice,
          dossier.logs.place((is_later ? row : open)->origin, Column::places_place_id),
          {std::string(dossier.codes.places.text(row->place)),
           dossier.logs.place(named.origin, Column::places_place_id), row->from.iso()});
    }
    const bool holds_longer =
        !is_same || (open->to.known() && (!row->to.known() || row->to > open->to));
    if (holds_longer) open = row;
  }
}

/// Measurements of one indicator and day: of those that add up, equal ones may be one; of two
/// `last` ones nobody knows which is the last (src/calc/README.md#measurements).
void check_repeated_measurements(const Dossier& dossier, Diagnostics& diagnostics) {
  const auto& rows = dossier.logs.measurements;
  using Key = std::tuple<std::size_t, Date, std::optional<Quantity>>;
  std::map<Key, std::uint32_t> seen;
  for (std::uint32_t at = 0; at < rows.size(); ++at) {
    const MeasurementRow& row = rows[at];
    const Indicator& indicator = dossier.project.indicators[row.indicator];
    const bool is_last = indicator.take == Indicator::Take::last;
    const auto [found, is_new] =
        seen.emplace(Key{row.indicator, row.date, is_last ? std::nullopt : row.value}, at);
    if (is_new) continue;
    const Place place = dossier.logs.place(row.origin, Column::measurements_date);
    const Place first = dossier.logs.place(rows[found->second].origin, Column::measurements_date);
    if (is_last) {
      diagnostics.report(Kind::two_last_measurements, place, {indicator.id, row.date.iso(), first});
    } else if (row.women == rows[found->second].women && row.men == rows[found->second].men) {
      diagnostics.report(
          Kind::measurement_twice, place,
          {indicator.id, row.date.iso(), first, row.value.value_or(Quantity()).text()});
    }
  }
}

}  // namespace euproj
