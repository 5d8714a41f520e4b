#pragma once
// How a finding quotes what a log holds: short, on one line, and never a PESEL.

#include <span>
#include <string>
#include <string_view>

namespace euproj {

/// At most 60 characters, control characters as \n or \x1B; the digits of what may be a PESEL as #.
[[nodiscard]] std::string shown(std::string_view value);

[[nodiscard]] std::string character_count(std::string_view value);

/// The nearest of `known` in backticks; when none is near the first eight of them.
[[nodiscard]] std::string nearest_shown(std::string_view word,
                                        std::span<const std::string_view> known);

/// `a`, `b`, `c`; at most `max` of them.
[[nodiscard]] std::string list_shown(std::span<const std::string_view> words, std::size_t max);

/// What a definition could have meant, for "known: ...": as nearest_shown, but a word of one or two
/// letters is near to any other: for it the list.
[[nodiscard]] std::string known_shown(std::string_view word,
                                      std::span<const std::string_view> known);

}  // namespace euproj
