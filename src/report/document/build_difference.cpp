#include "euproj/report/build_difference.hpp"

#include <algorithm>

#include "euproj/model/money_rules.hpp"

namespace euproj {
namespace {

/// The move of one id, added when it is not there yet.
MoneyMove& move_of(std::vector<MoneyMove>& moves, const std::string& id) {
  const auto found = std::find_if(moves.begin(), moves.end(),
                                  [&](const MoneyMove& move) { return move.id == id; });
  if (found != moves.end()) return *found;
  moves.push_back({id, {}, {}});
  return moves.back();
}

void add(const Project& project, Money MoneyMove::*side, MoneyDifference& difference) {
  const Financing& financing = project.financing.latest();
  const Budget& budget = project.budget.latest();
  difference.total.*side = financing.total;
  for (const Task& task : budget.tasks) {
    move_of(difference.tasks, task.id).*side = task.planned.value_or(Money());
  }
  const Money planned = planned_direct(budget);
  const Money indirect = flat_rate_costs(budget, planned);
  difference.indirect.*side = indirect;
  difference.rest.*side = financing.total - planned - indirect;
  const std::vector<Money> shares = financing.shares(financing.total);
  for (std::size_t i = 0; i < shares.size(); ++i) {
    move_of(difference.sources, financing.sources[i].id).*side = shares[i];
  }
}

}  // namespace

MoneyDifference build_difference(const Project& before, const Project& after) {
  MoneyDifference difference;
  add(before, &MoneyMove::before, difference);
  add(after, &MoneyMove::after, difference);
  return difference;
}

}  // namespace euproj
