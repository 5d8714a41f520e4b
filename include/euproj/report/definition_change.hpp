#pragma once
// DefinitionChange: an entry of a definition that is not what it was.

#include <optional>
#include <string>

#include "euproj/core/quantity.hpp"

namespace euproj {

/// Added when there is no `before`, removed when there is no `after`.
struct DefinitionChange {
  std::string path;
  std::optional<std::string> before;
  std::optional<std::string> after;
  std::optional<Quantity> change;  // of two numbers
};

}  // namespace euproj
