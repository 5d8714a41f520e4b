#pragma once
// recognise_data: what files seem to be, as entries of `data`, for `euproj init --from`.
//
// A guess, made of headers and of what stands in the first rows; nothing is counted from it. What
// is doubtful is written as a comment. Names of columns are shown, what stands in cells is not, but
// for words of closed dictionaries and short marks of attendance lists.

#include <string>
#include <vector>

#include "euproj/base/files.hpp"
#include "euproj/model/project.hpp"
#include "euproj/words/diagnostics.hpp"

namespace euproj {

/// One entry of `data`, or a sheet or file of which nobody can tell what it is.
struct RecognisedEntry {
  bool is_known = false;
  LogKind log{};
  std::string yaml;                 // of the entry, from `- {file: ...` on, without indentation
  std::vector<std::string> doubts;  // lines for comments, in the language asked for
};

/// What the entries tell of the project around them.
struct RecognisedData {
  std::vector<RecognisedEntry> entries;  // in the order of the files
  std::vector<std::string> forms;        // of support, as the files write them
  Date first, last;                      // of the days in columns that are dates of events
};

/// `paths` are opened as they are, and named in `data` as they are. What cannot be read is a
/// finding.
[[nodiscard]] RecognisedData recognise_data(const std::vector<std::string>& paths,
                                            const Files& files, SourceSet& sources,
                                            Language language, Diagnostics& diagnostics);

}  // namespace euproj
