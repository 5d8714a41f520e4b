#pragma once
// Budget: tasks, categories, partners, flat rate, limits, plan by month; claims and advances
// (SPEC 2, 4.7).

#include <optional>
#include <string>
#include <vector>

#include "euproj/base/code.hpp"
#include "euproj/base/source.hpp"
#include "euproj/core/date.hpp"
#include "euproj/core/money.hpp"
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

/// Who carries out a part of the project. The leader has what the others have not, so that the
/// parts add up to the project to the grosz; documents that name nobody are the leader's.
struct Partner {
  std::string id;
  LocalText name;
  std::optional<Money> planned;  // eligible, flat-rate costs included
  bool leads = false;            // exactly one, where partners are declared
  Place place;
};

/// What is planned to be spent in a calendar month, flat-rate costs included.
struct PlannedMonth {
  Date first;
  Money amount;
  Place place;
};

/// Tasks, categories and partners stand in the order of their codes: code 1 is the first (see
/// Codes).
struct Budget {
  std::optional<Date> valid_from;  // of an amendment; see Versions
  std::vector<Task> tasks;
  std::vector<Category> categories;
  std::optional<Rate> indirect;  // flat rate on eligible direct costs
  std::vector<Limit> limits;
  std::vector<Partner> partners;
  std::vector<PlannedMonth> schedule;  // by month
  std::optional<Rate> shift_limit;     // what a task may exceed its plan by, of the plan
  Rate eligible_vat = Rate::of(1, 1);  // the share of VAT that is: all, none, or a part
  Place schedule_place;
  bool tasks_declared = false;  // otherwise the log may name any
  bool categories_declared = false;
};

/// What a claim was submitted with.
struct Submission {
  Date date;
  std::optional<Money> eligible;  // flat-rate costs included
  Place place;
};

struct Claim {
  enum class Status : std::uint8_t { draft, submitted, approved, paid };
  std::string id;
  Period period;
  Status status = Status::draft;
  std::optional<Submission> submitted;
  Place place;
};

struct Advance {
  enum class Direction : std::uint8_t { received, returned };
  Date date;
  Direction direction{};
  Money amount;
  std::optional<std::size_t> source;  // position in Financing::sources
  Place place;
};

}  // namespace euproj
