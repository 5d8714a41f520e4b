#pragma once
// Units of measure in the form that a number takes: 12 osób, 1 osoba, 3 osoby.

#include <optional>
#include <string>
#include <string_view>

#include "euproj/base/language.hpp"

namespace euproj {

/// The forms of a unit that units.def knows, whichever of them is written: of 1, 2 and 5 in Polish,
/// of 1 and 2 in English, with `|` between them.
[[nodiscard]] std::optional<Bilingual> known_unit_forms(std::string_view unit);

/// "12 osób" of "12" and "osoba|osoby|osób". A unit without forms stands as it is.
[[nodiscard]] std::string with_unit(const std::string& number, std::string_view forms);
/// The form of a heading or a column, that of several: "osoby", "persons".
[[nodiscard]] std::string_view several_of_unit(std::string_view forms);

}  // namespace euproj
