#pragma once
// Interner: texts as small numbers, in the order of their first appearance.
//
// The rows of a log keep codes, so that comparing, grouping and counting touch no text. Code 0 is
// "no text". Texts are compared by bytes; a short one stands in the table itself, so that finding
// it is one wait for memory. A text costs its bytes and some thirty more, once frozen five.
//
//   slots_      hash of a text -> key, code     open addressing, at most 3/4 full
//   positions_  code -> block, offset           four bytes a text
//   blocks_     length, bytes | length, ...     512 bytes, 1 KiB, ... 1 MiB; texts never move
//
// An overlay has slots and texts of its own only for what the interner below it does not know. So
// several threads read parts of a log, each into its overlay, and merge() makes their codes those
// of one reader:
//
//   known      a=1 b=2
//   overlays   [c=3 a=1 d=4]   [d=3 b=2 e=4]    both count on from 2
//   merged     c=3 d=4 e=5                      CodeRemap of the second: 3 -> 4, 4 -> 5

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <stdexcept>
#include <string_view>
#include <vector>

#include "euproj/base/code.hpp"
#include "euproj/base/load_bytes.hpp"

namespace euproj {

/// Thrown when texts come that an interner has no room for: a limit on input, which its reader
/// reports.
struct TooMuchText : std::length_error {
  TooMuchText() : std::length_error("too many bytes of different texts") {}
};

/// What the codes of an overlay have become in the interner that it was merged into.
class CodeRemap {
 public:
  CodeRemap() = default;
  CodeRemap(Code known, std::vector<Code> codes);
  [[nodiscard]] Code operator()(Code code) const {
    return code <= known_ ? code : codes_[code - known_ - 1];
  }
  [[nodiscard]] bool changes_something() const { return changes_something_; }

 private:
  Code known_ = no_code;  // codes up to this one stay
  std::vector<Code> codes_;
  bool changes_something_ = false;
};

/// What is compared of a text: all of a short one, the hash of a long one.
struct TextKey {
  std::uint64_t head = 0;  // its first bytes, or the hash
  std::uint32_t tail = 0;  // what follows, and how many bytes it has

  friend bool operator==(const TextKey& a, const TextKey& b) {
    return a.head == b.head && a.tail == b.tail;
  }
};

[[nodiscard]] TextKey key_of_long(std::string_view text);

/// `load` is load_words, or load_words_of_readable.
template <typename Load>
[[nodiscard, gnu::always_inline]] inline TextKey text_key(std::string_view text, const Load& load) {
  constexpr std::size_t longest = 11;
  if (text.size() > longest) return key_of_long(text);
  const TextWords words = load(text);
  return {words.first, static_cast<std::uint32_t>(words.second | text.size() << 24)};
}

/// A text with its key, and the code that looking it up has found: it is then interned without
/// looking again.
struct Probe {
  Probe() = default;
  explicit Probe(std::string_view its_text) : Probe(its_text, text_key(its_text, load_words)) {}
  Probe(std::string_view its_text, const TextKey& its_key) : text(its_text), key(its_key) {}

  std::string_view text;
  TextKey key;
  Code code = no_code;  // it was not there
};

class Interner {
 public:
  /// Bytes of different texts, about: all that a position of four bytes can tell apart.
  static constexpr std::size_t max_bytes = std::size_t{4} << 30;

  Interner() = default;
  Interner(Interner&&) = default;  // a copy would point into the original's texts
  Interner& operator=(Interner&&) = default;

  /// One that gives the texts of `known` the codes they have there, and others the codes after
  /// them. `known` stays where it is and takes no text before this one is merged into it, so
  /// several threads may each have their own overlay of one.
  [[nodiscard]] static Interner overlay(const Interner& known);
  /// Takes in the texts that only its `overlay` has, in its order: after the overlays of all parts
  /// of a log are merged in their order, the codes are those of the log read as a whole.
  [[nodiscard]] CodeRemap merge(const Interner& overlay);
  /// Forgets the texts with codes above `size`, so that they may come again.
  void cut_to(std::size_t size);
  /// Bytes of different texts; beyond them TooMuchText is thrown. An overlay has the same limit.
  void limit_to(std::size_t bytes) { max_bytes_ = bytes; }

  /// The code of `text`, new when it was not seen before; an empty text is no_code.
  Code intern(std::string_view text);
  /// The same of a text that look_up() of this interner has seen, perhaps before others came.
  Code intern(const Probe& seen);
  /// A new code each time: for texts that nearly all differ, and that nobody will look up.
  Code append(std::string_view text);
  /// Looks up many texts at once, so that the waits for memory overlap.
  void look_up(std::span<Probe> texts) const;
  /// For about so many texts of its own, which then come faster.
  void make_room(std::size_t texts);
  /// No text comes any more: gives back the room that finding them quickly takes.
  void freeze();
  /// no_code when it was never interned. Once frozen, all texts are looked through.
  [[nodiscard]] Code find(std::string_view text) const;
  /// Empty for no_code.
  [[nodiscard]] std::string_view text(Code code) const;
  /// Codes are 1..size().
  [[nodiscard]] std::size_t size() const { return known_size_ + positions_.size(); }

 private:
  using Position = std::uint32_t;  // of a kept text: its block, and where in it

  struct Slot {  // sixteen bytes: four on a line of the cache
    std::uint64_t head = 0;
    std::uint32_t tail = 0;
    Code code = no_code;  // the slot is free

    [[nodiscard]] TextKey key() const { return {head, tail}; }
  };

  [[nodiscard]] Code find(const TextKey& key, std::string_view text) const;
  /// Where `text` stands, or the free slot where it would.
  [[nodiscard]] std::size_t slot_of(const TextKey& key, std::string_view text) const;
  [[nodiscard]] std::size_t slot_from(std::size_t first, const TextKey& key,
                                      std::string_view text) const;
  [[nodiscard]] std::size_t first_slot(const TextKey& key) const;
  [[nodiscard]] Code add(const TextKey& key, std::string_view text);
  [[nodiscard]] std::string_view own_text(Code code) const;
  [[nodiscard]] Code find_among_all(std::string_view text) const;
  [[nodiscard]] Position keep(std::string_view text);
  void grow(std::size_t size);

  const Interner* known_ = nullptr;  // whose codes come first
  Code known_size_ = 0;
  bool is_frozen_ = false;
  std::vector<Slot> slots_;                      // a power of two, open addressing
  unsigned hash_shift_ = 64;                     // of a hash to a slot
  std::vector<Position> positions_;              // by code after the known ones
  std::vector<std::unique_ptr<char[]>> blocks_;  // length and bytes of texts; never moved
  std::size_t block_size_ = 0;                   // of the last block
  std::size_t block_used_ = 0;
  std::size_t bytes_ = 0;  // of all blocks
  std::size_t max_bytes_ = max_bytes;
};

}  // namespace euproj
