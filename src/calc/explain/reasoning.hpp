#pragma once
// Reasoning: the conditions of `where` asked once more about one person, support row or place on
// one day, for an answer in reasons instead of days.

#include <vector>

#include "euproj/calc/explanation.hpp"

namespace euproj {

/// When it holds, what it rests on; otherwise the first thing that fails, alone.
struct Verdict {
  bool holds = true;
  std::vector<Reason> reasons;
};

/// Of a condition: what is asked about. A row may have a person or not; a place has neither.
struct Subject {
  const Person* person = nullptr;
  const SupportRow* row = nullptr;
  const PlaceRow* place = nullptr;
};

class Reasoning {
 public:
  Reasoning(const Dossier& dossier, Date day, Subject subject)
      : dossier_(dossier), day_(day), subject_(subject) {}

  [[nodiscard]] Verdict check(const Condition& condition);
  /// Remembers a row as looked at.
  void use(Origin origin) { rows_.push_back(origin); }
  [[nodiscard]] const std::vector<Origin>& rows() const { return rows_; }  // repeats included

 private:
  Verdict check_support(const Condition& condition);
  Verdict check_attribute(const AttributeTest& test) const;
  Verdict check_age(const AgeRange& range) const;
  Verdict check_completed(Answer wanted);
  Verdict check_outcome(const Condition& condition);
  Verdict check_outcome_in_window(const Condition& condition);
  Verdict check_any(const std::vector<Condition>& any);
  Verdict check_not(const Condition& part);
  Verdict check_place_kind(const Condition& condition) const;

  /// The participation of the day: the latest entry on or before it; null when there is none.
  const ParticipantRow* participation();
  const ParticipantRow* known_exit();  // the same, once its exit is known
  Verdict exit_not_known();
  std::vector<OutcomeRow> outcomes(const Condition& condition);

  const Dossier& dossier_;
  Date day_;
  Subject subject_;
  std::vector<Origin> rows_;
};

}  // namespace euproj
