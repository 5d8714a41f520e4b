#pragma once
// Versions: what an agreement says from which day on. An amendment adds a version; the value of a
// day is computed by the version in force on that day, so a period that contains an amendment shows
// its difference, and periods still add up (SPEC 4.1).

#include <algorithm>
#include <iterator>
#include <optional>
#include <vector>

#include "euproj/core/date.hpp"

namespace euproj {

/// `Terms` has `std::optional<Date> valid_from`: none says from the beginning.
template <typename Terms>
class Versions {
 public:
  Versions() : all_(1) {}

  /// In the order of valid_from, at least one.
  void set(std::vector<Terms> all) { all_ = std::move(all); }

  [[nodiscard]] const std::vector<Terms>& all() const { return all_; }
  [[nodiscard]] std::vector<Terms>& all() { return all_; }
  [[nodiscard]] const Terms& latest() const { return all_.back(); }
  [[nodiscard]] Terms& latest() { return all_.back(); }
  /// The last one that is valid on `day`; before the first one begins, the first.
  [[nodiscard]] const Terms& on(Date day) const { return all_[position_on(day)]; }
  [[nodiscard]] std::size_t position_on(Date day) const {
    const auto later = std::find_if(all_.begin() + 1, all_.end(), [day](const Terms& terms) {
      return terms.valid_from && *terms.valid_from > day;
    });
    return static_cast<std::size_t>(later - all_.begin()) - 1;
  }

 private:
  std::vector<Terms> all_;
};

}  // namespace euproj
