#pragma once
// CompiledCondition: a `where` made ready to be asked of millions of persons, support rows and
// places.
//
// It is a list of tests that must all hold (tests.hpp), those of `all` among them. Made once,
// before anybody is asked; the Condition need not stay.

#include <vector>

#include "calc/conditions/tests.hpp"

namespace euproj {

class CompiledCondition {
 public:
  /// Tests without a meaning for what is asked about are left out: they hold.
  enum class About { people, places, entities };
  enum class Order {
    cheapest_first,  // for counting: what says yes or no before what is a set of days
    as_explained,    // src/calc/README.md#where: the first test that fails is the reason
  };
  explicit CompiledCondition(const Condition& condition, About about = About::people,
                             Order order = Order::cheapest_first);

  [[nodiscard]] const std::vector<Test>& tests() const { return tests_; }
  /// Whether every test answers yes or no: what the person was at entry is the same on every day.
  [[nodiscard]] bool is_fixed() const { return is_fixed_; }
  /// Whether it asks for more than forms and kinds of places, however deep.
  [[nodiscard]] bool asks_about_person() const { return asks_about_person_; }
  /// Whether it has `support` or a threshold itself.
  [[nodiscard]] bool asks_about_support() const { return asks_about_support_; }
  /// False for the form of a row that it surely does not hold for: most rows are of another form.
  [[nodiscard]] bool takes_form(Code form) const { return any_form_ || forms_.contains(form); }

 private:
  void add(const Condition& condition, About about, Order order);

  std::vector<Test> tests_;
  bool any_form_ = true;  // else one of `forms_`
  CodeSet forms_;
  bool is_fixed_ = true;
  bool asks_about_person_ = false;
  bool asks_about_support_ = false;
};

/// The days on which the condition holds for the person, from their start on.
[[nodiscard]] DaySpans person_days(PersonView& person, const CompiledCondition& condition);

/// Of a row of a form that the condition takes.
[[nodiscard]] DaySpans days_of_fitting_row(PersonView& person, const CompiledCondition& condition,
                                           const SupportFact& row);

/// The days on which a support row is found: from its date on, while its person fits. `person`
/// stands at them, or at nobody for the row of a non-participant.
// Inlined, since most rows are of another form.
[[nodiscard]] inline DaySpans row_days(PersonView& person, const CompiledCondition& condition,
                                       const SupportFact& row) {
  return condition.takes_form(row.form) ? days_of_fitting_row(person, condition, row) : DaySpans();
}

/// The days on which the place exists (from <= day <= to, src/calc/README.md#places), when the
/// condition holds for it.
[[nodiscard]] DaySpans place_days(const PlaceRow& place, const CompiledCondition& condition);

/// From the first row of the entity on, when the condition holds for it.
[[nodiscard]] DaySpans entity_days(const Entity& entity, const CompiledCondition& condition);

}  // namespace euproj
