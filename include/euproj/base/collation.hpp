#pragma once
// The order of names as a Polish dictionary has it, the same on every machine.
//
// No locale is asked, for a server often has none, and no ICU: the program needs this one alphabet,
// and ICU's tables would make every start slower.

#include <string_view>

namespace euproj {

/// a ą b c ć d e ę … z ź ż, digits before letters, other signs before digits; without regard to
/// case and to marks foreign to Polish, unless nothing else tells two names apart.
[[nodiscard]] bool is_before_in_polish(std::string_view a, std::string_view b);

}  // namespace euproj
