#include "read/central/words.hpp"

#include <algorithm>
#include <array>
#include <span>
#include <utility>

#include "euproj/base/unicode.hpp"
#include "euproj/base/utf8.hpp"
#include "euproj/model/logs.hpp"
#include "euproj/words/kinds.hpp"
#include "read/words/shown_value.hpp"

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
  const bool known =
      std::find(education_levels.begin(), education_levels.end(), word) != education_levels.end();
  return known ? std::optional(word) : std::nullopt;
}

bool is_level(std::string_view token) {
  return token.size() == 1 && token[0] >= '0' && token[0] <= '8';
}

/// "ponadgimnazjalne isced 3 lub policealne isced 4" is 3-4, "wyzsze isced 5 8" is 5-8. The digit
/// counts, not the text: registers have many (src/read/central/README.md#dictionaries).
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

/// src/read/central/README.md#dictionaries: a leading digit decides; else the words, in this order.
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

namespace {

using F = PresetField;

std::size_t index_of(PresetField field) { return static_cast<std::size_t>(field); }

/// Both situations share one mapping, so that a value is mapped once.
PresetField mapping_field(PresetField field) {
  return field == F::exit_situation_2 ? F::exit_situation : field;
}

bool is_situation(PresetField field) { return mapping_field(field) == F::exit_situation; }

/// As a YAML key, to paste: whole, unless it holds what must not be shown.
std::string as_key(const std::string& text) {
  const bool harmless = std::all_of(text.begin(), text.end(), [](char c) {
    return static_cast<unsigned char>(c) >= ' ' && c != '\x7F';
  });
  const bool hides = shown(text).find('#') != std::string::npos;
  std::string key = "\"";
  for (const char c : harmless && !hides ? text : shown(text)) {
    if (c == '"' || c == '\\') key += '\\';
    key += c;
  }
  return key + '"';
}

}  // namespace

PresetWords::PresetWords(const PresetHeader& header, const DataFile& declared,
                         const Project& project, const Codes& codes, FileId file)
    : header_(header), file_(file), forms_declared_(!project.support_forms.empty()) {
  for (const auto& [name, replacements] : declared.values) {
    for (std::size_t i = 0; i < preset_field_count; ++i) {
      if (preset_fields()[i].name != name) continue;
      for (const auto& [from, to] : replacements) {
        values_[i].emplace(folded(from), std::string(trimmed(to)));
      }
    }
  }
  std::vector<std::string_view> ids;
  for (const SupportForm& form : project.support_forms) {
    ids.push_back(form.id);
    forms_.emplace(folded(form.id), form.id);
    forms_.emplace(folded(form.name.polish), form.id);
  }
  form_ids_ = list_shown(ids, ids.size());
  if (forms_declared_) return;
  for (Code code = 1; code <= codes.forms.size(); ++code) {  // those of `where` first
    forms_.emplace(folded(codes.forms.text(code)), std::string(codes.forms.text(code)));
  }
}

const std::string* PresetWords::mapped(PresetField field, std::string_view text) const {
  const auto& values = values_[index_of(mapping_field(field))];
  const auto found = values.find(folded(text));
  return found == values.end() ? nullptr : &found->second;
}

PresetWords::Word PresetWords::look_up(PresetField field, std::string_view text) const {
  const std::string* const given = mapped(field, text);
  if (given != nullptr && is_blank(*given)) return {};
  if (is_situation(field)) {
    if (given != nullptr) return {*given, true, 0, {}};
    const std::string value = folded(text);
    if (value == "inne" || value == "nie dotyczy") return {};
    return {{}, false, 0, {}};
  }
  const std::string value = folded(given != nullptr ? *given : text);
  const auto word = preset_word(field, value);
  if (!word) return {{}, false, 0, {}};
  return {*word, true, 0, {}};
}

PresetWords::Word PresetWords::look_up_form(std::string_view form, std::string_view subform) {
  const std::string* given = nullptr;
  if (!is_blank(subform)) {
    given = mapped(F::form, std::string(form) + " / " + std::string(subform));
  }
  if (given == nullptr) given = mapped(F::form, form);
  const std::string text(given != nullptr ? std::string_view(*given) : form);
  const auto known = forms_.find(folded(text));
  if (known != forms_.end()) return {known->second, true, 0, {}};
  if (forms_declared_) return {{}, false, 0, {}};
  forms_.emplace(folded(text), text);
  return {text, true, 0, {}};
}

const std::string& PresetWords::noted(PresetField field, Word& word, const CsvRow& row) {
  if (word.known) return word.to;
  if (word.rows++ == 0) {
    word.first = {file_, row.line, 1};
    word.first.cell = header_.cell(field);
    if (word.first.cell > 0) word.first.column = row.cells[word.first.cell - 1].column;
  }
  return word.to;
}

const std::string& PresetWords::word(PresetField field, std::string_view text, const CsvRow& row) {
  static const std::string nothing;
  text = trimmed(text);
  if (is_blank(text)) return nothing;
  Words& words = words_[index_of(field)];
  auto found = words.find(text);
  if (found == words.end()) {
    found = words.emplace(std::string(text), look_up(field, text)).first;
  }
  return noted(field, found->second, row);
}

const std::string& PresetWords::form(std::string_view form, std::string_view subform,
                                     const CsvRow& row) {
  Words& words = words_[index_of(F::form)];
  std::string key(form);
  if (!is_blank(subform)) key += " / " + std::string(subform);
  auto found = words.find(key);
  if (found == words.end()) found = words.emplace(key, look_up_form(form, subform)).first;
  return noted(F::form, found->second, row);
}

std::string PresetWords::labour_status(std::string_view status, std::string_view detail,
                                       const CsvRow& row) {
  const std::string& word_of_status = word(F::labour_status, status, row);
  if (word_of_status != "unemployed" && word_of_status != "inactive") return word_of_status;
  return labour_word(word_of_status, word(F::labour_detail, detail, row));
}

void PresetWords::report(PresetField field, const std::string& text, const Word& word,
                         Diagnostics& diagnostics) const {
  const PresetFieldInfo& info = preset_field(mapping_field(field));
  const std::string rows = std::to_string(word.rows);
  const std::string column = header_.name(field);
  if (info.is_personal) {
    diagnostics.report(Kind::unknown_personal_preset_value, word.first,
                       {column, std::to_string(character_count(text)), rows, std::string(info.name),
                        allowed_words(field)});
    return;
  }
  if (is_situation(field)) {
    diagnostics.report(Kind::unmapped_exit_situation, word.first,
                       {column, shown(text), rows, std::string(info.name), as_key(text)});
    return;
  }
  const auto kind =
      field == F::labour_detail ? Kind::unknown_labour_detail : Kind::unknown_preset_value;
  const std::string allowed = field == F::form ? form_ids_ : allowed_words(field);
  diagnostics.report(kind, word.first,
                     {column, shown(text), rows, std::string(info.name), as_key(text), allowed});
}

void PresetWords::report_unknown(Diagnostics& diagnostics) const {
  for (std::size_t i = 0; i < preset_field_count; ++i) {
    for (const auto& [text, word] : words_[i]) {
      if (!word.known) report(static_cast<PresetField>(i), text, word, diagnostics);
    }
  }
}

std::vector<std::string_view> preset_field_names() {
  std::vector<std::string_view> names;
  for (const PresetFieldInfo& info : preset_fields()) names.push_back(info.name);
  return names;
}

}  // namespace euproj
