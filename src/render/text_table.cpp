#include "render/text_table.hpp"

#include <algorithm>
#include <numeric>

#include "euproj/base/utf8.hpp"
#include "euproj/render/cell_text.hpp"
#include "render/shown_table.hpp"
#include "render/text_ink.hpp"
#include "render/text_signs.hpp"
#include "render/text_widths.hpp"
#include "render/wrap_text.hpp"

namespace euproj {
namespace {

constexpr std::size_t gap = 2;

using Strings = std::vector<std::string>;

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
  TableText(const Table& table, Language language, const TextStyle& style)
      : table_(table), style_(style), pen_(style.colour) {
    for (const TableColumn& column : table.columns) {
      headings_.push_back(shown_text(column.heading, style));
    }
    for (const TableRow& row : table.rows) {
      Strings line;
      for (std::size_t i = 0; i < table.columns.size(); ++i) {
        line.push_back(shown_text(cell_text(row.cells.at(i), table.columns[i].kind, language), style));
      }
      cells_.push_back(std::move(line));
    }
  }

  Strings lines() {
    auto widths = text_widths(table_, headings_, cells_, gap, style_.width);
    if (!widths) return cards();
    widths_ = std::move(*widths);
    heading_lines();
    rule();
    for (std::size_t row = 0; row < cells_.size(); ++row) {
      if (table_.rows[row].role == RowRole::total) rule();
      if (table_.rows[row].role == RowRole::heading) {
        spanning_line(row);
      } else {
        row_lines(row);
      }
    }
    return std::move(lines_);
  }

 private:
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
      lines_.push_back(pen_(Ink::bold, out));
    }
  }

  void rule() {
    const std::size_t all =
        std::accumulate(widths_.begin(), widths_.end(), gap * (widths_.size() - 1));
    lines_.push_back(pen_(Ink::faint, rule_text(Rule::light, all, style_)));
  }

  void spanning_line(std::size_t row) {
    if (row > 0) lines_.emplace_back();
    for (const std::string& line : wrap_text(cells_[row][0], style_.width)) {
      lines_.push_back(pen_(ink_of(table_.rows[row].cells[0], RowRole::heading), line));
    }
  }

  void row_lines(std::size_t row) {
    const TableRow& source = table_.rows[row];
    std::vector<Strings> wrapped;
    std::size_t height = 0;
    for (std::size_t i = 0; i < cells_[row].size(); ++i) {
      wrapped.push_back(wrap_text(cells_[row][i], widths_[i]));
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
      lines_.push_back(std::move(out));
    }
  }

  /// "heading: value" a line, rows parted by an empty line.
  Strings cards() {
    for (std::size_t row = 0; row < cells_.size(); ++row) {
      const TableRow& source = table_.rows[row];
      if (row > 0) lines_.emplace_back();
      const std::size_t count = source.role == RowRole::heading ? 1 : cells_[row].size();
      for (std::size_t i = 0; i < count; ++i) {
        if (cells_[row][i].empty()) continue;
        const std::string label =
            source.role == RowRole::heading || headings_[i].empty() ? "" : headings_[i] + ": ";
        for (const std::string& line : wrap_text(label + cells_[row][i], style_.width)) {
          lines_.push_back(pen_(i == 0 ? Ink::bold : ink_of(source.cells[i], source.role), line));
        }
      }
    }
    return std::move(lines_);
  }

  const Table& table_;
  TextStyle style_;
  Pen pen_;
  Strings headings_;
  std::vector<Strings> cells_;  // by row, by column
  std::vector<std::size_t> widths_;
  Strings lines_;
};

}  // namespace

std::vector<std::string> text_table(const Table& table, Language language, const TextStyle& style) {
  const Table shown = without_empty_columns(table);
  if (shown.columns.empty()) return {};
  return TableText(shown, language, style).lines();
}

}  // namespace euproj
