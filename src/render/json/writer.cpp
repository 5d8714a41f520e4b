#include "render/json/writer.hpp"

#include <algorithm>
#include <array>

#include "euproj/base/utf8.hpp"

namespace euproj {
namespace {

constexpr std::size_t max_held = std::size_t{1} << 16;    // bytes before they go to the sink
constexpr std::string_view replacement = "\xEF\xBF\xBD";  // U+FFFD

bool stands_as_it_is(char c) {
  return static_cast<unsigned char>(c) >= 0x20 && c != '"' && c != '\\';
}

/// What is written as it is: ASCII without escapes, as keys and most values are.
bool is_trivial(std::string_view content) {
  return std::all_of(content.begin(), content.end(),
                     [](char c) { return c >= 0x20 && c < 0x7f && c != '"' && c != '\\'; });
}

void append_escape(std::string& out, char c) {
  static constexpr std::string_view signs = "\"\\\b\f\n\r\t";
  static constexpr std::string_view letters = "\"\\bfnrt";
  static constexpr std::string_view digits = "0123456789abcdef";
  out += '\\';
  if (const std::size_t at = signs.find(c); at != std::string_view::npos) {
    out += letters[at];
  } else {
    const auto byte = static_cast<unsigned char>(c);
    ((out += "u00") += digits[byte >> 4U]) += digits[byte & 15U];
  }
}

/// `rest` begins with bytes that are not UTF-8: how many of them begin a longer sequence that
/// breaks off, and so are one broken letter. That is so where bytes can be found that complete it.
std::size_t broken_bytes(std::string_view rest) {
  for (std::size_t count = std::min<std::size_t>(3, rest.size()); count > 1; --count) {
    for (const char* const missing : {"\x80", "\x80\x80"}) {
      const std::string completed = std::string(rest.substr(0, count)) + missing;
      if (first_bad_utf8(completed) == std::string_view::npos) return count;
    }
  }
  return 1;
}

void append_escaped(std::string& out, std::string_view valid) {
  while (true) {
    const auto* const stop = std::find_if_not(valid.begin(), valid.end(), stands_as_it_is);
    out.append(valid.begin(), stop);
    if (stop == valid.end()) return;
    append_escape(out, *stop);
    valid.remove_prefix(static_cast<std::size_t>(stop - valid.begin()) + 1);
  }
}

void append_repaired(std::string& out, std::string_view content) {
  while (true) {
    const std::size_t bad = first_bad_utf8(content);
    append_escaped(out, content.substr(0, bad));
    if (bad == std::string_view::npos) return;
    out += replacement;
    content.remove_prefix(bad);
    content.remove_prefix(broken_bytes(content));
  }
}

}  // namespace

void JsonWriter::break_line() {
  if (!is_indented_) return;
  out_ += '\n';
  out_.append(2 * depth_, ' ');
}

void JsonWriter::separate() {
  if (is_after_key_) {
    is_after_key_ = false;
    return;
  }
  if (depth_ == 0) return;
  if (!is_first_) out_ += is_in_row_ && is_indented_ ? ", " : ",";
  is_first_ = false;
  if (!is_in_row_) break_line();
}

void JsonWriter::open(char bracket) {
  separate();
  out_ += bracket;
  ++depth_;
  is_first_ = true;
}

void JsonWriter::close(char bracket) {
  --depth_;
  if (!is_first_ && !is_in_row_) break_line();
  out_ += bracket;
  is_first_ = false;
  if (depth_ == 0) out_ += '\n';
  flush();
}

void JsonWriter::flush() {
  if (is_part_ || (depth_ > 0 && out_.size() < max_held)) return;
  sink_(out_);
  out_.clear();
}

void JsonWriter::name(std::string_view key) {
  separate();
  append_quoted(key);
  out_ += is_indented_ ? ": " : ":";
  is_after_key_ = true;
}

void JsonWriter::token(std::string_view literal) {
  separate();
  out_ += literal;
}

void JsonWriter::text(std::string_view content) {
  separate();
  append_quoted(content);
}

void JsonWriter::append_quoted(std::string_view content) {
  out_ += '"';
  if (is_trivial(content)) {
    out_ += content;
  } else {
    append_repaired(out_, content);
  }
  out_ += '"';
}

}  // namespace euproj
