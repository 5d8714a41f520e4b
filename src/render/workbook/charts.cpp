#include "render/workbook/charts.hpp"

#include <array>

namespace euproj {
namespace {

// Blue, orange, green of Okabe and Ito: distinct for the colour-blind and, by lightness, in grey.
constexpr std::array<lxw_color_t, 3> chart_colours = {0x0072B2, 0xE69F00, 0x009E73};

std::uint8_t chart_type(Chart::Shape shape) {
  switch (shape) {
    case Chart::Shape::bars:
      return LXW_CHART_BAR;
    case Chart::Shape::columns:
      return LXW_CHART_COLUMN;
    case Chart::Shape::lines:
      return LXW_CHART_LINE;
    case Chart::Shape::pie:
      return LXW_CHART_PIE;
  }
  return LXW_CHART_COLUMN;
}

void add_series(lxw_chart* chart, const std::string& sheet, const SheetChart& placed,
                std::size_t index) {
  const SheetSeries& shown = placed.series[index];
  lxw_chart_series* series = chart_add_series(chart, nullptr, nullptr);
  if (series == nullptr) throw WriteFailure("a chart series could not be added");
  const RowSpan rows = placed.rows;
  chart_series_set_categories(series, sheet.c_str(), rows.first, placed.categories, rows.last,
                              placed.categories);
  chart_series_set_values(series, sheet.c_str(), rows.first, shown.column, rows.last, shown.column);
  chart_series_set_name(series, shown.name.c_str());
  const lxw_color_t colour = chart_colours.at(index % chart_colours.size());
  if (placed.chart->shape == Chart::Shape::pie) return;
  if (placed.chart->shape == Chart::Shape::lines) {
    lxw_chart_line line{};
    line.color = colour;
    line.width = 2.25F;
    if (index > 0) {  // what the first is measured against
      line.dash_type = LXW_CHART_LINE_DASH_DASH;
      chart_series_set_line(series, &line);
      chart_series_set_marker_type(series, LXW_CHART_MARKER_NONE);
      return;
    }
    chart_series_set_line(series, &line);
    lxw_chart_fill fill{};
    fill.color = colour;
    chart_series_set_marker_type(series, LXW_CHART_MARKER_CIRCLE);
    chart_series_set_marker_fill(series, &fill);
    return;
  }
  lxw_chart_fill fill{};
  fill.color = colour;
  chart_series_set_fill(series, &fill);
  if (placed.chart->shape == Chart::Shape::bars) {
    chart_series_set_labels(series);
    chart_series_set_labels_num_format(series,
                                       shown.kind == ColumnKind::percent ? "0.00%" : "#,##0.##");
    lxw_chart_font letters{};
    letters.size = 11;
    chart_series_set_labels_font(series, &letters);
  }
}

}  // namespace

void add_chart(lxw_workbook* book, lxw_worksheet* sheet, const std::string& sheet_name,
               const SheetChart& placed) {
  const Chart::Shape shape = placed.chart->shape;
  lxw_chart* chart = workbook_add_chart(book, chart_type(shape));
  if (chart == nullptr) throw WriteFailure("a chart could not be added");
  for (std::size_t i = 0; i < placed.series.size(); ++i) {
    add_series(chart, sheet_name, placed, i);
  }
  lxw_chart_font title_font{};
  title_font.size = 12;
  title_font.bold = LXW_TRUE;
  chart_title_set_name(chart, placed.chart->title.c_str());
  chart_title_set_name_font(chart, &title_font);
  const bool several = placed.series.size() > 1 || shape == Chart::Shape::pie;
  chart_legend_set_position(chart, several ? LXW_CHART_LEGEND_BOTTOM : LXW_CHART_LEGEND_NONE);
  if (shape == Chart::Shape::bars) {
    // In a bar chart the library's y axis is the one of the categories.
    chart_axis_set_reverse(chart->y_axis);  // the first row on top
    chart_axis_off(chart->x_axis);          // every bar says its value
    chart_axis_set_min(chart->x_axis, 0);
    if (placed.axis_end > 0) {
      chart_axis_set_max(chart->x_axis, static_cast<double>(placed.axis_end) / 10'000.0);
    }
    chart_axis_major_gridlines_set_visible(chart->x_axis, LXW_FALSE);
  } else if (shape != Chart::Shape::pie && !placed.series.empty()) {
    chart_axis_set_num_format(chart->y_axis, "#,##0");
    lxw_chart_line faint{};
    faint.color = 0xD9D9D9;
    faint.width = 0.75F;
    chart_axis_major_gridlines_set_line(chart->y_axis, &faint);
    chart_axis_set_label_position(chart->x_axis, LXW_CHART_AXIS_LABEL_POSITION_LOW);
  }
  lxw_chart_font letters{};
  letters.size = 11;  // as those of the cells, which a page makes smaller
  chart_axis_set_num_font(chart->x_axis, &letters);
  chart_axis_set_num_font(chart->y_axis, &letters);
  chart_legend_set_font(chart, &letters);
  std::string description = placed.chart->title;
  lxw_chart_options options{};
  options.x_offset = static_cast<std::int32_t>(placed.left);
  options.x_scale =
      static_cast<double>(placed.width) / 480.0;  // of 480 by 288 pixels; a row has 20
  options.y_scale = static_cast<double>(placed.height) * 20.0 / 288.0;
  options.object_position = LXW_OBJECT_MOVE_DONT_SIZE;
  options.description = description.data();
  check(worksheet_insert_chart_opt(sheet, placed.row, 0, chart, &options));
}

}  // namespace euproj
