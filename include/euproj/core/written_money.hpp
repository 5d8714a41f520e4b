#pragma once
// An amount as somebody types or prints it, where no file says which decimal sign it has.

#include <optional>
#include <string_view>

#include "euproj/core/money.hpp"

namespace euproj {

/// With a dot or a comma, groups of thousands, a currency. Nothing for any other text, "1.234"
/// among them, which is one amount or another by its sign.
[[nodiscard]] std::optional<Money> parse_written_money(std::string_view text);

}  // namespace euproj
