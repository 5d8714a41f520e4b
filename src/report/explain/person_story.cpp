#include "report/explain/person_story.hpp"

#include <algorithm>

#include "euproj/model/dossier.hpp"

namespace euproj {
namespace {

std::string answer_word(Answer answer) {
  switch (answer) {
    case Answer::blank:
      return {};
    case Answer::yes:
      return "yes";
    case Answer::no:
      return "no";
    case Answer::refused:
      return "refused";
  }
  return {};
}

class StoryBuilder {
 public:
  StoryBuilder(const Dossier& dossier, const SourceSet& sources, const ExplainRequest& request)
      : dossier_(dossier),
        sources_(sources),
        request_(request),
        person_(dossier.people.persons.at(*request.person)) {}

  PersonStory story() const {
    PersonStory story;
    story.key = shown_person_id(dossier_.codes, dossier_.logs, dossier_.people, person_);
    if (request_.reveal) story.pesel = pesel_of(dossier_, person_);
    add_participations(story);
    add_attributes(story);
    for (const std::uint32_t at : dossier_.people.support(person_)) {
      story.support.push_back(support(dossier_.logs.support[at]));
    }
    for (const std::uint32_t at : dossier_.people.outcomes(person_)) {
      const OutcomeRow& row = dossier_.logs.outcomes[at];
      StoryRow made{{}, place(row.origin)};
      made.cells = {{"outcome", std::string(dossier_.codes.outcomes.text(row.outcome))},
                    {"date", row.date.iso()}};
      story.outcomes.push_back(std::move(made));
    }
    return story;
  }

 private:
  std::string place(Origin origin) const {
    return sources_.file(origin.file).path + ":" + std::to_string(origin.line);
  }

  void add_participations(PersonStory& story) const {
    for (const std::uint32_t at : dossier_.people.participations(person_)) {
      const ParticipantRow& row = dossier_.logs.participants[at];
      const std::string id =
          shown_person_id(dossier_.codes.person_ids.text(row.person_id), row.origin);
      if (std::find(story.ids.begin(), story.ids.end(), id) == story.ids.end()) {
        story.ids.push_back(id);
      }
      StoryRow made{{}, place(row.origin)};
      made.cells = {{"person_id", id},
                    {"entry_date", row.entry.iso()},
                    {"exit_date", row.exit.iso()},
                    {"completed", answer_word(row.completed)}};
      story.participations.push_back(std::move(made));
    }
  }

  /// Those of the first row by entry, for ever (src/calc/README.md#attributes).
  void add_attributes(PersonStory& story) const {
    const ParticipantRow& first = attributes_of(dossier_.logs, person_);
    story.start = person_.start;
    if (first.born.known() && person_.start.known()) {
      story.age = completed_years(first.born, person_.start);
    }
    story.attributes.at = place(first.origin);
    const auto add = [&](std::string_view column, std::string value) {
      if (value.empty()) return;
      if (request_.reveal || is_open(column)) {
        story.attributes.cells.emplace_back(column, std::move(value));
      } else {
        story.masked.emplace_back(column);
      }
    };
    add("birth_date", first.born.iso());
    add("household_id", std::string(dossier_.codes.households.text(first.household)));
    for (std::size_t at = 0; at < attribute_count; ++at) {
      const auto attribute = static_cast<Attribute>(at);
      const Code code = first.attribute(attribute);
      add(attribute_names.at(at), std::string(dossier_.codes.attribute(attribute).text(code)));
    }
  }

  StoryRow support(const SupportRow& row) const {
    const Codes& codes = dossier_.codes;
    StoryRow made{{}, place(row.origin)};
    made.cells = {{"date", row.date.iso()},
                  {"date_to", row.date_to.iso()},
                  {"form", std::string(codes.forms.text(row.form))},
                  {"session_id", std::string(codes.sessions.text(row.session))},
                  {"hours", row.hours.is_zero() ? std::string() : row.hours.text()},
                  {"provider", std::string(codes.providers.text(row.provider))}};
    return made;
  }

  static bool is_open(std::string_view name) {
    for (const ColumnInfo& column : columns_of(LogKind::participants)) {
      if (column.name == name) return column.privacy == Privacy::open;
    }
    return false;
  }

  const Dossier& dossier_;
  const SourceSet& sources_;
  const ExplainRequest& request_;
  const Person& person_;
};

}  // namespace

std::string pesel_of(const Dossier& dossier, const Person& person) {
  for (const std::uint32_t at : dossier.people.participations(person)) {
    const std::uint64_t pesel = dossier.logs.participants[at].pesel;
    if (pesel == 0) continue;
    const std::string digits = std::to_string(pesel);
    return std::string(11 - std::min<std::size_t>(11, digits.size()), '0') + digits;
  }
  return {};
}

PersonStory build_person_story(const Dossier& dossier, const SourceSet& sources,
                               const ExplainRequest& wish) {
  return StoryBuilder(dossier, sources, wish).story();
}

}  // namespace euproj
