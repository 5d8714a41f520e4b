#pragma once
// byte_masks: where the bytes that end a CSV cell stand, 64 bytes at a time.
//
// SSE2 is part of every x86-64; other machines take the loop, which says what the result is.

#include <cstddef>
#include <cstdint>

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

}  // namespace euproj
