#pragma once
// Costs: what documents come to, cumulatively, and what rules make of them: flat-rate costs and the
// share of every source.
//
// Two axes lead to costs: days (Expenditure) and claims (ClaimedCosts). Each step of an axis has
// the difference of two cumulative costs, so the steps add up and both end at the same grosz.

#include <vector>

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

}  // namespace euproj
