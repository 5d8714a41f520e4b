#include "render/text/chart.hpp"

#include <algorithm>

#include "euproj/base/unicode.hpp"
#include "render/cell_text.hpp"
#include "render/clean_text.hpp"
#include "render/shown_table.hpp"
#include "render/text/signs.hpp"

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

}  // namespace euproj
