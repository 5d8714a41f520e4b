#include "read/definition/yaml_faults.hpp"

#include <algorithm>
#include <array>

#include "euproj/base/utf8.hpp"
#include "euproj/core/limits.hpp"
#include "euproj/words/kinds.hpp"

namespace euproj {
namespace {

struct Translation {
  std::string_view begin;  // of the library's message
  Kind kind;
};

// The messages of yaml-cpp 0.7 that a text can provoke; what is not here is yaml_syntax.
constexpr std::array translations = {
    Translation{"illegal map value", Kind::yaml_colon},
    Translation{"illegal map key", Kind::yaml_layout},
    Translation{"illegal block entry", Kind::yaml_layout},
    Translation{"end of map not found", Kind::yaml_layout},
    Translation{"end of sequence not found", Kind::yaml_layout},
    Translation{"unexpected character in block scalar", Kind::yaml_layout},
    Translation{"illegal document indicator", Kind::yaml_layout},
    Translation{"illegal tab", Kind::yaml_tab},
    Translation{"illegal flow end", Kind::yaml_character},
    Translation{"unknown token", Kind::yaml_character},
    Translation{"unknown escape character", Kind::yaml_escape},
    Translation{"bad character found while scanning hex", Kind::yaml_escape},
    Translation{"invalid unicode", Kind::yaml_escape},
    Translation{"the referenced anchor is not defined", Kind::yaml_alias},
    Translation{"alias not found", Kind::yaml_alias},
    Translation{"illegal character found while scanning alias", Kind::yaml_alias},
    Translation{"bad file", Kind::yaml_too_deep},  // what the library says of deep nesting
};

std::string hexadecimal(char byte) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  const auto value = static_cast<unsigned char>(byte);
  return {digits[value >> 4], digits[value & 15]};
}

/// Tabs and line ends, CRLF included; nothing else below the blank.
std::size_t first_control(std::string_view text) {
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char byte = text[at];
    const bool is_line_end =
        byte == '\n' || (byte == '\r' && at + 1 < text.size() && text[at + 1] == '\n');
    const bool is_control = (byte >= 0 && byte < ' ') || byte == '\x7F';
    if (is_control && byte != '\t' && !is_line_end) return at;
  }
  return std::string_view::npos;
}

}  // namespace

YamlFault yaml_fault(std::string_view library_message, std::string_view rest) {
  const auto* const found = std::find_if(
      translations.begin(), translations.end(), [&](const Translation& translation) {
        return library_message.starts_with(translation.begin);
      });
  if (found == translations.end()) return {Kind::yaml_syntax, {}};
  if (found->kind == Kind::yaml_too_deep) {
    return {found->kind, {std::to_string(limits::yaml_depth)}};
  }
  if (found->kind == Kind::yaml_character) return {found->kind, {std::string(rest.substr(0, 1))}};
  return {found->kind, {}};
}

bool is_readable_text(FileId file, const YamlPlaces& places, Diagnostics& diagnostics) {
  const std::string_view text = places.text();
  if (text.size() > limits::yaml_bytes) {
    diagnostics.report(Kind::yaml_too_large, {file}, {std::to_string(limits::yaml_bytes)});
    return false;
  }
  const std::size_t bad = first_bad_utf8(text);
  const std::size_t control = first_control(text);
  if (bad == std::string_view::npos && control == std::string_view::npos) return true;
  const std::size_t at = std::min(bad, control);
  diagnostics.report(at == bad ? Kind::yaml_not_utf8 : Kind::yaml_control_character,
                     places.place(places.spot(at), 1), {hexadecimal(text[at])});
  return false;
}

}  // namespace euproj
