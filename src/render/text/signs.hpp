#pragma once
// What lines of text are made of: words made safe to show, the signs of rules and bars (in Unicode,
// or in the 7 bits of an old printer), and ink.
//
// In this order: shown_text makes a text safe, wrap_text breaks it, the caller pads, a Pen colours.

#include <string>
#include <string_view>

#include "euproj/render/render.hpp"

namespace euproj {

/// One line: cleaned, and with `ascii` also transliterated, except the no-break space, which holds
/// numbers together until the lines are made.
[[nodiscard]] std::string shown_text(std::string_view text, const TextStyle& style);

/// "Łódź – 85 %…" -> "Lodz - 85 %..."; a sign without a likeness is "?".
[[nodiscard]] std::string ascii_text(std::string_view valid);

/// A bar of so many cells, full at 100 %; more ends in an arrow, so that nobody reads it as 100 %.
[[nodiscard]] std::string percent_bar(Percent value, std::size_t cells, const TextStyle& style);

enum class Rule { heavy, light };
[[nodiscard]] std::string rule_text(Rule rule, std::size_t width, const TextStyle& style);

/// Bold and colour on a terminal. Put on whole pieces that are already padded: escape sequences
/// have no width.
enum class Ink { plain, bold, faint, red, bold_red, yellow, green };

class Pen {
 public:
  explicit Pen(bool colour) : colour_(colour) {}

  [[nodiscard]] std::string operator()(Ink ink, std::string_view piece) const {
    if (!colour_ || ink == Ink::plain) return std::string(piece);
    return std::string(start(ink)) + std::string(piece) + "\x1b[0m";
  }

 private:
  static std::string_view start(Ink ink) {
    switch (ink) {
      case Ink::plain:
        return "";
      case Ink::bold:
        return "\x1b[1m";
      case Ink::faint:
        return "\x1b[2m";
      case Ink::red:
        return "\x1b[31m";
      case Ink::bold_red:
        return "\x1b[1;31m";
      case Ink::yellow:
        return "\x1b[33m";
      case Ink::green:
        return "\x1b[32m";
    }
    return "";
  }

  bool colour_;
};

}  // namespace euproj
