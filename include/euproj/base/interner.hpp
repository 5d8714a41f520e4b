#pragma once
// Interner: each distinct text once, known by a small number.
//
// Codes count from 1 in order of first appearance; 0 is "no text". Rows of a log hold codes, so a
// log of 10^7 rows holds each name once and compares numbers.

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace euproj {

using Code = std::uint32_t;
inline constexpr Code no_code = 0;

class Interner {
 public:
  Interner() = default;
  Interner(Interner&&) = default;  // a copy would point into the original's texts
  Interner& operator=(Interner&&) = default;

  /// The code of `text`, new when it was not seen before; an empty text is no_code.
  Code intern(std::string_view text);
  /// no_code when it was never interned.
  [[nodiscard]] Code find(std::string_view text) const;
  /// Empty for no_code.
  [[nodiscard]] std::string_view text(Code code) const;
  [[nodiscard]] std::size_t size() const { return texts_.size(); }  // codes are 1..size()

 private:
  std::deque<std::string> owned_;  // never moves its elements, so the views stay good
  std::vector<std::string_view> texts_;
  std::unordered_map<std::string_view, Code> codes_;
};

}  // namespace euproj
