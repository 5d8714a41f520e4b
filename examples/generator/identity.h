// Invented identity numbers with a right check digit: PESEL of persons, NIP of issuers.
#pragma once

#include <string>

#include "calendar.h"

namespace euproj_examples {

enum class Sex { woman, man };

// `ordinal` (0 to 149 for each sex and birth date) picks a serial number in the region 97xx to
// 99xx, which the invented samples of this project use.
std::string make_pesel(Day birth, Sex sex, int ordinal);

// A NIP under the unused prefix 000.
std::string make_nip(int ordinal);

}  // namespace euproj_examples
