#pragma once
// Bold and colour on a terminal. Put on whole pieces that are already padded: escape sequences have
// no width.

#include <string>
#include <string_view>

namespace euproj {

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
