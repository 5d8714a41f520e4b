#pragma once
// What `euproj catalogue` answers: the common indicators, and how each is counted.

#include <vector>

#include "euproj/model/catalogue.hpp"
#include "euproj/report/document.hpp"

namespace euproj {

/// A table for each programme: code, kind, name.
[[nodiscard]] Document build_catalogue_document(const std::vector<CatalogueEntry>& entries,
                                                Language language);
/// Everything about one.
[[nodiscard]] Document build_catalogue_entry_document(const CatalogueEntry& entry,
                                                      Language language);

}  // namespace euproj
