#pragma once
// LazyRows: rows that are made when they are looked at, and kept by nobody.
//
// A claim of a million documents is printed from the rows of the log without a second copy of them.
// An item is made anew each time; what the maker refers to must live as long as the list is read.

#include <cstddef>
#include <functional>
#include <memory>
#include <utility>
#include <vector>

#include "euproj/base/value_iterator.hpp"

namespace euproj {

template <typename Item>
class LazyRows {
 public:
  using Maker = std::function<Item(std::size_t)>;  // by position

  using Iterator = ValueIterator<LazyRows, Item>;

  LazyRows() = default;
  LazyRows(std::size_t size, Maker make) : size_(size), make_(std::move(make)) {}
  /// Rows that are there already.
  [[nodiscard]] static LazyRows of(std::vector<Item> items) {
    const std::size_t size = items.size();
    const auto kept = std::make_shared<const std::vector<Item>>(std::move(items));
    return {size, [kept](std::size_t at) { return (*kept)[at]; }};
  }

  [[nodiscard]] std::size_t size() const { return size_; }
  [[nodiscard]] bool empty() const { return size_ == 0; }
  [[nodiscard]] Item operator[](std::size_t at) const { return make_(at); }
  [[nodiscard]] Iterator begin() const { return {*this, 0}; }
  [[nodiscard]] Iterator end() const { return {*this, size_}; }

 private:
  std::size_t size_ = 0;
  Maker make_;
};

}  // namespace euproj
