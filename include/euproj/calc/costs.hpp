#pragma once
// Costs: what documents come to, cumulatively, and what rules make of them: flat-rate costs and the
// share of every source.
//
// Two axes lead to costs: days (Expenditure) and claims (ClaimedCosts). Each step of an axis has
// the difference of two cumulative costs, so the steps add up and both end at the same grosz.

#include <cstdint>
#include <optional>
#include <vector>

#include "euproj/core/date.hpp"
#include "euproj/model/dossier.hpp"
#include "euproj/model/project.hpp"

namespace euproj {

struct ExpenditureRow;
struct Dossier;
class SimplifiedCosts;

/// Sums of direct costs, by what a flat rate looks at.
struct DirectCosts {
  Money direct;
  Money grants;
  std::vector<Money> by_category;   // by code; 0: documents without one
  std::vector<Money> in_kind;       // of them, documents of sources in kind
  Money simplified;                 // lump sums and unit costs, which no document shows
  std::vector<Money> outside_base;  // by category: of those, what no flat rate is taken of

  void add(const ExpenditureRow& row, bool is_in_kind);
  DirectCosts& operator+=(const DirectCosts& other);
};

/// The sums of a set of documents. No rule is in them.
struct CostSums : DirectCosts {
  std::vector<Money> by_task;           // by code; 0 is unused
  std::vector<Money> by_source;         // by code; 0: documents that name none; eligible less grant
  std::vector<DirectCosts> by_partner;  // by code; 0 is unused

  explicit CostSums(const Dossier& dossier);
  void add(const Dossier& dossier, const ExpenditureRow& row);
  /// What simplified forms come to on a day, or what of them does not depend on results: unit
  /// costs.
  enum class Forms : std::uint8_t { all, unit_costs };
  void add(const SimplifiedCosts& forms, Date day, Forms which = Forms::all);
  CostSums& operator+=(const CostSums& other);
};

/// By the versions of budget and financing in force on a day.
class Costs {
 public:
  /// `project` stays where it is.
  Costs(const Project& project, CostSums sums, Date day);

  [[nodiscard]] Money direct() const { return sums_.direct; }
  /// What the flat rate is taken of; zero without one.
  [[nodiscard]] Money base() const { return base_of(sums_); }
  /// Flat-rate costs; they follow corrections (src/calc/README.md#flat-rate).
  [[nodiscard]] Money indirect() const;
  [[nodiscard]] Money eligible() const { return direct() + indirect(); }
  /// By source, in the order of Financing::sources; they sum to eligible().
  [[nodiscard]] std::vector<Money> shares() const;
  [[nodiscard]] Money of_task(Code task) const { return sums_.by_task.at(task); }
  [[nodiscard]] Money of_category(Code category) const { return sums_.by_category.at(category); }
  /// What documents that name this source say it pays: eligible less grant.
  [[nodiscard]] Money documented(Code source) const { return sums_.by_source.at(source); }

  struct Partner {
    Money eligible;
    std::vector<Money> shares;  // by source; they sum to eligible
  };
  /// By partner, in the order of Budget::partners. Everyone has the flat rate and the shares of
  /// their own costs, and the leader what is left of the project's: they sum to it to the grosz.
  [[nodiscard]] std::vector<Partner> of_partners() const;
  /// The same documents by the versions of another day.
  [[nodiscard]] Costs by_versions_of(Date day) const { return {project_, sums_, day}; }

 private:
  [[nodiscard]] Money base_of(const DirectCosts& costs) const;
  [[nodiscard]] Partner of(const DirectCosts& costs) const;

  const Project& project_;
  CostSums sums_;
  const Budget& budget_;
  const Financing& financing_;
};

// The costs of every claim, and what is on the way to one (src/calc/README.md#claims).
//
//   V 1  names claim 1               up_to(1)   V 1
//   V 2  paid in claim 2's days      up_to(2)   V 1 + V 2
//   V 3  paid after both             no claim   V 3
//
//   claim 2 gets up_to(2) less up_to(1), in all and of each source
//
// Claims stand in the order of the definition. Documents paid after the day of the axis, and
// decisions after it, are not known yet.

class ClaimedCosts {
 public:
  /// What is known on `day`; none: all that the log has. The dossier stays where it is, as do the
  /// simplified forms; null: none. A claim has what they come to on its last day.
  ClaimedCosts(const Dossier& dossier, std::optional<Date> day,
               const SimplifiedCosts* simplified = nullptr);
  /// The same documents, and of decisions only those of `day` and before.
  [[nodiscard]] ClaimedCosts with_decisions_until(Date day) const;

  /// Of the first `claims` claims together: by the versions in force on the last day of the last of
  /// them, or on the day of the axis where that is earlier. 0: before all, nothing.
  [[nodiscard]] Costs up_to(std::size_t claims) const;
  /// What one claim gets: by source, and in all.
  struct Share {
    Money eligible;
    std::vector<Money> sources;
  };
  [[nodiscard]] Share of(std::size_t claim) const;
  /// The same with the approved amount in place of what the log gives, where a decision that the
  /// day knows names one: the difference is shared by the weights of the sources.
  [[nodiscard]] Share approved(std::size_t claim) const;

 private:
  void add_documents();
  void add_decisions_until(std::optional<Date> day);
  [[nodiscard]] Date versions_day(std::size_t claims) const;

  const Dossier& dossier_;
  std::optional<Date> day_;
  const SimplifiedCosts* simplified_;
  std::vector<CostSums> documents_;  // by claim
  std::vector<CostSums> sums_;       // by number of claims: of those before, with decisions
};

/// Documents paid by a day that no ended claim has (src/calc/README.md#claims). The direct costs of
/// the day are those of claims that have ended, and `no_claim` and `later_claim`.
struct OnTheWay {
  struct Part {
    Money amount;
    std::vector<std::uint32_t> rows;  // positions in the log, ascending
  };
  Part no_claim;      // none named, and paid in the days of none
  Part later_claim;   // in a claim that ends after the day
  Part paid_outside;  // in a claim that has ended, but not paid in its days
};
[[nodiscard]] OnTheWay compute_on_the_way(const Dossier& dossier, Date day);

}  // namespace euproj
