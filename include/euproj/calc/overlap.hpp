#pragma once
// Overlap: how many persons two indicators have in common.

#include <cstdint>
#include <vector>

#include "euproj/model/dossier.hpp"

namespace euproj {

struct Overlap {
  std::vector<std::size_t> indicators;             // positions in Project::indicators
  std::vector<std::vector<std::int64_t>> persons;  // square and symmetric; diagonal: the value
};

/// Of the first `most` indicators that count persons, cumulative on `day`.
[[nodiscard]] Overlap compute_overlap(const Dossier& dossier, Date day, std::size_t most,
                                      std::size_t threads = 1);

}  // namespace euproj
