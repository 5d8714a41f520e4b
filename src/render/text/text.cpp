#include <algorithm>

#include "euproj/base/format.hpp"
#include "euproj/base/unicode.hpp"
#include "euproj/render/render.hpp"
#include "render/cell_text.hpp"
#include "render/clean_text.hpp"
#include "render/shown_table.hpp"
#include "render/text/signs.hpp"
#include "render/text/table.hpp"
#include "render/text/wrap_text.hpp"

namespace euproj {

std::vector<std::string> text_chart(const Chart& chart, const Table& table, Language language,
                                    const TextStyle& style) {
  if (chart.shape != Chart::Shape::bars || chart.series.empty()) return {};
  const auto label = column_of(table, chart.categories);
  const auto value = column_of(table, chart.series.front());
  if (!label || !value || table.columns[*value].kind != ColumnKind::percent) return {};

  struct Line {
    std::string label;
    Percent value;
    std::string text;
  };
  std::vector<Line> bars;
  std::size_t label_width = 0;
  std::size_t value_width = 0;
  for (const TableRow& row : table.rows) {
    const Percent* percent = std::get_if<Percent>(&row.cells[*value].value);
    if (row.role != RowRole::item || percent == nullptr) continue;
    const std::string name =
        shown_text(cell_text(row.cells[*label], ColumnKind::label, language), style);
    bars.push_back(
        {shown_text(cut_text(name, 12), style), *percent, percent_text(*percent, language)});
    label_width = std::max(label_width, display_width(bars.back().label));
    value_width = std::max(value_width, display_width(bars.back().text));
  }
  const std::size_t taken = label_width + value_width + 4;
  if (bars.empty() || taken + 10 > style.width) return {};
  const std::size_t cells = std::min<std::size_t>(50, style.width - taken);

  std::vector<std::string> lines;
  for (const Line& line : bars) {
    std::string out = line.label + std::string(label_width - display_width(line.label) + 2, ' ');
    out += percent_bar(line.value, cells, style);
    out.append(value_width - display_width(line.text) + 2, ' ');
    lines.push_back(out + line.text);
  }
  return lines;
}

namespace {

constexpr std::size_t gathered_bytes = std::size_t{1} << 16;
constexpr std::size_t min_width = 20;
constexpr std::size_t max_fact_label = 36;

class TextReport {
 public:
  TextReport(const Document& document, const TextStyle& style, const Sink& sink)
      : document_(document), style_(style), pen_(style.colour), sink_(sink) {
    style_.width = std::max(style_.width, min_width);
  }

  void write() {
    paragraph(document_.label, Ink::bold);
    incomplete_mark();
    paragraph(document_.title, Ink::bold);
    paragraph(document_.subtitle, Ink::plain);
    paragraph(document_.subject, Ink::plain);
    rule(Rule::heavy);
    std::size_t number = 0;
    for (const DocumentSection& section : document_.sections) {
      if (!section.only_in_workbook) section_lines(section, ++number);
    }
    flush();
  }

 private:
  void line(std::string_view content = {}) {
    out_ += content;
    out_ += '\n';
    if (out_.size() >= gathered_bytes) flush();
  }

  void flush() {
    // The lines are made, so the no-break spaces have done their work: who copies an amount from an
    // e-mail or searches for it has plain ones.
    sink_(with_plain_blanks(out_));
    out_.clear();
  }

  void rule(Rule which) { line(pen_(Ink::faint, rule_text(which, style_.width, style_))); }

  void paragraph(std::string_view content, Ink ink) {
    if (content.empty()) return;
    for (const std::string& part : wrap_text(shown_text(content, style_), style_.width)) {
      line(pen_(ink, part));
    }
  }

  void incomplete_mark() {
    if (document_.incomplete_mark.empty()) return;
    paragraph("*** " + document_.incomplete_mark + " ***", Ink::bold_red);
  }

  void section_lines(const DocumentSection& section, std::size_t number) {
    line();
    paragraph(std::to_string(number) + ". " + section.title, Ink::bold);
    rule(Rule::light);
    incomplete_mark();
    facts(section);
    for (const std::string& note : section.notes) paragraph(note, Ink::plain);
    bool first = section.facts.empty() && section.notes.empty();
    for (const Table& table : section.tables) {
      if (table.medium == Medium::workbook) continue;
      if (!first) line();
      first = false;
      table_lines(table);
    }
    for (const Chart& chart : section.charts) chart_lines(chart, section);
  }

  void facts(const DocumentSection& section) {
    std::vector<std::pair<std::string, std::string>> shown;
    std::size_t label_width = 0;
    for (const auto& [label, value] : section.facts) {
      shown.emplace_back(
          shown_text(label, style_),
          shown_text(cell_text(value, ColumnKind::text, document_.language), style_));
      label_width = std::max(label_width, display_width(shown.back().first));
    }
    label_width = std::min({label_width, max_fact_label, style_.width / 2});
    for (const auto& [label, content] : shown) {
      const auto labels = wrap_text(label, label_width);
      const auto values = wrap_text(content, style_.width - label_width - 2);
      for (std::size_t i = 0; i < std::max(labels.size(), values.size()); ++i) {
        std::string out = i < labels.size() ? labels[i] : "";
        if (i < values.size() && !values[i].empty()) {
          out.append(label_width - display_width(out) + 2, ' ');
          out += values[i];
        }
        line(out);
      }
    }
  }

  void table_lines(const Table& table) {
    paragraph(table.title, Ink::bold);
    if (table.row_count() == 0) {
      paragraph(table.empty_note, Ink::plain);
      return;
    }
    if (!table.title.empty()) line();
    text_table(table, document_.language, style_,
               [this](std::string_view content) { line(content); });
  }

  void chart_lines(const Chart& chart, const DocumentSection& section) {
    const auto table = std::find_if(section.tables.begin(), section.tables.end(),
                                    [&](const Table& t) { return t.id == chart.table; });
    if (table == section.tables.end()) return;
    const auto bars = text_chart(chart, *table, document_.language, style_);
    if (bars.empty()) return;
    line();
    paragraph(chart.title, Ink::bold);
    line();
    for (const std::string& bar : bars) line(bar);
  }

  const Document& document_;
  TextStyle style_;
  Pen pen_;
  const Sink& sink_;
  std::string out_;  // whole lines
};

}  // namespace

void render_text(const Document& document, const TextStyle& style, const Sink& sink) {
  TextReport(document, style, sink).write();
}

std::string render_text(const Document& document, const TextStyle& style) {
  std::string all;
  render_text(document, style, [&all](std::string_view piece) { all += piece; });
  return all;
}

}  // namespace euproj
