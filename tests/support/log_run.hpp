#pragma once
// LogRun: a project with one data file after another, read from memory, and its findings as text.

#include <string>
#include <utility>
#include <vector>

#include "euproj/read/read_logs.hpp"
#include "support/memory_files.hpp"

namespace euproj::testing {

struct LogRun {
  Project project;
  MemoryFiles files;
  SourceSet sources;
  Codes codes;
  Logs logs;
  Diagnostics diagnostics;
  Outside outside = Outside::refused;

  /// Declares `data: {kind: path}` without a file.
  DataFile& declare(LogKind kind, std::string pattern) {
    DataFile declared;
    declared.kind = kind;
    declared.pattern = std::move(pattern);
    declared.place = {no_file, 7, 3};
    project.data.push_back(std::move(declared));
    return project.data.back();
  }
  DataFile& add(LogKind kind, const std::string& path, std::string bytes) {
    files.put("p/" + path, std::move(bytes));
    return declare(kind, path);
  }

  void read(ReadOptions options = {}) {
    read_logs(project, "p/", outside, files, sources, codes, logs, diagnostics, options);
  }

  /// `log.csv:2:5: error: message [code]`, sorted; the definition is `project.yaml`.
  [[nodiscard]] std::vector<std::string> findings(Language language = Language::english) {
    diagnostics.sort();
    std::vector<std::string> lines;
    for (const Diagnostic& finding : diagnostics.all()) {
      const bool in_log = finding.place.file != no_file;
      std::string line = in_log ? sources.file(finding.place.file).path : "project.yaml";
      line += ":" + std::to_string(finding.place.line) + ":" + std::to_string(finding.place.column);
      line += finding.severity == Severity::note      ? ": note: "
              : finding.severity == Severity::warning ? ": warning: "
                                                      : ": error: ";
      lines.push_back(line + finding.message(language, &sources) + " [" +
                      std::string(kind_info(finding.kind).code) + "]");
    }
    return lines;
  }
};

}  // namespace euproj::testing
