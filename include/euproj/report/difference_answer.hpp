#pragma once
// What `euproj diff` answers: what moved by meaning between two definitions of a project.

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "euproj/core/quantity.hpp"
#include "euproj/model/definition_entry.hpp"
#include "euproj/report/build_difference.hpp"
#include "euproj/report/changes.hpp"
#include "euproj/report/document.hpp"

namespace euproj {

struct DifferenceAnswer {
  std::vector<DefinitionChange> changes;
  std::optional<MoneyDifference> money;  // none: two currencies
};

/// In the order of the old definition, then what only the new one has. An item that is there in one
/// of them only (an indicator, a task) is one change, with all that it says.
[[nodiscard]] std::vector<DefinitionChange> build_changes(std::span<const DefinitionEntry> before,
                                                          std::span<const DefinitionEntry> after);

/// Figures of two reports by their stable names.
[[nodiscard]] Document build_figure_changes_document(const std::string& before,
                                                     const std::string& after,
                                                     const std::vector<FigureChange>& changes,
                                                     Language language);

/// `before` and `after`: how the two are named in the subtitle.
[[nodiscard]] Document build_difference_document(const std::string& before,
                                                 const std::string& after,
                                                 const DifferenceAnswer& answer, Language language);

}  // namespace euproj
