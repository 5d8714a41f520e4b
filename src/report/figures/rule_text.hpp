#pragma once
// The rule of an indicator in the keys of the definition, so that an auditor finds them there.

#include <string>

#include "euproj/model/dossier.hpp"

namespace euproj {

/// "count: persons, where: {sex: [K], age: {min: 18, max: 29}}".
[[nodiscard]] std::string build_rule_text(const Dossier& dossier, const Indicator& indicator);
[[nodiscard]] std::string build_rule_text(const Dossier& dossier, const UnitCost& cost);

}  // namespace euproj
