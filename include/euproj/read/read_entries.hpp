#pragma once
// read_entries: a definition as a flat list of what it says, for comparing two by meaning.
//
// Items of a list are named by what identifies them (`tasks[1]`, `advances[2022-01-20 eu]`), so
// neither the order of keys and items nor the form of a number changes an entry.

#include <string>
#include <vector>

#include "euproj/base/source.hpp"
#include "euproj/model/definition_entry.hpp"

namespace euproj {

/// In the order of the file. The text is a definition without errors.
[[nodiscard]] std::vector<DefinitionEntry> read_entries(FileId file, const SourceSet& sources);

}  // namespace euproj
