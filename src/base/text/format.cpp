#include "euproj/base/format.hpp"

#include <fmt/format.h>

namespace euproj {

std::string list_of(std::span<const std::string> parts, std::string_view separator) {
  return fmt::to_string(fmt::join(parts.begin(), parts.end(), separator));
}

std::string hexadecimal(std::span<const unsigned char> bytes) {
  return fmt::format("{:02x}", fmt::join(bytes.begin(), bytes.end(), ""));
}

std::string hexadecimal(char byte) {
  return fmt::format("{:02X}", static_cast<unsigned char>(byte));
}

std::string hexadecimal(std::uint32_t code_point) { return fmt::format("{:04X}", code_point); }

std::string two_digits(std::int64_t number) { return fmt::format("{:02}", number); }

}  // namespace euproj
