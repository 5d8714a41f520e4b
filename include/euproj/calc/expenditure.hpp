#pragma once
// Expenditure: the costs of every day by payment (src/calc/README.md#claims): a document counts on
// the day on which it was paid, whatever claim it names; what a decision takes back, on the day of
// the decision.

#include <vector>

#include "euproj/calc/costs.hpp"
#include "euproj/core/series.hpp"
#include "euproj/model/dossier.hpp"

namespace euproj {

class Expenditure {
 public:
  /// The project of the dossier stays where it is, as do the simplified forms; null: none.
  explicit Expenditure(const Dossier& dossier, const SimplifiedCosts* simplified = nullptr);

  /// Cumulative, on the evening of `day`, by the versions in force on it.
  [[nodiscard]] Costs on(Date day) const;
  /// Without lump sums, which no pace leads to.
  [[nodiscard]] Costs without_lump_sums(Date day) const;
  [[nodiscard]] const SimplifiedCosts* simplified() const { return simplified_; }
  /// By source: how the shares of what was spent before `day` differ under the versions of `day`
  /// from what they were on the day before. All zero without an amendment.
  [[nodiscard]] std::vector<Money> adjustment_on(Date day) const;

 private:
  struct Part {
    Series<Money> direct;
    Series<Money> grants;
    std::vector<Series<Money>> by_category;  // by code
    std::vector<Series<Money>> in_kind;      // by code

    explicit Part(std::size_t categories) : by_category(categories), in_kind(categories) {}
    void add(const ExpenditureRow& row, bool is_in_kind);
    void finish();
    void read(Date day, DirectCosts& costs) const;
  };
  void add(const ExpenditureRow& row);
  [[nodiscard]] Costs costs(Date day, CostSums::Forms forms) const;

  const Dossier& dossier_;
  const SimplifiedCosts* simplified_;
  Part all_;
  std::vector<Series<Money>> by_task_;    // by code; 0 is unused
  std::vector<Series<Money>> by_source_;  // by code; 0: documents that name none
  std::vector<Part> by_partner_;          // by code; 0 is unused
};

}  // namespace euproj
