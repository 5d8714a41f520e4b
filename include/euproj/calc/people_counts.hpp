#pragma once
// PeopleCounts: all that is counted of persons and their support, in one pass over them.
//
// A million persons and their ten million support rows are read once, for everything that is asked.
// Each value is a Series: what it is on any day, from the start (src/calc/README.md#counting).

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "euproj/calc/cost_units.hpp"
#include "euproj/core/date.hpp"
#include "euproj/core/series.hpp"
#include "euproj/model/dossier.hpp"

namespace euproj {

/// An amount in total and of women and men. Units whose sex is not known are in the total alone.
struct SexedQuantity {
  Quantity total;
  Quantity women;
  Quantity men;

  SexedQuantity& operator+=(const SexedQuantity& other) {
    total += other.total;
    women += other.women;
    men += other.men;
    return *this;
  }
  SexedQuantity& operator-=(const SexedQuantity& other) {
    total -= other.total;
    women -= other.women;
    men -= other.men;
    return *this;
  }
  SexedQuantity operator-() const {
    SexedQuantity result;
    return result -= *this;
  }
  friend bool operator==(const SexedQuantity&, const SexedQuantity&) = default;
};

/// value(last) - value(first - 1).
[[nodiscard]] SexedQuantity period_value(const Series<SexedQuantity>& series, Period period);

/// numerator / denominator as a percentage of two decimals; none when the denominator is 0.
[[nodiscard]] std::optional<Quantity> ratio_value(Quantity numerator, Quantity denominator);

/// Persons of an effectiveness criterion, by their windows (src/calc/README.md#criterion).
struct CriterionCounts {
  std::int64_t closed = 0;        // the denominator
  std::int64_t reached = 0;       // of those: who had the outcome in the window
  std::int64_t open = 0;          // left, and the window has not closed yet
  std::int64_t open_reached = 0;  // of those: who has the outcome already

  CriterionCounts& operator+=(const CriterionCounts& other) {
    closed += other.closed;
    reached += other.reached;
    open += other.open;
    open_reached += other.open_reached;
    return *this;
  }
  CriterionCounts operator-() const { return {-closed, -reached, -open, -open_reached}; }
  friend bool operator==(const CriterionCounts&, const CriterionCounts&) = default;
};

/// Of a hundred: who reached it of whose window has closed. None where none has.
[[nodiscard]] std::optional<Quantity> criterion_value(const CriterionCounts& counts);

struct IndicatorSeries {
  Series<SexedQuantity> values;  // empty for a ratio
  bool sexes = false;            // women and men are known and may be shown
  /// Of `when: period`: who had support in the period, which no difference of cumulative values is.
  std::optional<SexedQuantity> supported;
  /// Of a criterion: all of its persons, then those of each group. `values` is then empty.
  std::vector<Series<CriterionCounts>> criterion = {};
  /// Of an indicator that asks for complete records: whom it leaves out for that alone.
  std::optional<Series<SexedQuantity>> incomplete;
};
/// Of the period that the counts were computed for.
[[nodiscard]] SexedQuantity period_value(const IndicatorSeries& series, Period period);

// Participants by what they were at entry, and support by form.

/// Age bands that serve both periods' indicators: below 25 and above 54 (ESF), 18-29 and 55 or
/// more (ESF+).
struct AgeBand {
  std::string_view key;
  int min = 0;
  int max = 0;
};
inline constexpr std::array<AgeBand, 5> age_bands = {
    {{"0-17", 0, 17}, {"18-24", 18, 24}, {"25-29", 25, 29}, {"30-54", 30, 54}, {"55+", 55, 999}}};

/// The position in `age_bands` of a number of completed years; their number when it is not known.
[[nodiscard]] std::size_t age_band_of(std::optional<int> age);

/// The attributes by which participants are shown.
inline constexpr std::array<Attribute, 3> breakdown_attributes = {
    Attribute::group, Attribute::labour_status, Attribute::education};

/// All persons whose start is known, from the start.
struct PeopleSeries {
  SexedQuantity supported;  // persons with support dated in the period
  Series<SexedQuantity> started;
  Series<SexedQuantity> exited;  // those of them who are not active
  std::array<Series<SexedQuantity>, age_bands.size() + 1> by_age;  // the last one: not known
  /// As `breakdown_attributes`, then by code; [0]: not given.
  std::array<std::vector<Series<SexedQuantity>>, breakdown_attributes.size()> by_attribute;
};

/// What support rows add up to.
struct SupportAmount {
  Quantity sessions;  // a row without a session_id is a session of its own
  Quantity hours;
  Quantity headcount;

  SupportAmount& operator+=(const SupportAmount& other) {
    sessions += other.sessions;
    hours += other.hours;
    headcount += other.headcount;
    return *this;
  }
  friend bool operator==(const SupportAmount&, const SupportAmount&) = default;
};

struct FormSeries {
  Series<SexedQuantity> persons;  // from their first support of the form on
  SexedQuantity supported;        // persons with support of the form dated in the period
  Series<SupportAmount> support;
};

/// How many persons two indicators have in common.
struct Overlap {
  Date day;
  std::vector<std::size_t> indicators;             // positions in Project::indicators
  std::vector<std::vector<std::int64_t>> persons;  // square and symmetric; diagonal: the value
};

/// Indicators of an Overlap, the first that count persons: a wider table is no use on a sheet, nor
/// on paper.
inline constexpr std::size_t max_in_common = 30;

/// A window that is still open: whose result can still be counted, or taken back, and until when
/// (src/calc/README.md#window).
struct OpenWindow {
  std::size_t indicator = 0;  // position in Project::indicators
  PersonIndex person = no_person;
  std::vector<Code> outcomes;  // any of them will do; where one alone cannot, all are needed
  bool all_needed = false;
  Date exit;
  Date last_day;  // of the window, inside
};

/// By last day, person in file order and indicator.
struct OpenWindows {
  std::vector<OpenWindow> gains;   // of persons who do not count yet
  std::vector<OpenWindow> losses;  // of persons who count, and whom such an outcome takes out
};

/// Whether the indicator counts persons, entries or households by an outcome within a term, or is a
/// criterion.
[[nodiscard]] bool has_window(const Indicator& indicator);

struct PeopleCounts {
  std::vector<IndicatorSeries> indicators;  // in the order of Project::indicators
  Overlap overlap;                          // cumulative on the day
  std::vector<FormSeries> forms;            // by code of the form; [0] is unused
  PeopleSeries people;
  /// Those open on the day, from what is known on it. One person may have two in one indicator when
  /// its outcomes have other terms.
  OpenWindows open_windows;
  /// Of each of counted_units, by the day from which they are known and the one they are of.
  std::vector<std::vector<UnitChange>> cost_units;
};

/// Series are of all days; overlap and open windows of the period's last one.
[[nodiscard]] PeopleCounts compute_people_counts(const Dossier& dossier, Period period,
                                                 std::size_t threads = 1);

}  // namespace euproj
