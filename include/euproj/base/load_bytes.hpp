#pragma once
// Bytes of a text as numbers, so that short texts are compared and hashed some at a time.

#include <cstddef>
#include <cstdint>
#include <cstring>

namespace euproj {

template <typename Word>
[[nodiscard]] inline Word load(const char* at) {
  Word word = 0;
  std::memcpy(&word, at, sizeof word);
  return word;
}

/// Up to seven bytes; texts of one length give different numbers.
[[nodiscard]] inline std::uint64_t load_few(const char* at, std::size_t length) {
  if (length >= 4) {
    return load<std::uint32_t>(at) |
           static_cast<std::uint64_t>(load<std::uint32_t>(at + length - 4)) << (8 * (length - 4));
  }
  if (length == 0) return 0;
  const auto byte = [at](std::size_t i) {
    return static_cast<std::uint64_t>(static_cast<unsigned char>(at[i]));
  };
  return byte(0) | byte(length / 2) << 8 | byte(length - 1) << 16;
}

}  // namespace euproj
