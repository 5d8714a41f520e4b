// Reasons in words: a text per reason, its arguments by their type.

#include <array>
#include <variant>

#include "euproj/report/build_explained.hpp"
#include "euproj/words/texts.hpp"
#include "report/document/document_parts.hpp"

namespace euproj {
namespace {

// By number, for what a reason takes depends on the rule that gives it; explanation_test says them all.
constexpr std::array reason_texts = {
#define EUPROJ_REASON(name, group) Text::reason_##name.number(),
#include "euproj/calc/reasons.def"
#undef EUPROJ_REASON
};

FixedText answer_text(Answer answer) {
  switch (answer) {
    case Answer::blank: return Text::answer_blank;
    case Answer::yes: return Text::answer_yes;
    case Answer::no: return Text::answer_no;
    case Answer::refused: return Text::answer_refused;
  }
  return Text::answer_blank;
}

class ArgumentText {
 public:
  ArgumentText(const Dossier& dossier, const parts::Words& words)
      : dossier_(dossier), words_(words) {}

  std::string operator()(Date day) const { return day.iso(); }
  std::string operator()(std::int64_t number) const { return std::to_string(number); }
  std::string operator()(Quantity quantity) const {
    std::string plain = quantity.text();
    const std::size_t point = plain.find('.');
    if (point != std::string::npos && words_.language() == Language::polish) plain[point] = ',';
    return plain;
  }
  std::string operator()(AgeRange range) const {
    const std::string min = std::to_string(range.min.value_or(0));
    if (!range.max) return words_(Text::explain_years_from, {min});
    const std::string max = std::to_string(*range.max);
    return range.min ? min + "–" + max : words_(Text::explain_years_up_to, {max});
  }
  std::string operator()(Answer answer) const { return words_(answer_text(answer)); }
  std::string operator()(Attribute attribute) const {
    return std::string(attribute_names.at(static_cast<std::size_t>(attribute)));
  }
  std::string operator()(const FormWords& forms) const {
    return any_of(dossier_.codes.forms, forms.codes);
  }
  std::string operator()(const OutcomeWords& outcomes) const {
    return any_of(dossier_.codes.outcomes, outcomes.codes);
  }
  std::string operator()(const AttributeWords& values) const {
    return any_of(dossier_.codes.attribute(values.attribute), values.codes);
  }
  std::string operator()(const std::vector<PlaceKind>& kinds) const {
    std::string all;
    for (const PlaceKind kind : kinds) {
      if (!all.empty()) all += words_(Text::explain_or);
      all += words_(kind == PlaceKind::created ? Text::place_created : Text::place_supported);
    }
    return all;
  }
  std::string operator()(DayCount count) const {
    return words_(Text::explain_days, {std::to_string(count.days)});
  }
  std::string operator()(Who who) const {
    return shown_person_id(dossier_.codes, dossier_.logs, dossier_.people,
                           dossier_.people.persons.at(who.person));
  }

 private:
  std::string any_of(const Interner& dictionary, const std::vector<Code>& codes) const {
    std::string all;
    for (const Code code : codes) {
      if (!all.empty()) all += words_(Text::explain_or);
      all += dictionary.text(code);
    }
    return all;
  }

  const Dossier& dossier_;
  const parts::Words& words_;
};

std::string in_words(const Reason& reason, const ArgumentText& argument_text,
                     const parts::Words& words) {
  std::vector<std::string> filled;
  for (const Argument& argument : reason.arguments) {
    filled.push_back(std::visit(argument_text, argument));
  }
  std::string parts;
  for (const Reason& part : reason.parts) {
    if (!parts.empty()) parts += "; ";
    parts += in_words(part, argument_text, words);
  }
  filled.push_back(std::move(parts));
  return filled_text(reason_texts.at(static_cast<std::size_t>(reason.because)), words.language(),
                     filled);
}

}  // namespace

std::string build_reason_text(const Dossier& dossier, const Reason& reason, Language language) {
  const parts::Words words(language);
  return in_words(reason, ArgumentText(dossier, words), words);
}

}  // namespace euproj
