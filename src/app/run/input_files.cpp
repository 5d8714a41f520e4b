#include "app/run/input_files.hpp"

namespace euproj {

std::vector<std::string> input_patterns(const std::string& path, const Loaded& definition) {
  std::vector<std::string> patterns = {path};
  if (!definition.has_project) return patterns;
  const Project& project = definition.dossier.project;
  const std::string folder = folder_of(path);
  const auto add = [&](const std::string& named) {
    patterns.push_back(named.starts_with('/') ? named : folder + named);
  };
  for (const DataFile& declared : project.data) add(declared.pattern);
  if (!project.privacy_key.pattern.empty()) add(project.privacy_key.pattern);
  return patterns;
}

InputStamps stamps_of(const std::vector<std::string>& patterns, const Files& files) {
  InputStamps stamps;
  const auto add = [&](const std::string& path) { stamps.try_emplace(path, files.stamp(path)); };
  for (const std::string& pattern : patterns) {
    if (pattern.find_first_of("*?") == std::string::npos) {
      add(pattern);
    } else {
      for (const std::string& path : files.glob(pattern)) add(path);
    }
  }
  return stamps;
}

std::uint64_t total_bytes(const InputStamps& stamps) {
  std::uint64_t bytes = 0;
  for (const auto& [path, stamp] : stamps) bytes += stamp ? stamp->bytes : 0;
  return bytes;
}

void expect_inputs(const std::string& path, const Loaded& definition, Env& env) {
  if (env.progress == nullptr) return;
  env.progress->expect_bytes(total_bytes(stamps_of(input_patterns(path, definition), env.files)));
}

}  // namespace euproj
