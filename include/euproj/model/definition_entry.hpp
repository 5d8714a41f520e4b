#pragma once
// One thing that a definition says, for comparing two of them by meaning.

#include <array>
#include <string>
#include <string_view>

namespace euproj {

/// Sections that may have several versions. The entries of each version have its day in the path,
/// "financing[2026-06-01].total", of the first "financing[first].total"; the latest has its entries
/// once more without it, "financing.total".
inline constexpr std::array versioned_sections = {std::string_view("financing"),
                                                  std::string_view("budget")};
[[nodiscard]] constexpr bool is_versioned_section(std::string_view key) {
  return key == versioned_sections[0] || key == versioned_sections[1];
}

struct DefinitionEntry {
  std::string path;   // in the keys of the definition: indicators[P1].target.total
  std::string value;  // in one form: 1000.00 and 1000.0 are both 1000, lists of words are sorted
};

}  // namespace euproj
