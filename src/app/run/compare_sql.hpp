#pragma once
// The rows that an SQL engine gave for the script of `euproj sql`, beside the figures of a report.

#include <string>
#include <string_view>
#include <vector>

#include "euproj/base/result.hpp"
#include "euproj/read/json_leaves.hpp"
#include "euproj/report/verification.hpp"

namespace euproj {

struct SqlRow {
  std::string project;
  std::string figure;
  std::string period;  // empty: null
  std::string cumulative;
};

/// CSV with a header; the reason: the line that has not the four columns.
[[nodiscard]] Result<std::vector<SqlRow>, std::size_t> read_sql_rows(std::string_view csv);

struct SqlComparison {
  std::string project;  // of the report
  bool has_project = false;
  std::vector<std::string> not_witnessed;  // figures of the report that no row has
};

/// Numbers are compared as numbers. What the definition says itself needs no witness.
[[nodiscard]] SqlComparison compare_sql(const std::vector<SqlRow>& rows,
                                        const std::vector<JsonLeaf>& report,
                                        Verification& verification);

}  // namespace euproj
