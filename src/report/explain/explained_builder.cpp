#include "report/explain/explained_builder.hpp"

#include <algorithm>
#include <array>
#include <variant>

#include "euproj/core/nip.hpp"
#include "euproj/words/texts.hpp"
#include "report/explain/person_story.hpp"
#include "report/figures/rule_text.hpp"
#include "report/parts/code_words.hpp"

namespace euproj {
namespace {

using parts::Words;

constexpr std::array reason_groups = {
#define EUPROJ_REASON(name, group) Text::group,
#include "euproj/calc/reasons.def"
#undef EUPROJ_REASON
};

// By number, for what a reason takes depends on the rule that gives it; explanation_test says them
// all.
constexpr std::array reason_texts = {
#define EUPROJ_REASON(name, group) Text::reason_##name.number(),
#include "euproj/calc/reasons.def"
#undef EUPROJ_REASON
};

class ArgumentText {
 public:
  ArgumentText(const Dossier& dossier, const Words& words)
      : dossier_(dossier), words_(words), codes_(dossier, words) {}

  std::string operator()(Date day) const { return day.iso(); }
  std::string operator()(std::int64_t number) const { return std::to_string(number); }
  std::string operator()(Quantity quantity) const {
    std::string plain = quantity.text();
    const std::size_t point = plain.find('.');
    if (point != std::string::npos && words_.language() == Language::polish) plain[point] = ',';
    return plain;
  }
  std::string operator()(AgeRange range) const { return parts::ages_text(words_, range); }
  std::string operator()(Answer answer) const { return codes_.answers({answer}); }
  std::string operator()(const std::vector<Answer>& answers) const {
    return codes_.answers(answers);
  }
  std::string operator()(const std::vector<RecordField>& fields) const {
    std::vector<std::string> names;
    for (const RecordField field : fields) {
      names.push_back(parts::column_word(words_, record_field_info(field).name));
    }
    return parts::comma_list(names);
  }
  std::string operator()(Attribute attribute) const {
    return parts::column_word(words_, attribute_names.at(static_cast<std::size_t>(attribute)));
  }
  std::string operator()(const FormWords& forms) const { return codes_.forms(forms.codes); }
  std::string operator()(const OutcomeWords& outcomes) const {
    return codes_.outcomes(outcomes.codes);
  }
  std::string operator()(const AttributeWords& values) const {
    return codes_.values(values.attribute, values.codes);
  }
  std::string operator()(const std::vector<PlaceKind>& kinds) const { return codes_.kinds(kinds); }
  std::string operator()(const std::vector<EntityKind>& kinds) const { return codes_.kinds(kinds); }
  std::string operator()(const std::vector<EntitySize>& sizes) const { return codes_.sizes(sizes); }
  std::string operator()(DayCount count) const {
    return words_(Text::explain_days, {std::to_string(count.days)});
  }
  std::string operator()(Who who) const {
    return shown_person_id(dossier_.codes, dossier_.logs, dossier_.people,
                           dossier_.people.persons.at(who.person));
  }

 private:
  const Dossier& dossier_;
  const Words& words_;
  parts::CodeWords codes_;
};

std::string in_words(const Reason& reason, const ArgumentText& argument_text, const Words& words) {
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

ExplainedIndicator ExplainedBuilder::head(std::size_t indicator,
                                          const std::optional<Quantity>& value) const {
  const Indicator& from = dossier_.project.indicators.at(indicator);
  ExplainedIndicator made;
  made.id = from.id;
  made.name = from.name.in(language_);
  made.unit = from.unit;
  made.unit_forms = from.unit_forms;
  made.rule = build_rule_text(dossier_, from, language_);
  made.defined = place(from.place);
  made.method = from.method.in(language_);
  made.source = from.source.in(language_);
  made.count = from.count;
  made.value = value;
  made.target = from.target;
  return made;
}

ExplainedRow ExplainedBuilder::row(Count count, const ExplainedUnit& explained) const {
  ExplainedRow made;
  made.key = key(count, explained.unit);
  made.counted = explained.counted;
  made.since = explained.since;
  made.amount = explained.unit.amount;
  made.sex = explained.unit.sex;
  made.evidence = evidence(count, explained);
  made.group = reason_groups.at(static_cast<std::size_t>(explained.reason.because));
  made.reason = build_reason_text(dossier_, explained.reason, language_);
  for (const Origin& origin : explained.rows) made.at.push_back(place(origin));
  if (reveal_ && explained.unit.person != no_person) {
    made.pesel = pesel_of(dossier_, dossier_.people.persons[explained.unit.person]);
  }
  return made;
}

/// Of a place its own, of a person those of the outcomes that were looked at.
std::string ExplainedBuilder::evidence(Count count, const ExplainedUnit& explained) const {
  const Logs& logs = dossier_.logs;
  if (count == Count::places) {
    return std::string(dossier_.codes.evidences.text(logs.places[explained.unit.row].evidence));
  }
  if (explained.unit.person == no_person) return {};
  std::vector<std::string> all;
  for (const std::uint32_t at :
       dossier_.people.outcomes(dossier_.people.persons[explained.unit.person])) {
    const OutcomeRow row = logs.outcomes[at];
    const bool is_used =
        std::any_of(explained.rows.begin(), explained.rows.end(), [&](const Origin& used) {
          return used.file == row.origin.file && used.line == row.origin.line;
        });
    if (is_used && row.evidence != no_code) {
      all.emplace_back(dossier_.codes.evidences.text(row.evidence));
    }
  }
  return parts::comma_list(all);
}

std::string ExplainedBuilder::place(Origin origin) const {
  return sources_.file(origin.file).path + ":" + std::to_string(origin.line);
}

std::string ExplainedBuilder::place(const Place& of) const {
  return sources_.file(of.file).path + ":" + std::to_string(of.line);
}

/// An id of the user's that is a PESEL is as secret as one in its own column.
std::string ExplainedBuilder::id_or_place(std::string_view id, Origin origin) const {
  return id.empty() || looks_like_pesel(id) ? place(origin) : std::string(id);
}

/// Its NIP, folded, or its other number.
std::string ExplainedBuilder::entity_key(const EntityRow& row) const {
  if (row.nip != no_code)
    return id_or_place(nip_key(dossier_.codes.issuers.text(row.nip)), row.origin);
  return id_or_place(dossier_.codes.entity_ids.text(row.other_id), row.origin);
}

std::string ExplainedBuilder::key(Count count, const Unit& unit) const {
  const Codes& codes = dossier_.codes;
  const Logs& logs = dossier_.logs;
  switch (count) {
    case Count::persons:
    case Count::entries:
    case Count::criterion:
      return shown_person_id(codes, logs, dossier_.people, dossier_.people.persons[unit.person]);
    case Count::households: {
      std::string id(codes.households.text(unit.household));
      if (!looks_like_pesel(id)) return id;
      const auto first = std::find_if(
          logs.participants.begin(), logs.participants.end(),
          [&](const ParticipantRow& each) { return each.household == unit.household; });
      return place(first->origin);
    }
    case Count::sessions: {
      const SupportRow& first = logs.support[unit.row];
      return id_or_place(codes.sessions.text(first.session), first.origin);
    }
    case Count::hours:
    case Count::headcount:
      return place(logs.support[unit.row].origin);
    case Count::places: {
      const PlaceRow& at = logs.places[unit.row];
      return id_or_place(codes.places.text(at.place), at.origin);
    }
    case Count::entities:
      return entity_key(logs.entities[unit.row]);
    case Count::measured:
      return place(logs.measurements[unit.row].origin);
    case Count::ratio:
      break;
  }
  return {};
}

std::string build_reason_text(const Dossier& dossier, const Reason& reason, Language language) {
  const Words words(language);
  return in_words(reason, ArgumentText(dossier, words), words);
}

}  // namespace euproj
