#include "euproj/calc/question.hpp"

#include <algorithm>

namespace euproj {

Question::Question(const Condition& condition)
    : any_form(condition.support.empty()),
      forms(condition.support),
      has_threshold(condition.min_sessions || condition.min_hours),
      min_sessions(condition.min_sessions.value_or(0)),
      min_hours(condition.min_hours.value_or(Quantity())),
      age(condition.age),
      completed(condition.completed),
      outcomes(condition.outcome),
      within(condition.within),
      any(condition.any.begin(), condition.any.end()),
      all(condition.all.begin(), condition.all.end()),
      none(condition.none.begin(), condition.none.end()),
      asks_about_person(condition.asks_about_person()) {
  for (const AttributeTest& test : condition.attributes) {
    attributes.push_back({test.attribute, CodeSet(test.accepted)});
  }
  const auto of_entry = [](const std::vector<Question>& parts) {
    return std::all_of(parts.begin(), parts.end(),
                       [](const Question& part) { return part.is_of_entry; });
  };
  is_any_of_entry = of_entry(any);
  is_of_entry = !asks_support() && !completed && outcomes.empty() && is_any_of_entry &&
                of_entry(all) && of_entry(none);
}

}  // namespace euproj
