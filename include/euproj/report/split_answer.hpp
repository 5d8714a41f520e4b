#pragma once
// What `euproj split` answers: how the sources share amounts under the project's rules.

#include <span>
#include <string>
#include <utility>
#include <vector>

#include "euproj/model/project.hpp"
#include "euproj/report/document.hpp"

namespace euproj {

/// One amount and its parts by source id, in the order of the definition.
struct SplitAnswer {
  Money amount;
  std::vector<std::pair<std::string, Money>> sources;
};

/// Under the last version of the project's financing.
[[nodiscard]] std::vector<SplitAnswer> build_split_answers(const Project& project,
                                                           std::span<const Money> amounts);

[[nodiscard]] Document build_split_document(const std::vector<SplitAnswer>& answers,
                                            const Project& project, Language language);

}  // namespace euproj
