#pragma once
// Findings as text (`file:line:column: error: message [code]`, then excerpt, caret and help) and
// as JSON, one object a line (src/check/README.md#severity).

#include <string>

#include "euproj/report/figures.hpp"
#include "euproj/words/diagnostics.hpp"

namespace euproj {

struct DiagnosticStyle {
  Language language = Language::polish;
  bool colour = false;
  std::size_t most_per_kind = 20;  // of one kind in one file; the rest is counted. 0: all
  bool only_errors = false;
};

[[nodiscard]] std::string render_diagnostics_text(const Diagnostics& diagnostics,
                                                  const SourceSet& sources,
                                                  const DiagnosticStyle& style);
/// `project`: whose findings they are, as it was named, where a run has several; empty: not told.
[[nodiscard]] std::string render_findings_json_lines(const std::vector<Finding>& findings,
                                                     const std::string& project = {});

}  // namespace euproj
