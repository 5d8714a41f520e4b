#include "read/central/persons.hpp"

#include <algorithm>
#include <array>

#include "euproj/base/sha256.hpp"
#include "euproj/base/utf8.hpp"
#include "euproj/core/pesel.hpp"
#include "euproj/words/kinds.hpp"

namespace euproj {
namespace {

constexpr std::size_t pesel_length = 11;
constexpr int longest_life = 130;
constexpr std::size_t shortest_padded = 6;  // 2000-01-01 has at most five leading zeros

bool is_digit(char c) { return c >= '0' && c <= '9'; }

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

std::string full_pesel(const std::string& digits) {
  if (digits.size() < shortest_padded || digits.size() >= pesel_length) return digits;
  if (!std::all_of(digits.begin(), digits.end(), is_digit)) return digits;
  const std::string full = std::string(pesel_length - digits.size(), '0') + digits;
  return parse_pesel(full) ? full : digits;
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

std::string PresetPersons::person_id(const PresetIdentity& identity, std::uint32_t line) {
  std::vector<std::string> keys;
  if (!identity.pesel.empty()) keys.push_back("P" + identity.pesel);
  if (!identity.technical_id.empty()) keys.push_back("T" + identity.technical_id);
  if (!identity.other_id.empty()) keys.push_back("O" + identity.other_id);
  if (keys.empty() && !identity.name.empty()) keys.push_back("N" + identity.name);

  std::string id = (files_ == 1 ? "u-" : "u" + std::to_string(files_) + "-") + std::to_string(line);
  // Sixteen hexadecimal digits: two of a million persons meet once in 37 million projects.
  if (!key_.empty() && !keys.empty()) id = "p-" + hmac_sha256(key_, keys.front()).substr(0, 16);
  for (const std::string& key : keys) {
    if (const auto known = ids_.find(key); known != ids_.end()) {
      id = known->second;
      break;
    }
  }
  for (const std::string& key : keys) ids_.emplace(key, id);
  return id;
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
  if (kept.pesel == 0 && row.pesel != 0) kept.born = row.born;  // it was reckoned from the age
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
