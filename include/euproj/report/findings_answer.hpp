#pragma once
// The findings of a check as a table, for who mends the logs.

#include <span>
#include <string>

#include "euproj/base/source.hpp"
#include "euproj/report/document.hpp"
#include "euproj/words/diagnostics.hpp"

namespace euproj {

struct ProjectFindings {
  std::string project;  // as it was named; said where there are several
  const Diagnostics& findings;
  const SourceSet& sources;
};

/// A row each, file by file in the order of the lines, what is wrong and what to do apart. Notes
/// are left out.
[[nodiscard]] Document build_findings_document(std::span<const ProjectFindings> projects,
                                               Language language);

}  // namespace euproj
