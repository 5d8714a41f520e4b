#pragma once
// Participants by what they were at entry, and support by form.

#include <array>
#include <optional>
#include <string_view>
#include <vector>

#include "euproj/calc/indicators.hpp"

namespace euproj {

/// Age bands that serve both periods' indicators: below 25 and above 54 (ESF), 18-29 and 55 or
/// more (ESF+). DOMAIN 1.
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
  Series<SexedQuantity> persons;
  Series<SupportAmount> support;
};

}  // namespace euproj
