#pragma once
// align_entries: what one version of the budget declares the others know.

#include <vector>

#include "euproj/base/interner.hpp"
#include "euproj/model/budget.hpp"

namespace euproj {

/// Every version gets the entries of all, in the order of their codes; of what a version does not
/// mention it has what `forget` leaves.
template <typename Entry, typename Forget>
void align_entries(const Interner& ids, std::vector<Entry> Budget::*member,
                   std::vector<Budget>& versions, const Forget& forget) {
  if (versions.size() == 1) return;
  std::vector<Entry> all(ids.size());
  for (auto version = versions.rbegin(); version != versions.rend(); ++version) {
    for (const Entry& entry : (*version).*member) all.at(ids.find(entry.id) - 1) = entry;
  }
  for (Entry& entry : all) forget(entry);
  for (Budget& version : versions) {
    std::vector<Entry> aligned = all;
    for (const Entry& entry : version.*member) aligned[ids.find(entry.id) - 1] = entry;
    version.*member = std::move(aligned);
  }
}

}  // namespace euproj
