#pragma once
// read_catalogue: schemas/catalogue-*.yaml, compiled in and read once, by the same tree and the
// same condition reader as a definition.
//
// A fault in them is ours, so it is an InternalError; the unit tests read all of them.

#include <string_view>
#include <vector>

#include "euproj/model/catalogue.hpp"

namespace euproj {

/// ESF first, then ESF+, each in the order of its file.
[[nodiscard]] const std::vector<CatalogueEntry>& read_catalogue();

/// Null when there is no such code; codes are compared as written.
[[nodiscard]] const CatalogueEntry* find_in_catalogue(std::string_view code);

}  // namespace euproj
