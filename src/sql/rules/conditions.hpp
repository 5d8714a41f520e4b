#pragma once
// Conditions: `where` as a condition of SQL (src/calc/README.md#where).
//
// What needs other rows (support, outcomes) becomes a step of its own: the persons and days for
// which it holds. The condition then asks whether the person of the day is in it. Each answers yes
// or no, never NULL, so that `not` means what it says.

#include <functional>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "sql/rules/script.hpp"

namespace euproj::sql {

/// A condition of the person of a day (alias p), and what it must be joined with.
struct AskedCondition {
  Value holds;                                             // nothing: it always does
  std::vector<std::pair<std::string, std::string>> facts;  // step, alias
  bool asks_exit = false;                                  // alias x

  /// The joins, behind a table of alias p with project, person and day.
  void join_to(Select& select) const;
};

class Conditions {
 public:
  Conditions(Script& its_script, const Dossier& its_dossier)
      : script_(its_script), dossier_(its_dossier) {}

  /// The persons of each day (alias p) for whom it holds.
  [[nodiscard]] Select people(const Condition& condition);
  /// The support rows (alias s) up to each day (alias d) that are found; with their persons
  /// (alias p) where the condition asks about them, or the caller.
  [[nodiscard]] Select found_rows(const Condition& condition, bool needs_person = false);

  [[nodiscard]] AskedCondition of_person(const Condition& condition);
  /// As if it did not ask for complete records.
  [[nodiscard]] AskedCondition of_person_in_log(const Condition& condition);
  /// Of a support row (alias s), whose person is p where `asks_person`.
  [[nodiscard]] AskedCondition of_row(const Condition& condition);
  [[nodiscard]] static bool asks_person(const Condition& condition);
  /// Of a place (alias p) or an entity (alias e).
  [[nodiscard]] static Value of_place(const Condition& condition);
  [[nodiscard]] static Value of_entity(const Condition& condition);

  /// The last day of a term that begins on a day.
  [[nodiscard]] static Value last_day(const Value& day, const Term& term);

 private:
  enum class About { person, row };
  [[nodiscard]] Value asked(const Condition& condition, About about, AskedCondition& into);
  [[nodiscard]] Value support_test(const Condition& condition, About about, AskedCondition& into);
  [[nodiscard]] Value outcome_test(const Condition& condition, AskedCondition& into);
  [[nodiscard]] Value is_in(const std::string& step, AskedCondition& into) const;
  [[nodiscard]] std::string step_of(const std::string& key, const std::string& rule,
                                    const std::function<Select()>& make);
  [[nodiscard]] std::string outcome_within(const Condition& condition);
  [[nodiscard]] std::string latest_outcome(const Condition& condition);
  [[nodiscard]] std::vector<std::string> texts(const Interner& words,
                                               const std::vector<Code>& codes) const;
  [[nodiscard]] std::string next_name(const std::string& what);

  Script& script_;
  const Dossier& dossier_;
  std::map<std::string, std::string> steps_;  // by what they ask
};

}  // namespace euproj::sql
