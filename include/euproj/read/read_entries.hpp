#pragma once
// read_entries: a definition as a flat list of what it says, for comparing two by meaning.
//
// Items of a list are named by what identifies them (`tasks[1]`, `advances[2022-01-20 eu]`), so
// neither the order of keys and items nor the form of a number changes an entry.

#include <string>
#include <vector>

#include "euproj/base/source.hpp"

namespace euproj {

struct DefinitionEntry {
  std::string path;   // in the keys of the definition: indicators[P1].target.total
  std::string value;  // in one form: 1000.00 and 1000.0 are both 1000, lists of words are sorted
};

/// In the order of the file. The text is a definition without errors.
[[nodiscard]] std::vector<DefinitionEntry> read_entries(FileId file, const SourceSet& sources);

}  // namespace euproj
