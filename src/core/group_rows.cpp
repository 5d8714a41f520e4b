#include "euproj/core/group_rows.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <utility>

#include "euproj/base/parallel.hpp"

namespace euproj {
namespace {

constexpr std::size_t bucket_rows = std::size_t{1} << 14;  // about, so that a bucket fits the cache
constexpr std::size_t most_buckets = 1024;  // so that the places where each is written fit it too
constexpr std::uint32_t most_in_bucket = 1U << 15U;  // groups: a row keeps its number in two bytes
constexpr std::size_t page_rows = 128;

/// Where a number stands in the bytes of a row.
struct Field {
  std::size_t column = 0;
  std::int64_t least = 0;
  std::uint64_t mask = 0;
  std::size_t width = 0;
  std::size_t at = 0;

  [[nodiscard]] std::int64_t read(const std::uint8_t* row) const {
    std::uint64_t word = 0;
    std::memcpy(&word, row + at, sizeof word);
    return static_cast<std::int64_t>(static_cast<std::uint64_t>(least) + (word & mask));
  }
};

/// A row in bytes: the number of its group in the bucket, then the numbers of those columns that
/// differ from row to row.
struct Layout {
  explicit Layout(const PackedTable& table) {
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
      fields.push_back({column, least, ~std::uint64_t{0} >> (64 - 8 * width), width, row_bytes});
      row_bytes += width;
    }
  }

  std::vector<Field> fields;
  std::vector<std::int64_t> same;  // by column: the number of all rows where there is no field
  std::size_t row_bytes = sizeof(std::uint16_t);
};

std::uint16_t group_in_bucket(const std::uint8_t* row) {
  std::uint16_t group = 0;
  std::memcpy(&group, row, sizeof group);
  return group;
}

/// Rows in bytes, in the order in which they were added.
class Rows {
 public:
  [[nodiscard]] std::uint8_t* add(std::size_t row_bytes) {
    if (size_ % page_rows == 0) {  // a word more, since numbers are written and read as words
      pages_.push_back(std::make_unique_for_overwrite<std::uint8_t[]>(page_rows * row_bytes +
                                                                      sizeof(std::uint64_t)));
      next_ = pages_.back().get();
    }
    ++size_;
    return std::exchange(next_, next_ + row_bytes);
  }
  [[nodiscard]] std::size_t size() const { return size_; }
  template <typename Visit>
  void for_each(std::size_t row_bytes, const Visit& visit) const {
    for (std::size_t i = 0; i < size_; ++i) {
      visit(pages_[i / page_rows].get() + i % page_rows * row_bytes);
    }
  }

 private:
  std::vector<std::unique_ptr<std::uint8_t[]>> pages_;
  std::uint8_t* next_ = nullptr;
  std::size_t size_ = 0;
};

/// Rows in bytes back into the columns of a table.
class TableWriter {
 public:
  explicit TableWriter(const Layout& layout) : layout_(layout), numbers_(layout.fields.size()) {}

  void add(std::span<const std::uint8_t* const> rows) {
    while (!rows.empty()) {
      const std::size_t count = std::min(rows.size(), PackedTable::chunk_rows - size_);
      for (std::size_t i = 0; i < numbers_.size(); ++i) {
        std::int64_t* to = numbers_[i].data() + size_;
        for (const std::uint8_t* const row : rows.first(count)) *to++ = layout_.fields[i].read(row);
      }
      size_ += count;
      rows = rows.subspan(count);
      if (size_ == PackedTable::chunk_rows) close();
    }
  }
  [[nodiscard]] PackedTable finish() {
    if (size_ > 0) close();
    return std::move(table_);
  }

 private:
  void close() {
    std::vector<PackedNumbers> columns;
    columns.reserve(layout_.same.size());
    std::size_t field = 0;
    for (std::size_t column = 0; column < layout_.same.size(); ++column) {
      if (field < numbers_.size() && layout_.fields[field].column == column) {
        columns.emplace_back(std::span(numbers_[field++]).first(size_));
      } else {
        columns.emplace_back(layout_.same[column]);
      }
    }
    table_.append(std::move(columns), size_);
    size_ = 0;
  }

  const Layout& layout_;
  std::vector<std::array<std::int64_t, PackedTable::chunk_rows>> numbers_;  // by field
  std::size_t size_ = 0;
  PackedTable table_;
};

class Grouper {
 public:
  Grouper(PackedTable table, const RowGrouping& grouping, std::size_t threads)
      : table_(std::move(table)), grouping_(grouping), threads_(threads), layout_(table_) {
    const std::size_t wanted = std::min(table_.rows() / bucket_rows + 1, most_buckets);
    bucket_groups_ = std::bit_ceil(
        std::min(static_cast<std::uint32_t>(grouping.groups / wanted + 1), most_in_bucket));
    bucket_bits_ = std::countr_zero(bucket_groups_);
    none_ = (grouping.groups >> bucket_bits_) + 1;
  }

  GroupedRows group() {
    share_out();
    GroupedRows grouped;
    grouped.counts.resize(grouping_.groups);
    // A few ranges of buckets for each thread, so that none waits long for another.
    const std::size_t ranges = std::min(threads_ == 1 ? 1 : threads_ * 4, none_ + 1);
    std::vector<PackedTable> tables(ranges);
    for_each_in_parallel(ranges, threads_, [&](std::size_t range) {
      TableWriter writer(layout_);
      const std::size_t end = (none_ + 1) * (range + 1) / ranges;
      for (std::size_t bucket = (none_ + 1) * range / ranges; bucket < end; ++bucket) {
        put_in_order(bucket, grouped.counts, writer);
      }
      tables[range] = writer.finish();
    });
    for (PackedTable& table : tables) grouped.table.append(std::move(table));
    return grouped;
  }

 private:
  /// Neighbouring ranges of rows, each to buckets of its own.
  void share_out() {
    const std::size_t chunks = table_.chunks().size();
    const std::size_t ranges = std::min(threads_, chunks);
    shared_.resize(ranges);
    for_each_in_parallel(ranges, threads_, [&](std::size_t range) {
      shared_[range].resize(none_ + 1);
      const std::size_t end = chunks * (range + 1) / ranges;
      for (std::size_t chunk = chunks * range / ranges; chunk < end; ++chunk) {
        share_out(table_.take(chunk), shared_[range]);
      }
    });
  }

  void share_out(const PackedTable::Chunk& chunk, std::vector<Rows>& buckets) const {
    for (std::size_t at = 0; at < chunk.rows; ++at) {
      const auto key = static_cast<std::uint64_t>(chunk.columns[grouping_.key][at]);
      const std::uint32_t group =
          key < grouping_.group_of.size() ? grouping_.group_of[key] : grouping_.groups;
      const bool has_group = group < grouping_.groups;
      const std::size_t bucket = has_group ? group >> bucket_bits_ : none_;
      const auto in_bucket =
          static_cast<std::uint16_t>(has_group ? group & (bucket_groups_ - 1) : 0);
      std::uint8_t* const row = buckets[bucket].add(layout_.row_bytes);
      std::memcpy(row, &in_bucket, sizeof in_bucket);
      for (const Field& field : layout_.fields) {
        const std::uint64_t word = static_cast<std::uint64_t>(chunk.columns[field.column][at]) -
                                   static_cast<std::uint64_t>(field.least);
        std::memcpy(row + field.at, &word, sizeof word);  // the next field covers what is too much
      }
    }
  }

  /// The rows of a bucket, which are used up, to the writer.
  void put_in_order(std::size_t bucket, std::vector<std::uint32_t>& counts, TableWriter& writer) {
    const std::size_t first = bucket * bucket_groups_;
    std::vector<std::uint32_t> next(bucket_groups_ + 1);  // place of the next row, by group
    const auto for_each_row = [&](const auto& visit) {
      for (const std::vector<Rows>& buckets : shared_) {
        buckets[bucket].for_each(layout_.row_bytes, visit);
      }
    };
    for_each_row([&](const std::uint8_t* row) { ++next[group_in_bucket(row)]; });
    if (bucket < none_) {
      const std::size_t groups = std::min<std::size_t>(bucket_groups_, counts.size() - first);
      std::copy_n(next.begin(), groups, counts.begin() + static_cast<std::ptrdiff_t>(first));
    }
    std::uint32_t rows = 0;
    for (std::uint32_t& place : next) rows += std::exchange(place, rows);
    std::vector<const std::uint8_t*> order(rows);
    for_each_row([&](const std::uint8_t* row) { order[next[group_in_bucket(row)]++] = row; });
    if (bucket < none_) sort_by_day(next, order);
    writer.add(order);
    for (std::vector<Rows>& buckets : shared_) buckets[bucket] = {};
  }

  /// Rows of a log kept by day are in order already. `ends` by group.
  void sort_by_day(std::span<const std::uint32_t> ends, std::vector<const std::uint8_t*>& order) const {
    const auto day = std::find_if(layout_.fields.begin(), layout_.fields.end(),
                                  [&](const Field& field) { return field.column == grouping_.day; });
    if (day == layout_.fields.end()) return;
    const auto is_earlier = [&](const std::uint8_t* a, const std::uint8_t* b) {
      return day->read(a) < day->read(b);
    };
    auto begin = order.begin();
    for (const std::uint32_t group_end : ends) {
      const auto end = order.begin() + group_end;
      if (!std::is_sorted(begin, end, is_earlier)) std::stable_sort(begin, end, is_earlier);
      begin = end;
    }
  }

  PackedTable table_;
  const RowGrouping& grouping_;
  const std::size_t threads_;
  const Layout layout_;
  std::uint32_t bucket_groups_ = 0;  // of each bucket, a power of two
  int bucket_bits_ = 0;
  std::size_t none_ = 0;             // the bucket of rows without a group, the last one
  std::vector<std::vector<Rows>> shared_;  // by range and bucket
};

}  // namespace

GroupedRows group_rows(PackedTable table, const RowGrouping& grouping, std::size_t threads) {
  if (table.rows() == 0) return {{}, std::vector<std::uint32_t>(grouping.groups)};
  return Grouper(std::move(table), grouping, threads).group();
}

}  // namespace euproj
