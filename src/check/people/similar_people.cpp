#include <algorithm>
#include <array>
#include <map>
#include <numeric>
#include <set>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "check/check_list.hpp"
#include "euproj/base/repeat_filter.hpp"
#include "euproj/base/unicode.hpp"
#include "euproj/words/kinds.hpp"

namespace euproj {
namespace {

constexpr std::uint32_t no_row = 0xFFFFFFFF;

std::string shown_id_of(const Dossier& dossier, const ParticipantRow& row) {
  return shown_person_id(dossier.codes.person_ids.text(row.person_id), row.origin);
}

void report_pair(const Dossier& dossier, KindOf<3> kind, Column column, std::uint32_t earlier,
                 std::uint32_t later, Diagnostics& diagnostics) {
  if (earlier > later) std::swap(earlier, later);
  const ParticipantRow& first = dossier.logs.participants[earlier];
  const ParticipantRow& second = dossier.logs.participants[later];
  diagnostics.report(kind, dossier.logs.place(second.origin, column),
                     {shown_id_of(dossier, second), shown_id_of(dossier, first),
                      dossier.logs.place(first.origin, column)});
}

struct Pair {
  std::uint32_t first = 0;
  std::uint32_t second = 0;
};

/// Of items with texts that look alike, each with the first of them. Hardly any two are: texts are
/// made and compared only where their numbers agree.
template <typename TextOf>
std::vector<Pair> alike(const std::vector<std::uint32_t>& items, const TextOf& text_of) {
  struct Like {
    std::uint64_t number = 0;
    std::uint32_t item = 0;
  };
  std::vector<Like> likes;
  likes.reserve(items.size());
  RepeatFilter filter(items.size());
  for (const std::uint32_t item : items) {
    likes.push_back({likeness_number(text_of(item)), item});
    filter.add(likes.back().number);
  }
  std::erase_if(likes, [&](const Like& like) { return !filter.may_repeat(like.number); });
  std::sort(likes.begin(), likes.end(), [](const Like& a, const Like& b) {
    return std::tie(a.number, a.item) < std::tie(b.number, b.item);
  });
  std::vector<Pair> pairs;
  std::map<std::string, std::uint32_t> first_like;  // of one number
  for (std::size_t i = 0; i < likes.size(); ++i) {
    const bool begins = i == 0 || likes[i - 1].number != likes[i].number;
    const bool ends = i + 1 == likes.size() || likes[i + 1].number != likes[i].number;
    if (begins) first_like.clear();
    if (begins && ends) continue;
    const std::uint32_t item = likes[i].item;
    const auto [first, is_new] = first_like.emplace(likeness_of(text_of(item)), item);
    if (!is_new) pairs.push_back({first->second, item});
  }
  return pairs;
}

std::vector<Pair> alike(const Interner& words) {
  std::vector<std::uint32_t> codes(words.size());
  std::iota(codes.begin(), codes.end(), Code{1});
  return alike(codes, [&](Code code) { return words.text(code); });
}

/// Where the codes of the pairs stand first, in file order.
using FirstRows = std::map<Code, Origin>;

void note(FirstRows& first_rows, Code code, Origin origin) {
  const auto [found, is_new] = first_rows.emplace(code, origin);
  if (!is_new && origin < found->second) found->second = origin;
}

bool names(const std::vector<Pair>& pairs, Code code) {
  return std::any_of(pairs.begin(), pairs.end(), [code](const Pair& pair) {
    return pair.first == code || pair.second == code;
  });
}

FirstRows first_rows_in(const std::vector<ParticipantRow>& rows, Code ParticipantRow::*member,
                        const std::vector<Pair>& pairs) {
  FirstRows first_rows;
  for (const ParticipantRow& row : rows) {
    if (names(pairs, row.*member)) note(first_rows, row.*member, row.origin);
  }
  return first_rows;
}

FirstRows first_rows_in(const PackedRows<SupportRow>& rows, Code SupportRow::*member,
                        const std::vector<Pair>& pairs) {
  FirstRows first_rows;
  for (const std::uint32_t at :
       rows.find(member, [&](Code code) { return code != no_code && names(pairs, code); })) {
    const SupportRow row = rows[at];
    note(first_rows, row.*member, row.origin);
  }
  return first_rows;
}

FirstRows first_rows_in(const std::vector<PlaceRow>& rows, Code PlaceRow::*member,
                        const std::vector<Pair>& pairs) {
  FirstRows first_rows;
  for (const PlaceRow& row : rows) {
    if (names(pairs, row.*member)) note(first_rows, row.*member, row.origin);
  }
  return first_rows;
}

/// One finding a pair, however many rows name it.
template <typename Rows, typename Row>
void check_keys(const Dossier& dossier, Column column, const Interner& words, const Rows& rows,
                Code Row::*member, Diagnostics& diagnostics) {
  const std::vector<Pair> pairs = alike(words);
  if (pairs.empty()) return;
  const FirstRows first_rows = first_rows_in(rows, member, pairs);
  for (const Pair& pair : pairs) {
    auto first = first_rows.find(pair.first);
    auto second = first_rows.find(pair.second);
    if (first == first_rows.end() || second == first_rows.end()) continue;
    if (second->second < first->second) std::swap(first, second);
    const ToldApart told = tell_apart(words.text(first->first), words.text(second->first));
    diagnostics.report(Kind::similar_keys, dossier.logs.place(second->second, column),
                       {std::string(column_info(column).name), told.second, told.first,
                        dossier.logs.place(first->second, column)});
  }
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
    if (differences_between(logs.participants[alone[row.other_id]], row).any()) continue;
    report_pair(dossier, Kind::maybe_same_person, Column::participants_other_id,
                alone[row.other_id], at, diagnostics);
  }
}

void check_similar_person_ids(const Dossier& dossier, Diagnostics& diagnostics) {
  const Logs& logs = dossier.logs;
  const auto& rows = logs.participants;
  std::vector<std::uint32_t> firsts;  // of each person_id the first row
  firsts.reserve(rows.size());
  std::vector<bool> met(dossier.people.person_of.size());
  for (std::uint32_t at = 0; at < rows.size(); ++at) {
    if (met[rows[at].person_id]) continue;
    met[rows[at].person_id] = true;
    firsts.push_back(at);
  }
  const auto pairs = alike(
      firsts, [&](std::uint32_t at) { return dossier.codes.person_ids.text(rows[at].person_id); });
  for (const Pair& pair : pairs) {
    const ParticipantRow& first = rows[pair.first];
    const ParticipantRow& second = rows[pair.second];
    if (dossier.people.find(first.person_id) == dossier.people.find(second.person_id)) continue;
    const ToldApart told = tell_apart(shown_id_of(dossier, first), shown_id_of(dossier, second));
    diagnostics.report(
        Kind::similar_person_ids, logs.place(second.origin, Column::participants_person_id),
        {told.second, told.first, logs.place(first.origin, Column::participants_person_id)});
  }
}

/// The ids themselves are not quoted, only what cannot be seen in them.
void check_similar_other_ids(const Dossier& dossier, Diagnostics& diagnostics) {
  const Logs& logs = dossier.logs;
  const Interner& words = dossier.codes.other_ids;
  const std::vector<Pair> pairs = alike(words);
  if (pairs.empty()) return;
  std::map<Code, std::uint32_t> first_rows;
  for (std::uint32_t at = 0; at < logs.participants.size(); ++at) {
    const Code code = logs.participants[at].other_id;
    if (code != no_code && names(pairs, code)) first_rows.emplace(code, at);
  }
  for (const Pair& pair : pairs) {
    auto first = first_rows.find(pair.first);
    auto second = first_rows.find(pair.second);
    if (first == first_rows.end() || second == first_rows.end()) continue;
    if (second->second < first->second) std::swap(first, second);
    const ParticipantRow& earlier = logs.participants[first->second];
    const ParticipantRow& later = logs.participants[second->second];
    if (dossier.people.find(earlier.person_id) == dossier.people.find(later.person_id)) continue;
    const ToldApart told = tell_apart(words.text(first->first), words.text(second->first));
    diagnostics.report(Kind::similar_other_ids,
                       logs.place(later.origin, Column::participants_other_id),
                       {shown_id_of(dossier, later), shown_id_of(dossier, earlier),
                        logs.place(earlier.origin, Column::participants_other_id),
                        told.unseen.empty() ? std::string() : ": " + told.unseen});
  }
}

void check_similar_keys(const Dossier& dossier, Diagnostics& diagnostics) {
  const Codes& codes = dossier.codes;
  const Logs& logs = dossier.logs;
  check_keys(dossier, Column::participants_household_id, codes.households, logs.participants,
             &ParticipantRow::household, diagnostics);
  check_keys(dossier, Column::support_session_id, codes.sessions, logs.support,
             &SupportRow::session, diagnostics);
  check_keys(dossier, Column::support_provider, codes.providers, logs.support,
             &SupportRow::provider, diagnostics);
  check_keys(dossier, Column::places_place_id, codes.places, logs.places, &PlaceRow::place,
             diagnostics);
}

}  // namespace euproj
