#include "read/central/persons.hpp"

#include <algorithm>
#include <array>
#include <functional>

#include "euproj/base/sha256.hpp"
#include "euproj/base/utf8.hpp"
#include "euproj/core/pesel.hpp"
#include "euproj/words/kinds.hpp"

namespace euproj {
namespace {

constexpr int longest_life = 130;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// What identifies a person, where it was blank; an exact birth date for one of a declared age.
void add_facts(ParticipantRow& known, const ParticipantRow& row) {
  std::uint8_t& sex = known.attributes.closed(Attribute::sex);
  if (sex == no_code) sex = static_cast<std::uint8_t>(row.attribute(Attribute::sex));
  if (known.pesel == 0) known.pesel = row.pesel;
  if (known.technical_id == 0) known.technical_id = row.technical_id;
  if (!row.born.known() || (known.born.known() && (row.born_of_age || !known.born_of_age))) return;
  known.born = row.born;
  known.born_of_age = row.born_of_age;
  known.entry = row.entry;
}

}  // namespace

std::string without_marks(std::string_view number) {
  std::string out;
  for (std::size_t at = 0; at < number.size();) {
    const std::uint32_t c = next_code_point(number, at);
    const bool is_mark = c == '\'' || c == 0x2018 || c == 0x2019 || c == ' ' || c == 0xA0;
    if (!is_mark) append_utf8(out, c);
  }
  return out;
}

std::optional<int> whole_years(std::string_view text) {
  if (text.empty() || text.size() > 3) return std::nullopt;
  int years = 0;
  for (const char c : text) {
    if (!is_digit(c)) return std::nullopt;
    years = years * 10 + (c - '0');
  }
  return years <= longest_life ? std::optional(years) : std::nullopt;
}

Date years_before(Date day, int years) { return day.plus_months(-12 * years); }

std::string name_of_municipality(std::string_view text) {
  return std::string(trimmed(text.substr(0, text.find(" - "))));
}

namespace {

using F = PresetField;

/// By Attribute; the group is not in these files.
constexpr std::array<PresetField, attribute_count> attribute_fields = {
    F::pesel,    F::sex,         F::labour_status, F::education,
    F::degurba,  F::citizenship, F::disability,    F::foreign_background,
    F::minority, F::homeless,    F::disadvantaged, F::municipality,
    F::pesel};

/// Blank is filled from the other row; true when both are given and differ.
template <typename Value>
bool joined(Value& kept, const Value& other, const Value& blank) {
  if (kept == blank) kept = other;
  return other != blank && kept != other;
}

}  // namespace

std::vector<std::string> PresetPersons::keys_of(const PresetIdentity& identity) {
  std::vector<std::string> keys;
  if (!identity.pesel.empty()) keys.push_back("P" + identity.pesel);
  if (!identity.technical_id.empty()) keys.push_back("T" + identity.technical_id);
  if (!identity.other_id.empty()) keys.push_back("O" + identity.other_id);
  if (keys.empty() && !identity.name.empty()) {
    keys.push_back("N" + identity.name + "|" + identity.sex_and_age);
  }
  return keys;
}

/// Sixteen hexadecimal digits: two of a million persons meet once in 37 million projects. Who
/// shares the number of another is named after all numbers, or else after the line.
std::string PresetPersons::new_id(const std::vector<std::string>& keys, std::uint32_t line) const {
  const std::string by_line =
      (files_ == 1 ? "u-" : "u" + std::to_string(files_) + "-") + std::to_string(line);
  if (key_.empty() || keys.empty()) return by_line;
  std::string all;
  for (const std::string& key : keys) all += key + "|";
  for (const std::string& named : {keys.front(), all, all + by_line}) {
    std::string id = "p-" + hmac_sha256(key_, named).substr(0, 16);
    if (!known_.contains(id)) return id;
  }
  return by_line;
}

std::string PresetPersons::likely_id(const PresetIdentity& identity, std::uint32_t line) const {
  const std::vector<std::string> keys = keys_of(identity);
  for (const std::string& key : keys) {
    if (const auto known = ids_.find(key); known != ids_.end()) return known->second;
  }
  return new_id(keys, line);
}

void PresetPersons::remember_unread(const PresetIdentity& identity, const std::string& id) {
  const std::vector<std::string> keys = keys_of(identity);
  const bool is_new = std::none_of(keys.begin(), keys.end(),
                                   [&](const std::string& key) { return ids_.contains(key); });
  for (const std::string& key : keys) {
    if (is_new) ids_.emplace(key, id);
  }
}

PresetPerson PresetPersons::person_of(const PresetIdentity& identity, ParticipantRow& row) {
  const std::vector<std::string> keys = keys_of(identity);
  if (!identity.technical_id.empty()) {
    const auto number = static_cast<std::uint32_t>(technical_ids_.size() + 1);
    row.technical_id = technical_ids_.emplace(identity.technical_id, number).first->second;
  }
  PresetPerson person;
  const auto try_id = [&](const std::string& id) {
    const auto known = known_.find(id);
    if (known == known_.end() || !differences_between(known->second.row, row).any()) {
      person.id = id;
    } else if (!identity.has_number()) {
      person.other_age = known->second.row.origin;
    }
    return !person.id.empty();
  };
  const auto has_this_person = [&](const std::string& key) {
    const auto first = ids_.find(key);
    if (first == ids_.end()) return false;
    if (try_id(first->second)) return true;
    const auto more = more_ids_.find(key);
    return more != more_ids_.end() && std::any_of(more->second.begin(), more->second.end(), try_id);
  };
  if (std::any_of(keys.begin(), keys.end(), has_this_person)) {
    person.other_age = {};
  } else {
    person.id = new_id(keys, row.origin.line);
  }
  for (const std::string& key : keys) {
    const auto [first, is_new] = ids_.emplace(key, person.id);
    if (is_new || first->second == person.id) continue;
    std::vector<std::string>& more = more_ids_[key];
    constexpr std::size_t most = 64;  // of more persons of one number each row is somebody else
    if (more.size() < most && std::find(more.begin(), more.end(), person.id) == more.end()) {
      more.push_back(person.id);
    }
  }

  Known& known = known_[person.id];
  if (known.row.origin.line == 0) {
    known.row = row;
  } else {
    add_facts(known.row, row);
  }
  if (identity.name.empty()) return person;
  const std::size_t name = std::hash<std::string>()(identity.name) | 1U;
  if (known.name == 0) {
    known.name = name;
    known.named = row.origin;
  } else if (known.name != name && !known.name_differs) {
    known.name_differs = true;
    person.other_name = known.named;
  }
  return person;
}

bool PresetPersons::join_last_row(const PresetHeader& header, Logs& logs,
                                  Diagnostics& diagnostics) {
  const ParticipantRow row = logs.participants.back();
  const auto [place, is_new] =
      participations_.emplace(std::pair(row.person_id, row.entry), logs.participants.size() - 1);
  if (is_new) return true;
  ParticipantRow& kept = logs.participants[place->second];
  bool agrees = true;
  const auto compare = [&](bool differs, PresetField field) {
    if (!differs) return;
    Place at{row.origin.file, row.origin.line, 0};
    at.cell = header.cell(field);
    if (at.cell == 0) at.column = 1;
    const Place first{kept.origin.file, kept.origin.line, 0, 0, at.cell};
    diagnostics.report(Kind::person_rows_differ, at, {header.name(field), first});
    agrees = false;
  };
  if (kept.pesel == 0 && row.pesel != 0) {  // it was reckoned from the age
    kept.born = row.born;
    kept.born_of_age = false;
  }
  if (kept.technical_id == 0) kept.technical_id = row.technical_id;
  const bool same_source = (kept.pesel == 0) == (row.pesel == 0);
  compare(joined(kept.pesel, row.pesel, std::uint64_t{0}), F::pesel);
  if (same_source && kept.pesel == 0) compare(kept.born != row.born, F::age);
  compare(joined(kept.other_id, row.other_id, no_code), F::pesel);
  compare(joined(kept.exit, row.exit, Date()), F::exit_date);
  compare(joined(kept.completed, row.completed, Answer::blank), F::completed);
  for (std::size_t i = 0; i < attribute_count; ++i) {
    const auto which = static_cast<Attribute>(i);
    Code code = kept.attributes[which];
    compare(joined(code, row.attributes[which], no_code), attribute_fields[i]);
    kept.attributes.set(which, code);
  }
  logs.participants.pop_back();
  return agrees;
}

bool PresetPersons::add_support(const SupportRow& row, std::string_view kind) {
  return support_.emplace(row.person_id, row.date, row.date_to, row.form, std::string(kind)).second;
}

bool PresetPersons::add_outcome(const OutcomeRow& row) {
  return outcomes_.emplace(row.person_id, row.outcome, row.date).second;
}

}  // namespace euproj
