#include "read/csv/cell_ends.hpp"

#include <algorithm>
#include <array>
#include <bit>

#if defined(__x86_64__)
#include <immintrin.h>
#endif

namespace euproj {
namespace {

constexpr std::size_t block = 64;

/// By byte of a block: bit i is that of byte i.
struct Masks {
  std::uint64_t delimiters = 0;
  std::uint64_t line_feeds = 0;
  std::uint64_t quotes = 0;
  std::uint64_t zeros = 0;
};

/// What any machine can do; it says what the result is.
struct AnyMachine {
  [[gnu::always_inline]] static Masks masks(const char* at, char delimiter) {
    Masks found;
    for (std::size_t i = 0; i < block; ++i) {
      const auto bit = [&](char sought) {
        return static_cast<std::uint64_t>(at[i] == sought) << i;
      };
      found.delimiters |= bit(delimiter);
      found.line_feeds |= bit('\n');
      found.quotes |= bit('"');
      found.zeros |= bit('\0');
    }
    return found;
  }
  [[gnu::always_inline]] static std::size_t ones(std::uint64_t bits) {
    bits -= bits >> 1 & 0x5555'5555'5555'5555U;
    bits = (bits & 0x3333'3333'3333'3333U) + (bits >> 2 & 0x3333'3333'3333'3333U);
    bits = (bits + (bits >> 4)) & 0x0F0F'0F0F'0F0F'0F0FU;
    return bits * 0x0101'0101'0101'0101U >> 56;
  }
};

#if defined(__x86_64__)

/// As every x86-64 can.
struct Sse2 : AnyMachine {
  [[gnu::always_inline]] static Masks masks(const char* at, char delimiter) {
    Masks found;
    for (std::size_t part = 0; part < block / 16; ++part) {
      const __m128i bytes = _mm_loadu_si128(reinterpret_cast<const __m128i*>(at + part * 16));
      const auto bits = [&](char sought) __attribute__((always_inline)) {
        const __m128i same = _mm_cmpeq_epi8(bytes, _mm_set1_epi8(sought));
        return static_cast<std::uint64_t>(static_cast<unsigned>(_mm_movemask_epi8(same)))
               << (part * 16);
      };
      found.delimiters |= bits(delimiter);
      found.line_feeds |= bits('\n');
      found.quotes |= bits('"');
      found.zeros |= bits('\0');
    }
    return found;
  }
};

/// As nearly every x86-64 since 2013 can.
#define EUPROJ_AVX2 gnu::target("avx2,bmi,popcnt")
struct Avx2 {
  [[EUPROJ_AVX2]] static std::uint64_t bits_of_half(const char* at, char sought) {
    const __m256i bytes = _mm256_loadu_si256(reinterpret_cast<const __m256i*>(at));
    const __m256i same = _mm256_cmpeq_epi8(bytes, _mm256_set1_epi8(sought));
    return static_cast<std::uint64_t>(static_cast<std::uint32_t>(_mm256_movemask_epi8(same)));
  }
  [[EUPROJ_AVX2]] static std::uint64_t bits(const char* at, char sought) {
    return bits_of_half(at, sought) | bits_of_half(at + block / 2, sought) << block / 2;
  }
  [[EUPROJ_AVX2]] static Masks masks(const char* at, char delimiter) {
    return {bits(at, delimiter), bits(at, '\n'), bits(at, '"'), bits(at, '\0')};
  }
  [[EUPROJ_AVX2]] static std::size_t ones(std::uint64_t bits) {
    return static_cast<std::size_t>(__builtin_popcountll(bits));
  }
};

#endif

[[gnu::always_inline]] inline std::uint32_t place_of_first(std::uint64_t bits, std::size_t at) {
  return static_cast<std::uint32_t>(at) + static_cast<std::uint32_t>(std::countr_zero(bits));
}

/// Bit i is set when an odd number of the bits up to i are.
[[gnu::always_inline]] inline std::uint64_t odd_so_far(std::uint64_t bits) {
  for (unsigned shift = 1; shift < 64; shift *= 2) bits ^= bits << shift;
  return bits;
}

/// Where the bits stand, `count` of them. Always at_once at a time, since a loop that ends with the
/// bits is guessed wrong at each block; what is too much is written over later.
[[gnu::always_inline]] inline void write_places(std::uint64_t bits, std::size_t count,
                                                std::size_t at, std::uint32_t* to) {
  constexpr std::size_t at_once = CellEnds::at_once;
  constexpr std::uint64_t last = std::uint64_t{1} << 63;  // so that a bit is always found
  for (std::size_t done = 0; done < count; done += at_once) {
    for (std::size_t i = 0; i < at_once; ++i) {
      *to++ = place_of_first(bits | last, at);
      bits &= bits - 1;
    }
  }
}

// The loop of the picture in the header. Three things end it early: enough ends, a zero byte, and a
// line feed within quotes; what lies behind is the scanner's, which knows what to say of them.
template <typename Machine>
[[gnu::always_inline]] inline void find_with(std::string_view text, char delimiter,
                                             CellEnds& ends) {
  ends.quotes.clear();
  std::uint32_t* const places = ends.places.data();
  const std::size_t most = ends.places.size() - CellEnds::spare;
  std::size_t found = 0;
  std::size_t line_feeds = 0;
  std::uint64_t open = 0;  // all bits while a quote is open
  for (std::size_t at = 0; at + block <= text.size() && found < most; at += block) {
    const Masks masks = Machine::masks(text.data() + at, delimiter);
    std::uint64_t quoted = open;
    if (masks.quotes != 0) {
      for (std::uint64_t bits = masks.quotes; bits != 0; bits &= bits - 1) {
        ends.quotes.push_back(place_of_first(bits, at));
      }
      quoted ^= odd_so_far(masks.quotes);
      open = std::uint64_t{0} - (quoted >> 63);
    }
    if (masks.zeros != 0 || (masks.line_feeds & quoted) != 0) break;
    const std::uint64_t bits = (masks.delimiters & ~quoted) | masks.line_feeds;
    const std::size_t count = Machine::ones(bits);
    write_places(bits, count, at, places + found);
    found += count;
    line_feeds += Machine::ones(masks.line_feeds);
  }
  ends.found = found;
  ends.line_feeds = line_feeds;
}

#if defined(__x86_64__)
[[EUPROJ_AVX2]] void find_with_avx2(std::string_view text, char delimiter, CellEnds& ends) {
  find_with<Avx2>(text, delimiter, ends);
}
#endif

}  // namespace

std::vector<Machine> machines() {
  std::vector<Machine> all = {Machine::any};
#if defined(__x86_64__)
  all.push_back(Machine::sse2);
  const bool has_avx2 = __builtin_cpu_supports("avx2") && __builtin_cpu_supports("bmi") &&
                        __builtin_cpu_supports("popcnt");
  if (has_avx2) all.push_back(Machine::avx2);
#endif
  return all;
}

void find_cell_ends(Machine as, std::string_view text, char delimiter, CellEnds& ends) {
#if defined(__x86_64__)
  if (as == Machine::avx2) return find_with_avx2(text, delimiter, ends);
  if (as == Machine::sse2) return find_with<Sse2>(text, delimiter, ends);
#endif
  find_with<AnyMachine>(text, delimiter, ends);
}

void find_cell_ends(std::string_view text, char delimiter, CellEnds& ends) {
  static const Machine best = machines().back();
  find_cell_ends(best, text, delimiter, ends);
}

// A byte counts to 255, so lanes are emptied before they overflow.

/// Sums of one byte each, side by side: compilers make one instruction of sixteen.
std::size_t count_line_feeds(std::string_view text) {
  constexpr std::size_t lanes = 16;
  constexpr std::size_t max_turns = 255;  // that a byte can count
  std::size_t count = 0;
  while (text.size() >= lanes) {
    const std::size_t turns = std::min(text.size() / lanes, max_turns);
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
