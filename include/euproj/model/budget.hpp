#pragma once
// Budget: tasks, categories, flat rate, limits; claims and advances (SPEC 2, 4.7).

#include <optional>
#include <string>
#include <vector>

#include "euproj/base/interner.hpp"
#include "euproj/base/source.hpp"
#include "euproj/core/money.hpp"
#include "euproj/core/period.hpp"
#include "euproj/core/rate.hpp"
#include "euproj/model/indicator.hpp"

namespace euproj {

struct Task {
  std::string id;
  LocalText name;
  std::optional<Money> planned;
  Place place;
};

struct Category {
  std::string id;
  LocalText name;
};

struct Limit {
  enum class Base : std::uint8_t { total, direct, eu };
  std::string id;
  std::vector<Code> categories;
  Rate max;
  Base of{};
  Place place;
};

/// Tasks and categories stand in the order of their codes: code 1 is the first (see Codes).
struct Budget {
  std::optional<Date> valid_from;  // of an amendment; see Versions
  std::vector<Task> tasks;
  std::vector<Category> categories;
  std::optional<Rate> indirect;  // flat rate on eligible direct costs
  std::vector<Limit> limits;
  bool tasks_declared = false;       // otherwise the log may name any
  bool categories_declared = false;
};

struct Claim {
  enum class Status : std::uint8_t { draft, submitted, approved, paid };
  std::string id;
  Period period;
  Status status = Status::draft;
  Place place;
};

struct Advance {
  Date date;
  Money amount;
  std::optional<std::size_t> source;  // position in Financing::sources
  Place place;
};

}  // namespace euproj
