#pragma once
// Interner: texts as small numbers, in the order of their first appearance.
//
// The rows of a log keep codes, so that comparing, grouping and counting touch no text. Code 0 is
// "no text". Texts are compared by bytes. A text costs its bytes and some thirty more.

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string_view>
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
  /// A text of at most eleven bytes is its own key; of a longer one it is a hash, and the text
  /// decides.
  struct Key {
    std::uint64_t low = 0;
    std::uint32_t high = 0;  // its last byte is the length, or 0xFF for a longer text

    friend bool operator==(const Key&, const Key&) = default;
  };
  struct Slot {
    std::uint64_t low = 0;
    std::uint32_t high = 0;
    Code code = no_code;  // no_code: the slot is free
  };

  [[nodiscard]] static Key key_of(std::string_view text);
  [[nodiscard]] static std::size_t place_of(const Key& key);
  /// Where `text` stands, or the free slot where it would.
  [[nodiscard]] std::size_t slot_of(const Key& key, std::string_view text) const;
  const char* keep(std::string_view text);
  void grow();

  std::vector<Slot> slots_;          // a power of two, open addressing
  std::vector<const char*> texts_;   // by code: length, then the bytes
  std::vector<std::unique_ptr<char[]>> blocks_;  // of texts; they never move
  std::size_t block_rest_ = 0;
  char* block_at_ = nullptr;
};

}  // namespace euproj
