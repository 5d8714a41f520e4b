#pragma once
// PackedRows: the rows of a log by column, each given out as a value.
//
// For logs of millions of rows, where a vector of structures would be several times the file. A Row
// names its fields in `Row::fields`; what a caller does not look at costs nothing.

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <type_traits>
#include <utility>
#include <vector>

#include "euproj/base/lazy_rows.hpp"
#include "euproj/core/date.hpp"
#include "euproj/core/money.hpp"
#include "euproj/core/quantity.hpp"
#include "euproj/store/packed_table.hpp"

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
  using value_type = Row;
  using Iterator = ValueIterator<PackedRows, Row>;
  static constexpr std::size_t field_count = [] {
    const Row row;
    std::size_t count = 0;
    Row::fields(row, [&count](const auto&) { ++count; });
    return count;
  }();

  void push_back(const Row& row) {
    if (open_ == nullptr) open_ = std::make_unique_for_overwrite<Open>();
    std::size_t column = 0;
    Row::fields(
        row, [&](const auto& field) __attribute__((always_inline)) {
          (*open_)[column++][open_rows_] = packed::number_of(field);
        });
    if (++open_rows_ == PackedTable::chunk_rows) pack();
  }
  /// The rows `row_of(0)` .. `row_of(count - 1)`, column by column: each is asked for once a
  /// column, and only that one is made of it, so `row_of` must be cheap and do nothing else.
  template <typename RowOf>
  void append(std::size_t count, const RowOf& row_of) {
    if (open_ == nullptr) open_ = std::make_unique_for_overwrite<Open>();
    for (std::size_t done = 0; done < count;) {
      const std::size_t part = std::min(count - done, PackedTable::chunk_rows - open_rows_);
      [&]<std::size_t... Columns>(std::index_sequence<Columns...>) {
        (write_open<Columns>(done, part, row_of), ...);
      }
      (std::make_index_sequence<field_count>());
      done += part;
      open_rows_ += part;
      if (open_rows_ == PackedTable::chunk_rows) pack();
    }
  }
  /// Behind these rows those of `part`, which is used up.
  void append(PackedRows&& part) {
    if (part.table_.rows() > 0) pack();
    table_.append(std::exchange(part.table_, {}));
    for (std::size_t at = 0; at < part.open_rows_; ++at) push_back(part[at]);
  }
  /// Calls `change(row)` for each row in turn, and keeps what it makes of it.
  template <typename Change>
  void change(const Change& change) {
    PackedRows changed;
    for (std::size_t at = 0; at < size(); ++at) {
      Row row = (*this)[at];
      change(row);
      changed.push_back(row);
    }
    *this = std::move(changed);
  }
  /// Whether no row has this field.
  template <typename Field>
  [[nodiscard]] bool is_blank(Field Row::*field) const {
    const std::size_t at = column(field);
    const auto is_zero = [](std::int64_t number) { return number == 0; };
    return std::all_of(table_.chunks().begin(), table_.chunks().end(),
                       [&](const PackedTable::Chunk& chunk) {
                         const PackedNumbers& numbers = chunk.columns[at];
                         return numbers.min() == 0 && numbers.max() == 0;
                       }) &&
           (open_rows_ == 0 ||
            std::all_of((*open_)[at].begin(),
                        (*open_)[at].begin() + static_cast<std::ptrdiff_t>(open_rows_), is_zero));
  }
  /// Forgets the rows from the one at `size` on.
  void cut_to(std::size_t size) {
    if (size >= table_.rows()) {
      open_rows_ = size - table_.rows();
      return;
    }
    PackedTable kept;
    std::vector<Row> rest;  // of the chunk that is cut
    for (std::size_t chunk = 0; kept.rows() < size; ++chunk) {
      const std::size_t rows = table_.chunks()[chunk].rows;
      if (kept.rows() + rows > size) {
        for (std::size_t at = kept.rows(); at < size; ++at) rest.push_back((*this)[at]);
        break;
      }
      PackedTable::Chunk whole = table_.take(chunk);
      kept.append(std::move(whole.columns), rows);
    }
    table_ = std::move(kept);
    open_rows_ = 0;
    for (const Row& row : rest) push_back(row);
  }
  /// All of them; there are none left.
  [[nodiscard]] PackedTable take_table() {
    pack();
    return std::exchange(table_, {});
  }
  void put_table(PackedTable table) { table_ = std::move(table); }  // where there are no rows

  [[nodiscard]] std::size_t size() const { return table_.rows() + open_rows_; }
  [[nodiscard]] bool empty() const { return size() == 0; }
  // Inlined, so that the columns of a row which a loop does not look at are not unpacked.
  [[nodiscard, gnu::always_inline]] Row operator[](std::size_t at) const {
    Row row;
    std::size_t column = 0;
    if (at >= table_.rows()) {
      const std::size_t open_row = at - table_.rows();
      Row::fields(
          row, [&](auto& field) __attribute__((always_inline)) {
            packed::set(field, (*open_)[column++][open_row]);
          });
      return row;
    }
    const PackedTable::Position position = table_.find(at);
    Row::fields(
        row, [&](auto& field) __attribute__((always_inline)) {
          packed::set(field, position.columns[column++][position.at]);
        });
    return row;
  }
  /// The positions of rows whose `field` is a value that `is_sought` says yes to, in order. Looks
  /// at no other column: for what hardly any row has.
  template <typename Field, typename Sought>
  [[nodiscard]] std::vector<std::uint32_t> find(Field Row::*field, Sought is_sought) const {
    const std::size_t sought = column(field);
    std::vector<std::uint32_t> found;
    const auto look_at = [&](std::size_t at, std::int64_t number) {
      Field value{};
      packed::set(value, number);
      const bool is_found = is_sought(value);
      if (is_found) found.push_back(static_cast<std::uint32_t>(at));
      return is_found;
    };
    for (const PackedTable::Chunk& chunk : table_.chunks()) {
      const PackedNumbers& numbers = chunk.columns[sought];
      const bool is_one = numbers.min() == numbers.max();
      const bool is_first = look_at(chunk.first, numbers[0]);
      for (std::uint32_t at = 1; at < chunk.rows && (is_first || !is_one); ++at) {
        look_at(chunk.first + at, numbers[at]);
      }
    }
    for (std::size_t at = 0; at < open_rows_; ++at) {
      look_at(table_.rows() + at, (*open_)[sought][at]);
    }
    return found;
  }
  /// Calls, for each of the fields, its `take(i, value)` with that of the row at `first` + i, for
  /// each i below `count`: of rows that stand together this costs less than to ask for each row.
  template <auto... Fields, typename... Take>
  void visit(std::size_t first, std::size_t count, Take... take) const {
    std::size_t done = 0;
    while (done < count && first + done < table_.rows()) {
      const PackedTable::Position position = table_.find(first + done);
      const std::size_t end = done + std::min(count - done, position.left);
      (take_numbers<Fields>(position.columns[column(Fields)], position.at, done, end, take), ...);
      done = end;
    }
    for (; done < count; ++done) {
      const std::size_t open_row = first + done - table_.rows();
      (take(done, value_of<Fields>((*open_)[column(Fields)][open_row])), ...);
    }
  }
  [[nodiscard]] Iterator begin() const { return {*this, 0}; }
  [[nodiscard]] Iterator end() const { return {*this, size()}; }

  /// Where a field stands among the columns of the table.
  template <typename Field>
  [[nodiscard]] static constexpr std::size_t column(Field Row::*field) {
    const Row row;
    const void* const sought = &(row.*field);
    std::size_t found = 0;
    Row::fields(row, [&, column = std::size_t{0}](const auto& other) mutable {
      if (sought == &other) found = column;
      ++column;
    });
    return found;
  }

 private:
  /// A line of the cache more than a chunk: columns a power of two apart would fight for the same
  /// lines.
  using OpenColumn = std::array<std::int64_t, PackedTable::chunk_rows + 8>;
  using Open = std::array<OpenColumn, field_count>;

  template <std::size_t Column, typename RowOf>
  void write_open(std::size_t first, std::size_t count, const RowOf& row_of) {
    std::int64_t* const to = (*open_)[Column].data() + open_rows_;
    for (std::size_t i = 0; i < count; ++i) {
      const Row& row = row_of(first + i);  // not copied where it is kept somewhere
      std::size_t column = 0;
      Row::fields(
          row, [&](const auto& field) __attribute__((always_inline)) {
            if (column++ == Column) to[i] = packed::number_of(field);
          });
    }
  }

  template <auto Field>
  static auto value_of(std::int64_t number) {
    std::remove_cvref_t<decltype(std::declval<Row>().*Field)> value{};
    packed::set(value, number);
    return value;
  }

  /// Calls `take(i, value)` for each i from `begin` to before `end`, with the numbers from `at` on.
  template <auto Field, typename Take>
  static void take_numbers(const PackedNumbers& numbers, std::size_t at, std::size_t begin,
                           std::size_t end, const Take& take) {
    if (numbers.min() == numbers.max()) {  // as in most columns of most logs
      const auto value = value_of<Field>(numbers.min());
      for (std::size_t i = begin; i < end; ++i) take(i, value);
    } else {
      for (std::size_t i = begin; i < end; ++i) take(i, value_of<Field>(numbers[at++]));
    }
  }

  /// The open rows into the table.
  void pack() {
    if (open_rows_ == 0) return;
    std::vector<PackedNumbers> columns;
    columns.reserve(field_count);
    for (const auto& numbers : *open_) columns.emplace_back(std::span(numbers).first(open_rows_));
    table_.append(std::move(columns), open_rows_);
    open_rows_ = 0;
  }

  PackedTable table_;
  std::unique_ptr<Open> open_;  // by column: rows behind those of the table, fewer than a chunk
  std::size_t open_rows_ = 0;
};

}  // namespace euproj
