#pragma once
// RecentWords: what the words that a column had lately have become.
//
// A log of millions of rows has a few words in most of its columns. Finding one here compares some
// machine words, where a dictionary compares letters and a table of all texts waits for memory.

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string_view>

#include "euproj/base/interner.hpp"
#include "euproj/base/load_bytes.hpp"

namespace euproj {

class RecentWords {
 public:
  /// no_code when the text is not remembered.
  [[nodiscard, gnu::always_inline]] Code find(std::string_view text) const {
    if (entries_ == nullptr || text.size() - 1 >= longest) return no_code;
    if (text.size() >= 8) return find_long(text);
    const std::uint64_t word = load_few(text.data(), text.size());
    const Entry& entry = (*entries_)[place_of(word, 0, text.size())];
    return entry.key.words[0] == word && entry.key.length == text.size() ? entry.code : no_code;
  }
  /// Forgets what stood in its place. Texts that are empty or long are not kept.
  void remember(std::string_view text, Code code) {
    if (text.size() - 1 >= longest) return;
    const Key key = key_of(text);
    if (entries_ == nullptr) entries_ = std::make_unique<Entries>();
    (*entries_)[place_of(key.words[0], key.words[1], key.length)] = {key, code};
  }

 private:
  static constexpr std::size_t longest = 32;
  static constexpr unsigned place_bits = 6;

  /// All bytes of a text; those in the middle may stand in two words.
  struct Key {
    std::array<std::uint64_t, 4> words{};
    std::uint64_t length = 0;

    friend bool operator==(const Key&, const Key&) = default;
  };
  struct Entry {
    Key key;  // of length 0: none
    Code code = no_code;
  };

  using Entries = std::array<Entry, std::size_t{1} << place_bits>;

  [[nodiscard]] static Key key_of(std::string_view text) {
    const char* const at = text.data();
    const std::size_t length = text.size();
    Key key;
    key.length = length;
    if (length < 8) {
      key.words[0] = load_few(at, length);
    } else {
      key.words[0] = load<std::uint64_t>(at);
      key.words[1] = load<std::uint64_t>(at + length - 8);
      if (length > 16) {
        key.words[2] = load<std::uint64_t>(at + 8);
        key.words[3] = load<std::uint64_t>(at + length - 16);
      }
    }
    return key;
  }
  [[nodiscard]] Code find_long(std::string_view text) const {
    const Key key = key_of(text);
    const Entry& entry = (*entries_)[place_of(key.words[0], key.words[1], key.length)];
    return entry.key == key ? entry.code : no_code;
  }
  [[nodiscard]] static std::size_t place_of(std::uint64_t first, std::uint64_t second,
                                            std::uint64_t length) {
    return (first ^ std::rotl(second, 25) ^ length << 40) * 0x9E3779B97F4A7C15U >> (64 - place_bits);
  }

  std::unique_ptr<Entries> entries_;  // none in a column that no row fills
};

}  // namespace euproj
