#pragma once
// Financing: the total, its sources and what the agreement prints (schemas/README.md#financing).

#include <optional>
#include <string>
#include <vector>

#include "euproj/base/source.hpp"
#include "euproj/core/date.hpp"
#include "euproj/core/money.hpp"
#include "euproj/core/rate.hpp"
#include "euproj/model/indicator.hpp"

namespace euproj {

enum class SourceKind : std::uint8_t { eu, state, own, private_funds, other };

/// Whether the source gives the grant, which documents show and advances bring: eu and state.
[[nodiscard]] constexpr bool is_grant(SourceKind kind) {
  return kind == SourceKind::eu || kind == SourceKind::state;
}

struct FundingSource {
  std::string id;
  LocalText name;  // may be empty
  SourceKind kind{};
  std::optional<Rate> rate;     // exactly one of rate, amount, remainder
  std::optional<Money> amount;  // fixed in the agreement
  bool in_kind = false;         // work, rooms, equipment: it is shown by documents
  bool remainder = false;       // takes the cumulative amount less the others
  Rounding rounding{};          // declared, or down for eu and state, up for the others
  Place place;
};

struct AgreedAmount {
  std::vector<std::size_t> sources;  // positions in Financing::sources
  Money amount;
  Place place;
};

struct Financing {
  enum class SplitBy : std::uint8_t { weights, documents };

  std::optional<Date> valid_from;  // of an amendment; see Versions
  Money total;
  std::vector<FundingSource> sources;
  std::vector<AgreedAmount> agreed;
  SplitBy split_by = SplitBy::weights;
  Place place;

  [[nodiscard]] std::size_t remainder_source() const;  // its position
  /// rate, or amount / total; not for the remainder.
  [[nodiscard]] Rate weight(std::size_t source) const;

  /// By source, of a cumulative eligible amount: each its weight, rounded by its rule; the
  /// remainder source the amount less the others. `shares(total)` is what the agreement should
  /// print.
  [[nodiscard]] std::vector<Money> shares(Money eligible) const;
  /// With `split: documents`: `grant` is the funding of the documents, own the rest of `direct`;
  /// flat-rate costs are split by weights and added (src/calc/README.md#grants).
  [[nodiscard]] std::vector<Money> shares_by_documents(Money direct, Money grant,
                                                       Money indirect) const;
  /// The two by the rule of the project: `documents` and `grants` are what rows of the log come to,
  /// `other` what is spent without one. They sum to `documents` and `other`.
  [[nodiscard]] std::vector<Money> shares(Money documents, Money grants, Money other) const;
  /// The agreed amount of the sources of kind eu: the base of some limits.
  [[nodiscard]] Money agreed_eu() const;
};

}  // namespace euproj
