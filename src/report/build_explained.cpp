#include "euproj/report/build_explained.hpp"

#include <algorithm>
#include <array>

#include "euproj/base/texts.hpp"
#include "report/build_person_story.hpp"

namespace euproj {
namespace {

constexpr std::array reason_groups = {
#define EUPROJ_REASON(name, group) Text::group,
#include "euproj/calc/reasons.def"
#undef EUPROJ_REASON
};

class Builder {
 public:
  Builder(const Dossier& dossier, const SourceSet& sources, const ExplainWish& wish)
      : dossier_(dossier), sources_(sources), wish_(wish) {}

  ExplainedIndicator indicator(const Explanation& explanation) const {
    const Indicator& from = dossier_.project.indicators.at(explanation.indicator);
    ExplainedIndicator made;
    made.id = from.id;
    made.name = from.name.in(wish_.language);
    made.unit = from.unit;
    made.rule = build_rule_text(dossier_, from);
    made.defined = sources_.file(from.place.file).path + ":" + std::to_string(from.place.line);
    made.count = from.count;
    made.value = explanation.value;
    made.target = from.target;
    const auto& units = explanation.units;
    const auto chosen = wish_.person
                            ? compute_units_of(dossier_, explanation, *wish_.person)
                            : units;
    for (const ExplainedUnit& unit : chosen) made.rows.push_back(row(from.count, unit));
    if (from.count == Count::ratio) {
      made.numerator = part(from.numerator, explanation.numerator);
      made.denominator = part(from.denominator, explanation.denominator);
    }
    return made;
  }

  ExplainedRow row(Count count, const ExplainedUnit& explained) const {
    ExplainedRow made;
    made.key = key(count, explained.unit);
    made.counted = explained.counted;
    made.since = explained.since;
    made.amount = explained.unit.amount;
    made.group = reason_groups.at(static_cast<std::size_t>(explained.reason.because));
    made.reason = build_reason_text(dossier_, explained.reason, wish_.language);
    for (const Origin& origin : explained.rows) made.at.push_back(place(origin));
    if (wish_.reveal && explained.unit.person != no_person) {
      made.pesel = pesel_of(dossier_, dossier_.people.persons[explained.unit.person]);
    }
    return made;
  }

 private:
  std::string place(Origin origin) const {
    return sources_.file(origin.file).path + ":" + std::to_string(origin.line);
  }

  /// An id of the user's that is a PESEL is as secret as one in its own column.
  std::string id_or_place(std::string_view id, Origin origin) const {
    return id.empty() || looks_like_pesel(id) ? place(origin) : std::string(id);
  }

  std::string key(Count count, const Unit& unit) const {
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

  RatioPart part(std::size_t position, Quantity value) const {
    const Indicator& indicator = dossier_.project.indicators.at(position);
    return {indicator.id, indicator.count, value};
  }

  const Dossier& dossier_;
  const SourceSet& sources_;
  const ExplainWish& wish_;
};

/// Several units of a person in one indicator as one: counted when any of them is.
ExplainedRow summed(std::vector<ExplainedRow> rows, const std::string& key) {
  const auto first = std::find_if(rows.begin(), rows.end(),
                                  [](const ExplainedRow& row) { return row.counted; });
  ExplainedRow sum = first == rows.end() ? rows.front() : *first;
  sum.key = key;
  sum.amount = Quantity();
  std::vector<std::string> at;
  for (const ExplainedRow& row : rows) {
    if (row.counted != sum.counted) continue;
    if (row.counted) sum.amount += row.amount;
    if (row.since < sum.since) sum.since = row.since;
    for (const std::string& place : row.at) {
      if (std::find(at.begin(), at.end(), place) == at.end()) at.push_back(place);
    }
  }
  sum.at = std::move(at);
  return sum;
}

}  // namespace

Explained build_explained(const Dossier& dossier, const SourceSet& sources,
                          const ExplainWish& wish) {
  const Builder builder(dossier, sources, wish);
  Explained made;
  made.project_id = dossier.project.id;
  const std::string& title = dossier.project.title.in(wish.language);
  made.title = title.empty() ? made.project_id : title;
  made.language = wish.language;
  made.day = wish.day;
  if (wish.indicator) {
    made.indicator =
        builder.indicator(compute_explanation(dossier, *wish.indicator, wish.day));
  }
  if (!wish.person) return made;

  PersonStory story = build_person_story(dossier, sources, wish);
  for (std::size_t i = 0; i < dossier.project.indicators.size(); ++i) {
    const Indicator& indicator = dossier.project.indicators[i];
    std::vector<ExplainedRow> rows;
    for (const ExplainedUnit& unit : compute_units_of(
             dossier, compute_explanation(dossier, i, wish.day), *wish.person)) {
      rows.push_back(builder.row(indicator.count, unit));
    }
    if (!rows.empty()) {
      story.indicators.emplace_back(indicator.id, summed(std::move(rows), story.key));
    }
  }
  made.person = std::move(story);
  return made;
}

}  // namespace euproj
