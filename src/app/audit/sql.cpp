#include "app/audit/sql.hpp"

#include "app/run/asked_scope.hpp"

namespace euproj {
namespace {

const Words<SqlDialect> dialect_words = {{"duckdb", SqlDialect::duckdb},
                                         {"postgresql", SqlDialect::postgresql},
                                         {"clickhouse", SqlDialect::clickhouse}};

}  // namespace

void SqlCommand::declare(Parameters& parameters) {
  parameters.arguments("PROJECT.yaml", Text::help_project, projects_, true);
  parameters.word("--dialect", Text::help_dialect, dialect_words, dialect_);
  period_.declare(parameters);
  parameters.text("-o,--output", "FILE", Text::help_sql_output, output_);
  declare_findings(parameters);
  parameters.flag("--allow-outside", Text::help_allow_outside, allow_outside_);
}

void SqlCommand::check() {}

ExitCode SqlCommand::run(Env& env) {
  const Outside outside = allow_outside_ ? Outside::allowed : Outside::refused;
  ExitCode code = ExitCode::done;
  std::vector<Loaded> loaded;
  loaded.reserve(projects_.size());  // the script is told where they are
  std::vector<SqlProject> projects;
  for (const std::string& path : projects_) {
    Loaded& one = loaded.emplace_back(load_definition(path, warnings_of(common_), env.files,
                                                      period_.findings_day(env.today), outside));
    print_findings(one, common_, env, project_shown(path, projects_.size()));
    code = highest(code, exit_code_of(one.diagnostics));
    if (!one.has_project) continue;
    const auto asked = resolve_scope(one.dossier.project, period_, env.today, common_.language);
    if (!asked) {
      env.err << asked.reason();
      return ExitCode::wrong_usage;
    }
    projects.push_back({&one.dossier, asked->scope.period});
  }
  if (code != ExitCode::done) return code;
  const SqlScript script = build_sql_script(projects, dialect_);
  if (!common_.quiet) {
    for (const std::string& what : script.not_computed) {
      env.err << text(Text::answer_not_computed, common_.language, {what});
    }
  }
  if (output_.empty()) {
    env.out << script.text;
    return code;
  }
  const auto written = env.files.write(output_, script.text);
  if (!written) {
    return say_not_written(output_, fault_text(written.reason(), common_.language),
                           common_.language, env);
  }
  if (!common_.quiet) env.err << text(Text::answer_written, common_.language, {output_});
  return code;
}

}  // namespace euproj
