#include "app/audit/seal.hpp"

#include <algorithm>

#include "app/run/asked_scope.hpp"
#include "app/run/for_each_project.hpp"
#include "euproj/app/load.hpp"
#include "euproj/base/sha256.hpp"
#include "euproj/check/checks.hpp"
#include "euproj/read/read_seals.hpp"
#include "euproj/render/render_diagnostics.hpp"
#include "euproj/render/render_seal.hpp"

namespace euproj {
namespace {

constexpr std::string_view any_seal = "-*.seal.json";

/// The folder of the first of `data.seals`, as it is opened; else `seals/` beside the definition.
std::string declared_folder(const std::string& definition, const Project& project) {
  const std::string folder = folder_of(definition);
  if (project.seals.empty()) return folder + "seals/";
  const std::string& pattern = project.seals.front().pattern;
  return (pattern.starts_with('/') ? "" : folder) + folder_of(pattern);
}

bool follows(const Seal& seal, const ReportScope& scope) {
  return seal.claim.has_value() == scope.claim.has_value();
}

}  // namespace

void SealCommand::declare(Parameters& parameters) {
  parameters.argument("PROJECT.yaml", Text::help_project, project_, true);
  period_.declare(parameters);
  parameters.text("--claim", "ID", Text::help_seal_claim, period_.claim);
  parameters.values_of_list("claims");
  parameters.text("-o,--output", "FOLDER", Text::help_seal_output, folder_);
  parameters.flag("--replace", Text::help_replace, replace_);
  parameters.text("--reason", "TEXT", Text::help_reason, reason_);
  declare_findings(parameters);
  batch_.declare(parameters);
  parameters.flag("--allow-outside", Text::help_allow_outside, allow_outside_);
}

void SealCommand::check() {
  const bool has_claim = !period_.claim.empty();
  if (has_claim == (period_.period != "all")) {
    throw fault(has_claim ? Text::usage_claim_and_period : Text::usage_seal_period);
  }
  if (replace_ == reason_.empty()) throw fault(Text::usage_replace_reason);
}

std::size_t SealCommand::threads() const {
  return ProjectRun{{project_}, batch_.threads, common_.language}.threads_within_project();
}

std::size_t SealCommand::useful(const Loaded& loaded) const {
  return useful_threads(loaded.dossier.logs, threads());
}

std::optional<SealCommand::Target> SealCommand::target_of(const Project& project, Env& env) const {
  const auto asked = resolve_scope(project, period_, env.today, common_.language);
  if (!asked) {
    env.err << asked.reason();
    return std::nullopt;
  }
  Target target{asked->scope, asked->file_part, folder_, {}};
  if (target.folder.empty()) target.folder = declared_folder(project_, project);
  if (!target.folder.empty() && !target.folder.ends_with('/')) target.folder += '/';
  target.path = target.folder + project.id + "-" + target.part + ".seal.json";
  const bool exists = env.files.exists(target.path);
  if (exists == replace_) return target;
  env.err << (exists ? usage_text(common_.language, Text::usage_seal_exists, {target.path})
                     : usage_text(common_.language, Text::usage_seal_missing, {target.path}));
  return std::nullopt;
}

std::vector<Seal> SealCommand::chain_of(const Target& target, Loaded& loaded, Env& env) const {
  Diagnostics found(loaded.diagnostics.warnings());
  SourceSet sources;
  const std::string& id = loaded.dossier.project.id;
  std::vector<Seal> chain = seals_in(target.folder, id + std::string(any_seal), id, env.files,
                                     sources, found, loaded.replaced_seal);
  if (found.has_errors()) {
    // Those that the definition names have been said; these may be others.
    env.err << render_diagnostics_text(found, sources, {.language = common_.language});
    loaded.diagnostics.append(std::move(found));
  }
  std::erase_if(chain, [&](const Seal& seal) { return seal.part == target.part; });
  return chain;
}

Seal SealCommand::seal_of(const Loaded& loaded, const Target& target,
                          const std::vector<Seal>& chain, PeopleCounts counts) const {
  Seal seal = make_seal(loaded, target.scope, std::move(counts), useful(loaded));
  seal.part = target.part;
  const Period period = target.scope.period;
  seal.options = {target.scope.claim ? period_.shown()
                                     : "--period " + period.first.iso() + ".." + period.last.iso()};
  if (seal.as_of) seal.options.push_back("--as-of " + seal.as_of->iso());
  for (const Seal& each : chain) {  // by last day
    if (!follows(each, target.scope) || each.period.last >= seal.period.last) continue;
    seal.previous = PreviousSeal{each.file, each.sha256};
  }
  return seal;
}

bool SealCommand::keep_old(const Target& target, Seal& seal, Env& env) const {
  const auto say = [&](const std::string& path, FileFault why) {
    say_not_written(path, fault_text(why, common_.language), common_.language, env);
    return false;
  };
  const auto old = env.files.read(target.path);
  if (!old) return say(target.path, old.reason());
  std::size_t number = 1;
  while (env.files.exists(kept_seal_path(target.path, number))) ++number;
  const std::string kept = kept_seal_path(target.path, number);
  const std::string bytes((*old)->bytes());
  const auto written = env.files.write(kept, bytes);
  if (!written) return say(kept, written.reason());
  seal.replaces = ReplacedSeal{kept.substr(target.folder.size()), sha256(bytes), reason_};
  return true;
}

ExitCode SealCommand::run(Env& env) {
  const Outside outside = allow_outside_ ? Outside::allowed : Outside::refused;
  Loaded loaded = load_definition(project_, warnings_of(common_), env.files,
                                  period_.findings_day(env.today), outside);
  std::optional<Target> target;
  PeopleCounts counts;
  if (loaded.has_project) {
    target = target_of(loaded.dossier.project, env);
    if (!target) return ExitCode::wrong_usage;
    tell_period_outside(target->scope, period_, loaded);
    if (replace_) loaded.replaced_seal = target->path;
    load_logs(project_, env.files, outside, loaded, threads());
    Diagnostics found(loaded.diagnostics.warnings());
    counts = compute_people_counts(loaded.dossier, target->scope.period, useful(loaded));
    check_counts(loaded.dossier, counts, target->scope.period.last, found);
    add_findings(std::move(found), env.files, loaded);
    finish_waivers(loaded, target->scope.period.last, env.files);
  }
  print_findings(loaded, common_, env);
  if (const ExitCode code = exit_code_of(loaded.diagnostics); code != ExitCode::done) return code;
  const std::vector<Seal> chain = chain_of(*target, loaded, env);
  if (const ExitCode code = exit_code_of(loaded.diagnostics); code != ExitCode::done) return code;
  const auto later = std::find_if(chain.rbegin(), chain.rend(), [&](const Seal& seal) {
    return follows(seal, target->scope) && seal.period.last >= target->scope.period.last;
  });
  if (later != chain.rend() && !replace_) {
    env.err << usage_text(
        common_.language, Text::usage_seal_order,
        {target->part, target->scope.period.last.iso(), later->part, later->period.last.iso()});
    return ExitCode::wrong_usage;
  }
  Seal seal = seal_of(loaded, *target, chain, std::move(counts));
  if (replace_ && !keep_old(*target, seal, env)) return ExitCode::failure;
  const auto written = env.files.write(
      target->path, [&](const Sink& sink) { render_seal_json(seal, sink, useful(loaded)); });
  if (!written) {
    return say_not_written(target->path, fault_text(written.reason(), common_.language),
                           common_.language, env);
  }
  if (!common_.quiet) {
    env.err << text(Text::answer_sealed, common_.language, {target->part, target->path});
    if (loaded.dossier.project.seals.empty()) {
      env.err << text(Text::answer_seals_undeclared, common_.language, {"seals/*.seal.json"});
    }
  }
  return code_with_warnings(ExitCode::done, loaded.diagnostics.warning_count(), batch_.fail_on);
}

}  // namespace euproj
