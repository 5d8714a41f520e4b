#pragma once
// PackedRows: the rows of a log by column, each given out as a value.
//
// For logs of millions of rows, where a vector of structures would be several times the file. A Row
// names its fields in `Row::fields`; what a caller does not look at costs nothing.

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <type_traits>
#include <utility>

#include "euproj/base/interner.hpp"
#include "euproj/base/parallel.hpp"
#include "euproj/base/value_iterator.hpp"
#include "euproj/core/date.hpp"
#include "euproj/core/money.hpp"
#include "euproj/core/packed_column.hpp"
#include "euproj/core/quantity.hpp"

namespace euproj {
namespace packed {

// Absent is zero, so that columns which few rows fill stay small.
inline std::int64_t number_of(std::uint32_t value) { return value; }
inline std::int64_t number_of(Money amount) { return amount.minor_units(); }
inline std::int64_t number_of(Quantity amount) { return amount.scaled_units(); }
inline std::int64_t number_of(Date day) {
  return day.known() ? std::int64_t{day.serial()} + (day.serial() >= 0 ? 1 : 0) : 0;
}
inline std::int64_t number_of(MaybeMoney amount) {
  if (!amount) return 0;
  const std::int64_t units = (*amount).minor_units();  // limits::money is far from the end
  return units + (units >= 0 ? 1 : 0);
}

inline void set(std::uint16_t& to, std::int64_t number) { to = static_cast<std::uint16_t>(number); }
inline void set(std::uint32_t& to, std::int64_t number) { to = static_cast<std::uint32_t>(number); }
inline void set(Money& to, std::int64_t number) { to = Money::minor(number); }
inline void set(Quantity& to, std::int64_t number) { to = Quantity::scaled(number); }
inline void set(Date& to, std::int64_t number) {
  if (number != 0) to = Date::from_serial(static_cast<std::int32_t>(number - (number > 0 ? 1 : 0)));
}
inline void set(MaybeMoney& to, std::int64_t number) {
  if (number != 0) to = Money::minor(number - (number > 0 ? 1 : 0));
}

}  // namespace packed

template <typename Row>
class PackedRows {
 public:
  using Iterator = ValueIterator<PackedRows, Row>;

  void push_back(const Row& row) {
    std::size_t column = 0;
    Row::fields(row, [&](const auto& field) {
      columns_[column++].push_back(packed::number_of(field));
    });
  }
  /// Behind these rows those of `parts`, one after another; `renamings(part)` are by field, null
  /// for a field that stays as it is.
  template <typename Renamings>
  void append(std::span<const PackedRows* const> parts, std::size_t threads, Renamings renamings) {
    for_each_in_parallel(columns_.size(), threads, [&](std::size_t column) {
      for (std::size_t part = 0; part < parts.size(); ++part) {
        const PackedColumn& its = parts[part]->columns_[column];
        const Renaming* const renaming = renamings(part)[column];
        columns_[column].append(its, [renaming](std::int64_t value) {
          return renaming == nullptr ? value : (*renaming)(static_cast<Code>(value));
        });
      }
    });
  }
  void clear() {
    for (PackedColumn& column : columns_) column.clear();
  }

  /// Of the rows that stay, the one at `positions[i]` becomes number i.
  void reorder(std::span<const std::uint32_t> positions, std::size_t threads) {
    for_each_in_parallel(columns_.size(), threads, [&](std::size_t column) {
      columns_[column] = columns_[column].at(positions);
    });
  }

  [[nodiscard]] std::size_t size() const { return columns_.front().size(); }
  [[nodiscard]] bool empty() const { return size() == 0; }
  [[nodiscard, gnu::always_inline]] Row operator[](std::size_t at) const {
    Row row;
    std::size_t column = 0;
    Row::fields(row, [&](auto& field) __attribute__((always_inline)) {
      packed::set(field, columns_[column++][at]);
    });
    return row;
  }
  /// Calls `take(i, value)` with one field of the row at `first` + i, for each i below `count`: of
  /// rows that stand together this costs less than to ask for each row.
  template <auto Field, typename Take>
  void visit(std::size_t first, std::size_t count, Take take) const {
    columns_[column_of<Field>].visit(first, count, [&](std::size_t i, std::int64_t number) {
      std::remove_cvref_t<decltype(std::declval<Row>().*Field)> value{};
      packed::set(value, number);
      take(i, value);
    });
  }
  [[nodiscard]] Iterator begin() const { return {*this, 0}; }
  [[nodiscard]] Iterator end() const { return {*this, size()}; }

 private:
  template <auto Field>
  static constexpr std::size_t column_of = [] {
    const Row row;
    const void* const wanted = &(row.*Field);
    std::size_t column = 0;
    std::size_t found = Row::field_count;
    Row::fields(row, [&](const auto& field) {
      if (wanted == &field) found = column;
      ++column;
    });
    return found;
  }();

  std::array<PackedColumn, Row::field_count> columns_;
};

}  // namespace euproj
