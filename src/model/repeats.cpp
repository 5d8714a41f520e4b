#include "euproj/model/repeats.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include "euproj/base/parallel.hpp"

namespace euproj {
namespace {

/// What a meeting's rows have in common, as a name for its session.
std::string name_of_meeting(const Codes& codes, const SupportRow& row) {
  std::string name = row.date.iso() + " " + std::string(codes.forms.text(row.form));
  if (row.provider != no_code) name += ", " + std::string(codes.providers.text(row.provider));
  return name;
}

/// Finds rows that repeat one before them, which is of the same day: rows of a person stand by
/// date.
///
///   02-02 S-1 3h | 02-02 S-2 1h | 02-02 S-1 3h | 02-09 S-1 3h
///                                 ^ repeats the first; the last is of another day
///
/// Whole rows are compared only where day and session agree, as they hardly ever do.
class RepeatFinder {
 public:
  explicit RepeatFinder(const Logs& logs) : logs_(logs) {}

  void look_at(Slice rows, std::vector<std::uint32_t>& repeated) {
    days_.resize(rows.count);
    sessions_.resize(rows.count);
    logs_.support.visit<&SupportRow::date, &SupportRow::session>(
        rows.first, rows.count, [&](std::size_t i, Date day) { days_[i] = day; },
        [&](std::size_t i, Code session) { sessions_[i] = session; });
    for (std::uint32_t first_of_day = 0, i = 1; i < rows.count; ++i) {
      if (days_[i] != days_[first_of_day]) first_of_day = i;
      if (sessions_[i] == no_code) continue;
      for (std::uint32_t earlier = first_of_day; earlier < i; ++earlier) {
        if (sessions_[earlier] != sessions_[i] ||
            !says_the_same(logs_.support[rows.first + earlier], logs_.support[rows.first + i])) {
          continue;
        }
        repeated.push_back(rows.first + i);
        break;
      }
    }
  }

 private:
  const Logs& logs_;
  std::vector<Date> days_;
  std::vector<Code> sessions_;
};

}  // namespace

bool says_the_same(const SupportRow& a, const SupportRow& b) {
  bool same = true;
  for_each_column<LogKind::support>([&](auto column) {
    using Kept = KeptColumn<column>;
    if constexpr (Kept::is_kept) same = same && Kept::in(a) == Kept::in(b);
  });
  return same;
}

void join_meetings(const Project& project, Codes& codes, Logs& logs) {
  std::vector<bool> is_group(codes.forms.size() + 1, false);
  bool any = false;
  for (std::size_t i = 0; i < project.support_forms.size(); ++i) {
    is_group[i + 1] = project.support_forms[i].sessions == SupportForm::Sessions::group;
    any = any || is_group[i + 1];
  }
  if (!any) return;
  logs.support.change([&](SupportRow& row) {
    if (row.session == no_code && is_group[row.form]) {
      row.session = codes.sessions.intern(name_of_meeting(codes, row));
    }
  });
}

void find_repeated_sessions(const Logs& logs, People& people, std::size_t threads) {
  if (logs.support.is_blank(&SupportRow::session)) return;
  const std::size_t persons = people.persons.size();
  std::vector<std::vector<std::uint32_t>> found(pieces_of(persons, threads));
  for_ranges(persons, found.size(), [&](std::size_t piece, std::uint32_t first, std::uint32_t end) {
    RepeatFinder finder(logs);
    for (std::uint32_t at = first; at < end; ++at) {
      finder.look_at(people.persons[at].support, found[piece]);
    }
  });
  for (const auto& piece : found) {
    people.repeated.insert(people.repeated.end(), piece.begin(), piece.end());
  }
}

}  // namespace euproj
