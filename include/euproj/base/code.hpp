#pragma once
// Code: a text of the user's files as a small number.
//
// An Interner (base/interner.hpp) gives codes 1, 2, … in the order in which texts first appear. Who
// only keeps, compares or indexes codes includes this header and not that one.

#include <cstdint>

namespace euproj {

using Code = std::uint32_t;
inline constexpr Code no_code = 0;  // "no text": a blank cell, an absent key

}  // namespace euproj
