#pragma once
// byte_masks: where the bytes that end a CSV cell stand, and how many line feeds there are, many bytes
// at a time.
//
// SSE2 is part of every x86-64; other machines take the loop, which says what the result is.

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace euproj {

/// Bit i is set when at[i] is the delimiter, a line feed or a zero byte. Reads 64 bytes.
[[nodiscard]] inline std::uint64_t cell_ends_in_64(const char* at, char delimiter) {
  std::uint64_t mask = 0;
#if defined(__SSE2__)
  const __m128i delimiters = _mm_set1_epi8(delimiter);
  const __m128i line_feeds = _mm_set1_epi8('\n');
  const __m128i zeros = _mm_setzero_si128();
  for (std::size_t part = 0; part < 4; ++part) {
    const __m128i bytes = _mm_loadu_si128(reinterpret_cast<const __m128i*>(at + part * 16));
    const __m128i ends = _mm_or_si128(
        _mm_or_si128(_mm_cmpeq_epi8(bytes, delimiters), _mm_cmpeq_epi8(bytes, line_feeds)),
        _mm_cmpeq_epi8(bytes, zeros));
    const auto bits = static_cast<unsigned>(_mm_movemask_epi8(ends));
    mask |= static_cast<std::uint64_t>(bits) << (part * 16);
  }
#else
  for (unsigned i = 0; i < 64; ++i) {
    const bool ends = at[i] == delimiter || at[i] == '\n' || at[i] == '\0';
    mask |= static_cast<std::uint64_t>(ends) << i;
  }
#endif
  return mask;
}

/// Sums of one byte each, side by side: compilers make one instruction of sixteen.
[[nodiscard]] inline std::size_t count_line_feeds(std::string_view text) {
  constexpr std::size_t lanes = 16;
  constexpr std::size_t most = 255;  // that a byte can count
  std::size_t count = 0;
  while (text.size() >= lanes) {
    const std::size_t turns = std::min(text.size() / lanes, most);
    std::array<std::uint8_t, lanes> counts{};
    for (std::size_t turn = 0; turn < turns; ++turn) {
      const char* const at = text.data() + turn * lanes;
      for (std::size_t lane = 0; lane < lanes; ++lane) {
        counts[lane] = static_cast<std::uint8_t>(counts[lane] + (at[lane] == '\n' ? 1 : 0));
      }
    }
    for (const std::uint8_t lane : counts) count += lane;
    text.remove_prefix(turns * lanes);
  }
  return count + static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n'));
}

}  // namespace euproj
