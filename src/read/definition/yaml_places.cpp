#include "read/definition/yaml_places.hpp"

#include <algorithm>

#include "euproj/base/utf8.hpp"

namespace euproj {
namespace {

constexpr std::string_view blanks = " \t\r\n";

/// Where the anchor or tag that begins at `at` ends, as the library reads it: `![` is a tag and a bracket.
std::size_t property_end(std::string_view text, std::size_t at) {
  std::size_t end = 0;
  if (text[at] == '&') {
    end = text.find_first_of(" \t\r\n[]{},", at);
  } else if (text.substr(at, 2) == "!<") {
    end = text.find('>', at);
    if (end != std::string_view::npos) ++end;
  } else {
    end = text.find_first_not_of(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-!#;/?:@&=+$_.~*'()%", at);
  }
  return std::min(end, text.size());
}

/// The quote that ends the text begun at `at`; npos when there is none.
std::size_t closing_quote(std::string_view text, std::size_t at) {
  const char quote = text[at];
  for (std::size_t next = at + 1; next < text.size(); ++next) {
    if (quote == '"' && text[next] == '\\') {
      ++next;
    } else if (text[next] == quote) {
      if (quote == '"' || text.substr(next + 1, 1) != "'") return next;
      ++next;  // '' is an apostrophe
    }
  }
  return std::string_view::npos;
}

}  // namespace

Spot YamlPlaces::spot(std::size_t offset) const {
  offset = std::min(offset, text_.size());
  const std::string_view before = text_.substr(0, offset);
  const auto lines = std::count(before.begin(), before.end(), '\n');
  const std::size_t line_start = before.rfind('\n') + 1;  // npos + 1 is 0
  return {offset, static_cast<std::uint32_t>(lines + 1),
          static_cast<std::uint32_t>(offset - line_start + 1)};
}

std::string YamlPlaces::sign(Spot at) const {
  std::size_t end = at.offset;
  static_cast<void>(next_code_point(text_, end));
  return std::string(text_.substr(at.offset, end - at.offset));
}

std::size_t YamlPlaces::word_length(std::size_t offset) const {
  offset = std::min(offset, text_.size());
  return std::min(text_.find_first_of(" \t\r\n,]}", offset), text_.size()) - offset;
}

Spot YamlPlaces::content(Spot at) const {
  std::size_t next = at.offset;
  const auto is_comment = [&] { return next > at.offset && text_[next] == '#'; };
  while (next < text_.size() && (text_[next] == '&' || text_[next] == '!' || is_comment())) {
    next = is_comment() ? std::min(text_.find('\n', next), text_.size()) : property_end(text_, next);
    next = std::min(text_.find_first_not_of(blanks, next), text_.size());
  }
  const std::string_view skipped = text_.substr(std::min(at.offset, next), next - at.offset);
  if (skipped.find('\n') != std::string_view::npos) return spot(next);
  return {next, at.line, at.column + static_cast<std::uint32_t>(skipped.size())};
}

std::optional<Place> YamlPlaces::scalar(Spot at, std::string_view value) const {
  if (at.offset >= text_.size()) return place(at, 0);
  if (!value.empty() && text_.substr(at.offset, value.size()) == value &&
      value.find('\n') == std::string_view::npos) {
    return place(at, value.size());
  }
  std::size_t end = std::min(text_.find_first_of("\r\n", at.offset), text_.size());
  const char first = text_[at.offset];
  if (first == '"' || first == '\'') {
    const std::size_t quote = closing_quote(text_, at.offset);
    if (quote == std::string_view::npos) return std::nullopt;
    end = std::min(end, quote + 1);
  }
  return place(at, end - at.offset);
}

std::optional<Place> YamlPlaces::written_null(Spot at) const {
  for (const std::string_view written : {"~", "null", "Null", "NULL"}) {
    // `null:` on the next line is a key, not this value
    if (text_.substr(std::min(at.offset, text_.size()), written.size()) == written &&
        word_length(at.offset) == written.size()) {
      return place(at, written.size());
    }
  }
  return std::nullopt;
}

}  // namespace euproj
