// Answers that common indicators need of every participant.
//
// Unemployed, inactive and employed add up to all participants, and one column holds the status, so
// exactly one of the three applies to each person unless the answer is missing.

#include <algorithm>
#include <array>

#include "check/checks_list.hpp"
#include "euproj/words/kinds.hpp"

namespace euproj {
namespace {

bool asks(const Condition& condition, Attribute attribute) {
  const auto part_asks = [&](const Condition& part) { return asks(part, attribute); };
  const auto& tests = condition.attributes;
  return std::any_of(tests.begin(), tests.end(),
                     [&](const AttributeTest& test) { return test.attribute == attribute; }) ||
         std::any_of(condition.any.begin(), condition.any.end(), part_asks) ||
         std::any_of(condition.all.begin(), condition.all.end(), part_asks) ||
         std::any_of(condition.none.begin(), condition.none.end(), part_asks);
}

/// The codes of the catalogue that look at this attribute: "EECO02, EECO04"; empty: none.
std::string codes_asking(const Project& project, Attribute attribute) {
  std::string codes;
  for (const Indicator& indicator : project.indicators) {
    if (indicator.code.empty() || !asks(indicator.where, attribute)) continue;
    codes += (codes.empty() ? "" : ", ") + indicator.code;
  }
  return codes;
}

struct NeededAnswer {
  Attribute attribute{};
  Column column{};
  KindOf<2> missing;
};

constexpr std::array<NeededAnswer, 3> needed_answers = {{
    {Attribute::labour_status, Column::participants_labour_status, Kind::missing_labour_status},
    {Attribute::education, Column::participants_education, Kind::missing_education},
    {Attribute::degurba, Column::participants_degurba, Kind::missing_degurba},
}};

}  // namespace

void check_needed_answers(const Dossier& dossier, Diagnostics& diagnostics) {
  for (const NeededAnswer& needed : needed_answers) {
    const std::string codes = codes_asking(dossier.project, needed.attribute);
    if (codes.empty()) continue;
    for (const Person& person : dossier.people.persons) {
      const ParticipantRow& first = dossier.people.first_row(dossier.logs, person);
      if (!person.start.known() || first.attribute(needed.attribute) != no_code) continue;
      diagnostics.report(
          needed.missing, dossier.logs.place(first.origin, needed.column),
          {shown_person_id(dossier.codes, dossier.logs, dossier.people, person), codes});
    }
  }
}

}  // namespace euproj
