#pragma once
// What spreadsheets and central systems do to the cells of a person, undone.

#include <optional>
#include <string>
#include <string_view>

#include "euproj/core/date.hpp"

namespace euproj {

/// Without the apostrophes (' ‘ ’) that keep a number text, and without blanks.
[[nodiscard]] std::string without_marks(std::string_view number);

/// Ten digits or fewer have lost their leading zeros to a spreadsheet; they are put back only when
/// the result is a valid PESEL. Anything else stays as it is.
[[nodiscard]] std::string full_pesel(const std::string& digits);

/// "38"; nothing when it is no age.
[[nodiscard]] std::optional<int> whole_years(std::string_view text);
[[nodiscard]] Date years_before(Date day, int years);

/// "Świerklaniec - gmina wiejska" is Świerklaniec.
[[nodiscard]] std::string name_of_municipality(std::string_view text);

}  // namespace euproj
