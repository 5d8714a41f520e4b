#pragma once
// What a definition declares keeps its order; what only the logs name has none, so a person looks for
// it by the alphabet.

#include <algorithm>
#include <string>
#include <vector>

#include "euproj/base/unicode.hpp"

namespace euproj {

/// Sorts the rows after the first `declared` ones.
template <typename Row>
void sort_by_id(std::vector<Row>& rows, std::size_t declared, std::string Row::*id) {
  const auto first = rows.begin() + static_cast<std::ptrdiff_t>(std::min(declared, rows.size()));
  std::sort(first, rows.end(), [id](const Row& a, const Row& b) {
    return is_before_in_polish(a.*id, b.*id);
  });
}

}  // namespace euproj
