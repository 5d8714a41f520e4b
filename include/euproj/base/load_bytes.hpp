#pragma once
// Bytes of a text as numbers, so that short texts are compared and hashed some at a time.

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace euproj {

template <typename Word>
[[nodiscard]] inline Word load(const char* at) {
  Word word = 0;
  std::memcpy(&word, at, sizeof word);
  return word;
}

/// Up to sixteen bytes of a text, the first one lowest, and zeros behind its end.
struct TextWords {
  std::uint64_t first = 0;
  std::uint64_t second = 0;

  friend bool operator==(const TextWords&, const TextWords&) = default;
};

/// Up to seven bytes.
[[nodiscard]] inline std::uint64_t load_few(const char* at, std::size_t length) {
  if (length >= 4) {
    return load<std::uint32_t>(at) |
           static_cast<std::uint64_t>(load<std::uint32_t>(at + length - 4)) << (8 * (length - 4));
  }
  if (length == 0) return 0;
  const auto byte = [at](std::size_t i) {
    return static_cast<std::uint64_t>(static_cast<unsigned char>(at[i])) << (8 * i);
  };
  return byte(0) | byte(length / 2) | byte(length - 1);
}

/// Of a text of up to sixteen bytes; nothing behind it is read.
[[nodiscard]] inline TextWords load_words(std::string_view text) {
  const char* const at = text.data();
  if (text.size() < 8) return {load_few(at, text.size()), 0};
  if (text.size() == 16) return {load<std::uint64_t>(at), load<std::uint64_t>(at + 8)};
  return {load<std::uint64_t>(at), load_few(at + 8, text.size() - 8)};
}

/// The same of a text that is not empty, and from whose beginning sixteen bytes may be read.
[[nodiscard]] inline TextWords load_words_of_readable(std::string_view text) {
  static_assert(std::endian::native == std::endian::little);
  const std::uint64_t first = load<std::uint64_t>(text.data());
  const std::uint64_t second = load<std::uint64_t>(text.data() + 8);
  constexpr std::uint64_t all = ~std::uint64_t{0};
  if (text.size() <= 8) return {first & all >> (64 - 8 * text.size()), 0};
  return {first, second & all >> (128 - 8 * text.size())};
}

}  // namespace euproj
