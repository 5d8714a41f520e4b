#include "report/parts/code_words.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "euproj/words/texts.hpp"

namespace euproj::parts {
namespace {

constexpr std::array<std::pair<std::string_view, FixedText>, 17> column_words = {{
    {"group", Text::word_group},
    {"sex", Text::word_sex},
    {"birth_date", Text::word_birth_date},
    {"labour_status", Text::word_labour_status},
    {"education", Text::word_education},
    {"degurba", Text::word_degurba},
    {"citizenship", Text::word_citizenship},
    {"disability", Text::word_disability},
    {"foreign_background", Text::word_foreign_background},
    {"minority", Text::word_minority},
    {"homeless", Text::word_homeless},
    {"disadvantaged", Text::word_disadvantaged},
    {"municipality", Text::word_municipality},
    {"ground", Text::word_ground},
    {"household_id", Text::word_household},
    {"completed", Text::column_completed},
    {"outcome", Text::column_outcome},
}};

struct ValueWord {
  std::string_view column;
  std::string_view value;
  FixedText text;
};

constexpr ValueWord value_words[] = {
    {"sex", "K", Text::word_woman},
    {"sex", "M", Text::word_man},
    {"labour_status", "unemployed", Text::word_unemployed},
    {"labour_status", "long_term_unemployed", Text::word_long_term_unemployed},
    {"labour_status", "inactive", Text::word_inactive},
    {"labour_status", "inactive_not_in_education", Text::word_inactive_not_in_education},
    {"labour_status", "employed", Text::word_employed},
    {"outcome", "job_seeking", Text::word_job_seeking},
    {"outcome", "education", Text::word_in_education},
    {"outcome", "qualification", Text::word_qualification},
    {"outcome", "employment", Text::word_employment},
};

constexpr std::array<std::string_view, 6> answer_columns = {
    "completed", "disability", "foreign_background", "minority", "homeless", "disadvantaged"};

constexpr std::array<FixedText, 4> entity_kind_texts = {
    Text::word_public_administration, Text::word_sme, Text::word_ngo, Text::word_other_entity};
constexpr std::array<FixedText, 4> entity_size_texts = {Text::word_micro, Text::word_small,
                                                        Text::word_medium, Text::word_large};

FixedText text_of_answer(Answer answer) {
  switch (answer) {
    case Answer::blank:
      return Text::answer_blank;
    case Answer::yes:
      return Text::answer_yes;
    case Answer::no:
      return Text::answer_no;
    case Answer::refused:
      return Text::answer_refused;
  }
  return Text::answer_blank;
}

/// Numbers from 1, as entity_kinds has them.
template <typename Word>
std::string any_of_entity(const Words& words, const std::array<FixedText, 4>& texts,
                          const std::vector<Word>& some) {
  std::vector<std::string> all;
  for (const Word one : some) all.push_back(words(texts.at(static_cast<std::size_t>(one) - 1)));
  return either_of(words, all);
}

}  // namespace

std::string column_word(const Words& words, std::string_view column) {
  for (const auto& [name, word] : column_words) {
    if (name == column) return words(word);
  }
  return std::string(column);
}

std::string value_word(const Words& words, std::string_view column, std::string_view value) {
  for (const ValueWord& known : value_words) {
    if (known.column == column && known.value == value) return words(known.text);
  }
  if (column == "education") {
    if (const auto level = education_text(value)) return words(*level);
  }
  if (std::find(answer_columns.begin(), answer_columns.end(), column) != answer_columns.end()) {
    if (value == "yes") return words(Text::answer_yes);
    if (value == "no") return words(Text::answer_no);
    if (value == "refused") return words(Text::answer_refused);
  }
  return std::string(value);
}

std::string outcome_word(const Words& words, std::string_view code) {
  return value_word(words, "outcome", code);
}

std::string outcomes_text(const Words& words, const OpenWindowFigures& window) {
  OpenWindowFigures said = window;
  for (std::string& outcome : said.outcomes) outcome = outcome_word(words, outcome);
  return said.outcomes_text();
}

std::string either_of(const Words& words, const std::vector<std::string>& some) {
  std::string all;
  for (const std::string& one : some) {
    if (!all.empty()) all += words(Text::explain_or);
    all += one;
  }
  return all;
}

std::string ages_text(const Words& words, const AgeRange& range) {
  const std::string min = std::to_string(range.min.value_or(0));
  if (!range.max) return words(Text::age_from, {min});
  const std::string max = std::to_string(*range.max);
  return range.min ? words(Text::age_band, {min + "–" + max}) : words(Text::rule_age_up_to, {max});
}

std::string CodeWords::forms_by_name(const std::vector<Code>& codes) const {
  const auto& declared = dossier_.project.support_forms;
  std::vector<std::string> all;
  for (const Code code : codes) {
    const std::string name =
        code <= declared.size() ? declared[code - 1].name.in(words_.language()) : std::string();
    all.push_back(name.empty() ? std::string(dossier_.codes.forms.text(code)) : name);
  }
  return either_of(words_, all);
}

std::string CodeWords::forms(const std::vector<Code>& codes) const {
  std::vector<std::string> all;
  for (const Code code : codes) all.emplace_back(dossier_.codes.forms.text(code));
  return either_of(words_, all);
}

std::string CodeWords::outcomes(const std::vector<Code>& codes) const {
  std::vector<std::string> all;
  for (const Code code : codes) {
    all.push_back(outcome_word(words_, dossier_.codes.outcomes.text(code)));
  }
  return either_of(words_, all);
}

std::string CodeWords::values(Attribute attribute, const std::vector<Code>& codes) const {
  const std::string_view column = attribute_names.at(static_cast<std::size_t>(attribute));
  const auto& dictionary = dossier_.codes.attribute(attribute);
  const auto has = [&](std::string_view word) {
    return std::any_of(codes.begin(), codes.end(),
                       [&](Code code) { return dictionary.text(code) == word; });
  };
  const auto& groups = dossier_.project.groups;
  std::vector<std::string> all;
  for (const Code code : codes) {
    const std::string_view word = dictionary.text(code);
    const bool is_included = (word == "long_term_unemployed" && has("unemployed")) ||
                             (word == "inactive_not_in_education" && has("inactive"));
    if (attribute == Attribute::labour_status && is_included) continue;
    const bool is_declared = attribute == Attribute::group && code <= groups.size();
    const std::string name =
        is_declared ? groups[code - 1].name.in(words_.language()) : std::string();
    all.push_back(name.empty() ? value_word(words_, column, word) : name);
  }
  return either_of(words_, all);
}

std::string CodeWords::answers(const std::vector<Answer>& some) const {
  std::vector<std::string> all;
  for (const Answer answer : some) all.push_back(words_(text_of_answer(answer)));
  return either_of(words_, all);
}

std::string CodeWords::kinds(const std::vector<PlaceKind>& some) const {
  std::vector<std::string> all;
  for (const PlaceKind kind : some) {
    all.push_back(words_(kind == PlaceKind::created ? Text::place_created : Text::place_supported));
  }
  return either_of(words_, all);
}

std::string CodeWords::kinds(const std::vector<EntityKind>& some) const {
  return any_of_entity(words_, entity_kind_texts, some);
}

std::string CodeWords::sizes(const std::vector<EntitySize>& some) const {
  return any_of_entity(words_, entity_size_texts, some);
}

}  // namespace euproj::parts
