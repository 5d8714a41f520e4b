#pragma once
// ValueIterator: goes through a list that gives its items by position and as values.

#include <cstddef>
#include <iterator>

namespace euproj {

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

}  // namespace euproj
