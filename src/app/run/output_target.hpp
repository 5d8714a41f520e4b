#pragma once
// Where results go: standard output, one file, or a folder (SPEC 1 `-o`).

#include <optional>
#include <string>

#include "euproj/app/options.hpp"
#include "euproj/app/env.hpp"
#include "euproj/words/diagnostics.hpp"

namespace euproj {

class OutputTarget {
 public:
  OutputTarget(const Options& options, const Files& files);

  /// What is wrong with the wish, for standard error; nothing when it can be done.
  [[nodiscard]] std::optional<std::string> usage_fault() const;
  [[nodiscard]] bool is_folder() const { return folder_; }
  [[nodiscard]] bool is_standard_output() const { return options_.output.empty(); }
  /// `file_part`: of the period.
  [[nodiscard]] std::string path(const std::string& project_id, const std::string& file_part,
                                 Format format) const;

 private:
  const Options& options_;
  bool folder_ = false;
};

[[nodiscard]] std::string extension_of(Format format);

/// Writes one result whole or not at all: says so on standard error, or adds a finding why not.
void write_result(const std::string& to, const Output& output, const Options& options, Env& env,
                  Diagnostics& diagnostics);

}  // namespace euproj
