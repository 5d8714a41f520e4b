#include "check/similar_people.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "euproj/base/repeat_filter.hpp"
#include "euproj/base/unicode.hpp"
#include "euproj/words/kinds.hpp"

namespace euproj {
namespace {

constexpr std::uint32_t no_row = 0xFFFFFFFF;

std::string id_of(const Dossier& dossier, const ParticipantRow& row) {
  return shown_person_id(dossier.codes.person_ids.text(row.person_id), row.origin);
}

void report_pair(const Dossier& dossier, KindOf<3> kind, Column column, std::uint32_t earlier,
                 std::uint32_t later, Diagnostics& diagnostics) {
  if (earlier > later) std::swap(earlier, later);
  const ParticipantRow& first = dossier.logs.participants[earlier];
  const ParticipantRow& second = dossier.logs.participants[later];
  diagnostics.report(
      kind, dossier.logs.place(second.origin, column),
      {id_of(dossier, second), id_of(dossier, first), dossier.logs.place(first.origin, column)});
}

}  // namespace

void check_aliases(const Dossier& dossier, Diagnostics& diagnostics) {
  const Logs& logs = dossier.logs;
  // A participant whose row could not be read may be the one who has the number.
  if (!logs.has(LogKind::participants) || logs.is_partly_unread(LogKind::participants) ||
      !logs.persons_left_out.empty()) {
    return;
  }
  for (const AliasCell& cell : dossier.people.unknown_aliases) {
    diagnostics.report(Kind::alias_unknown, logs.place(logs.aliases[cell.row].origin, cell.column),
                       {std::string(column_info(cell.column).name)});
  }
}

/// An other_id beside a PESEL, and alone under another person_id: a person who received the PESEL
/// between two logs, or two persons by a slip. All who have it alone are one person.
void check_same_other_id(const Dossier& dossier, Diagnostics& diagnostics) {
  const Logs& logs = dossier.logs;
  if (logs.is_partly_unread(LogKind::aliases)) return;  // an alias there may join them
  std::vector<std::uint32_t> alone(dossier.codes.other_ids.size() + 1, no_row);
  for (std::uint32_t at = 0; at < logs.participants.size(); ++at) {
    const ParticipantRow& row = logs.participants[at];
    if (row.pesel == 0 && alone[row.other_id] == no_row) alone[row.other_id] = at;
  }
  std::set<std::pair<PersonIndex, PersonIndex>> reported;
  for (std::uint32_t at = 0; at < logs.participants.size(); ++at) {
    const ParticipantRow& row = logs.participants[at];
    if (row.pesel == 0 || row.other_id == no_code || alone[row.other_id] == no_row) continue;
    const PersonIndex person = dossier.people.find(row.person_id);
    const PersonIndex other = dossier.people.find(logs.participants[alone[row.other_id]].person_id);
    if (person == other || !reported.emplace(person, other).second) continue;
    report_pair(dossier, Kind::maybe_same_person, Column::participants_other_id,
                alone[row.other_id], at, diagnostics);
  }
}

void check_similar_person_ids(const Dossier& dossier, Diagnostics& diagnostics) {
  const Logs& logs = dossier.logs;
  const auto id_at = [&](std::uint32_t at) {
    return dossier.codes.person_ids.text(logs.participants[at].person_id);
  };
  // Hardly any two are alike: texts are made and compared only where their numbers agree.
  struct Like {
    std::uint64_t number = 0;
    std::uint32_t at = 0;
  };
  std::vector<Like> likes;
  likes.reserve(logs.participants.size());
  std::vector<bool> met(dossier.people.person_of.size());
  for (std::uint32_t at = 0; at < logs.participants.size(); ++at) {
    const Code person_id = logs.participants[at].person_id;
    if (met[person_id]) continue;
    met[person_id] = true;
    likes.push_back({likeness_number(id_at(at)), at});
  }
  RepeatFilter filter(likes.size());
  for (const Like& like : likes) filter.add(like.number);
  std::erase_if(likes, [&](const Like& like) { return !filter.may_repeat(like.number); });
  std::sort(likes.begin(), likes.end(), [](const Like& a, const Like& b) {
    return std::tie(a.number, a.at) < std::tie(b.number, b.at);
  });
  std::map<std::string, std::uint32_t> first_like;  // of one number
  for (std::size_t i = 0; i < likes.size(); ++i) {
    const bool begins = i == 0 || likes[i - 1].number != likes[i].number;
    const bool ends = i + 1 == likes.size() || likes[i + 1].number != likes[i].number;
    if (begins) first_like.clear();
    if (begins && ends) continue;
    const std::uint32_t at = likes[i].at;
    const auto [first, is_new] = first_like.emplace(likeness_of(id_at(at)), at);
    if (is_new) continue;
    const Code like = logs.participants[first->second].person_id;
    if (dossier.people.find(like) == dossier.people.find(logs.participants[at].person_id)) continue;
    report_pair(dossier, Kind::similar_person_ids, Column::participants_person_id, first->second,
                at, diagnostics);
  }
}

}  // namespace euproj
