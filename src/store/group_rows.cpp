#include "euproj/store/group_rows.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <utility>

#include "euproj/base/parallel.hpp"
#include "store/row_bytes.hpp"

namespace euproj {
namespace {

constexpr std::size_t bucket_rows = std::size_t{1} << 14;  // about, so that a bucket fits the cache
constexpr std::size_t max_buckets = 1024;  // so that the places where each is written fit it too
constexpr std::uint32_t max_in_bucket = 1U << 15U;  // groups: a row keeps its number in two bytes

/// The rows of a bucket in order. What it needs is kept from bucket to bucket.
class BucketOrder {
 public:
  BucketOrder(const RowLayout& layout, std::size_t day_column)
      : row_bytes_(layout.row_bytes),
        distance_((layout.row_bytes + row_block - 1) / row_block * row_block) {
    for (const RowField& field : layout.fields) {
      if (field.column == day_column) day_ = &field;
    }
  }

  /// `for_each_page` as that of RowPages; a row of group i is counted in `counts[i]`.
  template <typename Pages>
  void put_in_order(std::span<std::uint32_t> counts, const Pages& for_each_page) {
    for_each_page([&](const std::uint8_t* row, std::size_t count) {
      for (; count > 0; --count, row += row_bytes_) ++counts[group_of_row(row)];
    });
    next_.assign(counts.begin(), counts.end());
    rows_ = 0;
    for (std::uint32_t& place : next_) rows_ += std::exchange(place, rows_);
    bytes_.resize(std::max(bytes_.size(), rows_ * distance_ + sizeof(std::uint64_t)));
    for_each_page([this](const std::uint8_t* row, std::size_t count) {
      std::uint8_t* const to = bytes_.data();
      std::uint32_t* const next = next_.data();
      const std::size_t row_bytes = row_bytes_;
      const std::size_t distance = distance_;
      for (; count > 0; --count, row += row_bytes) {
        copy_row(to + next[group_of_row(row)]++ * distance, row, row_bytes);
      }
    });
    if (day_ != nullptr) sort_by_day();
  }
  void write(TableWriter& writer) const { writer.add(bytes_.data(), rows_, distance_); }

 private:
  /// Rows of a log kept by day are in order already.
  void sort_by_day() {
    const RowField day = *day_;
    std::uint8_t* row = bytes_.data();
    for (const std::uint32_t end : next_) {  // each group's rows end where its next one would stand
      std::uint8_t* const first = row;
      std::uint8_t* const last = bytes_.data() + end * distance_;
      bool is_in_order = true;
      for (std::int64_t before = INT64_MIN; row != last; row += distance_) {
        is_in_order &= before <= day.read(row);
        before = day.read(row);
      }
      if (!is_in_order) sort(std::span(first, last));
    }
  }

  void sort(std::span<std::uint8_t> rows) {
    order_.clear();
    for (std::size_t at = 0; at < rows.size(); at += distance_) {
      order_.emplace_back(day_->read(&rows[at]), at);
    }
    std::sort(order_.begin(), order_.end());
    unsorted_.assign(rows.begin(), rows.end());
    std::uint8_t* to = rows.data();
    for (const auto& [day, at] : order_) {
      copy_row(to, &unsorted_[at], distance_);
      to += distance_;
    }
  }

  const std::size_t row_bytes_;
  const std::size_t distance_;       // of rows in order, in whole blocks: they come in any order
  const RowField* day_ = nullptr;    // null: all are of one day
  std::vector<std::uint32_t> next_;  // place of the next row, by group
  std::uint32_t rows_ = 0;
  std::vector<std::uint8_t> bytes_;
  std::vector<std::pair<std::int64_t, std::size_t>> order_;  // day and place: no two are the same
  std::vector<std::uint8_t> unsorted_;
};

class Grouper {
 public:
  Grouper(PackedTable table, const RowGrouping& grouping, std::size_t threads)
      : table_(std::move(table)), grouping_(grouping), threads_(threads), layout_(table_) {
    const std::size_t wanted = std::min(table_.rows() / bucket_rows + 1, max_buckets);
    const std::uint32_t bucket_groups = std::bit_ceil(
        std::min(static_cast<std::uint32_t>(grouping.groups / wanted + 1), max_in_bucket));
    bucket_bits_ = std::countr_zero(bucket_groups);
    none_ = (grouping.groups >> bucket_bits_) + 1;
  }

  GroupedRows group() {
    share_out();
    GroupedRows grouped;
    grouped.counts.resize(grouping_.groups);
    // A few ranges of buckets for each thread, so that none waits long for another.
    const std::size_t ranges = std::min<std::size_t>(threads_ == 1 ? 1 : threads_ * 4, none_ + 1);
    std::vector<PackedTable> tables(ranges);
    for_each_in_parallel(ranges, threads_, [&](std::size_t range) {
      TableWriter writer(layout_);
      BucketOrder order(layout_, grouping_.day);
      const std::size_t end = (none_ + 1) * (range + 1) / ranges;
      for (std::size_t bucket = (none_ + 1) * range / ranges; bucket < end; ++bucket) {
        write(bucket, grouped.counts, order, writer);
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
      std::vector<std::uint8_t> bytes(PackedTable::chunk_rows * worked_bytes() + row_block);
      const std::size_t end = chunks * (range + 1) / ranges;
      for (std::size_t chunk = chunks * range / ranges; chunk < end; ++chunk) {
        share_out(table_.take(chunk), bytes.data(), shared_[range]);
      }
    });
  }

  /// Of a row in work, whose numbers are written as words.
  [[nodiscard]] std::size_t worked_bytes() const {
    return layout_.row_bytes + sizeof(std::uint64_t);
  }

  /// By way of `bytes`, column by column: so no look-up of a group waits for the one before it.
  void share_out(const PackedTable::Chunk& chunk, std::uint8_t* bytes,
                 std::vector<RowPages>& buckets) const {
    std::array<std::uint32_t, PackedTable::chunk_rows> bucket_of;
    write_groups(chunk, bytes, bucket_of);
    const std::size_t distance = worked_bytes();
    for (const RowField& field : layout_.fields) {
      const PackedNumbers& numbers = chunk.columns[field.column];
      const std::uint64_t min = static_cast<std::uint64_t>(numbers.min()) - field.min;
      std::uint8_t* to = bytes + field.at;
      numbers.visit_distances(chunk.rows, [=](std::size_t, std::uint64_t number) mutable {
        const std::uint64_t word = min + number;
        std::memcpy(to, &word, sizeof word);  // the next field covers what is too much
        to += distance;
      });
    }
    const std::size_t row_bytes = layout_.row_bytes;
    for (const std::uint32_t bucket : std::span(bucket_of).first(chunk.rows)) {
      copy_row(buckets[bucket].add(row_bytes), bytes, row_bytes);
      bytes += distance;
    }
  }

  void write_groups(const PackedTable::Chunk& chunk, std::uint8_t* bytes,
                    std::span<std::uint32_t> bucket_of) const {
    const PackedNumbers& keys = chunk.columns[grouping_.key];
    const auto min = static_cast<std::uint64_t>(keys.min());
    keys.visit_distances(
        chunk.rows, [=, row = bytes, distance = worked_bytes(), known = grouping_.group_of,
                     groups = grouping_.groups, bits = bucket_bits_,
                     none = none_](std::size_t at, std::uint64_t number) mutable {
          const std::uint64_t key = min + number;
          const std::uint32_t group = key < known.size() ? known[key] : groups;
          bucket_of[at] = group < groups ? group >> bits : none;
          const auto in_bucket = static_cast<std::uint16_t>(group & ((1U << bits) - 1));
          std::memcpy(row, &in_bucket, sizeof in_bucket);
          row += distance;
        });
  }

  /// The rows of a bucket, which are used up, to the writer.
  void write(std::size_t bucket, std::span<std::uint32_t> counts, BucketOrder& order,
             TableWriter& writer) {
    const auto for_each_page = [&](const auto& visit) {
      for (const std::vector<RowPages>& buckets : shared_) buckets[bucket].for_each_page(visit);
    };
    if (bucket == none_) {
      for_each_page([&](const std::uint8_t* rows, std::size_t count) {
        writer.add(rows, count, layout_.row_bytes);
      });
    } else {
      const std::size_t first = bucket << bucket_bits_;
      const std::size_t groups = std::min(std::size_t{1} << bucket_bits_, grouping_.groups - first);
      order.put_in_order(counts.subspan(first, groups), for_each_page);
      order.write(writer);
    }
    for (std::vector<RowPages>& buckets : shared_) buckets[bucket] = {};
  }

  PackedTable table_;
  const RowGrouping& grouping_;
  const std::size_t threads_;
  const RowLayout layout_;
  int bucket_bits_ = 0;     // groups of a bucket are those whose numbers agree in the others
  std::uint32_t none_ = 0;  // the bucket of rows without a group, the last one
  std::vector<std::vector<RowPages>> shared_;  // by range and bucket
};

}  // namespace

GroupedRows group_rows(PackedTable table, const RowGrouping& grouping, std::size_t threads) {
  if (table.rows() == 0) return {{}, std::vector<std::uint32_t>(grouping.groups)};
  return Grouper(std::move(table), grouping, threads).group();
}

}  // namespace euproj
