#pragma once
// The numbers that a chart shows, taken from its table: integer units to draw by, texts to read.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "euproj/report/document.hpp"

namespace euproj {

struct ChartPoint {
  std::int64_t units = 0;  // hundredths of a percent, minor units, scaled units of a Quantity
  std::string text;
};

struct ChartSeries {
  std::string name;
  ColumnKind kind{};
  std::int64_t one = 1;                           // units of 1, 1.00 or 1 %
  std::vector<std::optional<ChartPoint>> points;  // one a category; none where the cell is empty
};

struct ChartPoints {
  std::vector<std::string> categories;
  std::vector<ChartSeries> series;  // only those that have a point
};

/// As the legend says it.
[[nodiscard]] std::string series_name(const Chart& chart, std::size_t series,
                                      const TableColumn& column);

/// Of the item rows. Categories in which no series has a point are left out.
[[nodiscard]] ChartPoints chart_points(const Chart& chart, const Table& table, Language language);

/// Whether there is something to compare: two categories at least, and a bar that can be seen.
[[nodiscard]] bool says_something(const ChartPoints& points);

/// The ends and the steps of an axis for values between `min` and `max`: round numbers, at most
/// five steps, and zero is one of them.
struct ChartAxis {
  std::int64_t low = 0;
  std::int64_t high = 1;
  std::int64_t step = 1;
};
[[nodiscard]] ChartAxis chart_axis(std::int64_t min, std::int64_t max, std::int64_t one);

/// part / total in hundredths of a percent, rounded down; `total` is positive.
[[nodiscard]] std::int64_t hundredths_of(std::int64_t part, std::int64_t total);

}  // namespace euproj
