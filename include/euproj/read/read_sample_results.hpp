#pragma once
// read_sample_results: what was found right of the documents of a sample.

#include <string>
#include <vector>

#include "euproj/base/files.hpp"
#include "euproj/model/sample_result.hpp"
#include "euproj/words/diagnostics.hpp"

namespace euproj {

/// A list with the columns `document` and `correct`, as CSV or a sheet. Every fault is reported,
/// a document that stands twice too.
[[nodiscard]] std::vector<SampleResult> read_sample_results(const std::string& path,
                                                            const Files& files, SourceSet& sources,
                                                            Diagnostics& diagnostics);

}  // namespace euproj
