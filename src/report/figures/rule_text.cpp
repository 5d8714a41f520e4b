#include "report/figures/rule_text.hpp"

#include <utility>

#include "euproj/base/format.hpp"
#include "report/parts/code_words.hpp"

namespace euproj {
namespace {

using parts::CodeWords;
using parts::Words;

class RuleText {
 public:
  RuleText(const Dossier& dossier, const Words& words)
      : dossier_(dossier), words_(words), codes_(dossier, words) {}

  std::string text(const Indicator& indicator) const {
    std::vector<std::string> parts = {counted(indicator)};
    if (indicator.criterion) {
      add(*indicator.criterion, indicator.where, parts);
    } else {
      if (indicator.when == Indicator::When::supported) {
        parts.push_back(words_(Text::rule_supported));
      }
      add(indicator.where, parts);
    }
    return joined(parts);
  }

  std::string text(const UnitCost& cost) const {
    const CountedUnit& count = cost.count;
    std::vector<std::string> parts = {counted(count)};
    add(count.where, parts);
    add_thresholds(count.min_sessions, count.min_hours, parts);
    if (cost.count.per_person_max) {
      parts.push_back(words_(Text::rule_per_person_max, {count.per_person_max->text()}));
    }
    if (cost.units_max) parts.push_back(words_(Text::rule_units_max, {cost.units_max->text()}));
    return joined(parts);
  }

 private:
  static std::string joined(const std::vector<std::string>& parts) { return list_of(parts, "; "); }

  std::string counted(const Indicator& indicator) const {
    switch (indicator.count) {
      case Count::persons:
        return words_(Text::rule_persons);
      case Count::households:
        return words_(Text::rule_households);
      case Count::entries:
        return words_(Text::rule_entries);
      case Count::sessions:
        return words_(Text::rule_sessions);
      case Count::hours:
        return words_(Text::rule_hours);
      case Count::headcount:
        return words_(Text::rule_headcount);
      case Count::places:
        return words_(Text::rule_places);
      case Count::measured:
        return words_(indicator.take == Indicator::Take::last ? Text::rule_measured_last
                                                              : Text::rule_measured_sum);
      case Count::ratio: {
        const auto& indicators = dossier_.project.indicators;
        return words_(Text::rule_ratio, {indicators.at(indicator.numerator).id,
                                         indicators.at(indicator.denominator).id});
      }
      case Count::entities:
        return words_(Text::rule_entities);
      case Count::criterion:
        return words_(Text::rule_criterion);
    }
    return {};
  }

  std::string counted(const CountedUnit& count) const {
    switch (count.of) {
      case UnitOf::hours:
        return words_(Text::rule_hours);
      case UnitOf::sessions:
        return words_(Text::rule_sessions);
      case UnitOf::persons:
        return words_(Text::rule_persons);
      case UnitOf::person_months:
        return words_(Text::rule_person_months);
      case UnitOf::measured:
        return words_(Text::rule_measured_of, {dossier_.project.indicators.at(count.indicator).id});
    }
    return {};
  }

  void add_thresholds(const std::optional<std::int64_t>& sessions,
                      const std::optional<Quantity>& hours, std::vector<std::string>& parts) const {
    if (sessions) parts.push_back(words_(Text::rule_min_sessions, {std::to_string(*sessions)}));
    if (hours) parts.push_back(words_(Text::rule_min_hours, {hours->text()}));
  }

  /// All of it must hold, so what `all` names stands beside the rest.
  void add(const Condition& condition, std::vector<std::string>& parts) const {
    const auto say = [&](TextOf<1> which, std::string what) {
      parts.push_back(words_(which, {std::move(what)}));
    };
    if (!condition.support.empty()) {
      say(Text::rule_support, codes_.forms_by_name(condition.support));
    }
    add_thresholds(condition.min_sessions, condition.min_hours, parts);
    if (condition.age) say(Text::rule_age, parts::ages_text(words_, *condition.age));
    for (const AttributeTest& test : condition.attributes) {
      const std::string_view name = attribute_names.at(static_cast<std::size_t>(test.attribute));
      parts.push_back(words_(Text::rule_item, {parts::column_word(words_, name),
                                               codes_.values(test.attribute, test.accepted)}));
    }
    if (!condition.completed.empty()) {
      say(Text::rule_completed, codes_.answers(condition.completed));
    }
    if (!condition.outcome.empty()) say(Text::rule_outcome, codes_.outcomes(condition.outcome));
    if (condition.within) say(Text::rule_within, term(*condition.within));
    if (!condition.latest_of.empty()) {
      say(Text::rule_latest_of, codes_.outcomes(condition.latest_of));
    }
    if (!condition.place_kind.empty()) {
      say(Text::rule_place_kind, codes_.kinds(condition.place_kind));
    }
    if (!condition.kind.empty()) say(Text::rule_entity_kind, codes_.kinds(condition.kind));
    if (!condition.size.empty()) say(Text::rule_entity_size, codes_.sizes(condition.size));
    for (const Condition& part : condition.all) add(part, parts);
    if (!condition.any.empty()) {
      std::vector<std::string> alternatives;
      for (const Condition& part : condition.any) alternatives.push_back(whole(part));
      say(Text::rule_any, parts::either_of(words_, alternatives));
    }
    for (const Condition& part : condition.none) say(Text::rule_not, whole(part));
    if (condition.complete != Completeness::not_asked) {
      parts.push_back(words_(Text::rule_complete));
    }
  }

  void add(const Criterion& criterion, const Condition& of, std::vector<std::string>& parts) const {
    add(of, parts);
    parts.push_back(words_(Text::rule_outcome, {codes_.outcomes(criterion.outcome)}));
    parts.push_back(words_(Text::rule_within, {term(criterion.within)}));
    parts.push_back(words_(Text::rule_threshold, {criterion.threshold.percent_text()}));
    for (const CriterionGroup& group : criterion.groups) {
      std::vector<std::string> its;
      add(group.where, its);
      its.push_back(words_(Text::rule_threshold, {group.threshold.percent_text()}));
      const std::string& name = group.name.in(words_.language());
      parts.push_back(
          words_(Text::rule_group, {name.empty() ? group.id : name, list_of(its, ", ")}));
    }
  }

  /// In brackets, where it has several parts.
  std::string whole(const Condition& condition) const {
    std::vector<std::string> its;
    add(condition, its);
    return its.size() == 1 ? its.front() : words_(Text::rule_part, {joined(its)});
  }

  std::string term(const Term& term) const {
    const TextOf<1> which = term.unit == Term::Unit::days    ? Text::rule_days
                            : term.unit == Term::Unit::weeks ? Text::rule_weeks
                                                             : Text::rule_months;
    return words_(which, {std::to_string(term.length)});
  }

  const Dossier& dossier_;
  const Words& words_;
  CodeWords codes_;
};

template <typename Of>
std::string rule_of(const Dossier& dossier, const Of& of, Language language) {
  const Words words(language);
  return RuleText(dossier, words).text(of);
}

}  // namespace

std::string build_rule_text(const Dossier& dossier, const Indicator& indicator, Language language) {
  return rule_of(dossier, indicator, language);
}

std::string build_rule_text(const Dossier& dossier, const UnitCost& cost, Language language) {
  return rule_of(dossier, cost, language);
}

}  // namespace euproj
