#include "store/row_bytes.hpp"

#include <algorithm>
#include <bit>
#include <span>

namespace euproj {

RowLayout::RowLayout(const PackedTable& table) {
  for (std::size_t column = 0; column < table.chunks().front().columns.size(); ++column) {
    std::int64_t min = INT64_MAX;
    std::int64_t max = INT64_MIN;
    for (const PackedTable::Chunk& chunk : table.chunks()) {
      min = std::min(min, chunk.columns[column].min());
      max = std::max(max, chunk.columns[column].max());
    }
    same.push_back(min);
    const std::uint64_t span = static_cast<std::uint64_t>(max) - static_cast<std::uint64_t>(min);
    if (span == 0) continue;
    const auto width = static_cast<std::size_t>((std::bit_width(span) + 7) / 8);
    fields.push_back({column, static_cast<std::uint64_t>(min),
                      ~std::uint64_t{0} >> (64 - 8 * width), row_bytes});
    row_bytes += width;
  }
}

void TableWriter::add(const std::uint8_t* rows, std::size_t count, std::size_t distance) {
  while (count > 0) {
    const std::size_t part = std::min(count, PackedTable::chunk_rows - open_rows_);
    for (std::size_t i = 0; i < open_.size(); ++i) {
      const RowField field = layout_.fields[i];
      const std::uint8_t* row = rows;
      std::int64_t min = open_[i].min;
      std::int64_t max = open_[i].max;
      for (std::int64_t& number : std::span(open_[i].numbers).subspan(open_rows_, part)) {
        number = field.read(row);
        min = std::min(min, number);
        max = std::max(max, number);
        row += distance;
      }
      open_[i].min = min;
      open_[i].max = max;
    }
    open_rows_ += part;
    rows += part * distance;
    count -= part;
    if (open_rows_ == PackedTable::chunk_rows) close();
  }
}

PackedTable TableWriter::finish() {
  if (open_rows_ > 0) close();
  return std::move(table_);
}

void TableWriter::close() {
  std::vector<PackedNumbers> columns;
  columns.reserve(layout_.same.size());
  for (const std::int64_t number : layout_.same) columns.emplace_back(number);
  for (std::size_t i = 0; i < open_.size(); ++i) {
    Open& open = open_[i];
    columns[layout_.fields[i].column] =
        PackedNumbers(std::span(open.numbers).first(open_rows_), open.min, open.max);
    open.min = INT64_MAX;
    open.max = INT64_MIN;
  }
  table_.append(std::move(columns), open_rows_);
  open_rows_ = 0;
}

}  // namespace euproj
