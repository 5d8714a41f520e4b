#include "report/explain/explained_builder.hpp"

#include <algorithm>
#include <array>

#include "euproj/words/texts.hpp"
#include "report/explain/build_person_story.hpp"

namespace euproj {
namespace {

constexpr std::array reason_groups = {
#define EUPROJ_REASON(name, group) Text::group,
#include "euproj/calc/reasons.def"
#undef EUPROJ_REASON
};

}  // namespace

ExplainedIndicator ExplainedBuilder::head(std::size_t indicator,
                                          const std::optional<Quantity>& value) const {
  const Indicator& from = dossier_.project.indicators.at(indicator);
  ExplainedIndicator made;
  made.id = from.id;
  made.name = from.name.in(language_);
  made.unit = from.unit;
  made.rule = build_rule_text(dossier_, from);
  made.defined = sources_.file(from.place.file).path + ":" + std::to_string(from.place.line);
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
  made.group = reason_groups.at(static_cast<std::size_t>(explained.reason.because));
  made.reason = build_reason_text(dossier_, explained.reason, language_);
  for (const Origin& origin : explained.rows) made.at.push_back(place(origin));
  if (reveal_ && explained.unit.person != no_person) {
    made.pesel = pesel_of(dossier_, dossier_.people.persons[explained.unit.person]);
  }
  return made;
}

std::string ExplainedBuilder::place(Origin origin) const {
  return sources_.file(origin.file).path + ":" + std::to_string(origin.line);
}

/// An id of the user's that is a PESEL is as secret as one in its own column.
std::string ExplainedBuilder::id_or_place(std::string_view id, Origin origin) const {
  return id.empty() || looks_like_pesel(id) ? place(origin) : std::string(id);
}

std::string ExplainedBuilder::key(Count count, const Unit& unit) const {
  const Codes& codes = dossier_.codes;
  const Logs& logs = dossier_.logs;
  switch (count) {
    case Count::persons:
    case Count::entries:
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
    case Count::headcount: return place(logs.support[unit.row].origin);
    case Count::places: {
      const PlaceRow& at = logs.places[unit.row];
      return id_or_place(codes.places.text(at.place), at.origin);
    }
    case Count::measured: return place(logs.measurements[unit.row].origin);
    case Count::ratio: break;
  }
  return {};
}

}  // namespace euproj
