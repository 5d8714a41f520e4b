#include "app/audit/export.hpp"

#include <set>

#include "app/run/for_each_project.hpp"
#include "euproj/app/load.hpp"
#include "euproj/sql/export_tables.hpp"

namespace euproj {
namespace {

/// Thrown out of what writes the tables, whose files then stay as they were.
struct NothingWritten {
  ExitCode code{};
};

/// Calls `visit(project)` for the projects of a table, whose rows begin with theirs and stand
/// together.
template <typename Visit>
void for_each_project_in(std::string_view table, const Visit& visit) {
  std::string_view last;
  for (std::size_t end = table.find('\n'); end + 1 < table.size();
       end = table.find('\n', end + 1)) {
    const std::string_view row = table.substr(end + 1);
    const std::string_view project = row.substr(0, row.find(','));
    if (project != last) visit(last = project);
  }
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

ExitCode ExportCommand::check_folder(Env& env) {
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
    for_each_project_in(bytes, [&](std::string_view id) { held_.emplace(id, path); });
  }
  return ExitCode::done;
}

ExitCode ExportCommand::write_tables(
    Env& env, const std::function<ExitCode(const std::vector<Sink>&)>& work) {
  const std::vector<ExportTable>& tables = export_tables();
  std::vector<Sink> sinks(tables.size());
  // Each file is written while those of the tables before it are open. The last one, `projects`,
  // is the outermost: it comes into place when all others have.
  const std::function<void(std::size_t)> open = [&](std::size_t left) {
    if (left == 0) {
      if (const ExitCode code = work(sinks); code != ExitCode::done) throw NothingWritten{code};
      return;
    }
    const ExportTable& table = tables[left - 1];
    const std::string path = path_of(table.name + ".csv");
    const auto old = env.files.read(path);
    // Birth dates and situations of persons: for the owner of the folder.
    const auto written = env.files.write(
        path,
        [&](const Sink& sink) {
          sink(old ? (*old)->bytes() : std::string_view(table.header));
          sinks[left - 1] = sink;
          open(left - 1);
        },
        Readers::owner_only);
    if (written) return;
    throw NothingWritten{say_not_written(path, fault_text(written.reason(), common_.language),
                                         common_.language, env)};
  };
  try {
    open(tables.size());
  } catch (const NothingWritten& stopped) {
    return stopped.code;
  }
  return ExitCode::done;
}

ExitCode ExportCommand::write_projects(Env& env, const std::vector<Sink>& tables) {
  const Outside outside = allow_outside_ ? Outside::allowed : Outside::refused;
  const ProjectRun projects{projects_, 0, common_.language};
  ExitCode code = ExitCode::done;
  std::set<std::string> ids;
  for (const std::string& path : projects_) {
    Loaded one = load_definition(path, warnings_of(common_), env.files, {env.today, {}}, outside);
    load_logs(path, env.files, outside, one, projects.thread_count());
    take_waived(one, waiver_day(one));
    print_findings(one, common_, env, project_shown(path, projects_.size()));
    code = highest(code, exit_code_of(one.diagnostics));
    if (code != ExitCode::done) continue;  // of none, where one has errors; all are told
    const std::string& id = one.dossier.project.id;
    if (!ids.insert(id).second) return refuse(env, fault(Text::usage_export_twice, {id}));
    if (const auto held = held_.find(id); held != held_.end()) {
      return refuse(env, fault(Text::usage_export_holds, {held->second, id}));
    }
    for (std::size_t i = 0; i < tables.size(); ++i) {
      export_tables()[i].write_rows(one.dossier, tables[i]);
    }
  }
  return code;
}

ExitCode ExportCommand::write_schemas(Env& env) const {
  for (const ExportSchema& schema : export_schemas()) {
    const std::string path = path_of(schema.file);
    const auto written = env.files.write(path, schema.text);
    if (!written) {
      return say_not_written(path, fault_text(written.reason(), common_.language), common_.language,
                             env);
    }
  }
  return ExitCode::done;
}

ExitCode ExportCommand::run(Env& env) {
  ExitCode code = check_folder(env);
  if (code == ExitCode::done) {
    code = write_tables(
        env, [&](const std::vector<Sink>& tables) { return write_projects(env, tables); });
  }
  if (code == ExitCode::done) code = write_schemas(env);
  if (code == ExitCode::done && !common_.quiet) {
    env.err << text(Text::answer_written, common_.language, {folder_});
  }
  return code;
}

}  // namespace euproj
