#include "euproj/core/written_money.hpp"

namespace euproj {

std::optional<Money> parse_written_money(std::string_view text) {
  for (const char decimal : {'.', ','}) {
    if (const auto money = parse_money(text, decimal, Grouping::thousands, any_currency)) {
      return *money;
    }
  }
  return std::nullopt;
}

}  // namespace euproj
