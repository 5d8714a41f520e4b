#pragma once
// ColumnMemory: what is known of a column of a log, and what its cells lately had.
//
// A cell that is written as an earlier one says the same, so what is remembered needs neither trimming
// nor `values:`.

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "euproj/base/load_bytes.hpp"
#include "euproj/core/date.hpp"
#include "read/table/recent_words.hpp"

namespace euproj {

/// Nothing to trim, and no dash that stands for a blank. The text must not be empty.
[[nodiscard]] inline bool is_plain_text(std::string_view text) {
  const auto visible = [](char c) { return c > ' ' && c < 0x7F; };
  return visible(text.front()) && visible(text.back()) && (text.size() > 1 || text.front() != '-');
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
  void remember_date(std::string_view written, Date day) {
    if (written.size() != date_text.size()) return;
    std::copy(written.begin(), written.end(), date_text.begin());
    date = day;
  }
};

}  // namespace euproj
