#pragma once
// A definition from a text, and its findings as one text that tests compare whole: a line each,
// "line:column+length code: message", in the order of the file.

#include <optional>
#include <string>
#include <utility>

#include "euproj/read/read_project.hpp"

namespace euproj::testing {

/// Two lines; a section `financing` follows.
inline const std::string without_financing =
    "euproj: 1\n"
    "project: {id: p, title: T, period: {start: 2022-01-01, end: 2022-12-31}}\n";
/// Five lines: the least that is a project.
inline const std::string minimal =
    without_financing +
    "financing:\n"
    "  total: 1000.00\n"
    "  sources: [{id: eu, kind: eu, rate: 85%}, {id: own, kind: own, remainder: true}]\n";

struct Definition {
  std::optional<Project> project;
  Codes codes;
  Diagnostics diagnostics;
};

[[nodiscard]] inline Definition read_definition(std::string text) {
  Definition definition;
  SourceSet sources;
  const FileId file = sources.add("project.yaml", "project.yaml");
  sources.keep_text(file, std::move(text));
  definition.project = read_project(file, sources, definition.codes, definition.diagnostics);
  return definition;
}

[[nodiscard]] inline std::string findings_of(Diagnostics& diagnostics,
                                             Language language = Language::english) {
  diagnostics.sort();
  std::string lines;
  for (const Diagnostic& finding : diagnostics.all()) {
    const Place& place = finding.place;
    lines += std::to_string(place.line) + ":" + std::to_string(place.column) + "+" +
             std::to_string(place.length) + " " + std::string(kind_info(finding.kind).code) + ": " +
             finding.message(language) + "\n";
  }
  return lines;
}

[[nodiscard]] inline std::string findings(std::string text) {
  Definition definition = read_definition(std::move(text));
  return findings_of(definition.diagnostics);
}

[[nodiscard]] inline std::string polish_findings(std::string text) {
  Definition definition = read_definition(std::move(text));
  return findings_of(definition.diagnostics, Language::polish);
}

}  // namespace euproj::testing
