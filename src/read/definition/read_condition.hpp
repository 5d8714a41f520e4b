#pragma once
// `where`: which persons, rows or places an indicator counts (src/calc/README.md#where).

#include <optional>

#include "read/definition/reading.hpp"

namespace euproj {

/// As the definition spells it.
[[nodiscard]] std::string_view count_word(Count count);
/// `count` is the indicator's, none when it is not known.
[[nodiscard]] Condition read_condition(const Reading& reading, const YamlNode& node,
                                       std::optional<Count> count);

}  // namespace euproj
