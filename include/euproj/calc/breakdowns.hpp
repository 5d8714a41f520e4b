#pragma once
// Participants by what they were at entry, and support by form: each in one pass over the rows.

#include <array>
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

/// The person's position in `age_bands`; their number when the age is not known.
[[nodiscard]] std::size_t age_band_of(const Person& person, const ParticipantRow& first);

/// Persons by the code of an attribute; [0]: not given.
[[nodiscard]] std::vector<Series<SexedQuantity>> persons_by_attribute(const Dossier& dossier,
                                                                      Attribute attribute);
/// Persons by age band; the last one: age not known.
[[nodiscard]] std::vector<Series<SexedQuantity>> persons_by_age(const Dossier& dossier);

/// All persons whose start is known, and those of them who are not active.
struct PeopleSeries {
  Series<SexedQuantity> started;
  Series<SexedQuantity> exited;
};
[[nodiscard]] PeopleSeries compute_people(const Dossier& dossier);

struct FormSeries {
  Series<SexedQuantity> persons;
  Series<Quantity> sessions;  // a row without a session_id is a session of its own
  Series<Quantity> hours;
  Series<Quantity> headcount;
};
/// By code of the form; [0] is unused.
[[nodiscard]] std::vector<FormSeries> compute_forms(const Dossier& dossier,
                                                    std::size_t threads = 1);

}  // namespace euproj
