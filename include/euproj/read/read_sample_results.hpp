#pragma once
// read_sample_results: what was found right of the documents of a sample.

#include <string>
#include <vector>

#include "euproj/base/files.hpp"
#include "euproj/core/money.hpp"
#include "euproj/words/diagnostics.hpp"

namespace euproj {

struct ReadSampleResult {
  std::string document;
  Money correct;
};

/// A list with the columns `document` and `correct`, as CSV or a sheet. Every fault is reported,
/// a document that stands twice too.
[[nodiscard]] std::vector<ReadSampleResult> read_sample_results(const std::string& path,
                                                                const Files& files,
                                                                SourceSet& sources,
                                                                Diagnostics& diagnostics);

}  // namespace euproj
