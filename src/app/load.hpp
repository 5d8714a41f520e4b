#pragma once
// load: a project's definition and logs, with everything that is wrong with them.

#include <string>

#include "euproj/app/options.hpp"
#include "euproj/base/diagnostics.hpp"
#include "euproj/base/files.hpp"
#include "euproj/model/dossier.hpp"
#include "euproj/read/read_logs.hpp"

namespace euproj {

enum class LoadLogs { yes, no };

struct Loaded {
  explicit Loaded(Diagnostics::Warnings warnings) : diagnostics(warnings) {}

  Dossier dossier;
  SourceSet sources;
  Diagnostics diagnostics;   // sorted
  bool has_project = false;  // the definition could be read; the dossier means something
};

/// Never throws for what is in the files; all faults of all files are in the diagnostics.
[[nodiscard]] Loaded load(const std::string& path, LoadLogs logs, Diagnostics::Warnings warnings,
                          const Files& files, Outside outside = Outside::refused);

/// Why a file could not be read or written, in words.
[[nodiscard]] std::string fault_text(FileFault fault, Language language);

}  // namespace euproj
