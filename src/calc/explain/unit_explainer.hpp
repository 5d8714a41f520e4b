#pragma once
// UnitExplainer: why one unit of an indicator counts on a day or does not, and by which rows; and
// ReasonTrace, which notes it while a condition is evaluated (conditions/evaluate.hpp).

#include <optional>
#include <unordered_map>
#include <utility>
#include <vector>

#include "calc/conditions/compiled_condition.hpp"
#include "euproj/calc/person_view.hpp"
#include "euproj/calc/reason.hpp"
#include "euproj/calc/units.hpp"
#include "euproj/model/entities.hpp"

namespace euproj {

/// Why a condition holds on a day or does not, and which rows were looked at. When it holds, the
/// reasons are what it rests on; otherwise the first thing that fails, alone.
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

class UnitExplainer {
 public:
  /// Keeps references; who is in a household and which rows make a session is found once.
  UnitExplainer(const Dossier& dossier, const Indicator& indicator, Date day);

  using Why = std::pair<Reason, std::vector<Origin>>;
  [[nodiscard]] Why explain(const Unit& unit) const;

 private:
  /// `holds` and one reason, whatever it rests on.
  struct Answered {
    bool holds = false;
    Reason reason;
    std::vector<Origin> rows;
  };

  [[nodiscard]] Answered person(PersonIndex index) const;
  [[nodiscard]] Answered supported(PersonIndex index) const;
  [[nodiscard]] Why entry(const Unit& unit) const;
  [[nodiscard]] Why household(const Unit& unit) const;
  [[nodiscard]] Answered support_row(std::uint32_t at) const;
  [[nodiscard]] Why session(const Unit& unit) const;
  [[nodiscard]] Why place(const Unit& unit) const;
  [[nodiscard]] Why entity(const Unit& unit) const;
  [[nodiscard]] Why criterion(PersonIndex index) const;

  const Dossier& dossier_;
  Count count_;
  Indicator::When when_;
  CompiledCondition condition_;
  std::optional<Criterion> criterion_;
  Date day_;
  std::vector<std::vector<PersonIndex>> members_;         // by household, of `households` only
  std::vector<std::vector<std::uint32_t>> session_rows_;  // by session, of `sessions` only
  std::unordered_map<std::uint32_t, Entity> entities_;    // by first row, of `entities` only
};

}  // namespace euproj
