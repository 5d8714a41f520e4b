#pragma once
// A definition from a text, and its findings as lines that tests compare whole:
// "line:column+length code: message", in the order of the file.

#include <optional>
#include <string>
#include <vector>

#include "euproj/read/read_project.hpp"

namespace euproj::testing {

struct Definition {
  std::optional<Project> project;
  Codes codes;
  Diagnostics diagnostics;

  [[nodiscard]] std::vector<std::string> findings(Language language = Language::english) {
    diagnostics.sort();
    std::vector<std::string> lines;
    for (const Diagnostic& finding : diagnostics.all()) {
      lines.push_back(std::to_string(finding.place.line) + ":" +
                      std::to_string(finding.place.column) + "+" +
                      std::to_string(finding.place.length) + " " +
                      std::string(kind_info(finding.kind).code) + ": " +
                      finding.message(language));
    }
    return lines;
  }
};

[[nodiscard]] inline Definition read_definition(std::string text) {
  Definition definition;
  SourceSet sources;
  const FileId file = sources.add("project.yaml", "project.yaml");
  sources.keep_text(file, std::move(text));
  definition.project = read_project(file, sources, definition.codes, definition.diagnostics);
  return definition;
}

}  // namespace euproj::testing
