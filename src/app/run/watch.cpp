#include "app/run/watch.hpp"

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

ExitCode watch(const Options& options, Env& env,
               const std::function<std::pair<ExitCode, WatchedInputs>()>& report) {
  while (env.clock->wait(0)) {  // Ctrl-C is a request from here on, not only while waiting
    const auto [code, inputs] = report();
    if (!env.out.flush()) return code;
    const auto say = [&](const std::string& sentence) {
      if (!options.quiet) env.err << sentence << std::flush;
    };
    say(text(Text::watch_waiting, options.language, {std::to_string(inputs.stamps.size())}));
    const auto now = wait_for_change(inputs, env);
    if (!now) return ExitCode::done;
    const auto paths = changed(inputs.stamps, *now);
    say(paths.size() == 1 ? text(Text::watch_changed, options.language, {paths.front()})
                          : text(Text::watch_changed_more, options.language,
                                 {paths.front(), std::to_string(paths.size() - 1)}));
  }
  return ExitCode::done;
}

}  // namespace euproj
