#include "read/words/words.hpp"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include "euproj/base/unicode.hpp"
#include "euproj/base/utf8.hpp"
#include "euproj/model/logs.hpp"

namespace euproj {
namespace {

constexpr std::array<std::string_view, 6> answer_words = {"tak", "nie", "odmowa",
                                                          "yes", "no",  "refused"};
constexpr std::array<std::string_view, 7> sex_words = {"K",     "M",   "kobieta", "mężczyzna",
                                                       "woman", "man", "F"};
constexpr std::array<std::string_view, 2> place_kind_words = {"created", "supported"};
constexpr std::array<std::string_view, 3> degurba_words = {"1", "2", "3"};

template <typename Meaning, std::size_t count>
std::optional<Meaning> meaning_of(
    std::string_view text, const std::array<std::pair<std::string_view, Meaning>, count>& words) {
  for (const auto& [word, meaning] : words) {
    if (same_word(text, word)) return meaning;
  }
  return std::nullopt;
}

template <typename Meaning, std::size_t count>
std::vector<std::vector<std::string_view>> by_meaning(
    const std::array<std::pair<std::string_view, Meaning>, count>& words) {
  std::vector<std::vector<std::string_view>> groups;
  std::vector<Meaning> meanings;
  for (const auto& [word, meaning] : words) {
    const auto known = std::find(meanings.begin(), meanings.end(), meaning);
    const auto group = static_cast<std::size_t>(known - meanings.begin());
    if (known == meanings.end()) {
      meanings.push_back(meaning);
      groups.emplace_back();
    }
    groups[group].push_back(word);
  }
  return groups;
}

// What people write for a meaning.
constexpr std::array<std::pair<std::string_view, Answer>, 11> answer_spellings = {{
    {"tak", Answer::yes},
    {"nie", Answer::no},
    {"yes", Answer::yes},
    {"no", Answer::no},
    {"odmowa", Answer::refused},
    {"refused", Answer::refused},
    {"odmowa podania informacji", Answer::refused},  // the word of both central systems
    // What spreadsheets make of a ticked box.
    {"true", Answer::yes},
    {"false", Answer::no},
    {"prawda", Answer::yes},
    {"fałsz", Answer::no},
}};
constexpr std::array<std::pair<std::string_view, Sex>, 8> sex_spellings = {{
    {"K", Sex::woman},
    {"M", Sex::man},
    {"kobieta", Sex::woman},
    {"mężczyzna", Sex::man},
    {"mezczyzna", Sex::man},
    {"woman", Sex::woman},
    {"man", Sex::man},
    {"F", Sex::woman},
}};
constexpr std::array<std::pair<std::string_view, PlaceKind>, 2> place_kind_spellings = {{
    {"created", PlaceKind::created},
    {"supported", PlaceKind::supported},
}};
constexpr std::array<std::pair<std::string_view, EntityKind>, 10> entity_kind_spellings = {{
    {"public_administration", EntityKind::public_administration},
    {"sme", EntityKind::sme},
    {"ngo", EntityKind::ngo},
    {"other", EntityKind::other},
    {"administracja publiczna", EntityKind::public_administration},
    {"msp", EntityKind::sme},
    {"mśp", EntityKind::sme},
    {"organizacja pozarządowa", EntityKind::ngo},
    {"inny", EntityKind::other},
    {"inne", EntityKind::other},
}};
constexpr std::array<std::pair<std::string_view, EntitySize>, 12> entity_size_spellings = {{
    {"micro", EntitySize::micro},
    {"small", EntitySize::small},
    {"medium", EntitySize::medium},
    {"large", EntitySize::large},
    {"mikro", EntitySize::micro},
    {"mały", EntitySize::small},
    {"małe", EntitySize::small},
    {"mała", EntitySize::small},
    {"średni", EntitySize::medium},
    {"średnie", EntitySize::medium},
    {"duży", EntitySize::large},
    {"duże", EntitySize::large},
}};

}  // namespace

std::string ungrouped_pesel(std::string_view text) {
  std::string digits;
  for (const char c : text) {
    if (c != ' ' && c != '\'') digits += c;
  }
  return digits;
}

bool identifies_nobody(std::string_view id) {
  bool has_zero = false;
  bool has_letter = false;
  for (const char c : id) {
    if (c >= '1' && c <= '9') return false;
    has_zero = has_zero || c == '0';
    const char small = static_cast<char>(c | 0x20);
    has_letter =
        has_letter || (small >= 'a' && small <= 'z') || static_cast<unsigned char>(c) >= 0x80;
  }
  return !id.empty() && !(has_zero && has_letter);
}

bool is_usual_filler(std::string_view text) {
  static constexpr std::array<std::string_view, 36> words = {"",
                                                             "bd",
                                                             "brak",
                                                             "brak danych",
                                                             "brak dokumentu",
                                                             "brak numeru",
                                                             "brak pesel",
                                                             "brak peselu",
                                                             "cudzoziemiec",
                                                             "cudzoziemka",
                                                             "do uzupelnienia",
                                                             "dowod",
                                                             "dowod osobisty",
                                                             "inny",
                                                             "karta pobytu",
                                                             "n a",
                                                             "n d",
                                                             "na",
                                                             "nd",
                                                             "nie dotyczy",
                                                             "nie ma",
                                                             "nie podano",
                                                             "nie posiada",
                                                             "nieznany",
                                                             "no",
                                                             "none",
                                                             "not applicable",
                                                             "obcokrajowiec",
                                                             "passport",
                                                             "paszport",
                                                             "unknown",
                                                             "w trakcie",
                                                             "w trakcie nadawania",
                                                             "w trakcie wyrabiania",
                                                             "x",
                                                             "xxx"};
  const bool has_digit = text.find('0') != std::string_view::npos;
  return has_digit || std::find(words.begin(), words.end(), folded(text)) != words.end();
}

std::string project_key(std::string_view number) {
  const auto is_digit = [&](std::size_t at) { return number[at] >= '0' && number[at] <= '9'; };
  number = trimmed(number);
  // RPSL.09.02.05-24-0123/19-01: the year stands before the annex.
  const std::size_t size = number.size();
  if (size > 6 && is_digit(size - 1) && is_digit(size - 2) && number[size - 3] == '-' &&
      is_digit(size - 4) && is_digit(size - 5)) {
    const std::size_t slash = number.rfind('/');
    if (slash != std::string_view::npos && size - 3 - slash <= 5)
      number = number.substr(0, size - 3);
  }
  return folded(number);
}

std::optional<Answer> answer_of(std::string_view text) {
  return meaning_of(text, answer_spellings);
}

std::optional<Sex> sex_of(std::string_view text) { return meaning_of(text, sex_spellings); }

std::optional<PlaceKind> place_kind_of(std::string_view text) {
  return meaning_of(text, place_kind_spellings);
}

std::optional<EntityKind> entity_kind_of(std::string_view text) {
  return meaning_of(text, entity_kind_spellings);
}

std::optional<EntitySize> entity_size_of(std::string_view text) {
  return meaning_of(text, entity_size_spellings);
}

std::span<const std::string_view> words_of(ColumnType type) {
  if (type == ColumnType::answer) return answer_words;
  if (type == ColumnType::sex) return sex_words;
  if (type == ColumnType::place_kind) return place_kind_words;
  if (type == ColumnType::entity_kind) return entity_kinds;
  if (type == ColumnType::entity_size) return entity_sizes;
  if (type == ColumnType::labour_status) return labour_status_words;
  if (type == ColumnType::education) return education_levels;
  if (type == ColumnType::degurba) return degurba_words;
  return {};
}

std::vector<std::vector<std::string_view>> spellings_of(ColumnType type) {
  if (type == ColumnType::answer) return by_meaning(answer_spellings);
  if (type == ColumnType::sex) return by_meaning(sex_spellings);
  if (type == ColumnType::place_kind) return by_meaning(place_kind_spellings);
  if (type == ColumnType::entity_kind) return by_meaning(entity_kind_spellings);
  if (type == ColumnType::entity_size) return by_meaning(entity_size_spellings);
  std::vector<std::vector<std::string_view>> groups;
  for (const std::string_view word : words_of(type)) groups.push_back({word});
  return groups;
}

Code code_of_word(ColumnType type, std::string_view text) {
  static_assert(static_cast<Code>(Answer::blank) == no_code &&
                static_cast<Code>(Sex::unknown) == no_code);
  if (type == ColumnType::answer) return static_cast<Code>(answer_of(text).value_or(Answer::blank));
  if (type == ColumnType::sex) return static_cast<Code>(sex_of(text).value_or(Sex::unknown));
  if (type == ColumnType::entity_kind) {
    return static_cast<Code>(entity_kind_of(text).value_or(EntityKind::unknown));
  }
  if (type == ColumnType::entity_size) {
    return static_cast<Code>(entity_size_of(text).value_or(EntitySize::unknown));
  }
  const std::span<const std::string_view> words = words_of(type);
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (same_word(text, words[i])) return static_cast<Code>(i + 1);
  }
  return no_code;
}

}  // namespace euproj
