#pragma once
// CountingOracle: src/calc/README.md#counting from its words alone, one day at a time, as slowly as
// it reads.
//
// value(i, d) looks at every row again and ignores what is dated after d. It keeps no spans and no
// sums between days, so it cannot share a fault with src/calc.

#include <cstdint>
#include <set>
#include <string>
#include <vector>

#include "support/counting_logs.hpp"

namespace euproj::testing {

class CountingOracle {
 public:
  struct Value {
    std::int64_t total = 0;  // ten-thousandths
    std::int64_t women = 0;
    std::int64_t men = 0;

    friend bool operator==(const Value&, const Value&) = default;
  };
  struct People {
    std::int64_t total = 0;
    std::int64_t women = 0;
    std::int64_t men = 0;
    std::int64_t exited = 0;
  };

  struct Criterion {
    std::int64_t closed = 0;
    std::int64_t reached = 0;
    std::int64_t open = 0;
    std::int64_t open_reached = 0;
  };

  explicit CountingOracle(const PlainLogs& logs);

  /// Of any indicator but a ratio.
  [[nodiscard]] Value value(std::size_t indicator, int day) const;
  [[nodiscard]] People people(int day) const;
  /// Of an indicator of `when: period`, from the first to the last day of a period.
  [[nodiscard]] Value supported(std::size_t indicator, int first, int last) const;
  /// Persons with support dated in the period; `form` empty: of any form.
  [[nodiscard]] Value supported(const std::string& form, int first, int last) const;
  /// Of the persons for whom both conditions hold.
  [[nodiscard]] Criterion criterion(const PlainCondition& of, const PlainCondition& group,
                                    const std::vector<std::string>& outcome, Term within,
                                    int day) const;
  /// Which person a person_id is, from 0.
  [[nodiscard]] std::size_t person_of(const std::string& person_id) const {
    return person_of_.at(person_id);
  }
  [[nodiscard]] std::size_t person_count() const { return persons_.size(); }

  // Of one row, of one person: what unit costs ask.
  [[nodiscard]] bool finds(const PlainSupport& row, const PlainCondition& where, int day) const {
    return is_found(row, where, day);
  }
  [[nodiscard]] bool is_repeated(const PlainSupport& row) const { return repeats_session(row); }
  [[nodiscard]] std::size_t person_of(const PlainSupport& row) const {
    return person_of_.at(row.person_id);
  }
  [[nodiscard]] bool counts(std::size_t person, const PlainCondition& where, int day) const {
    return has_started(persons_.at(person), day) && fits(persons_[person], where, day, nullptr);
  }
  [[nodiscard]] Day start_of(std::size_t person) const { return persons_.at(person).start; }

 private:
  struct Person {
    std::vector<const PlainParticipant*> rows;  // by entry
    std::vector<const PlainSupport*> support;
    std::vector<const PlainOutcome*> outcomes;
    const PlainParticipant* attributes = nullptr;  // of the participation in which the start lies
    Day start;
    int age = 0;
  };

  void find_persons();
  void settle(Person& person) const;
  [[nodiscard]] bool has_started(const Person& person, int day) const;
  [[nodiscard]] const PlainParticipant* known_exit(const Person& person, int day) const;
  [[nodiscard]] bool support_fits(const Person& person, const PlainCondition& condition, int day,
                                  const PlainSupport* row) const;
  [[nodiscard]] bool latest_fits(const Person& person, const PlainCondition& condition,
                                 const PlainParticipant& exit, int day) const;
  [[nodiscard]] bool outcome_fits(const Person& person, const PlainCondition& condition,
                                  int day) const;
  /// `row`: the support row that is asked about; null: the person as a whole.
  [[nodiscard]] bool fits(const Person& person, const PlainCondition& condition, int day,
                          const PlainSupport* row) const;
  [[nodiscard]] bool is_found(const PlainSupport& row, const PlainCondition& condition,
                              int day) const;
  [[nodiscard]] Value supported(const PlainCondition& condition, int first, int last) const;
  /// An equal row stands before it, of the same person and session: its hours are counted there.
  [[nodiscard]] bool repeats_session(const PlainSupport& row) const;
  [[nodiscard]] Value persons(const PlainCondition& condition, int day, Count count) const;
  [[nodiscard]] std::int64_t support(const PlainCondition& condition, int day, Count count) const;
  [[nodiscard]] std::int64_t places(const PlainCondition& condition, int day) const;
  [[nodiscard]] Value measured(std::size_t indicator, int day) const;

  const PlainLogs& logs_;
  std::vector<Person> persons_;
  std::map<std::string, std::size_t> person_of_;  // by person_id
};

}  // namespace euproj::testing
