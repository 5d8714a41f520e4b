#pragma once
// load: a project's definition and logs, with everything that is wrong with them, and the waivers
// of what was found.

#include <string>
#include <vector>

#include "euproj/base/files.hpp"
#include "euproj/check/waivers.hpp"
#include "euproj/model/dossier.hpp"
#include "euproj/read/read_logs.hpp"
#include "euproj/words/diagnostics.hpp"

namespace euproj {

struct Loaded {
  explicit Loaded(Diagnostics::Warnings warnings) : diagnostics(warnings) {}

  Dossier dossier;
  SourceSet sources;
  Diagnostics diagnostics;            // sorted
  std::vector<WaivedFinding> waived;  // taken out of them by take_waived
  std::string replaced_seal;          // path of a seal that is about to be replaced; empty: none
  bool has_project = false;           // the definition could be read; the dossier means something
};

/// `day`: of the findings about money; `outside`: of the catalogues that the definition names.
/// Neither throws for what is in the files; all faults of all files are in the diagnostics.
[[nodiscard]] Loaded load_definition(const std::string& path, Diagnostics::Warnings warnings,
                                     const Files& files, FindingsDay day = {},
                                     Outside outside = Outside::refused);
/// Into what load_definition gave for the same path; nothing without a project. `threads`: from 1.
void load_logs(const std::string& path, const Files& files, Outside outside, Loaded& loaded,
               std::size_t threads = 1);

/// Adds what was found of the logs after they were loaded.
void add_findings(Diagnostics found, const Files& files, Loaded& loaded);

/// With its slash; empty for a file in the current folder.
[[nodiscard]] std::string folder_of(const std::string& path);

/// Why a file could not be read or written, in words.
[[nodiscard]] std::string fault_text(FileFault fault, Language language);

// The waivers of a project, at work on what was found of it.
//
//   load_logs        findings, each with its subject
//   take_waived      those that are waived on the day go to Loaded::waived; again after each check
//   finish_waivers   the same, and which waivers ended or waive nothing
//
// Before an exit status is taken from the findings, for a waived warning is none.

void take_waived(Loaded& loaded, Date day);
void finish_waivers(Loaded& loaded, Date day, const Files& files);

/// The day for who asks for no period: --as-of or the period's last day, else today.
[[nodiscard]] Date waiver_day(const Loaded& loaded);

}  // namespace euproj
