#pragma once
// The rule of an indicator or a unit cost in words, in the order of the definition's keys.

#include <string>

#include "euproj/model/dossier.hpp"

namespace euproj {

/// "osoby; wiek: 18–29 lat; płeć: kobieta".
[[nodiscard]] std::string build_rule_text(const Dossier& dossier, const Indicator& indicator,
                                          Language language);
[[nodiscard]] std::string build_rule_text(const Dossier& dossier, const UnitCost& cost,
                                          Language language);

}  // namespace euproj
