#include "app/audit/export.hpp"

#include <algorithm>
#include <set>

#include "app/run/for_each_project.hpp"
#include "euproj/app/load.hpp"
#include "euproj/sql/export_tables.hpp"

namespace euproj {
namespace {

/// Whether the table has a row of the project; each row begins with it.
bool holds_project(std::string_view table, const std::string& project) {
  return table.find("\n" + project + ",") != std::string_view::npos;
}

}  // namespace

void ExportCommand::declare(Parameters& parameters) {
  parameters.arguments("PROJECT.yaml", Text::help_project, projects_, true);
  parameters.text("-o,--output", "FOLDER", Text::help_export_output, folder_);
  declare_findings(parameters);
  parameters.flag("--allow-outside", Text::help_allow_outside, allow_outside_);
}

void ExportCommand::check() {
  if (folder_.empty()) throw fault(Text::usage_missing, {"-o FOLDER"});
}

std::string ExportCommand::path_of(const std::string& file) const {
  return folder_ + (folder_.ends_with('/') ? "" : "/") + file;
}

ExitCode ExportCommand::check_folder(const std::vector<Loaded>& loaded, Env& env) const {
  std::set<std::string> ids;
  for (const Loaded& each : loaded) {
    const std::string& id = each.dossier.project.id;
    if (!ids.insert(id).second) return refuse(env, fault(Text::usage_export_twice, {id}));
  }
  for (const ExportTable& table : export_tables()) {
    const std::string path = path_of(table.name + ".csv");
    if (!env.files.exists(path)) continue;
    const auto content = env.files.read(path);
    if (!content) {
      return say_not_written(path, fault_text(content.reason(), common_.language), common_.language,
                             env);
    }
    const std::string_view bytes = (*content)->bytes();
    if (!bytes.starts_with(table.header) || !bytes.ends_with('\n')) {
      return refuse(env, fault(Text::usage_export_version, {path}));
    }
    for (const std::string& id : ids) {
      if (holds_project(bytes, id)) return refuse(env, fault(Text::usage_export_holds, {path, id}));
    }
  }
  return ExitCode::done;
}

ExitCode ExportCommand::run(Env& env) {
  const Outside outside = allow_outside_ ? Outside::allowed : Outside::refused;
  const ProjectRun projects{projects_, 0, common_.language};
  ExitCode code = ExitCode::done;
  std::vector<Loaded> loaded;
  for (const std::string& path : projects_) {
    Loaded& one = loaded.emplace_back(
        load_definition(path, warnings_of(common_), env.files, {env.today, {}}, outside));
    load_logs(path, env.files, outside, one, projects.thread_count());
    take_waived(one, waiver_day(one));
    print_findings(one, common_, env, project_shown(path, projects_.size()));
    code = highest(code, exit_code_of(one.diagnostics));
  }
  if (code != ExitCode::done) return code;  // of none, where one has errors
  code = check_folder(loaded, env);
  if (code != ExitCode::done) return code;
  const auto write = [&](const std::string& path, const Output& output) {
    // Birth dates and situations of persons: for the owner of the folder.
    const auto written = env.files.write(path, output, Readers::owner_only);
    if (written) return ExitCode::done;
    return say_not_written(path, fault_text(written.reason(), common_.language), common_.language,
                           env);
  };
  for (const ExportTable& table : export_tables()) {
    const std::string path = path_of(table.name + ".csv");
    const auto old = env.files.read(path);
    code = write(path, [&](const Sink& sink) {
      sink(old ? (*old)->bytes() : std::string_view(table.header));
      for (const Loaded& each : loaded) table.write_rows(each.dossier, sink);
    });
    if (code != ExitCode::done) return code;
  }
  code = write(path_of("schema.sql"), output_of(export_schema()));
  if (code == ExitCode::done && !common_.quiet) {
    env.err << text(Text::answer_written, common_.language, {folder_});
  }
  return code;
}

}  // namespace euproj
