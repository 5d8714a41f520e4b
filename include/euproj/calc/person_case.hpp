#pragma once
// PersonCase: what the logs say of one person, read once for all that is asked of them.
//
// Every indicator asks the same rows again. A case is read for one person after another, and keeps
// its room; what nobody asks for is not read. Without a person it answers for the support rows of
// people who take no part.

#include <algorithm>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "euproj/calc/question.hpp"
#include "euproj/core/day_spans.hpp"
#include "euproj/model/dossier.hpp"

namespace euproj {

/// The exit of one participation, and the days on which it is the one that is known.
struct Exit {
  Date day;
  Answer completed{};
  DaySpans known;
};

/// What is counted of a support row, and what conditions ask of it.
struct SupportFact {
  Date date;
  Code form = no_code;
  Code session = no_code;
  std::uint32_t headcount = 0;
  Quantity hours;
};

/// Those of the rows of `slice`, into `facts`.
void read_facts(const Logs& logs, Slice slice, std::vector<SupportFact>& facts);

/// Calls `visit(fact, position in Logs::support)` for the rows of nobody who takes part, of which
/// there may be millions.
template <typename Visit>
void visit_others(const Dossier& dossier, const Visit& visit) {
  constexpr std::uint32_t at_once = 1024;
  std::vector<SupportFact> facts;
  const Slice others = dossier.people.others;
  for (std::uint32_t done = 0; done < others.count; done += at_once) {
    const Slice rows{others.first + done, std::min(at_once, others.count - done)};
    read_facts(dossier.logs, rows, facts);
    for (std::uint32_t i = 0; i < rows.count; ++i) visit(facts[i], rows.first + i);
  }
}

class PersonCase {
 public:
  explicit PersonCase(const Dossier& dossier) : dossier_(&dossier) {}
  PersonCase(const Dossier& dossier, const Person* person) : PersonCase(dossier) { read(person); }

  /// null: nobody.
  void read(const Person* person) {
    person_ = person;
    first_ = person == nullptr ? nullptr : &dossier_->people.first_row(dossier_->logs, *person);
    has_age_ = false;
    has_support_ = false;
    has_exits_ = false;
  }

  [[nodiscard]] const Dossier& dossier() const { return *dossier_; }
  [[nodiscard]] const Person* person() const { return person_; }
  // Of a person only.
  [[nodiscard]] const ParticipantRow& first() const { return *first_; }
  [[nodiscard]] Sex sex() const;
  /// Completed years on the first day of participation (SPEC 4.3); none when it or the day of birth
  /// is not known.
  [[nodiscard]] std::optional<int> age();
  [[nodiscard]] std::span<const SupportFact> support();  // by date
  [[nodiscard]] std::span<const Exit> exits();

 private:
  const Dossier* dossier_;
  const Person* person_ = nullptr;
  const ParticipantRow* first_ = nullptr;
  bool has_age_ = false;
  bool has_support_ = false;
  bool has_exits_ = false;
  std::optional<int> age_;
  std::vector<SupportFact> support_;
  std::vector<Exit> exits_;
};

/// The days on which what is asked holds for the person, from their start on.
[[nodiscard]] DaySpans person_days(PersonCase& of, const Question& asked);

/// Of a support row of a form that `asked` takes.
[[nodiscard]] DaySpans days_of_fitting_row(PersonCase& of, const Question& asked, Date date,
                                           Code form);

/// The days on which a support row of theirs is found: from its date on, while the person fits.
// Inlined, since most rows are of another form.
[[nodiscard]] inline DaySpans support_row_days(PersonCase& of, const Question& asked, Date date,
                                               Code form) {
  return asked.takes_form(form) ? days_of_fitting_row(of, asked, date, form) : DaySpans();
}

/// The days on which the person's exit is known (the person is not active).
[[nodiscard]] DaySpans exited_days(PersonCase& of);

}  // namespace euproj
