#pragma once
// RecentWords: what the words that a column had lately have become.
//
// A log of millions of rows has a few words in most of its columns. Finding one here compares some
// machine words, where a dictionary compares letters and a table of all texts waits for memory.
//
// ColumnMemory: what is known of a column of a log, and what its cells lately had.
//
// A cell that is written as an earlier one says the same, so what is remembered needs neither
// trimming nor `values:`.

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "euproj/base/interner.hpp"
#include "euproj/base/load_bytes.hpp"
#include "euproj/core/date.hpp"

namespace euproj {

class RecentWords {
 public:
  /// no_code when the text is not remembered.
  [[nodiscard]] Code find(std::string_view text) const { return find(text, load_words); }
  /// The same of a text that is not empty, and from whose beginning sixteen bytes may be read.
  [[nodiscard, gnu::always_inline]] Code find_readable(std::string_view text) const {
    return find(text, load_words_of_readable);
  }
  /// Forgets what stood in its place. Texts that are empty or long are not kept.
  void remember(std::string_view text, Code code) {
    if (text.size() - 1 >= longest) return;
    const Key key = key_of(text);
    if (entries_ == nullptr) entries_ = std::make_unique<Entries>();
    (*entries_)[place_of(key.words, key.length)] = {key, code};
  }

 private:
  static constexpr std::size_t longest = 32;
  static constexpr unsigned place_bits = 7;

  /// All bytes of a text; those of a long one in the middle may stand in two words.
  struct Key {
    TextWords words;
    TextWords more;  // of a text of more than sixteen bytes: the last ones
    std::uint32_t length = 0;

    friend bool operator==(const Key&, const Key&) = default;
  };
  struct Entry {
    Key key;  // of length 0: none
    Code code = no_code;
  };
  using Entries = std::array<Entry, std::size_t{1} << place_bits>;

  template <typename Load>
  [[nodiscard, gnu::always_inline]] Code find(std::string_view text, const Load& load) const {
    if (entries_ == nullptr || text.size() - 1 >= longest) return no_code;
    if (text.size() > 16) return find_long(text);
    const TextWords words = load(text);
    const Entry& entry = (*entries_)[place_of(words, text.size())];
    const bool is_same = entry.key.words == words && entry.key.length == text.size();
    return is_same ? entry.code : no_code;
  }
  [[nodiscard]] static Key key_of(std::string_view text) {
    Key key;
    key.length = static_cast<std::uint32_t>(text.size());
    key.words = load_words(text.substr(0, 16));
    if (text.size() > 16) key.more = load_words(text.substr(text.size() - 16));
    return key;
  }
  [[nodiscard]] Code find_long(std::string_view text) const {
    const Key key = key_of(text);
    const Entry& entry = (*entries_)[place_of(key.words, key.length)];
    return entry.key == key ? entry.code : no_code;
  }
  [[nodiscard]] static std::size_t place_of(const TextWords& words, std::uint64_t length) {
    return (words.first ^ std::rotl(words.second, 25) ^ length << 40) * 0x9E3779B97F4A7C15U >>
           (64 - place_bits);
  }

  std::unique_ptr<Entries> entries_;  // none in a column that no row fills
};

/// Nothing to trim, no dash that stands for a blank, and not `="0227"`. The text must not be empty.
[[nodiscard]] inline bool is_trimmed(std::string_view text) {
  const auto visible = [](char c) { return c > ' ' && c < 0x7F; };
  const bool is_plain = visible(text.front()) && visible(text.back()) && text.front() != '=';
  return is_plain && (text.size() > 1 || text.front() != '-');
}

struct ColumnMemory {
  using Replacements = std::vector<std::pair<std::string, std::string>>;

  std::size_t cell = 0;  // 1-based; 0: the file has no such column
  bool is_needed = false;
  const Replacements* replacements = nullptr;  // null: none
  RecentWords words;
  // Days follow one another in a log, and the same one is often written again.
  std::array<char, 10> date_text{};
  Date date;

  [[nodiscard]] bool is_same_date(std::string_view written) const {
    return written.size() == date_text.size() &&  // as every date that can be read
           load<std::uint64_t>(written.data()) == load<std::uint64_t>(date_text.data()) &&
           load<std::uint16_t>(written.data() + 8) == load<std::uint16_t>(date_text.data() + 8);
  }
  /// Where it can be: a text of another length is read anew each time.
  void remember_date(std::string_view written, Date day) {
    if (written.size() != date_text.size()) return;
    std::copy(written.begin(), written.end(), date_text.begin());
    date = day;
  }
};

}  // namespace euproj
