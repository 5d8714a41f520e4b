#pragma once
// What `euproj split --infer` answers: which rates and roundings give published amounts.

#include <string>
#include <vector>

#include "euproj/core/split.hpp"
#include "euproj/model/data_file.hpp"
#include "euproj/report/document.hpp"

namespace euproj {

/// What `euproj split --infer` was asked and found. Names of parts: given, else "1", "2", ...
struct InferAnswer {
  Money total;
  std::vector<std::string> names;
  std::vector<Money> amounts;
  InferredSplit split;
};

[[nodiscard]] Document build_inferred_split_document(const InferAnswer& answer, Language language);
/// Of a list of so many published amounts, and what of it is none.
[[nodiscard]] Document build_inferred_list_document(const InferredList& inferred,
                                                    std::size_t amounts,
                                                    const std::vector<Skipped>& skipped,
                                                    Language language);

}  // namespace euproj
