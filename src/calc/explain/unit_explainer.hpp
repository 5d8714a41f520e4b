#pragma once
// UnitExplainer: why one unit of an indicator counts on a day or does not, and by which rows.

#include <optional>
#include <unordered_map>
#include <utility>
#include <vector>

#include "calc/conditions/compiled_condition.hpp"
#include "euproj/calc/reason.hpp"
#include "euproj/calc/units.hpp"
#include "euproj/model/entities.hpp"

namespace euproj {

class UnitExplainer {
 public:
  /// Keeps references; who is in a household and which rows make a session is found once.
  UnitExplainer(const Dossier& dossier, const Indicator& indicator, Date day);

  using Why = std::pair<Reason, std::vector<Origin>>;
  [[nodiscard]] Why explain(const Unit& unit) const;

 private:
  /// `holds` and one reason, whatever it rests on.
  struct Answered {
    bool holds = false;
    Reason reason;
    std::vector<Origin> rows;
  };

  [[nodiscard]] Answered person(PersonIndex index) const;
  [[nodiscard]] Answered supported(PersonIndex index) const;
  [[nodiscard]] Why entry(const Unit& unit) const;
  [[nodiscard]] Why household(const Unit& unit) const;
  [[nodiscard]] Answered support_row(std::uint32_t at) const;
  [[nodiscard]] Why session(const Unit& unit) const;
  [[nodiscard]] Why place(const Unit& unit) const;
  [[nodiscard]] Why entity(const Unit& unit) const;
  [[nodiscard]] Why criterion(PersonIndex index) const;

  const Dossier& dossier_;
  Count count_;
  Indicator::When when_;
  CompiledCondition condition_;
  std::optional<Criterion> criterion_;
  Date day_;
  std::vector<std::vector<PersonIndex>> members_;         // by household, of `households` only
  std::vector<std::vector<std::uint32_t>> session_rows_;  // by session, of `sessions` only
  std::unordered_map<std::uint32_t, Entity> entities_;    // by first row, of `entities` only
};

}  // namespace euproj
