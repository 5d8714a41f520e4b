#pragma once
// Series: a value that changes on some days; its value on any day is the sum of changes up to it.
//
// Amounts spent and counts reached are both series, so a period is always value(last) less value
// of the day before its first, and periods add up by construction (SPEC 4.1).

#include <algorithm>
#include <vector>

#include "euproj/core/date.hpp"

namespace euproj {

/// Value needs a default that means nothing, and +=.
template <typename Value>
class Series {
 public:
  void add(Date day, const Value& change) {
    changes_.push_back({day, change});
    if (changes_.size() >= next_compaction_) {
      compact();
      next_compaction_ = std::max<std::size_t>(4096, changes_.size() * 2);
    }
  }

  /// Call once after the last add; `at` needs it.
  void finish() {
    compact();
    for (std::size_t i = 1; i < changes_.size(); ++i) {
      Value sum = changes_[i - 1].value;
      sum += changes_[i].value;
      changes_[i].value = sum;
    }
  }

  [[nodiscard]] Value at(Date day) const {
    const auto after = std::upper_bound(
        changes_.begin(), changes_.end(), day,
        [](Date wanted, const Change& change) { return wanted < change.day; });
    return after == changes_.begin() ? Value{} : std::prev(after)->value;
  }

 private:
  struct Change {
    Date day;
    Value value;  // the change; after finish() the value from this day on
  };

  void compact() {  // one change a day: memory is bounded by days, not by rows
    std::stable_sort(changes_.begin(), changes_.end(),
                     [](const Change& a, const Change& b) { return a.day < b.day; });
    std::size_t kept = 0;
    for (const Change& change : changes_) {
      if (kept > 0 && changes_[kept - 1].day == change.day) {
        changes_[kept - 1].value += change.value;
      } else {
        changes_[kept++] = change;
      }
    }
    changes_.resize(kept);
  }

  std::vector<Change> changes_;
  std::size_t next_compaction_ = 4096;
};

}  // namespace euproj
