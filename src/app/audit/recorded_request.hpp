#pragma once
// RecordedRequest: what a report says of the options that it was made with
// (src/app/audit/README.md#verify).

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/cli/options.hpp"
#include "euproj/read/json_leaves.hpp"
#include "euproj/read/read_workbook_cells.hpp"

namespace euproj {

struct RecordedRequest {
  PeriodOptions period;
  Language language = Language::polish;
  std::optional<std::int64_t> small_cells;
  std::string version;
  std::string project;  // id; empty: the file does not say
  Date last;            // of the report's period
};

/// Nothing where the file is no report of ours.
[[nodiscard]] std::optional<RecordedRequest> request_of(const std::vector<JsonLeaf>& report);
[[nodiscard]] std::optional<RecordedRequest> request_of(const WorkbookCells& workbook);

}  // namespace euproj
