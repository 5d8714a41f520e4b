#pragma once
// The `where` of a catalogue entry as the node that read_condition reads for each project anew:
// what words are worth depends on the project's own codes.

#include <string_view>

#include "read/definition/yaml_tree.hpp"

namespace euproj {

/// Null when the entry counts everyone, is measured, or does not exist.
[[nodiscard]] const YamlNode* catalogue_condition(std::string_view code);

}  // namespace euproj
