#include "model/identities.hpp"

#include <algorithm>
#include <numeric>
#include <utility>

#include "euproj/base/repeat_filter.hpp"

namespace euproj {
namespace {

constexpr std::uint32_t no_row = 0xFFFFFFFF;

// A PESEL and the code of an other_id as one kind of number: a PESEL is below 10^11.
constexpr std::uint64_t first_other_number = std::uint64_t{1} << 40;

std::uint64_t other_number(Code other_id) { return first_other_number + other_id; }

/// The PESEL when there is one, else other_id; 0 when only the person_id says who it is.
std::uint64_t number_of(const ParticipantRow& row) {
  if (row.pesel != 0) return row.pesel;
  return row.other_id == no_code ? 0 : other_number(row.other_id);
}

std::uint64_t number_of(const IdentityNumber& number) {
  return number.pesel != 0 ? number.pesel : other_number(number.other_id);
}

}  // namespace

void AliasForest::join(std::uint64_t a, std::uint64_t b) {
  const std::uint64_t first = root(a);
  const std::uint64_t second = root(b);
  if (first != second) parent_[second] = first;
}

std::uint64_t AliasForest::root(std::uint64_t number) {
  std::uint64_t top = number;
  for (auto found = parent_.find(top); found != parent_.end(); found = parent_.find(top)) {
    top = found->second;
  }
  while (number != top) {  // a long chain of aliases is walked once
    number = std::exchange(parent_[number], top);
  }
  return top;
}

Identities::Identities(const Logs& logs, People& people) : logs_(logs), people_(people) {
  read_aliases();
  read_numbers();
  join_equal_numbers();
  join_aliases();
}

Code Identities::root(Code person_id) {
  while (parent_[person_id] != person_id) {
    person_id = parent_[person_id] = parent_[parent_[person_id]];
  }
  return person_id;
}

void Identities::read_aliases() {
  for (const AliasRow& row : logs_.aliases) {
    aliases_.join(number_of(row.identity), number_of(row.same_as));
    for (const IdentityNumber& number : {row.identity, row.same_as}) {
      if (number.pesel != 0) aliases_.join(number.pesel, other_number(number.other_id));
    }
  }
}

/// Of a million numbers nearly all are new: only what repeats and what an alias names is kept.
void Identities::read_numbers() {
  const auto& rows = logs_.participants;
  constexpr std::size_t numbers_of_alias = 4;
  RepeatFilter filter(rows.size() + numbers_of_alias * logs_.aliases.size());
  Code max_code = no_code;
  for (const ParticipantRow& row : rows) {
    filter.add(number_of(row));
    max_code = std::max(max_code, row.person_id);
  }
  for (const AliasRow& row : logs_.aliases) {
    for (const IdentityNumber& number : {row.identity, row.same_as}) {
      filter.add(number.pesel);
      filter.add(other_number(number.other_id));
    }
  }
  parent_.resize(std::size_t{max_code} + 1);
  std::iota(parent_.begin(), parent_.end(), Code{0});
  pesel_row_.resize(parent_.size(), no_row);
  other_row_.resize(parent_.size(), no_row);
  for (std::uint32_t at = 0; at < rows.size(); ++at) {
    const std::uint64_t number = number_of(rows[at]);
    if (number == 0) continue;
    if (filter.may_repeat(number)) first_rows_.push_back({number, at});
    compare(rows[at].pesel != 0 ? pesel_row_ : other_row_, at);
  }
}

/// Identity is the PESEL when there is one, else other_id, else the person_id (SPEC 4.2). Sorted
/// rather than looked up: none can be chosen to collide.
void Identities::join_equal_numbers() {
  const auto& rows = logs_.participants;
  std::sort(first_rows_.begin(), first_rows_.end());
  std::vector<RowPair> repeated;
  std::size_t kept = 0;
  for (const NumberedRow numbered : first_rows_) {
    if (kept > 0 && first_rows_[kept - 1].number == numbered.number) {
      repeated.push_back({first_rows_[kept - 1].row, numbered.row});
    } else {
      first_rows_[kept++] = numbered;
    }
  }
  first_rows_.resize(kept);
  // In file order, so that each row is told of that joins two who were not one before it.
  std::sort(repeated.begin(), repeated.end(),
            [](const RowPair& a, const RowPair& b) { return a.later < b.later; });
  for (const RowPair& pair : repeated) {
    if (join(rows[pair.earlier].person_id, rows[pair.later].person_id)) {
      people_.two_person_ids.push_back(pair);
    }
  }
}

std::uint32_t Identities::first_row(std::uint64_t number) const {
  const auto found =
      std::lower_bound(first_rows_.begin(), first_rows_.end(), NumberedRow{number, 0});
  return found != first_rows_.end() && found->number == number ? found->row : no_row;
}

/// A PESEL that a person receives after an other_id is no contradiction: each is compared with its
/// like only, and numbers that an alias joins are one.
void Identities::compare(std::vector<std::uint32_t>& first_rows, std::uint32_t at) {
  const ParticipantRow& row = logs_.participants[at];
  std::uint32_t& first = first_rows[row.person_id];
  if (first == no_row) {
    first = at;
    return;
  }
  const std::uint64_t earlier = number_of(logs_.participants[first]);
  const std::uint64_t later = number_of(row);
  if (earlier != later && aliases_.root(earlier) != aliases_.root(later)) {
    people_.two_identities.push_back({first, at});
  }
}

/// Nothing is reported of the persons joined here: the row of the alias says it, with its reason.
void Identities::join_aliases() {
  std::unordered_map<std::uint64_t, Code> person_of_root;
  const auto join_number = [&](std::uint64_t number) {
    const std::uint32_t row = first_row(number);
    if (row == no_row) return;
    const Code person_id = logs_.participants[row].person_id;
    const auto [found, is_new] = person_of_root.emplace(aliases_.root(number), person_id);
    if (!is_new) join(found->second, person_id);
  };
  for (std::uint32_t at = 0; at < logs_.aliases.size(); ++at) {
    const AliasRow& alias = logs_.aliases[at];
    for (const IdentityNumber& number : {alias.identity, alias.same_as}) {
      if (number.pesel != 0) join_number(number.pesel);
      join_number(other_number(number.other_id));
    }
    note_unknown(alias.identity, {at, Column::aliases_identity});
    note_unknown(alias.same_as, {at, Column::aliases_same_as});
  }
}

void Identities::note_unknown(const IdentityNumber& number, AliasCell cell) {
  const bool as_pesel = number.pesel != 0 && first_row(number.pesel) != no_row;
  if (as_pesel || first_row(other_number(number.other_id)) != no_row) return;
  people_.unknown_aliases.push_back(cell);
}

/// False when they are one already.
bool Identities::join(Code first_person_id, Code second_person_id) {
  const Code first = root(first_person_id);
  const Code second = root(second_person_id);
  parent_[second] = first;
  return first != second;
}

}  // namespace euproj
