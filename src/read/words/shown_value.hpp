#pragma once
// How a finding quotes what a log holds: short, on one line, and never a PESEL.

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

namespace euproj {

/// At most 60 characters, control characters as \n or \x1B; the digits of what may be a PESEL as #.
[[nodiscard]] std::string shown(std::string_view value);

/// The text with # for the digits of what may be a PESEL.
[[nodiscard]] std::string without_pesel(std::string_view value);

[[nodiscard]] std::size_t character_count(std::string_view value);

/// For a definition to paste: plain where YAML takes it as this text, else quoted.
[[nodiscard]] std::string yaml_text(std::string_view text);

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
