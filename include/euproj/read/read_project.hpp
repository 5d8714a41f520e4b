#pragma once
// read_project: one YAML definition to a Project, and every fault of it in one run
// (schemas/README.md#the-definition).
//
// Each mapping is walked once in file order against its field table (fields.hpp): an unknown key is
// reported with the nearest known one, a repeated key, a wrong type, a missing key, a reference
// that leads nowhere; each with line, column and length, so that an excerpt and caret can be shown.

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "euproj/base/source.hpp"
#include "euproj/model/logs.hpp"
#include "euproj/model/project.hpp"
#include "euproj/words/diagnostics.hpp"

namespace euproj {

/// A catalogue that a definition names: its text is kept in the SourceSet.
struct OpenedCatalogue {
  FileId file = no_file;
  std::string sha256;
};
/// Opens the file of a path as the definition writes it, or reports at `place` why it cannot.
using OpenCatalogue =
    std::function<std::optional<OpenedCatalogue>(const std::string& path, Place, Diagnostics&)>;

/// The text is SourceSet's kept text of `file`. Declared ids are interned in `codes` in the order
/// declared. Nothing when any error was found; the findings say why.
[[nodiscard]] std::optional<Project> read_project(FileId file, const SourceSet& sources,
                                                  Codes& codes, Diagnostics& diagnostics,
                                                  const OpenCatalogue& open = {});

/// schemas/project.schema.json, compiled in.
[[nodiscard]] std::string_view project_schema();

// A definition as a flat list of what it says, for comparing two by meaning. Items of a list are
// named by what identifies them (`tasks[1]`, `advances[2022-01-20 eu]`), so neither the order of
// keys and items nor the form of a number changes an entry.

/// In the order of the file. The text is a definition without errors.
[[nodiscard]] std::vector<DefinitionEntry> read_entries(FileId file, const SourceSet& sources);

}  // namespace euproj
