#pragma once
// Fleet: what the projects of one run came to, in the order in which they were named.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "euproj/report/document.hpp"
#include "euproj/report/figures.hpp"

namespace euproj {

enum class ProjectState { done, incomplete, bad_data, wrong_usage, failure };

struct FleetFigures {
  Period period;
  std::string currency;
  Money total;
  std::optional<MoneyFigures> eligible;  // none: suppressed
  std::optional<Percent> used;           // of the total, cumulative
  PeopleFigures participants;
  std::vector<IndicatorFigures> indicators;
};

/// All findings of one code.
struct FleetFindings {
  std::size_t count = 0;
  Finding first;
};

struct FleetProject {
  std::string path;  // as it was named
  ProjectState state{};
  std::string id;  // empty: the definition could not be read
  LocalText title;
  std::optional<FleetFigures> figures;  // none: there is no report
  std::size_t errors = 0;
  std::size_t warnings = 0;
  std::vector<FleetFindings> findings;  // errors first, then by code
  std::vector<std::string> stale = {};  // files of an earlier run where this one made no report
};

struct Fleet {
  std::string period;  // as it was asked for
  std::vector<FleetProject> projects;
  std::optional<std::int64_t> small_cells;  // findings are then not shown: they may count persons
  std::string label = {};                   // on every page; may be empty
  /// Of `last-month` and `all`, which do not name their days; of `all` the last one.
  std::optional<Period> days = {};
};

[[nodiscard]] FleetFigures fleet_figures(const Figures& figures);
[[nodiscard]] std::vector<FleetFindings> group_findings(const std::vector<Finding>& findings);

/// Indicators whose target is reached, and those that have one. What is suppressed is in neither.
struct Reached {
  std::int64_t reached = 0;
  std::int64_t of = 0;
};
[[nodiscard]] Reached reached_of(const FleetFigures& figures);

[[nodiscard]] Document build_fleet_document(const Fleet& fleet, Language language);

}  // namespace euproj
