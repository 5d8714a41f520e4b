#include "render/text/text_widths.hpp"

#include <algorithm>

#include "euproj/base/unicode.hpp"
#include "render/text/wrap_text.hpp"

namespace euproj {
namespace {

/// Text columns shrink to their widest word, within these bounds.
constexpr std::size_t least_text_width = 8;
constexpr std::size_t least_word_width = 12;

}  // namespace

TextWidths::TextWidths(const std::vector<TableColumn>& columns,
                       const std::vector<std::string>& headings) {
  for (std::size_t i = 0; i < columns.size(); ++i) {
    const std::size_t word = widest_word(headings[i]);
    wishes_.push_back({is_flexible(columns[i].kind), word, word});
  }
}

void TextWidths::add(const std::vector<std::string>& texts) {
  for (std::size_t i = 0; i < wishes_.size(); ++i) {
    Wish& wish = wishes_[i];
    wish.natural = std::max(wish.natural, display_width(texts[i]));
    if (wish.flexible && wish.word < least_word_width) {
      wish.word = std::max(wish.word, widest_word(texts[i]));
    }
  }
}

std::optional<std::vector<std::size_t>> TextWidths::within(std::size_t gap,
                                                           std::size_t width) const {
  const auto least = [](const Wish& wish) {
    if (!wish.flexible) return wish.natural;
    return std::min(wish.natural, std::clamp(wish.word, least_text_width, least_word_width));
  };
  std::vector<std::size_t> widths;
  std::size_t used = gap * (wishes_.size() - 1);
  for (const Wish& wish : wishes_) {
    widths.push_back(wish.natural);
    used += wish.natural;
  }
  // The widest gives first, so no column is squeezed while another has plenty.
  for (; used > width; --used) {
    std::optional<std::size_t> widest;
    for (std::size_t i = 0; i < widths.size(); ++i) {
      if (widths[i] > least(wishes_[i]) && (!widest || widths[i] > widths[*widest])) widest = i;
    }
    if (!widest) return std::nullopt;
    --widths[*widest];
  }
  return widths;
}

}  // namespace euproj
