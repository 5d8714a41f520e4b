#pragma once
// A random project with all that src/calc/README.md#money has, mixed: documents, corrections and
// divided invoices of tasks, categories, partners and sources in kind; flat rates of every kind;
// lump sums and unit costs; amendments of budget and financing; claims in every state; decisions;
// advances. Once as the program's dossier, and once as plain lists for an oracle.

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

#include "euproj/model/dossier.hpp"
#include "support/slow_forms.hpp"

namespace euproj::testing {

constexpr int claim_days = 10;
constexpr int claim_count = 5;
constexpr int project_days = claim_days * claim_count;  // all rows of the logs lie in them
constexpr int task_count = 3;
constexpr int category_count = 4;  // 1 and 2 are staff
constexpr int cost_count = 3;
constexpr int sum_count = 2;
constexpr int source_count = 3;  // eu, state, own

/// Amount x fraction as a whole number.
[[nodiscard]] std::int64_t part_of(Int128 amount, Int128 numerator, Int128 denominator,
                                   Rounding rounding);
[[nodiscard]] std::int64_t part_of(Int128 amount, Rate rate, Rounding rounding);

struct PlainDocument {
  int number = 0;  // rows of one number are one invoice
  int paid = 0;
  int claim = -1;  // that it names; -1: none
  int task = 1;
  int category = 0;  // 0: none
  int partner = 0;   // 0: none
  bool in_kind = false;
  std::int64_t eligible = 0;
  std::optional<std::int64_t> grant;
};

struct PlainVersion {
  std::array<std::int64_t, task_count> planned{};
  std::optional<FlatRate> flat;
  std::vector<SlowCost> costs;
  std::vector<SlowSum> sums;
};

struct PlainClaim {
  Claim::Status status{};
  std::optional<int> submitted;
  std::optional<int> decided;
  std::optional<std::int64_t> approved;
};

struct PlainAdvance {
  int date = 0;
  std::int64_t amount = 0;  // negative: returned
  std::optional<std::size_t> source;
};

struct MixedProject {
  PlainLogs logs;
  DayRange range;
  int first = 0;  // of the project
  Dossier dossier;
  std::vector<PlainDocument> documents;
  std::vector<PlainDocument> cuts;  // of decisions: paid on their day, in their claim
  std::vector<PlainVersion> budgets;
  std::vector<int> budget_from;
  std::vector<Financing> financings;
  std::vector<int> financing_from;
  std::vector<PlainClaim> claims;
  std::vector<PlainAdvance> advances;
  std::vector<std::optional<int>> declared;
  bool all_claimed = true;

  [[nodiscard]] int end_of(int claim) const { return first + (claim + 1) * claim_days - 1; }
  [[nodiscard]] int last() const { return first + project_days - 1; }
  /// -1: none.
  [[nodiscard]] int claim_of(const PlainDocument& document) const {
    if (document.claim >= 0) return document.claim;
    if (document.paid < first || document.paid > last()) return -1;
    return (document.paid - first) / claim_days;
  }
  [[nodiscard]] const PlainVersion& budget_on(int day) const {
    return budgets[budgets.size() > 1 && day >= budget_from[1] ? 1 : 0];
  }
  [[nodiscard]] const Financing& financing_on(int day) const {
    return financings[financings.size() > 1 && day >= financing_from[1] ? 1 : 0];
  }
};

[[nodiscard]] MixedProject make_mixed_project(std::uint64_t seed);

}  // namespace euproj::testing
