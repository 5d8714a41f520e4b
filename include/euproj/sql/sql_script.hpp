#pragma once
// sql_script: the figures of a report as one plain script for an engine that we did not write.

#include <cstdint>
#include <string>
#include <vector>

#include "euproj/model/dossier.hpp"

namespace euproj {

enum class SqlDialect : std::uint8_t { duckdb, postgresql, clickhouse };

/// A project and the period whose figures are asked for; `dossier` needs no logs.
struct SqlProject {
  const Dossier* dossier = nullptr;
  Period period;
};

struct SqlScript {
  std::string text;
  /// Figures, or rules of figures, that the script does not compute: it says so, too.
  std::vector<std::string> not_computed;
};

/// Loads the tables that `export` wrote into the current folder, and computes the figures as rows
/// (project, figure, period, cumulative). It depends on the definitions and the periods alone.
[[nodiscard]] SqlScript build_sql_script(const std::vector<SqlProject>& projects,
                                         SqlDialect dialect);

/// Whether a figure of this stable name only repeats what the definition says, such as a target.
[[nodiscard]] bool is_given_figure(std::string_view name);

}  // namespace euproj
