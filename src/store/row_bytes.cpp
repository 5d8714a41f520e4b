#include "store/row_bytes.hpp"

#include <algorithm>
#include <bit>
#include <span>

namespace euproj {

RowLayout::RowLayout(const PackedTable& table) {
  for (std::size_t column = 0; column < table.chunks().front().columns.size(); ++column) {
    std::int64_t least = INT64_MAX;
    std::int64_t most = INT64_MIN;
    for (const PackedTable::Chunk& chunk : table.chunks()) {
      least = std::min(least, chunk.columns[column].least());
      most = std::max(most, chunk.columns[column].most());
    }
    same.push_back(least);
    const std::uint64_t span = static_cast<std::uint64_t>(most) - static_cast<std::uint64_t>(least);
    if (span == 0) continue;
    const auto width = static_cast<std::size_t>((std::bit_width(span) + 7) / 8);
    fields.push_back({column, static_cast<std::uint64_t>(least),
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
      std::int64_t least = open_[i].least;
      std::int64_t most = open_[i].most;
      for (std::int64_t& number : std::span(open_[i].numbers).subspan(open_rows_, part)) {
        number = field.read(row);
        least = std::min(least, number);
        most = std::max(most, number);
        row += distance;
      }
      open_[i].least = least;
      open_[i].most = most;
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
        PackedNumbers(std::span(open.numbers).first(open_rows_), open.least, open.most);
    open.least = INT64_MAX;
    open.most = INT64_MIN;
  }
  table_.append(std::move(columns), open_rows_);
  open_rows_ = 0;
}

}  // namespace euproj
