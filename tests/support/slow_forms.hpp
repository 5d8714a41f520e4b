#pragma once
// SlowForms: lump sums and unit costs of small logs by the words of src/calc/README.md#lump-sums,
// one evening at a time from all rows: units in the order of their days, a person's maximum, the
// maximum in all, the rate of the day, one rounding; a requirement by its exact value.

#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

#include "euproj/model/budget.hpp"
#include "support/counting_oracle.hpp"

namespace euproj::testing {

constexpr std::int64_t slow_one = 10'000;  // of a quantity

struct SlowRate {
  int from = 0;
  std::int64_t grosze = 0;
};

struct SlowCost {
  UnitOf of{};
  std::size_t indicator = 0;  // whose condition it has, or whose measurements it counts
  std::int64_t min_hours = 0;
  int min_sessions = 0;
  std::int64_t per_person_max = 0;  // 0: none
  std::int64_t units_max = 0;       // 0: none
  std::vector<SlowRate> rates;      // by from; empty: there is none in the version
  int task = 1;
  int category = 0;
  bool in_base = false;
};

struct SlowRequirement {
  std::size_t indicator = 0;
  std::int64_t at_least = 0;
};

struct SlowSum {
  std::int64_t grosze = 0;  // 0: there is none in the version
  std::vector<SlowRequirement> requirements;
  std::vector<std::pair<std::int64_t, std::int64_t>> steps;  // at least, grosze; ascending
  int task = 1;
  bool in_base = false;
};

struct SlowTotals {
  std::int64_t paid = 0;
  std::int64_t amount = 0;
  std::int64_t unpaid = 0;
  std::int64_t unpaid_amount = 0;
  std::int64_t unrated = 0;

  friend bool operator==(const SlowTotals&, const SlowTotals&) = default;
};

class SlowForms {
 public:
  explicit SlowForms(const PlainLogs& logs);

  [[nodiscard]] SlowTotals totals(const SlowCost& cost, int day) const;
  [[nodiscard]] std::int64_t sum(const SlowSum& sum, std::optional<int> declared, int day) const;
  /// An indicator as a fraction, of a hundred where it is a ratio; none: a ratio over 0.
  struct Fraction {
    Int128 part = 0;
    Int128 whole = 1;  // above 0
  };
  [[nodiscard]] std::optional<Fraction> value(std::size_t indicator, int day) const;

 private:
  struct Unit {
    int of = 0;
    std::int64_t amount = 0;
    std::optional<std::size_t> person;
  };

  [[nodiscard]] std::vector<Unit> units(const SlowCost& cost, int day) const;
  [[nodiscard]] std::optional<std::size_t> person_of(const PlainSupport& row) const;
  [[nodiscard]] int first_day(std::size_t person, std::size_t indicator, int day) const;
  void add_sessions(std::size_t indicator, int day, std::vector<Unit>& units) const;
  void add_months(const SlowCost& cost, std::size_t person, int day,
                  std::vector<Unit>& units) const;
  void add_measured(std::size_t indicator, int day, std::vector<Unit>& units) const;
  [[nodiscard]] const PlainCondition& where(std::size_t indicator) const {
    return logs_.indicators[indicator].where;
  }

  const PlainLogs& logs_;
  CountingOracle oracle_;
};

}  // namespace euproj::testing
