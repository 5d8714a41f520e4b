#pragma once
// How the columns of a text table share the width.

#include <optional>
#include <string>
#include <vector>

#include "euproj/report/document.hpp"

namespace euproj {

/// Text wraps inside its cell, numbers are never broken.
[[nodiscard]] inline bool is_flexible(ColumnKind kind) {
  return kind == ColumnKind::label || kind == ColumnKind::text;
}

class TextWidths {
 public:
  TextWidths(const std::vector<TableColumn>& columns, const std::vector<std::string>& headings);

  void add(const std::vector<std::string>& texts);  // of a row
  /// `gap`: the blanks between two columns. None when the table does not fit `width` even with its
  /// text columns at their narrowest.
  [[nodiscard]] std::optional<std::vector<std::size_t>> within(std::size_t gap,
                                                               std::size_t width) const;

 private:
  struct Wish {
    bool flexible = false;
    std::size_t natural = 0;
    std::size_t word = 0;  // the widest one: how narrow the column may become
  };
  std::vector<Wish> wishes_;
};

}  // namespace euproj
