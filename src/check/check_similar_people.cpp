// Persons who may be one: shown, never merged. Only the user can know, and says so in the aliases.

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "check/checks_list.hpp"
#include "euproj/base/repeat_filter.hpp"
#include "euproj/base/utf8.hpp"
#include "euproj/words/kinds.hpp"

namespace euproj {
namespace {

constexpr std::uint32_t no_row = 0xFFFFFFFF;

std::string id_of(const Dossier& dossier, const ParticipantRow& row) {
  return shown_person_id(dossier.codes.person_ids.text(row.person_id), row.origin);
}

void report_pair(const Dossier& dossier, Kind kind, Column column, std::uint32_t earlier,
                 std::uint32_t later, Diagnostics& diagnostics) {
  if (earlier > later) std::swap(earlier, later);
  const ParticipantRow& first = dossier.logs.participants[earlier];
  const ParticipantRow& second = dossier.logs.participants[later];
  diagnostics.report(kind, dossier.logs.place(second.origin, column),
                     {id_of(dossier, second), id_of(dossier, first),
                      std::to_string(first.origin.line)});
}

constexpr std::uint32_t first_not_ascii = 0x80;

constexpr std::array<std::uint32_t, 8> capitals_before_small = {  // Ą Ć Ę Ł Ń Ś Ź Ż
    0x104, 0x106, 0x118, 0x141, 0x143, 0x15A, 0x179, 0x17B};

constexpr std::uint32_t blank = ' ';

/// What of a letter tells persons apart: all blanks and dashes are one, and a letter is a small one.
constexpr std::uint32_t letter_of_likeness(std::uint32_t letter) {
  constexpr std::uint32_t no_break_space = 0xA0;
  constexpr std::uint32_t minus = 0x2212;
  if (letter == '-' || letter == no_break_space || letter == minus) return blank;
  if (letter >= 0x2010 && letter <= 0x2015) return blank;
  if ((letter >= 'A' && letter <= 'Z') || letter == 0xD3) return letter + 32;  // Ó
  for (const std::uint32_t capital : capitals_before_small) {
    if (letter == capital) return letter + 1;
  }
  return letter;
}

constexpr auto ascii_of_likeness = [] {
  std::array<std::uint8_t, first_not_ascii> letters{};
  for (std::uint32_t letter = 0; letter < first_not_ascii; ++letter) {
    letters[letter] = static_cast<std::uint8_t>(letter_of_likeness(letter));
  }
  return letters;
}();

bool is_digit(std::uint32_t letter) { return letter >= '0' && letter <= '9'; }

/// Calls `take` for small letters without blanks and dashes. Between digits one dash stays: `1-11` is
/// not `11-1`.
template <typename Take>
void for_likeness(std::string_view person_id, Take take) {
  std::uint32_t last = 0;
  bool was_gap = false;
  for (std::size_t at = 0; at < person_id.size();) {
    const auto byte = static_cast<unsigned char>(person_id[at]);
    const std::uint32_t letter = byte < first_not_ascii
                                     ? (++at, ascii_of_likeness[byte])
                                     : letter_of_likeness(next_code_point(person_id, at));
    if (letter == blank) {
      was_gap = true;
      continue;
    }
    if (was_gap && is_digit(last) && is_digit(letter)) take('-');
    was_gap = false;
    last = letter;
    take(letter);
  }
}

std::string likeness_of(std::string_view person_id) {
  std::string likeness;
  for_likeness(person_id, [&](std::uint32_t letter) { append_utf8(likeness, letter); });
  return likeness;
}

/// A number that those alike have in common; other ids may be chosen to have it, too.
std::uint64_t number_of_likeness(std::string_view person_id) {
  constexpr std::uint64_t factor = 0x9E3779B97F4A7C15u;
  std::uint64_t number = 0;
  for_likeness(person_id, [&](std::uint32_t letter) { number = number * factor + letter; });
  return number;
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
  std::set<std::pair<PersonIndex, PersonIndex>> told;
  for (std::uint32_t at = 0; at < logs.participants.size(); ++at) {
    const ParticipantRow& row = logs.participants[at];
    if (row.pesel == 0 || row.other_id == no_code || alone[row.other_id] == no_row) continue;
    const PersonIndex person = dossier.people.find(row.person_id);
    const PersonIndex other =
        dossier.people.find(logs.participants[alone[row.other_id]].person_id);
    if (person == other || !told.emplace(person, other).second) continue;
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
    likes.push_back({number_of_likeness(id_at(at)), at});
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
