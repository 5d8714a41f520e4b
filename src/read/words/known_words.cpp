#include "read/words/known_words.hpp"

#include "read/table/shown_value.hpp"

namespace euproj {

std::string known_shown(std::string_view word, std::span<const std::string_view> known) {
  constexpr std::size_t short_word = 2;
  constexpr std::size_t most_listed = 12;
  return word.size() <= short_word ? list_shown(known, most_listed) : nearest_shown(word, known);
}

}  // namespace euproj
