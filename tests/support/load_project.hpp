#pragma once
// A project with its logs, as commands load it.

#include <string>

#include "euproj/app/load.hpp"

namespace euproj::testing {

inline Loaded load_project(const std::string& path, const Files& files) {
  Loaded loaded = load_definition(path, Diagnostics::Warnings::stay_warnings, files);
  load_logs(path, files, Outside::refused, loaded);
  return loaded;
}

}  // namespace euproj::testing
