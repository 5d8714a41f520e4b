#pragma once
// Which form of a word a number takes: 1 osoba, 2 osoby, 5 osób; 1 person, 2 persons.

#include <cstddef>
#include <string_view>

#include "euproj/base/language.hpp"

namespace euproj {

/// The position among the forms of the language: three in Polish (one, few, many), two in English.
/// `number` is written with digits, perhaps grouped by blanks; a fraction takes what Polish grammar
/// gives it, the form after 2 (2,5 osoby). Anything else takes the last form.
[[nodiscard]] std::size_t plural_form(std::string_view number, Language language);

/// The form for `number` out of "osoba|osoby|osób" or "person|persons".
[[nodiscard]] std::string_view chosen_form(std::string_view number, std::string_view forms);

}  // namespace euproj
