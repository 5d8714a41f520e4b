#pragma once
// From an explanation of the calculation to words: the head of an indicator, a unit's row, a reason
// (a text per reason, its arguments by their type).

#include "euproj/base/source.hpp"
#include "euproj/calc/explanation.hpp"
#include "euproj/report/explained.hpp"

namespace euproj {

/// Keeps references.
class ExplainedBuilder {
 public:
  ExplainedBuilder(const Dossier& dossier, const SourceSet& sources, Language language,
                   bool reveal = false)
      : dossier_(dossier), sources_(sources), language_(language), reveal_(reveal) {}

  /// Without rows.
  [[nodiscard]] ExplainedIndicator head(std::size_t indicator,
                                        const std::optional<Quantity>& value) const;
  [[nodiscard]] ExplainedRow row(Count count, const ExplainedUnit& explained) const;
  [[nodiscard]] std::string key(Count count, const Unit& unit) const;
  [[nodiscard]] std::string place(Origin origin) const;
  /// Of a place of the definition.
  [[nodiscard]] std::string place(const Place& of) const;

 private:
  [[nodiscard]] std::string evidence(Count count, const ExplainedUnit& explained) const;
  [[nodiscard]] std::string id_or_place(std::string_view id, Origin origin) const;
  [[nodiscard]] std::string entity_key(const EntityRow& row) const;

  const Dossier& dossier_;
  const SourceSet& sources_;
  Language language_;
  bool reveal_;
};

}  // namespace euproj
