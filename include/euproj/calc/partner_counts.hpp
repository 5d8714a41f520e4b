#pragma once
// PartnerCounts: the indicators of a project by partner (src/calc/README.md#partners).
//
//   U-1  participants: smart from 01-10, outcomes: egida on 03-05       counts once in the project
//                 01-10          03-05
//   smart           [ 1 ------------------>      sum of partners  1 -> 2
//   egida                          [ 1 --->      shared           0 -> 1
//
// A person is of every partner whom a row names for them, from that row's day on; a row of support
// is of the partner that it names itself, and of its person's where it names none.

#include <vector>

#include "euproj/calc/people_counts.hpp"

namespace euproj {

struct PartnerSeries {
  /// By code of Codes::partners; [0]: of no partner. Empty: the indicator is told by no partner.
  std::vector<IndicatorSeries> partners;
  Series<SexedQuantity> shared;  // what the partners' values count more than once
};

/// By position in Project::indicators; empty where no log of persons names a partner. `supported`
/// of indicators of `when: period` is of the period.
[[nodiscard]] std::vector<PartnerSeries> compute_partner_counts(const Dossier& dossier,
                                                                Period period,
                                                                std::size_t threads = 1);

}  // namespace euproj
