#include "render/text_widths.hpp"

#include <algorithm>

#include "euproj/base/utf8.hpp"
#include "render/wrap_text.hpp"

namespace euproj {
namespace {

/// Text columns shrink to their widest word, within these bounds.
constexpr std::size_t least_text_width = 8;
constexpr std::size_t least_word_width = 12;

/// The width a column would like, and the least it can do with.
struct Wish {
  std::size_t natural = 0;
  std::size_t least = 0;
};

Wish wish_of(const Table& table, const std::vector<std::string>& headings,
             const std::vector<std::vector<std::string>>& cells, std::size_t column) {
  Wish wish;
  wish.natural = widest_word(headings[column]);
  std::size_t word = wish.natural;
  for (std::size_t row = 0; row < cells.size(); ++row) {
    if (table.rows[row].role == RowRole::heading) continue;
    wish.natural = std::max(wish.natural, display_width(cells[row][column]));
    word = std::max(word, widest_word(cells[row][column]));
  }
  wish.least = is_flexible(table.columns[column].kind)
                   ? std::min(wish.natural, std::clamp(word, least_text_width, least_word_width))
                   : wish.natural;
  return wish;
}

}  // namespace

std::optional<std::vector<std::size_t>> text_widths(
    const Table& table, const std::vector<std::string>& headings,
    const std::vector<std::vector<std::string>>& cells, std::size_t gap, std::size_t width) {
  const std::size_t columns = table.columns.size();
  std::vector<Wish> wishes;
  std::vector<std::size_t> widths;
  std::size_t used = gap * (columns - 1);
  for (std::size_t i = 0; i < columns; ++i) {
    wishes.push_back(wish_of(table, headings, cells, i));
    widths.push_back(wishes.back().natural);
    used += widths.back();
  }
  // The widest gives first, so no column is squeezed while another has plenty.
  for (; used > width; --used) {
    std::optional<std::size_t> widest;
    for (std::size_t i = 0; i < columns; ++i) {
      if (widths[i] > wishes[i].least && (!widest || widths[i] > widths[*widest])) widest = i;
    }
    if (!widest) return std::nullopt;
    --widths[*widest];
  }
  return widths;
}

}  // namespace euproj
