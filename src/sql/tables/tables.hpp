#pragma once
// The tables of an export: names and columns, which the export writes and the script loads.

#include <span>

#include "sql/algebra/relation.hpp"

namespace euproj::sql {

/// The names of columns in SQL, where the logs' own words mean something else there.
[[nodiscard]] std::string attribute_column(Attribute which);

struct TableColumns {
  std::string name;
  Columns columns;  // `project` first
};

[[nodiscard]] const std::vector<TableColumns>& tables();

}  // namespace euproj::sql
