#include "read/yaml/places.hpp"

#include <algorithm>

#include "euproj/base/utf8.hpp"
#include "euproj/core/limits.hpp"

namespace euproj {
namespace {

constexpr std::string_view blanks = " \t\r\n";

/// Where the anchor or tag that begins at `at` ends, as the library reads it: `![` is a tag and a
/// bracket.
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

/// Counts brackets and what they hold. Outside of brackets a bracket begins a list only where a
/// value may begin; within them anywhere but in quotes and comments:
///
///   key: a [b            text           [a, b [c       the third one opens a list, too
///   key: [b              a list         [a, "b [c"     quotes
///   - [b                 a list         [a, it's [c]]  no quotes: a value has begun before
class BracketCount {
 public:
  explicit BracketCount(std::string_view text) : text_(text) {}

  /// Up to the character that exceeds the limits, with the brackets closed; none when none does.
  std::optional<std::string> until_excess() {
    while (at_ < text_.size()) {
      step();
      if (open_.size() <= limits::yaml_depth && values_ <= limits::yaml_nodes) continue;
      std::string enough(text_.substr(0, at_));
      return enough.append(open_.rbegin(), open_.rend());
    }
    return std::nullopt;
  }

 private:
  void step() {
    const char c = text_[at_];
    if (c == '\n') {
      is_fresh_ = is_fresh_ || open_.empty();
    } else if (c == '#' && (at_ == 0 || is_blank(at_ - 1))) {
      at_ = line_end(at_);
      return;
    } else if (is_fresh_ && (c == '"' || c == '\'')) {
      at_ = std::min(closing_quote(text_, at_), text_.size() - 1);
      pass_text(true);
    } else if (is_fresh_ && (c == '&' || c == '!')) {
      at_ = std::max(property_end(text_, at_), at_ + 1);
      return;
    } else if (is_fresh_ && open_.empty() && (c == '|' || c == '>')) {
      pass_block_text();
      return;
    } else if ((c == '[' || c == '{') && (is_fresh_ || !open_.empty())) {
      open_ += c == '[' ? ']' : '}';
      ++values_;
      is_fresh_ = true;
    } else if ((c == ']' || c == '}') && !open_.empty()) {
      open_.pop_back();
      is_fresh_ = false;
      is_closed_ = true;
    } else if ((c == ',' && !open_.empty()) || is_indicator(c)) {
      if (is_fresh_ && !open_.empty()) ++values_;  // a value left blank
      is_fresh_ = true;
    } else if (!is_blank(at_)) {
      pass_text(false);
    }
    ++at_;
  }

  /// A text, which is a value that begins here or goes on.
  void pass_text(bool is_closed) {
    if (is_fresh_ && !open_.empty()) ++values_;
    is_fresh_ = false;
    is_closed_ = is_closed;
  }

  /// `key: `, `- ` and `? `; in brackets a colon right behind quotes or a bracket, too.
  [[nodiscard]] bool is_indicator(char c) const {
    const bool is_apart = at_ + 1 == text_.size() || is_blank(at_ + 1);
    if (c == ':') return is_apart || (!open_.empty() && is_closed_ && !is_fresh_);
    return (c == '-' || c == '?') && is_fresh_ && is_apart;
  }

  /// Lines that are indented deeper than the one with the sign | or >, and blank ones.
  void pass_block_text() {
    const std::size_t begin = text_.rfind('\n', at_) + 1;  // npos + 1 is 0
    const std::size_t outer = text_.find_first_not_of(' ', begin) - begin;
    std::size_t indent = 0;  // of its first line
    at_ = line_end(at_);
    while (at_ < text_.size()) {
      const std::size_t first = std::min(text_.find_first_not_of(' ', at_ + 1), text_.size());
      const bool is_blank_line =
          first == text_.size() || text_[first] == '\n' || text_[first] == '\r';
      if (!is_blank_line && indent == 0) indent = first - at_ - 1;
      if (!is_blank_line && (first - at_ - 1 <= outer || first - at_ - 1 < indent)) return;
      at_ = line_end(first);
    }
  }

  [[nodiscard]] bool is_blank(std::size_t at) const {
    return blanks.find(text_[at]) != blanks.npos;
  }
  [[nodiscard]] std::size_t line_end(std::size_t at) const {
    return std::min(text_.find('\n', at), text_.size());
  }

  std::string_view text_;
  std::size_t at_ = 0;
  std::string open_;        // what closes the brackets that are open
  std::size_t values_ = 0;  // in brackets, so far
  bool is_fresh_ = true;    // a value may begin here
  bool is_closed_ = false;  // the value before ended with quotes or a bracket
};

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
    next =
        is_comment() ? std::min(text_.find('\n', next), text_.size()) : property_end(text_, next);
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
  std::string_view written = text_.substr(at.offset);
  if (written.front() == '"' || written.front() == '\'') {
    const std::size_t quote = closing_quote(text_, at.offset);
    if (quote == std::string_view::npos) return std::nullopt;
    written = text_.substr(at.offset, quote + 1 - at.offset);  // a line may be all of a file
  }
  return place(at, std::min(written.find_first_of("\r\n"), written.size()));
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

std::optional<std::string> YamlPlaces::enough_to_exceed_limits() const {
  return BracketCount(text_).until_excess();
}

}  // namespace euproj
