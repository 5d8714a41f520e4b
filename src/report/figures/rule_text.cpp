#include "report/figures/rule_text.hpp"

#include <array>

#include "euproj/base/format.hpp"

namespace euproj {
namespace {

class RuleText {
 public:
  explicit RuleText(const Codes& codes) : codes_(codes) {}

  std::string text(const Condition& condition) const {
    std::vector<std::string> keys;
    if (!condition.support.empty()) {
      keys.push_back("support: " + list(codes_.forms, condition.support));
    }
    if (condition.min_sessions) {
      keys.push_back("min_sessions: " + std::to_string(*condition.min_sessions));
    }
    if (condition.min_hours) keys.push_back("min_hours: " + condition.min_hours->text());
    if (condition.age) keys.push_back("age: " + ages(*condition.age));
    for (const AttributeTest& test : condition.attributes) {
      const std::string_view name = attribute_names.at(static_cast<std::size_t>(test.attribute));
      keys.push_back(std::string(name) + ": " +
                     list(codes_.attribute(test.attribute), test.accepted));
    }
    if (!condition.completed.empty()) {
      keys.push_back("completed: " + answers(condition.completed));
    }
    if (!condition.outcome.empty()) {
      keys.push_back("outcome: " + list(codes_.outcomes, condition.outcome));
    }
    if (condition.within) keys.push_back("within: " + term(*condition.within));
    if (!condition.latest_of.empty()) {
      keys.push_back("latest_of: " + list(codes_.outcomes, condition.latest_of));
    }
    if (!condition.place_kind.empty()) keys.push_back("place_kind: " + kinds(condition.place_kind));
    if (!condition.kind.empty()) keys.push_back("kind: " + named(condition.kind, entity_kinds));
    if (!condition.size.empty()) keys.push_back("size: " + named(condition.size, entity_sizes));
    if (!condition.any.empty()) keys.push_back("any: [" + texts(condition.any) + "]");
    if (!condition.all.empty()) keys.push_back("all: [" + texts(condition.all) + "]");
    if (!condition.none.empty()) keys.push_back("not: " + texts(condition.none));
    if (condition.complete != Completeness::not_asked) keys.emplace_back("complete: true");
    return list_of(keys);
  }

  std::string text(const Criterion& criterion, const Condition& of) const {
    std::string rule = ", of: {where: {" + text(of) +
                       "}}, reached: {outcome: " + list(codes_.outcomes, criterion.outcome) +
                       ", within: " + term(criterion.within) +
                       "}, threshold: " + criterion.threshold.percent_text() + "%";
    std::vector<std::string> groups;
    for (const CriterionGroup& group : criterion.groups) {
      groups.push_back("{id: " + group.id + ", where: {" + text(group.where) +
                       "}, threshold: " + group.threshold.percent_text() + "%}");
    }
    return groups.empty() ? rule : rule + ", groups: [" + list_of(groups) + "]";
  }

 private:
  static std::string list(const Interner& dictionary, const std::vector<Code>& codes) {
    std::vector<std::string> words;
    for (const Code code : codes) words.emplace_back(dictionary.text(code));
    return "[" + list_of(words) + "]";
  }
  static std::string kinds(const std::vector<PlaceKind>& kinds) {
    std::vector<std::string> words;
    for (const PlaceKind kind : kinds) {
      words.emplace_back(kind == PlaceKind::created ? "created" : "supported");
    }
    return "[" + list_of(words) + "]";
  }
  /// Numbers from 1.
  template <typename Word>
  static std::string named(const std::vector<Word>& some,
                           const std::array<std::string_view, 4>& names) {
    std::vector<std::string> words;
    for (const Word one : some) words.emplace_back(names.at(static_cast<std::size_t>(one) - 1));
    return "[" + list_of(words) + "]";
  }
  static std::string ages(const AgeRange& range) {
    std::vector<std::string> ends;
    if (range.min) ends.push_back("min: " + std::to_string(*range.min));
    if (range.max) ends.push_back("max: " + std::to_string(*range.max));
    return "{" + list_of(ends) + "}";
  }
  static std::string answer(Answer answer) {
    return answer == Answer::yes ? "yes" : answer == Answer::no ? "no" : "refused";
  }
  static std::string answers(const std::vector<Answer>& answers) {
    if (answers.size() == 1) return answer(answers.front());
    std::vector<std::string> words;
    for (const Answer each : answers) words.push_back(answer(each));
    return "[" + list_of(words) + "]";
  }
  static std::string term(const Term& term) {
    const std::string_view unit = term.unit == Term::Unit::days    ? " days"
                                  : term.unit == Term::Unit::weeks ? " weeks"
                                                                   : " months";
    return std::to_string(term.length) + std::string(unit);
  }
  std::string texts(const std::vector<Condition>& conditions) const {
    std::vector<std::string> all;
    for (const Condition& condition : conditions) all.push_back("{" + text(condition) + "}");
    return list_of(all);
  }

  const Codes& codes_;
};

}  // namespace

std::string build_rule_text(const Dossier& dossier, const Indicator& indicator) {
  std::string rule = "count: ";
  rule += count_words.at(static_cast<std::size_t>(indicator.count));
  if (indicator.count == Count::measured) {
    rule += indicator.take == Indicator::Take::last ? ", take: last" : ", take: sum";
  }
  const auto& indicators = dossier.project.indicators;
  if (indicator.count == Count::ratio) {
    return rule + ", numerator: " + indicators.at(indicator.numerator).id +
           ", denominator: " + indicators.at(indicator.denominator).id;
  }
  if (indicator.criterion) {
    return rule + RuleText(dossier.codes).text(*indicator.criterion, indicator.where);
  }
  if (indicator.when == Indicator::When::supported) rule += ", when: period";
  const std::string where = RuleText(dossier.codes).text(indicator.where);
  return where.empty() ? rule : rule + ", where: {" + where + "}";
}

std::string build_rule_text(const Dossier& dossier, const UnitCost& cost) {
  const CountedUnit& count = cost.count;
  std::string rule = "of: " + std::string(unit_of_word(count.of));
  if (count.of == UnitOf::measured) {
    rule += ", indicator: " + dossier.project.indicators.at(count.indicator).id;
  }
  const std::string where = RuleText(dossier.codes).text(count.where);
  if (!where.empty()) rule += ", where: {" + where + "}";
  if (count.min_hours) rule += ", min_hours: " + count.min_hours->text();
  if (count.min_sessions) rule += ", min_sessions: " + std::to_string(*count.min_sessions);
  if (count.per_person_max) rule += ", per_person_max: " + count.per_person_max->text();
  if (cost.units_max) rule += ", units_max: " + cost.units_max->text();
  return rule;
}

}  // namespace euproj
