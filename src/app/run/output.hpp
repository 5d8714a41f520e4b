#pragma once
// What a run gives back: findings on standard error, results where the options want them, and the
// exit status that follows from both.

#include <optional>
#include <span>
#include <string>

#include "app/cli/options.hpp"
#include "euproj/app/load.hpp"
#include "euproj/render/render.hpp"

namespace euproj {

/// On standard error, in the form of --findings. `project`: what findings as JSON name of it.
void print_findings(const Loaded& loaded, const CommonOptions& common, Env& env,
                    const std::string& project = {});
/// What a finding as JSON says of its project: nothing in a run of one.
[[nodiscard]] std::string project_shown(const std::string& path, std::size_t projects);

/// failure over bad_data over done.
[[nodiscard]] ExitCode exit_code_of(const Diagnostics& diagnostics);
/// --fail-on: what is done with warnings.
[[nodiscard]] ExitCode code_with_warnings(ExitCode code, std::size_t warnings, FailOn fail_on);
[[nodiscard]] ExitCode highest(ExitCode a, ExitCode b);

[[nodiscard]] Diagnostics::Warnings warnings_of(const CommonOptions& common);
/// Of a text on standard output. In a file it has no colour.
[[nodiscard]] TextStyle text_style(const CommonOptions& common, const TextOptions& options,
                                   const Env& env);
[[nodiscard]] bool use_colour(const CommonOptions& common, const Env& env, bool terminal);

/// Where results go: standard output, one file, or a folder (src/app/README.md#output).
class OutputTarget {
 public:
  OutputTarget(std::string path, const Files& files);

  /// What is wrong with these formats of so many projects there, for standard error.
  [[nodiscard]] std::optional<std::string> usage_fault(std::size_t projects,
                                                       std::span<const Format> formats,
                                                       Language language) const;
  [[nodiscard]] bool is_folder() const { return folder_; }
  [[nodiscard]] bool is_standard_output() const { return path_.empty(); }
  /// `file_part`: of the period.
  [[nodiscard]] std::string path(const std::string& project_id, const std::string& file_part,
                                 Format format) const;

 private:
  std::string path_;
  bool folder_ = false;
};

/// Writes one result whole or not at all: says so on standard error, or adds a finding why not.
void write_result(const std::string& to, const Output& output, Readers readers,
                  const CommonOptions& common, Env& env, Diagnostics& diagnostics);

/// Says on standard error that a file cannot be written, and why: the status is then failure.
ExitCode say_not_written(const std::string& path, const std::string& reason, Language language,
                         Env& env);

}  // namespace euproj
