#pragma once
// The nearest known word, for "did you mean".

#include <span>
#include <string_view>

namespace euproj {

/// Damerau-Levenshtein distance over bytes: swapped neighbours count one.
[[nodiscard]] std::size_t edit_distance(std::string_view a, std::string_view b);

/// Empty when nothing is near: at most a third of the word's length, and 3, away.
[[nodiscard]] std::string_view nearest(std::string_view word,
                                       std::span<const std::string_view> known);

}  // namespace euproj
