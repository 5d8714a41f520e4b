#pragma once
// PersonCase: what the logs say of one person, read once for all that is asked of them.
//
// Every indicator asks the same rows again. A case is read for one person after another, and keeps
// its room; what nobody asks for is not read. Without a person it answers for the support rows of
// people who take no part.

#include <span>
#include <vector>

#include "euproj/core/day_spans.hpp"
#include "euproj/model/dossier.hpp"

namespace euproj {

/// The exit of one participation, and the days on which it is the one that is known.
struct Exit {
  Date day;
  Answer completed{};
  DaySpans known;
};

/// What conditions ask of a support row.
struct SupportFact {
  Date date;
  Code form = no_code;
  Code session = no_code;
  Quantity hours;
};

class PersonCase {
 public:
  explicit PersonCase(const Dossier& dossier) : dossier_(&dossier) {}
  PersonCase(const Dossier& dossier, const Person* person) : PersonCase(dossier) { read(person); }

  /// null: nobody.
  void read(const Person* person) {
    person_ = person;
    has_support_ = false;
    has_exits_ = false;
  }

  [[nodiscard]] const Dossier& dossier() const { return *dossier_; }
  [[nodiscard]] const Person* person() const { return person_; }
  // Of a person only.
  [[nodiscard]] const ParticipantRow& first() const {
    return dossier_->people.first_row(dossier_->logs, *person_);
  }
  [[nodiscard]] Sex sex() const;
  [[nodiscard]] std::span<const SupportFact> support();  // by date
  [[nodiscard]] std::span<const Exit> exits();

 private:
  const Dossier* dossier_;
  const Person* person_ = nullptr;
  bool has_support_ = false;
  bool has_exits_ = false;
  std::vector<SupportFact> support_;
  std::vector<Exit> exits_;
};

/// The days on which `condition` holds for the person, from their start on.
[[nodiscard]] DaySpans person_days(PersonCase& of, const Condition& condition);

/// The days on which a support row of theirs is found: from its date on, while the person fits.
[[nodiscard]] DaySpans support_row_days(PersonCase& of, const Condition& condition, Date date,
                                        Code form);

/// The days on which the person's exit is known (the person is not active).
[[nodiscard]] DaySpans exited_days(PersonCase& of);

}  // namespace euproj
