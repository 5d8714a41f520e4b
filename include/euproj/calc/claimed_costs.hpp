#pragma once
// ClaimedCosts: the costs of every claim, and what is on the way to one
// (src/calc/README.md#claims).
//
//   V 1  names claim 1               up_to(1)   V 1
//   V 2  paid in claim 2's days      up_to(2)   V 1 + V 2
//   V 3  paid after both             no claim   V 3
//
//   claim 2 gets up_to(2) less up_to(1), in all and of each source
//
// Claims stand in the order of the definition. Documents paid after the day of the axis, and
// decisions after it, are not known yet.

#include <cstdint>
#include <optional>
#include <vector>

#include "euproj/calc/costs.hpp"
#include "euproj/core/date.hpp"
#include "euproj/model/dossier.hpp"

namespace euproj {

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
