#include "read/central/preset_dictionary.hpp"

#include <algorithm>
#include <array>
#include <span>
#include <utility>

#include "euproj/model/logs.hpp"
#include "read/table/shown_value.hpp"

namespace euproj {
namespace {

using F = PresetField;
using Entry = std::pair<std::string_view, std::string_view>;  // folded value, our word

constexpr std::array answers = {
    Entry{"tak", "yes"},
    Entry{"yes", "yes"},
    Entry{"true", "yes"},
    Entry{"1", "yes"},
    Entry{"nie", "no"},
    Entry{"no", "no"},
    Entry{"false", "no"},
    Entry{"0", "no"},
    Entry{"odmowa podania informacji", "refused"},
    Entry{"odmowa podania danych", "refused"},
    Entry{"odmawiam podania danych", "refused"},
    Entry{"nie podaje", "refused"},
    Entry{"odmowa", "refused"},
    Entry{"refused", "refused"},
};
constexpr std::array sexes = {Entry{"kobieta", "K"}, Entry{"mezczyzna", "M"}, Entry{"k", "K"},
                              Entry{"m", "M"}};
constexpr std::array row_types = {Entry{"osoba", "osoba"}, Entry{"instytucja", "instytucja"}};
constexpr std::array citizenships = {
    Entry{"obywatelstwo polskie", "pl"},
    Entry{"polskie", "pl"},
    Entry{"pl", "pl"},
    Entry{"brak polskiego obywatelstwa obywatel kraju ue", "eu"},
    Entry{"eu", "eu"},
    Entry{"brak polskiego obywatelstwa lub ue obywatel kraju spoza ue bezpanstwowiec", "non_eu"},
    Entry{"brak polskiego obywatelstwa lub ue obywatel kraju spoza ue", "non_eu"},
    Entry{"bezpanstwowiec", "non_eu"},
    Entry{"non eu", "non_eu"},
};
constexpr std::array statuses = {
    Entry{"osoba bezrobotna", "unemployed"},
    Entry{"osoba bezrobotna zarejestrowana w ewidencji urzedow pracy", "unemployed"},
    Entry{"osoba bezrobotna niezarejestrowana w ewidencji urzedow pracy", "unemployed"},
    Entry{"osoba dlugotrwale bezrobotna", "long_term_unemployed"},
    Entry{"osoba bierna zawodowo", "inactive"},
    Entry{"osoba pracujaca", "employed"},
    Entry{"unemployed", "unemployed"},
    Entry{"long term unemployed", "long_term_unemployed"},
    Entry{"inactive", "inactive"},
    Entry{"inactive not in education", "inactive_not_in_education"},
    Entry{"employed", "employed"},
};
constexpr std::array details = {
    Entry{"osoba dlugotrwale bezrobotna", "long_term_unemployed"},
    Entry{"long term unemployed", "long_term_unemployed"},
    Entry{"osoba nieuczestniczaca w ksztalceniu lub szkoleniu", "inactive_not_in_education"},
    Entry{"inactive not in education", "inactive_not_in_education"},
    Entry{"osoba uczaca sie", ""},
    Entry{"osoba uczestniczaca w ksztalceniu lub szkoleniu", ""},
    Entry{"inne", ""},
};
/// What has no "ISCED" in its text.
constexpr std::array levels = {
    Entry{"brak", "0"},
    Entry{"nizsze niz podstawowe", "0"},
    Entry{"niepelne podstawowe", "0"},
    Entry{"brak lub niepelne podstawowe", "0"},
    Entry{"podstawowe", "1"},
    Entry{"gimnazjalne", "2"},
    Entry{"podstawowe lub gimnazjalne", "1-2"},
    Entry{"srednie i stopnia lub nizsze", "0-2"},
    Entry{"ponadgimnazjalne", "3"},
    Entry{"policealne", "4"},
    Entry{"pomaturalne", "4"},
    Entry{"ponadgimnazjalne lub policealne", "3-4"},
    Entry{"wyzsze", "5-8"},
};

std::optional<std::string> find(std::span<const Entry> entries, std::string_view value) {
  for (const auto& [known, word] : entries) {
    if (known == value) return std::string(word);
  }
  return std::nullopt;
}

std::optional<std::string> range_word(char lowest, char highest) {
  std::string word(1, lowest);
  if (highest != lowest) word += {'-', highest};
  const bool known = std::find(education_levels.begin(), education_levels.end(), word) !=
                     education_levels.end();
  return known ? std::optional(word) : std::nullopt;
}

bool is_level(std::string_view token) {
  return token.size() == 1 && token[0] >= '0' && token[0] <= '8';
}

/// "ponadgimnazjalne isced 3 lub policealne isced 4" is 3-4, "wyzsze isced 5 8" is 5-8. The digit
/// counts, not the text: registers have many (FORMATS 5.3).
std::optional<std::string> education_word(std::string_view value) {
  char lowest = 0;
  char highest = 0;
  bool after_isced = value.find("isced") == std::string_view::npos;  // our own "3", "0-2"
  bool only_levels = after_isced;
  for (std::string_view rest = value; !rest.empty();) {
    const std::size_t end = std::min(rest.find(' '), rest.size());
    const std::string_view token = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    if (token == "isced") {
      after_isced = true;
    } else if (after_isced && is_level(token)) {
      lowest = lowest == 0 ? token[0] : std::min(lowest, token[0]);
      highest = std::max(highest, token[0]);
    } else {
      after_isced = false;
      if (only_levels) return find(levels, value);
    }
  }
  if (lowest == 0) return find(levels, value);
  return range_word(lowest, highest);
}

bool has(std::string_view value, std::string_view part) {
  return value.find(part) != std::string_view::npos;
}

/// FORMATS 5.7: a leading digit decides; else the words, in this order.
std::optional<std::string> degurba_word(std::string_view value) {
  if (!value.empty() && value[0] >= '1' && value[0] <= '3') return std::string(1, value[0]);
  if ((has(value, "slabo") || has(value, "wiejsk")) && !has(value, "miejsko")) return "3";
  if (has(value, "posredni") || has(value, "podmiej") || has(value, "miejsko wiejski") ||
      has(value, "male miasta")) {
    return "2";
  }
  if (has(value, "gesto") || has(value, "miast") || has(value, "miejski")) return "1";
  return std::nullopt;
}

std::span<const Entry> entries_of(PresetField field) {
  if (field == F::row_type) return row_types;
  if (field == F::sex) return sexes;
  if (field == F::citizenship) return citizenships;
  if (field == F::labour_status) return statuses;
  if (field == F::labour_detail) return details;
  const bool is_answer = field == F::no_pesel || field == F::third_country ||
                         field == F::completed || field == F::foreign_background ||
                         field == F::minority || field == F::homeless || field == F::disability ||
                         field == F::disadvantaged;
  return is_answer ? std::span<const Entry>(answers) : std::span<const Entry>();
}

}  // namespace

bool has_dictionary(PresetField field) {
  return field == F::education || field == F::degurba || !entries_of(field).empty();
}

std::optional<std::string> preset_word(PresetField field, std::string_view folded) {
  if (field == F::education) return education_word(folded);
  if (field == F::degurba) return degurba_word(folded);
  return find(entries_of(field), folded);
}

std::string allowed_words(PresetField field) {
  if (field == F::education) return list_shown(education_levels, education_levels.size());
  if (field == F::degurba) return "`1`, `2`, `3`";
  std::vector<std::string_view> words;
  for (const auto& [known, word] : entries_of(field)) {
    if (word.empty() || std::find(words.begin(), words.end(), word) != words.end()) continue;
    words.push_back(word);
  }
  return list_shown(words, words.size());
}

std::string labour_word(std::string_view status, std::string_view detail) {
  const bool adds = (status == "unemployed" && detail == "long_term_unemployed") ||
                    (status == "inactive" && detail == "inactive_not_in_education");
  return std::string(adds ? detail : status);
}

}  // namespace euproj
