#include "render/text/excerpt.hpp"

#include <algorithm>
#include <vector>

#include "euproj/base/unicode.hpp"
#include "render/clean_text.hpp"

namespace euproj {
namespace {

constexpr std::size_t number_width = 5;

struct Character {
  std::string shown;
  std::size_t width = 0;
  bool marked = false;
};

bool begins_character(char byte) { return (static_cast<unsigned char>(byte) & 0xC0) != 0x80; }

/// The line around the place, character by character; those that the place covers are marked. A
/// line may be all of a file: what is so far away that it is not shown is not looked at.
std::vector<Character> characters_of(std::string_view line, const Place& place, std::size_t width) {
  const std::size_t begin = place.column == 0 ? std::string_view::npos : place.column - 1;
  const std::size_t end = begin + std::max<std::size_t>(place.length, 1);
  const std::size_t far = 32 * width;  // in bytes
  const std::size_t near = std::min<std::size_t>(place.column, line.size());
  std::size_t first = near - std::min(near, far);
  while (first > 0 && first < line.size() && !begins_character(line[first])) --first;
  const std::size_t last = std::min(line.size(), near + far);
  std::vector<Character> characters;
  for (std::size_t at = first; at < last;) {
    std::size_t next = at + 1;
    while (next < line.size() && !begins_character(line[next])) ++next;
    const std::string_view raw = line.substr(at, next - at);
    Character character;
    character.shown = raw == "\t" ? "\t" : clean_text(raw, LineBreaks::as_blanks);
    character.width = raw == "\t" ? 1 : display_width(character.shown);
    character.marked = place.column > 0 && next > begin && at < end;
    characters.push_back(std::move(character));
    at = next;
  }
  if (place.column > 0 && begin >= line.size()) characters.push_back({" ", 1, true});
  return characters;
}

struct Window {
  std::size_t first = 0;
  std::size_t last = 0;  // outside
};

/// The characters around the first marked one that fit `width` columns.
Window window_around(const std::vector<Character>& characters, std::size_t width) {
  std::size_t total = 0;
  for (const Character& c : characters) total += c.width;
  if (total <= width) return {0, characters.size()};
  const auto marked = std::find_if(characters.begin(), characters.end(),
                                   [](const Character& c) { return c.marked; });
  Window window;
  if (marked != characters.end()) {
    window.first = static_cast<std::size_t>(marked - characters.begin());
  }
  std::size_t used = 2;  // an ellipsis at either end
  for (; window.first > 0 && used + characters[window.first - 1].width <= width / 2;
       --window.first) {
    used += characters[window.first - 1].width;
  }
  for (window.last = window.first, used = 2;
       window.last < characters.size() && used + characters[window.last].width <= width;
       ++window.last) {
    used += characters[window.last].width;
  }
  return window;
}

}  // namespace

Excerpt make_excerpt(std::string_view line, const Place& place, std::size_t width) {
  const std::string number = std::to_string(place.line);
  std::string gutter(number_width - std::min(number_width, number.size()), ' ');
  const std::string empty_gutter = std::string(gutter.size() + number.size(), ' ') + " | ";
  Excerpt excerpt;
  excerpt.source = gutter + number + " | ";

  const std::vector<Character> characters = characters_of(line, place, width);
  const Window window = window_around(characters, width - empty_gutter.size());
  std::string caret;
  bool marked = false;
  if (window.first > 0) {
    excerpt.source += "…";
    caret += ' ';
  }
  for (std::size_t i = window.first; i < window.last; ++i) {
    const Character& c = characters[i];
    excerpt.source += c.shown;
    if (c.marked) {
      caret += marked ? '~' : '^';
      if (c.width > 1) caret.append(c.width - 1, '~');
      marked = true;
    } else if (!marked) {
      caret += c.shown == "\t" ? "\t" : std::string(c.width, ' ');
    }
  }
  if (window.last < characters.size()) excerpt.source += "…";
  while (!excerpt.source.empty() && excerpt.source.back() == ' ') excerpt.source.pop_back();
  if (marked) excerpt.caret = empty_gutter + caret;
  return excerpt;
}

}  // namespace euproj
