#include <algorithm>
#include <array>

#include "euproj/sql/sql_script.hpp"

namespace euproj {

/// What a definition or a row of a log says, and nobody computes.
bool is_given_figure(std::string_view name) {
  constexpr std::array inner = {std::string_view(".target."),    std::string_view(".ineligible."),
                                std::string_view(".submitted."), std::string_view(".decided."),
                                std::string_view(".versions."),  std::string_view(".planned."),
                                std::string_view(".documents.")};
  constexpr std::array last = {
      std::string_view(".baseline"),  std::string_view(".planned"),
      std::string_view(".threshold"), std::string_view(".at_least"),
      std::string_view(".capacity"),  std::string_view(".target"),
      std::string_view(".leads"),     std::string_view(".planned_cumulative"),
      std::string_view(".in_kind")};
  if (name == "complete" || name == "financing.total") return true;
  if (name.starts_with("expenditure.lump_sums.") && name.ends_with(".amount")) return true;
  return std::any_of(
             inner.begin(), inner.end(),
             [&](std::string_view part) { return name.find(part) != std::string_view::npos; }) ||
         std::any_of(last.begin(), last.end(),
                     [&](std::string_view part) { return name.ends_with(part); });
}

}  // namespace euproj
