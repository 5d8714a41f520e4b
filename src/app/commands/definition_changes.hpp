#pragma once
// The changes between the entries of two definitions.

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "euproj/core/quantity.hpp"
#include "euproj/read/read_entries.hpp"
#include "euproj/render/render_answers.hpp"

namespace euproj {

/// In the order of the old definition, then what only the new one has. An item that is there in one
/// of them only (an indicator, a task) is one change, with all that it says.
[[nodiscard]] std::vector<DefinitionChange> changes_between(
    std::span<const DefinitionEntry> before, std::span<const DefinitionEntry> after);

}  // namespace euproj
