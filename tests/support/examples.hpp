#pragma once
// The five example projects of this repository, as the program loads them.

#include <doctest/doctest.h>

#include <map>
#include <string>
#include <vector>

#include "euproj/app/real_files.hpp"
#include "support/load_project.hpp"
#include "support/source_dir.hpp"

namespace euproj::testing {

inline const std::vector<std::string> example_names = {"bytom", "opole", "jastrzebie", "lublin",
                                                       "bartoszyce"};

/// Loaded once; fails the test case when the example has errors.
[[nodiscard]] inline const Dossier& dossier_of(const std::string& name) {
  static std::map<std::string, Loaded> loaded;
  auto found = loaded.find(name);
  if (found == loaded.end()) {
    const RealFiles files;
    const std::string path = source_dir() + "/examples/" + name + "/project.yaml";
    found = loaded.emplace(name, load_project(path, files)).first;
  }
  REQUIRE(found->second.has_project);
  REQUIRE_FALSE(found->second.diagnostics.has_errors());
  return found->second.dossier;
}

}  // namespace euproj::testing
