#pragma once
// read_lists: lists that are no logs of a project: published projects, of each the total and one
// part of it; and what was found right of the documents of a sample.
//
// Each is a CSV in any encoding and with any delimiter that a log may have, or a sheet; its header
// is found as that of a log. Every fault is reported; rows with faults are left out.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "euproj/base/files.hpp"
#include "euproj/core/split.hpp"
#include "euproj/model/data_file.hpp"
#include "euproj/model/documents.hpp"
#include "euproj/words/diagnostics.hpp"

namespace euproj {

/// The headers of the two columns; those of the lists of Fundusze Europejskie unless told
/// otherwise.
struct PublishedColumns {
  std::string total = "Wartość projektu";
  std::string part = "Dofinansowanie z EU";
};

/// `TOTAL,PART`, of which a name that holds a comma stands in double quotes, as in a CSV. Nothing
/// when these are not two names.
[[nodiscard]] std::optional<PublishedColumns> parse_published_columns(std::string_view text);

struct PublishedList {
  std::vector<PublishedPart> parts;
  std::vector<Skipped> skipped;  // in order of lines: titles, totals, rows without amounts
};

[[nodiscard]] PublishedList read_published(const std::string& path, const PublishedColumns& columns,
                                           const Files& files, SourceSet& sources,
                                           Diagnostics& diagnostics);

/// A list with the columns `document` and `correct`. A document that stands twice is a fault, too.
[[nodiscard]] std::vector<SampleResult> read_sample_results(const std::string& path,
                                                            const Files& files, SourceSet& sources,
                                                            Diagnostics& diagnostics);

}  // namespace euproj
