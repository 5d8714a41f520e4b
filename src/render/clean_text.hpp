#pragma once
// FixedText from files made safe to show: valid UTF-8, no control characters, no bidirectional
// overrides.
//
// A name out of a log must not be able to move a terminal's cursor, reverse a line or break the
// XML of a workbook.

#include <string>
#include <string_view>

namespace euproj {

enum class LineBreaks { keep, as_blanks };

/// Broken UTF-8 and forbidden characters become U+FFFD, tabs a blank; CR LF is one line break.
[[nodiscard]] std::string clean_text(std::string_view text, LineBreaks breaks);

/// At most `limit` code points, the last of them an ellipsis when something was cut.
[[nodiscard]] std::string cut_text(std::string_view text, std::size_t limit);

}  // namespace euproj
