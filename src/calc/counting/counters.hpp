#pragma once
// Counters: what some of the persons count for, added person by person. Those of all parts together
// are added to the result.

#include <array>
#include <cstdint>
#include <unordered_map>
#include <vector>

#include "euproj/calc/breakdowns.hpp"
#include "euproj/calc/counting.hpp"
#include "euproj/calc/indicators.hpp"
#include "euproj/calc/person_case.hpp"

namespace euproj {

[[nodiscard]] inline SexedQuantity sexed(Quantity amount, Sex sex) {
  return {amount, sex == Sex::woman ? amount : Quantity(), sex == Sex::man ? amount : Quantity()};
}

/// Persons that begin to count, or cease to: half the room of their SexedQuantity, and there is one
/// for each day of many series.
struct PersonChange {
  std::int32_t unknown = 0;  // of 32 bits: memory ends before there are as many participations
  std::int32_t women = 0;
  std::int32_t men = 0;

  static PersonChange one(Sex sex) {
    return {sex == Sex::unknown ? 1 : 0, sex == Sex::woman ? 1 : 0, sex == Sex::man ? 1 : 0};
  }
  PersonChange& operator+=(const PersonChange& other) {
    unknown += other.unknown;
    women += other.women;
    men += other.men;
    return *this;
  }
  PersonChange operator-() const { return {-unknown, -women, -men}; }
  friend bool operator==(const PersonChange&, const PersonChange&) = default;
  operator SexedQuantity() const {
    return {Quantity::whole(std::int64_t{unknown} + women + men), Quantity::whole(women),
            Quantity::whole(men)};
  }
};

/// What a support row adds to its form. Half a cache line: rows come by person, so nearly each finds
/// another form and day than the one before it.
struct alignas(32) FormChange {
  Quantity hours;
  Quantity headcount;
  std::uint32_t sessions = 0;  // as many as there are rows at most
  PersonChange persons;        // who had none of this form before

  FormChange& operator+=(const FormChange& other) {
    hours += other.hours;
    headcount += other.headcount;
    sessions += other.sessions;
    persons += other.persons;
    return *this;
  }
  friend bool operator==(const FormChange&, const FormChange&) = default;
  operator SupportAmount() const { return {Quantity::whole(sessions), hours, headcount}; }
  operator SexedQuantity() const { return persons; }
};

/// Adds `amount` on these days.
template <typename Amount>
void add_on(const DaySpans& days, const Amount& amount, Series<Amount>& series) {
  for (const DaySpan& span : days.spans()) {
    series.add(span.from, amount);
    if (span.until != Date::never()) series.add(span.until, -amount);
  }
}

/// The indicators by person (is_by_person), and how many persons they have in common.
class IndicatorCounter {
 public:
  IndicatorCounter(const Project& project, const Overlap& overlap);

  void add(PersonCase& of, PersonIndex index);  // `of` stands at the person
  void add_of_nobody(PersonCase& of, const SupportFact& row);
  void add_to(std::vector<IndicatorSeries>& all, Overlap& overlap) const;

 private:
  struct Counted {
    std::size_t indicator = 0;
    Count count{};
    Question asked;
    Series<PersonChange> persons;
    Series<SexedQuantity> rows;  // of a count by row

    void add(const Unit& unit);
    void add(PersonCase& of, const SupportFact& row);  // of a count by row
  };

  std::vector<Counted> counted_;
  OverlapCounter common_;
};

/// Every other indicator; empty for a ratio and for those by person.
[[nodiscard]] IndicatorSeries count_apart(const Dossier& dossier, std::size_t position);

/// The forms, as the support rows show them.
class FormCounter {
 public:
  explicit FormCounter(const Codes& codes) : forms_(codes.forms.size() + 1) {}

  void add(PersonCase& of);
  void add(const SupportFact& row);  // of nobody
  void add(const FormCounter& other);
  [[nodiscard]] std::vector<FormSeries> finished() const;

 private:
  void add(const SupportFact& row, const PersonChange& persons);
  void add_session(std::uint64_t key, Date day);

  std::vector<Series<FormChange>> forms_;              // by code
  std::unordered_map<std::uint64_t, Date> first_day_;  // of the rows of a form in a session
  CodeSet seen_;
};

/// The persons that have started, by what they were at entry.
class PeopleCounter {
 public:
  explicit PeopleCounter(const Codes& codes);

  void add(PersonCase& of);
  void add(const PeopleCounter& other);
  [[nodiscard]] PeopleSeries finished() const;

 private:
  Series<PersonChange> exited_;
  std::array<Series<PersonChange>, age_bands.size() + 1> by_age_;
  std::array<std::vector<Series<PersonChange>>, breakdown_attributes.size()> by_attribute_;
};

}  // namespace euproj
