#pragma once
// SlowProject: what a report says of a mixed project, added up again for every day from plain
// lists, in exact fractions that are rounded once (src/calc/README.md#money).

#include <algorithm>
#include <array>
#include <cstdint>
#include <iterator>
#include <map>
#include <numeric>
#include <optional>
#include <vector>

#include "support/mixed_project.hpp"
#include "support/slow_forms.hpp"

namespace euproj::testing {

/// What a report of some documents and forms says, in grosze.
struct Sums {
  std::int64_t direct = 0;
  std::int64_t base = 0;
  std::int64_t indirect = 0;
  std::array<std::int64_t, source_count> sources{};
  std::array<std::int64_t, task_count + 1> tasks{};
  std::array<std::int64_t, category_count + 1> categories{};
  std::array<std::int64_t, 2> partners{};  // eligible: who leads, and the other
  std::array<std::int64_t, source_count> of_leader{};

  [[nodiscard]] std::int64_t eligible() const { return direct + indirect; }
};

struct FormLine {
  int task = 0;
  int category = 0;
  std::int64_t amount = 0;
  bool in_base = false;
  bool is_lump_sum = false;
};

class SlowProject {
 public:
  explicit SlowProject(const MixedProject& made) : made_(made), forms_(made.logs) {}

  /// By payment, by all that `day` knows.
  [[nodiscard]] Sums paid(int day) const {
    return sums(rows([&](const PlainDocument& row) { return row.paid <= day; }), lines(day), day);
  }

  /// Of the first claims, of what a day knows; none: all.
  [[nodiscard]] Sums claimed(int claims, std::optional<int> known_on) const {
    if (claims == 0) return {};
    const int end = made_.end_of(claims - 1);
    const int day = known_on ? std::min(end, *known_on) : end;
    const auto documents = rows([&](const PlainDocument& row) {
      const int claim = made_.claim_of(row);
      return claim >= 0 && claim < claims && (!known_on || row.paid <= *known_on);
    });
    return sums(documents, lines(day), day);
  }

  [[nodiscard]] Sums without_lump_sums(int day) const {
    std::vector<FormLine> units = lines(day);
    std::erase_if(units, [](const FormLine& line) { return line.is_lump_sum; });
    return sums(rows([&](const PlainDocument& row) { return row.paid <= day; }), units, day);
  }

  /// What the advances' sources pay of the claims that are handed in.
  [[nodiscard]] std::int64_t settled(int day) const {
    std::int64_t settled = 0;
    const std::array<bool, source_count> advanced = advanced_on(day);
    for (int i = 0; i < claim_count; ++i) {
      const PlainClaim& claim = made_.claims[static_cast<std::size_t>(i)];
      if (!is_handed_in(claim.status)) continue;
      if (claim.submitted.value_or(made_.end_of(i)) > day) continue;
      const Sums before = claimed(i, day);
      const Sums after = claimed(i + 1, day);
      const bool is_approved = claim.approved && *claim.decided <= day;
      const Financing& financing = made_.financing_on(std::min(made_.end_of(i), day));
      const auto by_log = weights(financing, after.eligible());
      const auto by_decision = weights(financing, before.eligible() + claim.approved.value_or(0));
      for (std::size_t source = 0; source < source_count; ++source) {
        if (!advanced.at(source)) continue;
        settled += after.sources.at(source) - before.sources.at(source);
        if (is_approved) settled += by_decision.at(source) - by_log.at(source);
      }
    }
    return settled;
  }

  [[nodiscard]] SlowTotals unit_cost(std::size_t at, int day) const {
    return forms_.totals(made_.budget_on(day).costs[at], day);
  }
  [[nodiscard]] std::int64_t lump_sum(std::size_t at, int day) const {
    return forms_.sum(made_.budget_on(day).sums[at], made_.declared[at], day);
  }

  template <typename Keep>
  [[nodiscard]] std::vector<PlainDocument> rows(const Keep& keep) const {
    std::vector<PlainDocument> kept;
    for (const auto* list : {&made_.documents, &made_.cuts}) {
      std::copy_if(list->begin(), list->end(), std::back_inserter(kept), keep);
    }
    return kept;
  }

 private:
  [[nodiscard]] const std::vector<FormLine>& lines(int day) const {
    const auto [known, is_new] = lines_.try_emplace(day);
    if (!is_new) return known->second;
    const PlainVersion& budget = made_.budget_on(day);
    for (std::size_t i = 0; i < sum_count; ++i) {
      const SlowSum& sum = budget.sums[i];
      known->second.push_back({sum.task, 0, lump_sum(i, day), sum.in_base, true});
    }
    for (std::size_t i = 0; i < cost_count; ++i) {
      const SlowCost& cost = budget.costs[i];
      known->second.push_back(
          {cost.task, cost.category, unit_cost(i, day).amount, cost.in_base, false});
    }
    return known->second;
  }

  static std::array<std::int64_t, source_count> weights(const Financing& financing,
                                                        std::int64_t amount) {
    const std::int64_t eu = part_of(amount, *financing.sources[0].rate, Rounding::down);
    const std::int64_t state = part_of(amount, *financing.sources[1].rate, Rounding::down);
    return {eu, state, amount - eu - state};
  }

  static bool is_in_base(const FlatRate& flat, int category, bool in_kind) {
    const bool staff = category == 1 || category == 2;
    if (flat.of == FlatRate::Base::staff && !staff) return false;
    if (!flat.exclude.empty() && flat.exclude[0] == static_cast<Code>(category)) return false;
    return !in_kind || !flat.excludes_in_kind;
  }

  static std::int64_t flat_rate_of(const PlainVersion& budget, std::int64_t base) {
    if (!budget.flat) return 0;
    const std::int64_t planned =
        std::accumulate(budget.planned.begin(), budget.planned.end(), std::int64_t{0});
    Rate rate = budget.flat->bands.back().rate;
    for (auto band = budget.flat->bands.rbegin(); band != budget.flat->bands.rend(); ++band) {
      if (!band->up_to || planned <= band->up_to->minor_units()) rate = band->rate;
    }
    return part_of(base, rate, budget.flat->rounding);
  }

  /// `documents`: those of one partner, or all; forms are the leader's.
  static Sums partial_sums(const PlainVersion& budget, const Financing& financing,
                           const std::vector<PlainDocument>& documents,
                           const std::vector<FormLine>& forms) {
    Sums sums;
    std::int64_t grants = 0;
    std::int64_t simplified = 0;
    for (const PlainDocument& row : documents) {
      sums.direct += row.eligible;
      grants += row.grant.value_or(0);
      sums.tasks.at(static_cast<std::size_t>(row.task)) += row.eligible;
      sums.categories.at(static_cast<std::size_t>(row.category)) += row.eligible;
      if (budget.flat && is_in_base(*budget.flat, row.category, row.in_kind)) {
        sums.base += row.eligible;
      }
    }
    for (const FormLine& line : forms) {
      sums.direct += line.amount;
      simplified += line.amount;
      sums.tasks.at(static_cast<std::size_t>(line.task)) += line.amount;
      sums.categories.at(static_cast<std::size_t>(line.category)) += line.amount;
      if (budget.flat && line.in_base && is_in_base(*budget.flat, line.category, false)) {
        sums.base += line.amount;
      }
    }
    sums.indirect = flat_rate_of(budget, sums.base);
    if (financing.split_by == Financing::SplitBy::weights) {
      sums.sources = weights(financing, sums.eligible());
      return sums;
    }
    // The grant of the documents by the weights of eu and state; what has none by all weights.
    sums.sources = weights(financing, sums.indirect + simplified);
    const Rate eu = *financing.sources[0].rate;
    const Rate state = *financing.sources[1].rate;
    const Int128 eu_part = static_cast<Int128>(eu.numerator()) * state.denominator();
    const Int128 state_part = static_cast<Int128>(state.numerator()) * eu.denominator();
    const std::int64_t of_eu = part_of(grants, eu_part, eu_part + state_part, Rounding::down);
    sums.sources[0] += of_eu;
    sums.sources[1] += grants - of_eu;
    sums.sources[2] += sums.direct - simplified - grants;
    return sums;
  }

  [[nodiscard]] Sums sums(const std::vector<PlainDocument>& documents,
                          const std::vector<FormLine>& forms, int day) const {
    const PlainVersion& budget = made_.budget_on(day);
    const Financing& financing = made_.financing_on(day);
    Sums all = partial_sums(budget, financing, documents, forms);
    std::vector<PlainDocument> of_other = documents;
    std::erase_if(of_other, [](const PlainDocument& row) { return row.partner != 2; });
    const Sums other = partial_sums(budget, financing, of_other, {});
    all.partners = {all.eligible() - other.eligible(), other.eligible()};
    for (std::size_t i = 0; i < source_count; ++i) {
      all.of_leader.at(i) = all.sources.at(i) - other.sources.at(i);
    }
    return all;
  }

  [[nodiscard]] std::array<bool, source_count> advanced_on(int day) const {
    std::array<bool, source_count> advanced{};
    for (const PlainAdvance& advance : made_.advances) {
      if (advance.date > day) continue;
      if (advance.source) {
        advanced.at(*advance.source) = true;
      } else {
        advanced[0] = advanced[1] = true;
      }
    }
    return advanced;
  }

  const MixedProject& made_;
  SlowForms forms_;
  mutable std::map<int, std::vector<FormLine>> lines_;
};

}  // namespace euproj::testing
