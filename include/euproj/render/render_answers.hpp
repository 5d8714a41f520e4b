#pragma once
// Answers of single commands for scripts.

#include <string>
#include <utility>
#include <vector>

#include "euproj/core/money.hpp"

namespace euproj {

/// One amount of `euproj split` and its parts by source id, in the order of the definition.
struct SplitAnswer {
  Money amount;
  std::vector<std::pair<std::string, Money>> sources;
};

/// {"splits": [{"amount": "100.00", "sources": {"eu": "85.00", ...}}]} (SPEC 5), and a newline.
[[nodiscard]] std::string render_split_json(const std::vector<SplitAnswer>& answers);

}  // namespace euproj
