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

std::string grouped_number(std::string_view plain, Language language) {
  const std::string_view group = language == Language::polish ? "\u00A0" : ",";
  const std::string_view point = language == Language::polish ? "," : ".";
  std::string out;
  if (!plain.empty() && plain.front() == '-') {
    out += '-';
    plain.remove_prefix(1);
  }
  const std::string_view whole = plain.substr(0, plain.find('.'));
  for (std::size_t i = 0; i < whole.size(); ++i) {
    if (i > 0 && (whole.size() - i) % 3 == 0) out += group;
    out += whole[i];
  }
  if (whole.size() < plain.size()) {
    out += point;
    out += plain.substr(whole.size() + 1);
  }
  return out;
}

std::string with_plain_blanks(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size(); ++at) {
    const bool no_break = text.substr(at).starts_with("\u00A0");
    out += no_break ? ' ' : text[at];
    if (no_break) ++at;
  }
  return out;
}

std::string two_digits(std::int64_t number) { return fmt::format("{:02}", number); }

}  // namespace euproj
