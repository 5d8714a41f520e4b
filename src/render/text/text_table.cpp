#include "render/text/text_table.hpp"

#include <algorithm>
#include <numeric>

#include "euproj/base/unicode.hpp"
#include "render/cell_text.hpp"
#include "render/shown_table.hpp"
#include "render/text/text_ink.hpp"
#include "render/text/text_signs.hpp"
#include "render/text/text_widths.hpp"
#include "render/text/wrap_text.hpp"

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
    auto widths = wishes.within(gap, style_.width);
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
