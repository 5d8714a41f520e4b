#pragma once
// LazyRows: rows that are made when they are looked at, and kept by nobody.
//
// A claim of a million documents is printed from the rows of the log without a second copy of them.
// An item is made anew each time; what the maker refers to must live as long as the list is read.
// Such lists, the rows of a log among them, are walked by a ValueIterator.

#include <cstddef>
#include <functional>
#include <iterator>
#include <memory>
#include <utility>
#include <vector>

namespace euproj {

/// Goes through a list that gives its items by position and as values.
template <typename List, typename Item>
class ValueIterator {
 public:
  using iterator_category = std::input_iterator_tag;
  using value_type = Item;
  using difference_type = std::ptrdiff_t;
  using pointer = const Item*;
  using reference = Item;

  ValueIterator(const List& list, std::size_t at) : list_(&list), at_(at) {}
  [[gnu::always_inline]] Item operator*() const { return (*list_)[at_]; }
  ValueIterator& operator++() {
    ++at_;
    return *this;
  }
  friend bool operator==(const ValueIterator&, const ValueIterator&) = default;

 private:
  const List* list_;
  std::size_t at_;
};

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
