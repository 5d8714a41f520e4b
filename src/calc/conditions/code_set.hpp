#pragma once
// CodeSet: codes of which it is only asked whether they are there.
//
// Declared codes come first, so nearly all are small: those are bits of one word.

#include <algorithm>
#include <cstdint>
#include <vector>

#include "euproj/base/code.hpp"

namespace euproj {

class CodeSet {
 public:
  CodeSet() = default;
  explicit CodeSet(const std::vector<Code>& codes) {
    for (const Code code : codes) insert(code);
  }

  /// Whether it was not there yet.
  bool insert(Code code) {
    if (contains(code)) return false;
    if (code < small) {
      bits_ |= std::uint64_t{1} << code;
    } else {
      large_.push_back(code);
    }
    return true;
  }
  void clear() {
    bits_ = 0;
    large_.clear();
  }
  [[nodiscard]] bool contains(Code code) const {
    if (code < small) return (bits_ >> code & 1) != 0;
    return std::find(large_.begin(), large_.end(), code) != large_.end();
  }
  [[nodiscard]] bool empty() const { return bits_ == 0 && large_.empty(); }

 private:
  static constexpr Code small = 64;

  std::uint64_t bits_ = 0;  // of the codes below `small`
  std::vector<Code> large_;
};

}  // namespace euproj
