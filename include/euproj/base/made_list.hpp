#pragma once
// MadeList: a list whose items are made when they are looked at, and kept by nobody.
//
// A claim of a million documents is printed from the rows of the log without a second copy of them.
// An item is made anew each time; what the maker refers to must live as long as the list is read.

#include <cstddef>
#include <functional>
#include <iterator>
#include <utility>

namespace euproj {

template <typename Item>
class MadeList {
 public:
  using Maker = std::function<Item(std::size_t)>;  // by position

  class Iterator {
   public:
    using iterator_category = std::input_iterator_tag;
    using value_type = Item;
    using difference_type = std::ptrdiff_t;
    using pointer = const Item*;
    using reference = Item;

    Iterator(const MadeList& list, std::size_t at) : list_(&list), at_(at) {}
    Item operator*() const { return (*list_)[at_]; }
    Iterator& operator++() {
      ++at_;
      return *this;
    }
    friend bool operator==(const Iterator&, const Iterator&) = default;

   private:
    const MadeList* list_;
    std::size_t at_;
  };

  MadeList() = default;
  MadeList(std::size_t size, Maker make) : size_(size), make_(std::move(make)) {}

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
