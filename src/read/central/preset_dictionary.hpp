#pragma once
// The closed dictionaries of the central systems (FORMATS 5) in the words of our logs.

#include <optional>
#include <string>
#include <string_view>

#include "read/central/preset.hpp"

namespace euproj {

/// The word of our log for a folded value of a field with a closed dictionary; empty where the
/// value says nothing ("inne"), nothing when it is not known. Our own words are understood too.
[[nodiscard]] std::optional<std::string> preset_word(PresetField field, std::string_view folded);

/// Whether a field has such a dictionary.
[[nodiscard]] bool has_dictionary(PresetField field);

/// The words that `values:` may map to, for messages; several in backticks.
[[nodiscard]] std::string allowed_words(PresetField field);

/// The status with what its detail adds: long-term, not in education.
[[nodiscard]] std::string labour_word(std::string_view status, std::string_view detail);

}  // namespace euproj
