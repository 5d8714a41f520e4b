#pragma once
// Relations between indicators: `of` on a result, the section `checks`, and those that the
// catalogue of ESF+ has by itself.

#include <functional>
#include <optional>
#include <vector>

#include "read/definition/reading.hpp"

namespace euproj {

/// An indicator as it is written, in the order of Project::indicators.
struct DeclaredIndicator {
  Values values;
  Condition own;  // what it asks beside the catalogue
};

/// The position of the indicator that `id` names; none, and a finding that lists those that `fits`
/// holds for, when there is no such indicator.
[[nodiscard]] std::optional<std::size_t> find_indicator(
    const Reading& reading, const YamlNode& id, std::string_view key,
    const std::function<bool(const Indicator&)>& fits = [](const Indicator&) { return true; });

/// Once all indicators are read.
void read_relations(const Reading& reading, const Values& definition,
                    const std::vector<DeclaredIndicator>& declared);

}  // namespace euproj
