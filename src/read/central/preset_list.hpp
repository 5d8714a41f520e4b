#pragma once
// The members of a cell that holds a list, joined by `|`.

#include <string_view>
#include <vector>

#include "euproj/base/utf8.hpp"

namespace euproj {

/// Trimmed; empty members stay, a blank cell has none.
[[nodiscard]] inline std::vector<std::string_view> members_of(std::string_view cell) {
  std::vector<std::string_view> members;
  cell = trimmed(cell);
  while (!cell.empty()) {
    const std::size_t end = cell.find('|');
    members.push_back(trimmed(cell.substr(0, end)));
    if (end == std::string_view::npos) break;
    cell.remove_prefix(end + 1);
    if (cell.empty()) members.emplace_back();  // "a|" has two members
  }
  return members;
}

}  // namespace euproj
