#pragma once
// locate_cells: byte columns for findings of later floors, which know a row and a cell but not the
// text.

#include "euproj/base/files.hpp"
#include "euproj/model/dossier.hpp"
#include "euproj/words/diagnostics.hpp"

namespace euproj {

/// Gives findings that point at a cell their byte column, by reading their rows once more; in a
/// spreadsheet the number of the cell.
void locate_cells(const Logs& logs, const Project& project, const Files& files,
                  const SourceSet& sources, Diagnostics& diagnostics);

}  // namespace euproj
