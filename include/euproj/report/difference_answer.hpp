#pragma once
// What `euproj diff` answers: what moved by meaning between two definitions of a project.

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "euproj/core/quantity.hpp"
#include "euproj/model/project.hpp"
#include "euproj/report/changes.hpp"
#include "euproj/report/document.hpp"

namespace euproj {

// Where a change of the project's total went: by task, flat rate and rest, and by source. Each list
// sums to the change of the total, because the rest is the total less the others and a source takes
// the remainder.

struct MoneyMove {
  std::string id;
  Money before;  // zero where only the new definition has it
  Money after;

  [[nodiscard]] Money change() const { return after - before; }
};

struct MoneyDifference {
  MoneyMove total;
  std::vector<MoneyMove> tasks;    // what is planned; of the old definition first, then new ones
  MoneyMove indirect;              // the flat rate of what is planned
  MoneyMove rest;                  // of the total, in no task
  std::vector<MoneyMove> sources;  // shares of the total
};

/// Of the last version of financing and budget of each.
[[nodiscard]] MoneyDifference build_difference(const Project& before, const Project& after);

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
