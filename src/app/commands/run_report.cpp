// `euproj report`: each project by itself; one that fails does not stop the others.

#include <algorithm>
#include <map>

#include "app/commands/commands.hpp"
#include "app/os/shown_progress.hpp"
#include "app/run/findings_output.hpp"
#include "app/run/fleet_output.hpp"
#include "app/run/for_each_project.hpp"
#include "app/run/heartbeat.hpp"
#include "app/run/input_files.hpp"
#include "app/run/report_project.hpp"
#include "app/run/watch.hpp"
#include "euproj/words/kinds.hpp"

namespace euproj {
namespace {

/// Projects whose files would have the same names: told before anything is written.
void refuse_same_ids(std::vector<ReportWish>& wishes) {
  std::map<std::string, std::vector<ReportWish*>> by_id;
  for (ReportWish& wish : wishes) {
    if (wish.definition.has_project) {
      by_id[wish.definition.dossier.project.id].push_back(&wish);
    }
  }
  for (auto& [id, same] : by_id) {
    if (same.size() < 2) continue;
    for (ReportWish* const wish : same) {
      const ReportWish& other = wish == same.front() ? *same[1] : *same.front();
      wish->definition.diagnostics.report(Kind::same_project_id,
                                          {wish->definition.dossier.definition.file},
                                          {id, other.path});
      wish->may_write = false;
    }
  }
}

std::vector<ReportWish> read_definitions(const Options& options, Env& env) {
  std::vector<ReportWish> wishes;
  for (const std::string& path : options.projects) {
    wishes.push_back({path, Loaded(warnings_of(options))});
  }
  static_cast<void>(for_each_project(options, env, [&](std::size_t i, Env& own) {
    wishes[i].definition = load_definition(wishes[i].path, warnings_of(options), own.files);
    return ExitCode::done;
  }));
  return wishes;
}

/// `inputs` gets what was read, as it stood before it was read.
ExitCode report_all(const Options& options, const OutputTarget& target, Env& world,
                    WatchedInputs& inputs) {
  ShownProgress shown(options, world);
  Env& env = shown.env();
  const Heartbeat heartbeat(options, env);
  inputs.stamps = stamps_of(options.projects, env.files);
  std::vector<ReportWish> wishes = read_definitions(options, env);
  if (options.projects.size() > 1 && target.is_folder()) refuse_same_ids(wishes);
  if (options.watch || env.progress != nullptr) {
    inputs.patterns.clear();
    for (const ReportWish& wish : wishes) {
      const auto patterns = input_patterns(wish.path, wish.definition);
      inputs.patterns.insert(inputs.patterns.end(), patterns.begin(), patterns.end());
    }
    inputs.stamps.merge(stamps_of(inputs.patterns, env.files));
  }
  if (env.progress != nullptr) {
    env.progress->expect_bytes(total_bytes(inputs.stamps));
    env.progress->expect_projects(wishes.size());
  }
  std::vector<ProjectReport> reports(wishes.size());
  const auto codes = for_each_project(options, env, [&](std::size_t i, Env& own) {
    reports[i].fleet.path = wishes[i].path;  // also when what follows throws
    reports[i].fleet.state = ProjectState::failure;
    reports[i] = report_project(std::move(wishes[i]), options, target, own);
    return reports[i].code;
  });
  ExitCode code = *std::max_element(codes.begin(), codes.end());
  if (reports.size() > 1 && target.is_folder()) {
    code = highest(code, write_fleet(reports, options, target, env));
  }
  return heartbeat.written(code, reports, env);
}

}  // namespace

ExitCode run_report(const Options& options, Env& env) {
  const OutputTarget target(options, env.files);
  if (const auto fault = target.usage_fault()) {
    env.err << *fault;
    return ExitCode::wrong_usage;
  }
  WatchedInputs inputs;
  if (!options.watch || env.clock == nullptr) return report_all(options, target, env, inputs);
  return watch(options, env, [&] {
    const ExitCode code = report_all(options, target, env, inputs);
    return std::pair(code, inputs);
  });
}

}  // namespace euproj
