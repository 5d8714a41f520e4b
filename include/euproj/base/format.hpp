#pragma once
// Numbers and lists as texts, where std::to_string says too little; by fmt, whose headers stay in
// one source for the sake of the build.

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "euproj/base/language.hpp"

namespace euproj {

/// "a, b, c".
[[nodiscard]] std::string list_of(std::span<const std::string> parts,
                                  std::string_view separator = ", ");

/// Two digits for each byte, lower-case: "00ff".
[[nodiscard]] std::string hexadecimal(std::span<const unsigned char> bytes);
/// One byte, upper-case: "0F".
[[nodiscard]] std::string hexadecimal(char byte);

/// A code point as Unicode writes it, at least four digits: "00A0", "1F600".
[[nodiscard]] std::string hexadecimal(std::uint32_t code_point);

/// A plain decimal number as the language writes it: "-1042938.86" becomes "-1 042 938,86" with
/// no-break spaces, in English "-1,042,938.86".
[[nodiscard]] std::string grouped_number(std::string_view plain, Language language);
/// With plain spaces for the no-break ones: for what is copied, sent by mail or searched.
[[nodiscard]] std::string with_plain_blanks(std::string_view text);

/// At least two digits: "05", "12", "123". Not negative.
[[nodiscard]] std::string two_digits(std::int64_t number);

}  // namespace euproj
