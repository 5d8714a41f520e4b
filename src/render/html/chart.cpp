#include <algorithm>

#include "euproj/base/unicode.hpp"
#include "euproj/words/texts.hpp"
#include "render/cell_text.hpp"
#include "render/chart_points.hpp"
#include "render/html/parts.hpp"
#include "render/html/text.hpp"

namespace euproj {
namespace {

constexpr std::int64_t full_width = 100'00;   // hundredths of a percent of the drawing
constexpr std::size_t widest_under_axis = 8;  // wider categories have a line of their own
constexpr std::size_t max_labels = 4;         // under an axis, so that they fit half a page
constexpr std::int64_t plot_height = 200;
constexpr std::size_t colours = 4;

std::string decimal(std::int64_t hundredths) {
  const std::string sign = hundredths < 0 ? "-" : "";
  const std::int64_t positive = hundredths < 0 ? -hundredths : hundredths;
  std::string fraction = std::to_string(positive % 100);
  if (fraction.size() < 2) fraction.insert(0, "0");
  return sign + std::to_string(positive / 100) + "." + fraction;
}

std::string percent(std::int64_t hundredths) { return decimal(hundredths) + "%"; }

std::string attribute(std::string_view name, std::string_view value) {
  return " " + std::string(name) + "=\"" + std::string(value) + "\"";
}

std::string number(std::string_view name, std::int64_t value) {
  return attribute(name, std::to_string(value));
}

std::string series_class(std::size_t index) {
  return attribute("class", "s" + std::to_string(index % colours + 1));
}

/// What is drawn where. Along the page everything is a percentage of the width, so that the drawing
/// fits any page; heights are pixels.
///
///   bars (one series)          groups (several)        plot (columns, lines)        parts (a pie)
///   P1              85,00 %    eu                      100 ┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄ axis     ██████▒▒▒▒▒░░░
///   ████████████████░░░ track  ████████████ agreed      50 ┄┄┄┄┄┄┄▂▂┄┄┄┄┄┄ steps    one bar, in
///   the P2             120,00 %    ██████       cumulative   0 ──▂▂───██───── zero      order of
///   the rows ███████████████████▶       own                         2022-05  2022-06
///                              ...                         |<-band->| one a category, its middle
///
/// An arrow ends a bar of more than 100 %.
class Drawing {
 public:
  Drawing(const Chart& chart, const ChartPoints& points, Language language)
      : chart_(chart), points_(points), language_(language) {
    for (const ChartSeries& series : points.series) {
      for (const auto& point : series.points) {
        if (!point) continue;
        min_ = std::min(min_, point->units);
        max_ = std::max(max_, point->units);
      }
    }
  }

  std::string figure(std::string_view table_title, const std::string& id) {
    FixedText form = Text::html_bars;
    std::string kind = "bars";
    if (chart_.shape == Chart::Shape::pie && min_ >= 0 && max_ > 0) {
      form = Text::html_parts;
      draw_parts();
    } else if (chart_.shape == Chart::Shape::lines) {
      form = Text::html_lines;
      kind = "plot";
      draw_axis();
      draw_lines();
    } else if (stands_upright()) {
      kind = "plot";
      draw_axis();
      draw_columns();
    } else if (points_.series.size() == 1) {
      draw_labelled_bars();
    } else {
      kind = "groups";
      draw_groups();
    }
    std::string out = "<figure>\n<figcaption>" + html_text(chart_.title) + "</figcaption>\n";
    out += legend();
    out += "<svg" + attribute("class", "chart " + kind) + attribute("role", "img") +
           attribute("aria-labelledby", id + "-title " + id + "-desc") +
           attribute("width", "100%") + number("height", height_) + ">\n";
    out += "<title" + attribute("id", id + "-title") + ">" + html_text(chart_.title) + "</title>\n";
    std::string names;
    for (const ChartSeries& series : points_.series) {
      names += (names.empty() ? "" : ", ") + series.name;
    }
    const std::string described =
        text(Text::html_described, language_,
             {std::string(text(form, language_)), names, std::string(table_title)});
    out += "<desc" + attribute("id", id + "-desc") + ">" + html_text(described) + "</desc>\n";
    return out + out_ + "</svg>\n</figure>\n";
  }

 private:
  /// Columns do where names are short, and where something is below zero.
  bool stands_upright() const {
    const bool narrow = std::all_of(
        points_.categories.begin(), points_.categories.end(),
        [](const std::string& name) { return display_width(name) <= widest_under_axis; });
    return min_ < 0 || (chart_.shape == Chart::Shape::columns && narrow);
  }

  std::string legend() const {
    const bool parts = chart_.shape == Chart::Shape::pie;
    if (points_.series.size() < 2 && !parts) return {};
    std::string out = "<ul class=\"legend\">\n";
    const auto entry = [&](std::size_t index, const std::string& name) {
      out += "<li><svg" + attribute("class", "key") + number("width", 14) + number("height", 12) +
             " aria-hidden=\"true\"><rect" + series_class(index) +
             " x=\"1\" y=\"1\" width=\"12\" height=\"10\"/></svg>" + html_text(name) + "</li>\n";
    };
    if (parts) {
      for (std::size_t i = 0; i < points_.categories.size(); ++i) {
        const auto& point = points_.series.front().points[i];
        entry(i, points_.categories[i] + (point ? ": " + point->text : ""));
      }
    } else {
      for (std::size_t i = 0; i < points_.series.size(); ++i) entry(i, points_.series[i].name);
    }
    return out + "</ul>\n";
  }

  void letters(std::string_view x, std::int64_t y, std::string_view place, std::string_view words) {
    out_ += "<text" + attribute("x", x) + number("y", y) +
            (place.empty() ? std::string() : attribute("class", place)) + ">" + html_text(words) +
            "</text>\n";
  }

  void rectangle(std::string_view look, std::string_view x, std::string_view y,
                 std::string_view width, std::string_view height, std::string_view hint) {
    out_ += "<rect" + std::string(look) + attribute("x", x) + attribute("y", y) +
            attribute("width", width) + attribute("height", height);
    out_ += hint.empty() ? "/>\n" : "><title>" + html_text(hint) + "</title></rect>\n";
  }

  /// What fills the width: 100 % for percentages, so that charts compare; else the largest.
  std::int64_t full() const {
    const bool percentages =
        std::all_of(points_.series.begin(), points_.series.end(),
                    [](const ChartSeries& series) { return series.kind == ColumnKind::percent; });
    return percentages ? full_width : std::max<std::int64_t>(max_, 1);
  }

  void bar(std::size_t series, std::size_t category, std::int64_t y, std::int64_t thickness) {
    const ChartPoint& point = *points_.series[series].points[category];
    const bool over = point.units > full();
    const std::int64_t width = over ? full_width : hundredths_of(point.units, full());
    rectangle(
        series_class(series), "0", std::to_string(y), percent(width), std::to_string(thickness),
        points_.categories[category] + ", " + points_.series[series].name + ": " + point.text);
    if (!over) return;
    // An arrow at the end, so that nobody reads it as 100 %.
    out_ += "<svg" + attribute("x", "100%") + number("y", y) +
            " width=\"1\" height=\"1\" overflow=\"visible\"><path" + series_class(series) +
            attribute("d", "M-1 0L7 " + std::to_string(thickness / 2) + "L-1 " +
                               std::to_string(thickness) + "Z") +
            "/></svg>\n";
  }

  void draw_labelled_bars() {
    constexpr std::int64_t row = 36;
    constexpr std::int64_t thickness = 10;
    for (std::size_t i = 0; i < points_.categories.size(); ++i) {
      const std::int64_t top = static_cast<std::int64_t>(i) * row;
      letters("0", top + 13, "", points_.categories[i]);
      letters("100%", top + 13, "end", points_.series[0].points[i]->text);
      rectangle(attribute("class", "track"), "0", std::to_string(top + 18), "100%",
                std::to_string(thickness), "");
      bar(0, i, top + 18, thickness);
    }
    height_ = static_cast<std::int64_t>(points_.categories.size()) * row;
  }

  void draw_groups() {
    constexpr std::int64_t line = 18;
    constexpr std::int64_t thickness = 12;
    std::int64_t top = 0;
    for (std::size_t i = 0; i < points_.categories.size(); ++i) {
      letters("0", top + 13, "", points_.categories[i]);
      top += line;
      for (std::size_t series = 0; series < points_.series.size(); ++series) {
        const auto& point = points_.series[series].points[i];
        if (!point) continue;
        bar(series, i, top + 2, thickness);
        letters("100%", top + 13, "beside", point->text);
        top += line;
      }
      top += 8;
    }
    height_ = top;
  }

  /// One bar of parts, in the order of the rows.
  void draw_parts() {
    const ChartSeries& series = points_.series.front();
    std::int64_t sum = 0;
    for (const auto& point : series.points) sum = checked_add(sum, point ? point->units : 0);
    std::int64_t before = 0;
    for (std::size_t i = 0; i < series.points.size(); ++i) {
      if (!series.points[i]) continue;
      const std::int64_t from = hundredths_of(before, sum);
      before += series.points[i]->units;
      rectangle(series_class(i), percent(from), "0", percent(hundredths_of(before, sum) - from),
                "28", points_.categories[i] + ": " + series.points[i]->text);
    }
    height_ = 30;
  }

  /// In hundredths of a pixel from the top.
  std::int64_t height_of(std::int64_t units) const {
    const std::int64_t above = hundredths_of(units - axis_.low, axis_.high - axis_.low);
    return (full_width - above) * plot_height / 100;
  }

  std::int64_t band_middle(std::size_t category) const {
    const auto count = static_cast<std::int64_t>(points_.categories.size());
    return (2 * static_cast<std::int64_t>(category) + 1) * full_width / (2 * count);
  }

  std::string axis_text(std::int64_t units) const {
    const ChartSeries& series = points_.series.front();
    const std::string number = quantity_text(Quantity::whole(units / series.one), 0, language_);
    return series.kind == ColumnKind::percent ? number + "\u00A0%" : number;
  }

  void draw_axis() {
    axis_ = chart_axis(min_, max_, points_.series.front().one);
    for (std::int64_t at = axis_.low; at <= axis_.high; at += axis_.step) {
      const std::string y = decimal(height_of(at));
      out_ += "<line" + attribute("class", at == 0 ? "zero" : "grid") + attribute("x1", "0") +
              attribute("x2", "100%") + attribute("y1", y) + attribute("y2", y) + "/>\n";
      letters("-8", height_of(at) / 100 + 4, "end", axis_text(at));
    }
    const std::size_t count = points_.categories.size();
    const std::size_t every = (count + max_labels - 1) / max_labels;
    for (std::size_t i = 0; i < count; i += every) {
      letters(percent(band_middle(i)), plot_height + 18, "middle", points_.categories[i]);
    }
    height_ = plot_height + 26;
  }

  void draw_columns() {
    const auto count = static_cast<std::int64_t>(points_.categories.size());
    const auto series_count = static_cast<std::int64_t>(points_.series.size());
    const std::int64_t group = full_width * 3 / (4 * count);  // three quarters of the band
    const std::int64_t zero = height_of(0);
    for (std::size_t i = 0; i < points_.categories.size(); ++i) {
      for (std::size_t series = 0; series < points_.series.size(); ++series) {
        const auto& point = points_.series[series].points[i];
        if (!point || point->units == 0) continue;
        const std::int64_t end = height_of(point->units);
        const std::int64_t left =
            band_middle(i) - group / 2 + group * static_cast<std::int64_t>(series) / series_count;
        rectangle(series_class(series), percent(left), decimal(std::min(end, zero)),
                  percent(group / series_count), decimal(std::max(end, zero) - std::min(end, zero)),
                  points_.categories[i] + ": " + point->text);
      }
    }
  }

  void draw_lines() {
    for (std::size_t series = points_.series.size(); series-- > 0;) {  // the first on top
      const auto& points = points_.series[series].points;
      for (std::size_t i = 1; i < points.size(); ++i) {
        if (!points[i - 1] || !points[i]) continue;
        out_ += "<line" + series_class(series) + attribute("x1", percent(band_middle(i - 1))) +
                attribute("y1", decimal(height_of(points[i - 1]->units))) +
                attribute("x2", percent(band_middle(i))) +
                attribute("y2", decimal(height_of(points[i]->units))) + "/>\n";
      }
      for (std::size_t i = 0; i < points.size(); ++i) {
        if (!points[i]) continue;
        out_ += "<circle" + series_class(series) + attribute("cx", percent(band_middle(i))) +
                attribute("cy", decimal(height_of(points[i]->units))) +
                attribute("r", series == 0 ? "2.5" : "1.5") + "><title>" +
                html_text(points_.categories[i] + ": " + points[i]->text) + "</title></circle>\n";
      }
    }
  }

  const Chart& chart_;
  const ChartPoints& points_;
  Language language_;
  std::int64_t min_ = 0;
  std::int64_t max_ = 0;
  ChartAxis axis_;
  std::int64_t height_ = 0;
  std::string out_;
};

}  // namespace

std::string html_chart(const Chart& chart, const Table& table, std::string_view table_title,
                       const std::string& id, Language language) {
  const ChartPoints points = chart_points(chart, table, language);
  if (!says_something(points)) return {};
  return Drawing(chart, points, language).figure(table_title, id);
}

}  // namespace euproj
