#include "app/run/inputs.hpp"

#include "euproj/words/texts.hpp"

namespace euproj {
namespace {

constexpr std::int64_t pause = 500;  // milliseconds

/// The stamps once they differ from those known and have rested for one pause: who saves a file
/// may write it in pieces. None: the user has asked to stop.
std::optional<InputStamps> wait_for_change(const WatchedInputs& inputs, Env& env) {
  InputStamps before = inputs.stamps;
  while (env.clock->wait(pause)) {
    InputStamps now = stamps_of(inputs.patterns, env.files);
    if (now != inputs.stamps && now == before) return now;
    before = std::move(now);
  }
  return std::nullopt;
}

/// Written, new or gone, by path.
std::vector<std::string> changed(const InputStamps& before, const InputStamps& now) {
  std::vector<std::string> paths;
  for (const auto& [path, stamp] : now) {
    const auto earlier = before.find(path);
    if (earlier == before.end() || earlier->second != stamp) paths.push_back(path);
  }
  for (const auto& [path, stamp] : before) {
    if (!now.contains(path)) paths.push_back(path);
  }
  return paths;
}

}  // namespace

std::vector<std::string> input_patterns(const std::string& path, const Loaded& definition) {
  std::vector<std::string> patterns = {path};
  if (!definition.has_project) return patterns;
  const Project& project = definition.dossier.project;
  const std::string folder = folder_of(path);
  const auto add = [&](const std::string& named) {
    patterns.push_back(named.starts_with('/') ? named : folder + named);
  };
  for (const UsedCatalogue& catalogue : project.catalogues) add(catalogue.path);
  for (const DataFile& declared : project.data) add(declared.pattern);
  for (const DataFile& declared : project.seals) add(declared.pattern);
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

ExitCode watch(const CommonOptions& common, Env& env,
               const std::function<std::pair<ExitCode, WatchedInputs>()>& report) {
  while (env.clock->wait(0)) {  // Ctrl-C is a request from here on, not only while waiting
    const auto [code, inputs] = report();
    if (!env.out.flush()) return code;
    const auto say = [&](const std::string& sentence) {
      if (!common.quiet) env.err << sentence << std::flush;
    };
    say(text(Text::watch_waiting, common.language, {std::to_string(inputs.stamps.size())}));
    const auto now = wait_for_change(inputs, env);
    if (!now) return ExitCode::done;
    const auto paths = changed(inputs.stamps, *now);
    say(paths.size() == 1 ? text(Text::watch_changed, common.language, {paths.front()})
                          : text(Text::watch_changed_more, common.language,
                                 {paths.front(), std::to_string(paths.size() - 1)}));
  }
  return ExitCode::done;
}

}  // namespace euproj
