#include "render/clean_text.hpp"

#include "euproj/base/unicode.hpp"
#include "euproj/base/utf8.hpp"

namespace euproj {
namespace {

constexpr std::uint32_t replacement = 0xFFFD;

void append_clean(std::string& out, std::string_view valid, LineBreaks breaks) {
  for (std::size_t at = 0; at < valid.size();) {
    std::size_t plain = at;  // ASCII without controls, as most text is
    while (plain < valid.size() && valid[plain] >= ' ' && valid[plain] < 0x7F) ++plain;
    out.append(valid, at, plain - at);
    at = plain;
    if (at == valid.size()) return;
    const std::uint32_t c = next_code_point(valid, at);
    if (c == '\r' && at < valid.size() && valid[at] == '\n') continue;
    if (c == '\n' || c == '\r') {
      out += breaks == LineBreaks::keep ? '\n' : ' ';
    } else if (c == '\t') {
      out += ' ';
    } else {
      append_utf8(out, is_showable(c) ? c : replacement);
    }
  }
}

}  // namespace

std::string clean_text(std::string_view text, LineBreaks breaks) {
  std::string out;
  out.reserve(text.size());
  while (true) {
    const std::size_t bad = first_bad_utf8(text);
    append_clean(out, text.substr(0, bad), breaks);
    if (bad == std::string_view::npos) return out;
    append_utf8(out, replacement);
    text.remove_prefix(bad + 1);
  }
}

std::string cut_text(std::string_view text, std::size_t limit) {
  std::size_t count = 0;
  std::size_t before_last = 0;
  for (std::size_t at = 0; at < text.size(); ++count) {
    if (count == limit) return std::string(text.substr(0, before_last)) + "…";
    before_last = at;
    (void)next_code_point(text, at);
  }
  return std::string(text);
}

}  // namespace euproj
