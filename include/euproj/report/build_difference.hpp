#pragma once
// build_difference: where a change of the project's total went, between two definitions.
//
// By task, flat rate and rest, and by source: each list sums to the change of the total, because
// the rest is the total less the others and a source takes the remainder.

#include <string>
#include <vector>

#include "euproj/model/project.hpp"

namespace euproj {

struct MoneyMove {
  std::string id;
  Money before;  // zero where only the new definition has it
  Money after;

  [[nodiscard]] Money change() const { return after - before; }
};

struct MoneyDifference {
  MoneyMove total;
  std::vector<MoneyMove> tasks;    // what is planned; of the old definition first, then new ones
  MoneyMove indirect;              // the flat rate of what is planned
  MoneyMove rest;                  // of the total, in no task
  std::vector<MoneyMove> sources;  // shares of the total
};

/// Of the last version of financing and budget of each.
[[nodiscard]] MoneyDifference build_difference(const Project& before, const Project& after);

}  // namespace euproj
