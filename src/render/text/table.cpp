#include "render/text/table.hpp"

#include <algorithm>
#include <numeric>
#include <optional>
#include <string>
#include <vector>

#include "euproj/base/unicode.hpp"
#include "render/cell_text.hpp"
#include "render/shown_table.hpp"
#include "render/text/signs.hpp"
#include "render/text/wrap_text.hpp"

namespace euproj {
namespace {

constexpr std::size_t gap = 2;  // blanks between two columns

using Strings = std::vector<std::string>;

/// FixedText wraps inside its cell, numbers are never broken.
bool is_flexible(ColumnKind kind) { return kind == ColumnKind::label || kind == ColumnKind::text; }

/// FixedText columns shrink to their widest word, within these bounds.
constexpr std::size_t min_text_width = 8;
constexpr std::size_t min_word_width = 12;

/// How the columns share the width. Each wishes for its widest cell; while the sum is too wide, the
/// widest text column gives a character:
///
///   wishes      id 4 | name 30 | reason 60 | amount 12       within 100 less 3 gaps of 2 = 94
///   106 > 94    id 4 | name 30 | reason 48 | amount 12       reason gives 12, numbers give none
///
/// A text column gives no more than down to its widest word, and that within the two bounds above.
class TextWidths {
 public:
  TextWidths(const std::vector<TableColumn>& columns, const std::vector<std::string>& headings);

  void add(const std::vector<std::string>& texts);  // of a row
  /// None when the table does not fit `width` even with its text columns at their narrowest.
  [[nodiscard]] std::optional<std::vector<std::size_t>> within(std::size_t width) const;

 private:
  struct Wish {
    bool flexible = false;
    std::size_t natural = 0;
    std::size_t word = 0;  // the widest one: how narrow the column may become
  };
  std::vector<Wish> wishes_;
};

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
    if (wish.flexible && wish.word < min_word_width) {
      wish.word = std::max(wish.word, widest_word(texts[i]));
    }
  }
}

std::optional<std::vector<std::size_t>> TextWidths::within(std::size_t width) const {
  const auto narrowest = [](const Wish& wish) {
    if (!wish.flexible) return wish.natural;
    return std::min(wish.natural, std::clamp(wish.word, min_text_width, min_word_width));
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
      if (widths[i] > narrowest(wishes_[i]) && (!widest || widths[i] > widths[*widest])) widest = i;
    }
    if (!widest) return std::nullopt;
    --widths[*widest];
  }
  return widths;
}

void trim_end(std::string& line) {
  while (!line.empty() && line.back() == ' ') line.pop_back();
}

Ink ink_of(const Cell& cell, RowRole role) {
  const bool strong = role != RowRole::item;
  if (cell.tone == Tone::attention) return strong ? Ink::bold_red : Ink::red;
  if (cell.tone == Tone::good) return Ink::green;
  return strong ? Ink::bold : Ink::plain;
}

class TableText {
 public:
  TableText(const Table& table, Language language, const TextStyle& style, const Sink& line)
      : table_(table), language_(language), style_(style), pen_(style.colour), line_(line) {
    for (const TableColumn& column : table.columns) {
      headings_.push_back(shown_text(column.heading, style));
    }
  }

  /// The rows are gone through twice, since a million of them may not be kept.
  void write() {
    TextWidths wishes(table_.columns, headings_);
    for (std::size_t at = 0; at < table_.row_count(); ++at) {
      const TableRow row = table_.row(at);
      if (row.role != RowRole::heading) wishes.add(texts_of(row));
    }
    auto widths = wishes.within(style_.width);
    if (widths) {
      widths_ = std::move(*widths);
      heading_lines();
      rule();
    }
    for (std::size_t at = 0; at < table_.row_count(); ++at) {
      const TableRow row = table_.row(at);
      if (!widths) {
        card(row, texts_of(row), at == 0);
      } else if (row.role == RowRole::heading) {
        spanning_line(row, at == 0);
      } else {
        if (row.role == RowRole::total) rule();
        row_lines(row, texts_of(row));
      }
    }
  }

 private:
  Strings texts_of(const TableRow& row) const {
    Strings texts;
    texts.reserve(table_.columns.size());
    for (std::size_t i = 0; i < table_.columns.size(); ++i) {
      texts.push_back(
          shown_text(cell_text(row.cells.at(i), table_.columns[i].kind, language_), style_));
    }
    return texts;
  }

  std::string padded(const std::string& piece, std::size_t column, bool right) const {
    const std::size_t width = display_width(piece);
    const std::string blanks(widths_[column] > width ? widths_[column] - width : 0, ' ');
    return right ? blanks + piece : piece + blanks;
  }

  void heading_lines() {
    std::vector<Strings> wrapped;
    std::size_t height = 0;
    for (std::size_t i = 0; i < headings_.size(); ++i) {
      wrapped.push_back(wrap_text(headings_[i], widths_[i]));
      height = std::max(height, wrapped.back().size());
    }
    for (std::size_t line = 0; line < height; ++line) {
      std::string out;
      for (std::size_t i = 0; i < wrapped.size(); ++i) {
        if (i > 0) out.append(gap, ' ');
        // Headings stand on the rule, so short ones begin lower.
        const std::size_t skipped = height - wrapped[i].size();
        const std::string piece = line < skipped ? "" : wrapped[i][line - skipped];
        out += padded(piece, i, !is_flexible(table_.columns[i].kind));
      }
      trim_end(out);
      line_(pen_(Ink::bold, out));
    }
  }

  void rule() {
    const std::size_t all =
        std::accumulate(widths_.begin(), widths_.end(), gap * (widths_.size() - 1));
    line_(pen_(Ink::faint, rule_text(Rule::light, all, style_)));
  }

  void spanning_line(const TableRow& row, bool first) {
    if (!first) line_({});
    for (const std::string& line : wrap_text(texts_of(row)[0], style_.width)) {
      line_(pen_(ink_of(row.cells[0], RowRole::heading), line));
    }
  }

  void row_lines(const TableRow& source, const Strings& texts) {
    std::vector<Strings> wrapped;
    wrapped.reserve(texts.size());
    std::size_t height = 0;
    for (std::size_t i = 0; i < texts.size(); ++i) {
      const bool is_one_word = texts[i].find_first_of(" \n") == std::string::npos &&
                               display_width(texts[i]) <= widths_[i];
      wrapped.push_back(is_one_word ? Strings{texts[i]} : wrap_text(texts[i], widths_[i]));
      height = std::max(height, wrapped.back().size());
    }
    for (std::size_t line = 0; line < height; ++line) {
      std::string out;
      std::size_t blanks = 0;  // put off, so that none end a line, not even before an escape
      for (std::size_t i = 0; i < wrapped.size(); ++i) {
        if (i > 0) blanks += gap;
        const bool none = line >= wrapped[i].size() || wrapped[i][line].empty();
        if (none) {
          blanks += widths_[i];
          continue;
        }
        const std::string& piece = wrapped[i][line];
        const std::size_t free = widths_[i] - std::min(widths_[i], display_width(piece));
        const bool right = !is_flexible(table_.columns[i].kind);
        out.append(blanks + (right ? free : 0), ' ');
        out += pen_(ink_of(source.cells[i], source.role), piece);
        blanks = right ? 0 : free;
      }
      line_(out);
    }
  }

  /// "heading: value" a line, rows parted by an empty line.
  void card(const TableRow& source, const Strings& texts, bool first) {
    if (!first) line_({});
    const std::size_t count = source.role == RowRole::heading ? 1 : texts.size();
    for (std::size_t i = 0; i < count; ++i) {
      if (texts[i].empty()) continue;
      const std::string label =
          source.role == RowRole::heading || headings_[i].empty() ? "" : headings_[i] + ": ";
      for (const std::string& line : wrap_text(label + texts[i], style_.width)) {
        line_(pen_(i == 0 ? Ink::bold : ink_of(source.cells[i], source.role), line));
      }
    }
  }

  const Table& table_;
  Language language_;
  TextStyle style_;
  Pen pen_;
  const Sink& line_;
  Strings headings_;
  std::vector<std::size_t> widths_;
};

}  // namespace

void text_table(const Table& table, Language language, const TextStyle& style, const Sink& line) {
  const Table shown = without_empty_columns(table);
  if (!shown.columns.empty()) TableText(shown, language, style, line).write();
}

}  // namespace euproj
