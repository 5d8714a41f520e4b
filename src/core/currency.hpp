#pragma once
// Currencies as people write them beside an amount: a code of ISO 4217 in any case, or a sign.

#include <string_view>

namespace euproj {

/// Whether `word` (EUR, eur, €, zł, Kč) may be the currency of this code, which is not empty. Of a
/// sign that several currencies have it is true for each of them.
[[nodiscard]] bool is_written_currency(std::string_view word, std::string_view code);
/// Whether `word` is any currency.
[[nodiscard]] bool is_any_currency(std::string_view word);

}  // namespace euproj
