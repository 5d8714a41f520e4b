#pragma once
// ReasonTrace: notes, while a condition is evaluated (conditions/evaluate.hpp), why it holds on a
// day or does not, and which rows were looked at.
//
// When the condition holds, the reasons are what it rests on; otherwise the first thing that fails,
// alone.

#include <vector>

#include "euproj/calc/person_view.hpp"
#include "euproj/calc/reason.hpp"

namespace euproj {

class ReasonTrace {
 public:
  static constexpr bool asks_why = true;

  explicit ReasonTrace(Date day) : day_(day) {}

  [[nodiscard]] Date day() const { return day_; }
  [[nodiscard]] bool holds(const DaySpans& days) const { return days.contains(day_); }

  void say(Because because, std::vector<Argument> arguments = {}, std::vector<Reason> parts = {}) {
    reasons_.push_back({because, std::move(arguments), std::move(parts)});
  }
  [[nodiscard]] std::size_t mark() const { return reasons_.size(); }
  /// The reasons since `mark`, no longer here.
  std::vector<Reason> take(std::size_t mark);
  void forget(std::size_t begin, std::size_t end);

  /// Remembers a row as looked at.
  void use(Origin origin) { rows_.push_back(origin); }
  void use_support(PersonView& person, const SupportFact& row);  // one of person.support()
  [[nodiscard]] const std::vector<Origin>& rows() const { return rows_; }  // repeats included

  /// Whether the attribute may be quoted (columns.def).
  [[nodiscard]] static bool is_open(Attribute attribute);

  /// Whether the person has started by the day; says why not.
  bool starts(PersonView& person);
  /// Says, before all else, when they did.
  void say_start(PersonView& person);
  /// The exit that is known on the day; null when none is, which it says.
  const Exit* known_exit(PersonView& person);

 private:
  void use_start(PersonView& person);

  Date day_;
  std::vector<Reason> reasons_;
  std::vector<Origin> rows_;
};

}  // namespace euproj
