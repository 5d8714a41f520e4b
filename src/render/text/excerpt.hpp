#pragma once
// The line a finding points at, with a gutter and a caret below.

#include <string>
#include <string_view>

#include "euproj/base/source.hpp"

namespace euproj {

struct Excerpt {
  std::string source;  // "   14 |     rate: 84.5 %"
  std::string caret;   // "      |           ^~~~~~"; empty when the place has no column
};

/// `line` is the line of `place`, without its end. Tabs stay tabs in both lines, so the caret
/// stands right at any tab width; a line too long for `width` columns is cut around the caret.
[[nodiscard]] Excerpt make_excerpt(std::string_view line, const Place& place, std::size_t width);

}  // namespace euproj
