#pragma once
// CellMark: what a cell of a sheet holds in place of a value, or beside it
// (src/read/README.md#formulas).
//
// A mark travels in the text of the sheet, in front of the cell's own text. No cell can begin so by
// itself: in the text of a sheet control characters are blanks. The quote in it makes its row one
// that is read cell by cell, so that the reader of regular rows never meets a mark.

#include <optional>
#include <string>
#include <string_view>

namespace euproj {

enum class CellMark : char {
  no_value = 'v',      // a formula that nobody has computed
  error_value = 'e',   // #N/A: the text is the error
  not_computed = 'c',  // a formula whose stored value is that of a file that wants to be computed
  comma_number = 'n',  // a number in the file's own notation, but with a comma for the point
};

inline constexpr std::string_view mark_begin = "\x01\"";

[[nodiscard]] inline bool is_marked(std::string_view text) { return text.starts_with(mark_begin); }
/// Of a marked text.
[[nodiscard]] inline CellMark mark_of(std::string_view text) {
  return text.size() > mark_begin.size() ? static_cast<CellMark>(text[mark_begin.size()])
                                         : CellMark::no_value;
}
/// The value of a marked text: what stands behind the mark where it stands beside a value, else a
/// blank.
[[nodiscard]] inline std::string_view marked_value(std::string_view text) {
  return mark_of(text) == CellMark::not_computed ? text.substr(mark_begin.size() + 1)
                                                 : std::string_view();
}
/// The error of a marked text, as far as it is one that programs write.
[[nodiscard]] inline std::string shown_error(std::string_view text) {
  const std::string_view error = text.substr(std::min(mark_begin.size() + 1, text.size()));
  const bool is_one = error.size() < 16 && (error.starts_with('#') || error.starts_with("Err:"));
  return is_one ? std::string(error) : std::string("#");
}

}  // namespace euproj
