#pragma once
// Counters: what some of the persons count for, added person by person. Those of all parts together
// are added to the result.
//
//   persons 0 .. n       part 1 (thread a)          part 2 (thread b)      ..   no participants
//                        IndicatorCounter           IndicatorCounter            IndicatorCounter
//                        FormCounter                FormCounter                 FormCounter
//                        PeopleCounter              PeopleCounter
//                              \                         |                          /
//                               series of changes by day, added up: PeopleCounts

#include <array>
#include <cstdint>
#include <optional>
#include <unordered_map>
#include <vector>

#include "calc/counting/person_units.hpp"
#include "euproj/calc/people_counts.hpp"

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

/// What a support row adds to its form. Half a cache line: rows come by person, so nearly each
/// finds another form and day than the one before it.
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

/// Of the first indicators that count persons, cumulative on `day`: to be counted with the
/// indicators, whose days it shares.
[[nodiscard]] Overlap overlap_on(const Project& project, Date day);

/// Counts the persons of one part for an Overlap.
class OverlapCounter {
 public:
  explicit OverlapCounter(const Overlap& overlap);

  /// The days of the person at hand for an indicator, in the order of the indicators.
  void add(std::size_t indicator, const DaySpans& counted) {
    const std::uint32_t place = indicator < places_.size() ? places_[indicator] : no_place;
    if (place != no_place && counted.contains(day_)) counted_.push_back(place);
  }
  void end_person() {
    for (std::size_t row = 0; row < counted_.size(); ++row) {
      for (std::size_t i = 0; i <= row; ++i) ++persons_[counted_[row] * size_ + counted_[i]];
    }
    counted_.clear();
  }
  void add_to(Overlap& overlap) const;

 private:
  static constexpr std::uint32_t no_place = UINT32_MAX;

  Date day_;
  std::vector<std::uint32_t> places_;  // in the table, by indicator
  std::size_t size_;
  std::vector<std::int64_t> persons_;   // the table by rows, up to its diagonal
  std::vector<std::uint32_t> counted_;  // where the person at hand stands, in order
};

/// The indicators by person (is_by_person), and how many persons they have in common.
class IndicatorCounter {
 public:
  IndicatorCounter(const Project& project, const Overlap& overlap, Period period);

  void add(PersonView& person, PersonIndex index);  // `person` stands at `index`
  void add_non_participant(PersonView& nobody, const SupportFact& row);
  void add_to(std::vector<IndicatorSeries>& all, Overlap& overlap) const;

 private:
  struct Counted {
    std::size_t indicator = 0;
    Count count{};
    Indicator::When when{};
    CompiledCondition condition;
    Series<PersonChange> persons;
    Series<SexedQuantity> rows;  // of a count by row
    PersonChange supported;      // of `when: period`: in the period
    // Where only complete records count: what it would ask of others, and who would then count.
    Completeness needed{};
    std::optional<CompiledCondition> of_incomplete;
    Series<PersonChange> incomplete;

    void add(const Unit& unit);
    /// Of a count by row. Most rows are of another form: no unit is made of them.
    void add(PersonView& person, const SupportFact& row) {
      if (condition.takes_form(row.form)) add_fitting(person, row);
    }
    void add_fitting(PersonView& person, const SupportFact& row);
  };

  std::vector<Counted> counted_;
  Period period_;
  OverlapCounter common_;
};

/// Every other indicator; empty for a ratio and for those by person.
[[nodiscard]] IndicatorSeries count_apart(const Dossier& dossier, std::size_t position);

/// The forms, as the support rows show them.
class FormCounter {
 public:
  FormCounter(const Codes& codes, Period period)
      : forms_(codes.forms.size() + 1), supported_(forms_.size()), period_(period) {}

  void add(PersonView& person);
  void add(const SupportFact& row);  // of a non-participant
  void add(const FormCounter& other);
  [[nodiscard]] std::vector<FormSeries> finished() const;

 private:
  void add(const SupportFact& row, const PersonChange& persons);
  void add_session(std::uint64_t key, Date day);

  std::vector<Series<FormChange>> forms_;              // by code
  std::vector<PersonChange> supported_;                // by code: persons in the period
  std::unordered_map<std::uint64_t, Date> first_day_;  // of the rows of a form in a session
  Period period_;
  CodeSet seen_;
  CodeSet seen_in_period_;
};

/// The persons that have started, by what they were at entry.
class PeopleCounter {
 public:
  PeopleCounter(const Codes& codes, Period period);

  void add(PersonView& person);
  void add(const PeopleCounter& other);
  [[nodiscard]] PeopleSeries finished() const;

 private:
  Period period_;
  PersonChange supported_;
  Series<PersonChange> exited_;
  std::array<Series<PersonChange>, age_bands.size() + 1> by_age_;
  std::array<std::vector<Series<PersonChange>>, breakdown_attributes.size()> by_attribute_;
};

}  // namespace euproj
