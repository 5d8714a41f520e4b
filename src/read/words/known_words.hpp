#pragma once
// known_shown: what a definition could have meant, for "known: ...".

#include <span>
#include <string>
#include <string_view>

namespace euproj {

/// The nearest of `known` in backticks, else the first of them. A word of one or two letters is
/// near to any other: for it the list.
[[nodiscard]] std::string known_shown(std::string_view word,
                                      std::span<const std::string_view> known);

}  // namespace euproj
