#include "model/identities.hpp"

#include <algorithm>
#include <cstdlib>
#include <map>
#include <numeric>
#include <tuple>

namespace euproj {
namespace {

// A PESEL, the code of an other_id and a technical id as one kind of number: a PESEL is below
// 10^11.
constexpr std::uint64_t first_other_number = std::uint64_t{1} << 40;
constexpr std::uint64_t first_technical_number = std::uint64_t{1} << 41;

std::uint64_t other_number(Code other_id) { return first_other_number + other_id; }

/// The PESEL when there is one, else other_id; 0 when only the person_id says who it is.
std::uint64_t number_of(const ParticipantRow& row) {
  if (row.pesel != 0) return row.pesel;
  return row.other_id == no_code ? 0 : other_number(row.other_id);
}

/// 0 when it has none.
std::uint64_t technical_number_of(const ParticipantRow& row) {
  return row.technical_id == 0 ? 0 : first_technical_number + row.technical_id;
}

std::uint64_t number_of(const IdentityNumber& number) {
  return number.pesel != 0 ? number.pesel : other_number(number.other_id);
}

/// Whether the rows give birth dates, or ages, of two persons. A declared age may be one year
/// wrong, and of two of them each: the later entry is compared with what the earlier one lets
/// expect.
bool births_differ(const ParticipantRow& a, const ParticipantRow& b) {
  if (!a.born.known() || !b.born.known()) return false;
  if (!a.born_of_age && !b.born_of_age) return a.born != b.born;
  const ParticipantRow& later = a.born_of_age && (!b.born_of_age || a.entry >= b.entry) ? a : b;
  const ParticipantRow& other = &later == &a ? b : a;
  const int declared = completed_years(later.born, later.entry);
  return std::abs(declared - completed_years(other.born, later.entry)) > 1;
}

}  // namespace

Differences differences_between(const ParticipantRow& a, const ParticipantRow& b) {
  const auto differ = [](auto one, auto other) { return one != 0 && other != 0 && one != other; };
  Differences in;
  in.sex = differ(a.attribute(Attribute::sex), b.attribute(Attribute::sex));
  in.born = births_differ(a, b);
  in.technical_id = differ(a.technical_id, b.technical_id);
  in.pesel = differ(a.pesel, b.pesel);
  return in;
}

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
  read_person_ids();
  compare_rows_of_ids();
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

/// Nearly every row has a person_id of its own: only the others are looked at again.
void Identities::read_person_ids() {
  const auto& rows = logs_.participants;
  Code max_code = no_code;
  for (const ParticipantRow& row : rows) max_code = std::max(max_code, row.person_id);
  parent_.resize(std::size_t{max_code} + 1);
  std::iota(parent_.begin(), parent_.end(), Code{0});
  row_of_id_.resize(parent_.size(), no_row);
  for (std::uint32_t at = 0; at < rows.size(); ++at) {
    std::uint32_t& first = row_of_id_[rows[at].person_id];
    if (first == no_row) {
      first = at;
    } else {
      again_.push_back(at);
    }
  }
}

/// A PESEL that a person receives after an other_id is no contradiction: each is compared with its
/// like only, and numbers that an alias joins are one.
void Identities::compare_rows_of_ids() {
  for (const std::uint32_t at : again_) {
    Facts& known = facts_of(logs_.participants[at].person_id);
    const Facts row = facts_in(at);
    const Difference found = compare(known, row, JoinedBy::person_id);
    if (found.in.pesel || found.other_id) {
      people_.two_identities.push_back(found.rows);
    } else if (found.in.any()) {
      people_.contradictions.push_back({found.rows, JoinedBy::person_id, found.in});
    } else {
      for (const auto fact : {&Facts::born, &Facts::age, &Facts::sex, &Facts::technical_id,
                              &Facts::pesel, &Facts::other_id}) {
        known.*fact = std::min(known.*fact, row.*fact);
      }
      continue;
    }
    people_.left_out.push_back(at);
  }
}

bool Identities::is_left_out(std::uint32_t row) const {
  return std::binary_search(people_.left_out.begin(), people_.left_out.end(), row);
}

/// Of a million numbers nearly all are new: only what repeats and what an alias names is kept.
RepeatFilter Identities::filter_of_numbers() const {
  constexpr std::size_t numbers_of_alias = 4;
  const auto& rows = logs_.participants;
  const auto has_technical_id = [](const ParticipantRow& row) { return row.technical_id != 0; };
  const bool any_technical = std::any_of(rows.begin(), rows.end(), has_technical_id);
  RepeatFilter filter(rows.size() * (any_technical ? 2 : 1) +
                      numbers_of_alias * logs_.aliases.size());
  for (const ParticipantRow& row : rows) {
    filter.add(number_of(row));
    if (row.technical_id != 0) filter.add(technical_number_of(row));
  }
  for (const AliasRow& row : logs_.aliases) {
    for (const IdentityNumber& number : {row.identity, row.same_as}) {
      filter.add(number.pesel);
      filter.add(other_number(number.other_id));
    }
  }
  return filter;
}

/// Identity is the PESEL when there is one, else other_id, else the person_id
/// (src/calc/README.md#identity). Sorted rather than looked up: none can be chosen to collide.
void Identities::join_equal_numbers() {
  const auto& rows = logs_.participants;
  const RepeatFilter filter = filter_of_numbers();
  for (std::uint32_t at = 0; at < rows.size(); ++at) {
    for (const std::uint64_t number : {number_of(rows[at]), technical_number_of(rows[at])}) {
      if (number != 0 && filter.may_repeat(number)) first_rows_.push_back({number, at});
    }
  }
  std::sort(first_rows_.begin(), first_rows_.end());
  std::vector<RowPair> pairs;
  std::size_t kept = 0;
  for (std::size_t begin = 0; begin < first_rows_.size();) {
    std::size_t end = begin + 1;
    while (end < first_rows_.size() && first_rows_[end].number == first_rows_[begin].number) ++end;
    if (end - begin > 1) pair_rows(begin, end, pairs);
    std::size_t first = begin;  // of those that are somebody's
    while (first + 1 < end && is_left_out(first_rows_[first].row)) ++first;
    first_rows_[kept++] = first_rows_[first];
    begin = end;
  }
  first_rows_.resize(kept);
  // In file order, so that each row is told of that joins two who were not one before it.
  std::stable_sort(pairs.begin(), pairs.end(),
                   [](const RowPair& a, const RowPair& b) { return a.later < b.later; });
  for (const RowPair& pair : pairs) {
    if (join(pair, shared_by(pair))) people_.two_person_ids.push_back(pair);
  }
}

/// Of the rows of one number, each with the first one that it agrees with: a number may have been
/// copied to several persons, each of several rows. Who agrees with none goes with the first, which
/// is then found out to be a contradiction.
void Identities::pair_rows(std::size_t begin, std::size_t end, std::vector<RowPair>& pairs) const {
  constexpr std::size_t most_compared = 16;  // where birth dates are not exact
  const auto& rows = logs_.participants;
  using Exact = std::tuple<Code, Date, std::uint32_t, std::uint64_t>;
  std::map<Exact, std::uint32_t> same;
  std::vector<std::uint32_t> firsts;
  for (std::size_t i = begin; i < end; ++i) {
    const std::uint32_t at = first_rows_[i].row;
    if (is_left_out(at)) continue;
    const ParticipantRow& row = rows[at];
    const Exact exact{row.attribute(Attribute::sex), row.born, row.technical_id, row.pesel};
    const auto [found, is_new] = same.emplace(exact, at);
    if (!is_new) {
      pairs.push_back({found->second, at});
      continue;
    }
    const auto last =
        firsts.begin() + static_cast<std::ptrdiff_t>(std::min(firsts.size(), most_compared));
    const auto fits = std::find_if(firsts.begin(), last, [&](std::uint32_t first) {
      return !differences_between(rows[first], row).any();
    });
    if (!firsts.empty()) pairs.push_back({fits != last ? *fits : firsts.front(), at});
    if (fits == last) firsts.push_back(at);
  }
}

JoinedBy Identities::shared_by(const RowPair& pair) const {
  const ParticipantRow& a = logs_.participants[pair.earlier];
  const ParticipantRow& b = logs_.participants[pair.later];
  if (a.pesel != 0 && a.pesel == b.pesel) return JoinedBy::pesel;
  return a.other_id != no_code && a.other_id == b.other_id ? JoinedBy::other_id
                                                           : JoinedBy::technical_id;
}

std::uint32_t Identities::first_row(std::uint64_t number) const {
  const auto found =
      std::lower_bound(first_rows_.begin(), first_rows_.end(), NumberedRow{number, 0});
  return found != first_rows_.end() && found->number == number ? found->row : no_row;
}

/// Nothing is reported of the persons joined here: the row of the alias says it, with its reason.
void Identities::join_aliases() {
  std::unordered_map<std::uint64_t, std::uint32_t> row_of_root;
  const auto join_number = [&](std::uint64_t number) {
    const std::uint32_t row = first_row(number);
    if (row == no_row || is_left_out(row)) return;
    const auto [found, is_new] = row_of_root.emplace(aliases_.root(number), row);
    if (!is_new)
      join({std::min(found->second, row), std::max(found->second, row)}, JoinedBy::alias);
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

Identities::Facts Identities::facts_in(std::uint32_t at) const {
  const ParticipantRow& row = logs_.participants[at];
  Facts facts;
  if (row.born.known()) (row.born_of_age ? facts.age : facts.born) = at;
  if (row.attribute(Attribute::sex) != no_code) facts.sex = at;
  if (row.technical_id != 0) facts.technical_id = at;
  if (row.pesel != 0) facts.pesel = at;
  if (row.pesel == 0 && row.other_id != no_code) facts.other_id = at;
  return facts;
}

Identities::Facts& Identities::facts_of(Code root) {
  const auto [found, is_new] = facts_.try_emplace(root);
  if (is_new) found->second = facts_in(row_of_id_[root]);
  return found->second;
}

/// A central system gives a person who enters anew a new technical id, and a passport is renewed:
/// an alias says that these differ, and a joined number may. Within one person_id they may not.
Identities::Difference Identities::compare(const Facts& a, const Facts& b, JoinedBy by) {
  const auto& rows = logs_.participants;
  Difference found;
  const auto note = [&](std::uint32_t one, std::uint32_t other, bool differ, bool& noted) {
    if (!differ) return;
    if (!found.in.any() && !found.other_id) {
      found.rows = {std::min(one, other), std::max(one, other)};
    }
    noted = true;
  };
  const auto test = [&](std::uint32_t one, std::uint32_t other, bool Differences::*which) {
    if (one == no_row || other == no_row) return;
    note(one, other, differences_between(rows[one], rows[other]).*which, found.in.*which);
  };
  const auto numbers_differ = [&](std::uint32_t one, std::uint32_t other) {
    if (one == no_row || other == no_row) return false;
    const std::uint64_t first = number_of(rows[one]);
    const std::uint64_t second = number_of(rows[other]);
    return first != second && aliases_.root(first) != aliases_.root(second);
  };
  note(a.pesel, b.pesel, numbers_differ(a.pesel, b.pesel), found.in.pesel);
  if (by == JoinedBy::person_id) {
    note(a.other_id, b.other_id, numbers_differ(a.other_id, b.other_id), found.other_id);
  }
  test(a.sex, b.sex, &Differences::sex);
  test(a.born, b.born, &Differences::born);
  test(a.born, b.age, &Differences::born);
  test(a.age, b.born, &Differences::born);
  if (a.born == no_row && b.born == no_row) test(a.age, b.age, &Differences::born);
  if (by != JoinedBy::alias) test(a.technical_id, b.technical_id, &Differences::technical_id);
  return found;
}

/// False when they are one already, or can never be.
bool Identities::join(RowPair pair, JoinedBy by) {
  const Code first = root(logs_.participants[pair.earlier].person_id);
  const Code second = root(logs_.participants[pair.later].person_id);
  if (first == second) return false;
  Facts& known = facts_of(first);  // a reference stays where it is when others are added
  const Facts& added = facts_of(second);
  const Difference found = compare(known, added, by);
  if (found.in.any()) {
    if (refused_.emplace(std::minmax(first, second)).second) {
      people_.contradictions.push_back({found.rows, by, found.in});
    }
    return false;
  }
  for (const auto fact : {&Facts::born, &Facts::age, &Facts::sex, &Facts::technical_id,
                          &Facts::pesel, &Facts::other_id}) {
    known.*fact = std::min(known.*fact, added.*fact);
  }
  parent_[second] = first;
  return true;
}

}  // namespace euproj
