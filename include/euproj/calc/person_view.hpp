#pragma once
// PersonView: what the logs say of one person, read once for all that is asked of them.
//
// Every indicator asks the same rows again. A view moves from one person to the next and keeps its
// room; what nobody asks for is not read. It may stand at nobody: at the support rows of
// non-participants.

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "euproj/core/day_spans.hpp"
#include "euproj/model/dossier.hpp"

namespace euproj {

/// The exit of one participation, and the days on which it is the one that is known.
struct Exit {
  Date begin;  // of that participation: its entry, but not before the start
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

/// Those of the rows of `slice` of Logs::support, into `facts`. A session that is logged twice in
/// equal rows has its hours in the first of them.
void read_facts(const Dossier& dossier, Slice slice, std::vector<SupportFact>& facts);

/// A partner of a project of several, and the first day on which a row names it for somebody.
struct PartnerSince {
  Code partner = no_code;
  Date since;
};

class PersonView {
 public:
  explicit PersonView(const Dossier& dossier) : dossier_(&dossier) {}
  PersonView(const Dossier& dossier, const Person& person) : PersonView(dossier) {
    move_to(&person);
  }

  /// null: nobody.
  void move_to(const Person* person) {
    person_ = person;
    first_ = person == nullptr ? nullptr : &attributes_of(dossier_->logs, *person);
    has_age_ = false;
    has_support_ = false;
    has_exits_ = false;
    has_partners_ = false;
  }

  [[nodiscard]] const Dossier& dossier() const { return *dossier_; }
  [[nodiscard]] bool is_somebody() const { return person_ != nullptr; }
  // Of a person only.
  [[nodiscard]] const Person& person() const { return *person_; }
  [[nodiscard]] Date start() const { return person_->start; }
  /// The row that gives the attributes.
  [[nodiscard]] const ParticipantRow& first() const { return *first_; }
  [[nodiscard]] Sex sex() const;
  /// Completed years on the first day of participation (src/calc/README.md#age); none when it or
  /// the day of birth is not known.
  [[nodiscard]] std::optional<int> age();
  [[nodiscard]] std::span<const SupportFact> support();  // by date
  [[nodiscard]] std::span<const Exit> exits();
  /// Every partner whom participations, support or outcomes name for the person, once.
  [[nodiscard]] std::span<const PartnerSince> partners();
  /// The days on which the person's exit is known (the person is not active).
  [[nodiscard]] DaySpans exited_days();

 private:
  const Dossier* dossier_;
  const Person* person_ = nullptr;
  const ParticipantRow* first_ = nullptr;
  bool has_age_ = false;
  bool has_support_ = false;
  bool has_exits_ = false;
  bool has_partners_ = false;
  std::optional<int> age_;
  std::vector<SupportFact> support_;
  std::vector<Exit> exits_;
  std::vector<PartnerSince> partners_;
};

}  // namespace euproj
