#pragma once
// AttributeCodes: the codes of all attributes of a participation.
//
// Most attributes have a closed dictionary of a few words: a byte each, where there are millions of
// participations.

#include <array>
#include <cstddef>
#include <cstdint>

#include "euproj/base/checked.hpp"
#include "euproj/base/code.hpp"
#include "euproj/model/indicator.hpp"

namespace euproj {

/// Of attributes whose words are not all known beforehand.
[[nodiscard]] constexpr bool has_open_words(Attribute which) {
  return which == Attribute::group || which == Attribute::citizenship ||
         which == Attribute::municipality || which == Attribute::ground;
}

class AttributeCodes {
 public:
  [[nodiscard]] Code operator[](Attribute which) const {
    return has_open_words(which) ? open_[place_of(which)] : closed_[place_of(which)];
  }
  void set(Attribute which, Code code) {
    if (has_open_words(which)) {
      open_[place_of(which)] = code;
    } else if (code <= UINT8_MAX) {
      closed_[place_of(which)] = static_cast<std::uint8_t>(code);
    } else {
      throw InternalError("a closed dictionary has no such word");
    }
  }
  // Of an attribute with open words, and of one with a closed dictionary.
  [[nodiscard]] Code& open(Attribute which) { return open_[place_of(which)]; }
  [[nodiscard]] std::uint8_t& closed(Attribute which) { return closed_[place_of(which)]; }

  friend bool operator==(const AttributeCodes&, const AttributeCodes&) = default;

 private:
  /// Of each attribute among the open or the closed ones.
  static constexpr std::array<std::size_t, attribute_count> places = [] {
    std::array<std::size_t, attribute_count> all{};
    std::size_t open = 0;
    std::size_t closed = 0;
    for (std::size_t i = 0; i < attribute_count; ++i) {
      all[i] = has_open_words(static_cast<Attribute>(i)) ? open++ : closed++;
    }
    return all;
  }();

  [[nodiscard]] static constexpr std::size_t place_of(Attribute which) {
    return places[static_cast<std::size_t>(which)];
  }

  std::array<Code, 4> open_{};
  std::array<std::uint8_t, attribute_count - 4> closed_{};
};

}  // namespace euproj
