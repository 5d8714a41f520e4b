#include "app/audit/verify.hpp"

#include <algorithm>

#include "app/audit/captured_files.hpp"
#include "app/audit/recorded_request.hpp"
#include "app/audit/sealing.hpp"
#include "app/run/compare_reports.hpp"
#include "app/run/compare_sql.hpp"
#include "euproj/app/load.hpp"
#include "euproj/base/version.hpp"
#include "euproj/render/render_answers.hpp"
#include "euproj/render/render_diagnostics.hpp"
#include "euproj/words/file_faults.hpp"
#include "euproj/words/kinds.hpp"

namespace euproj {
namespace {

constexpr std::string_view zip_mark = "PK";
constexpr std::string_view seal_name = "\"euproj-seal/";
constexpr std::size_t max_head = 100;  // bytes in which a seal says what it is
const std::string captured = "verify/captured";

}  // namespace

void VerifyCommand::declare(Parameters& parameters) {
  parameters.argument("PROJECT.yaml", Text::help_project, project_, true);
  parameters.arguments("FILE", Text::help_verify_file, files_);
  parameters.text("--sql", "FILE", Text::help_verify_sql, sql_);
  period_.declare(parameters);
  format_.declare(parameters, Text::help_verify_format, "text|json");
  declare_findings(parameters);
  parameters.flag("--allow-outside", Text::help_allow_outside, allow_outside_);
}

void VerifyCommand::check() {
  format_.check_one_of({Format::text, Format::json}, *this);
  if (files_.empty() && sql_.empty()) throw fault(Text::usage_missing, {"FILE"});
  if (!files_.empty() && !sql_.empty()) throw fault(Text::usage_verify_file_or_sql);
  if (sql_.empty() && (period_.period != "all" || period_.as_of)) {
    throw fault(Text::usage_verify_period);
  }
}

/// What `euproj report` writes today when it is asked as the file was.
ExitCode VerifyCommand::report_again(const RecordedRequest& recorded, Format format, Found& found,
                                     std::string& bytes, Env& env) const {
  CommonOptions common = common_;
  common.language = recorded.language;
  common.quiet = true;
  common.strict = false;
  ReportOptions options{common};
  options.projects = {project_};
  options.period = recorded.period;
  options.format.formats = {format};
  options.output.path = captured;
  options.small_cells = recorded.small_cells;
  options.allow_outside = allow_outside_;
  CapturedFiles files(env.files);
  Env own = with(env, files, env.out, env.err);
  // A report of all days ends with the day on which it was made.
  if (recorded.period.period == "all" && recorded.period.claim.empty()) own.today = recorded.last;
  ReportRequest request{project_,
                        load_definition(project_, warnings_of(common), files,
                                        options.period.findings_day(own.today), options.outside())};
  const Loaded& loaded = request.definition;
  const std::string& id = loaded.dossier.project.id;
  if (loaded.has_project && !recorded.project.empty() && recorded.project != id) {
    found.diagnostics.report(Kind::report_of_other_project, {found.file},
                             {found.verification.file, recorded.project, id});
    return ExitCode::bad_data;
  }
  const ProjectReport report =
      report_project(std::move(request), options, OutputTarget(captured, files), own);
  bytes = files.take(captured);
  return report.code;
}

ExitCode VerifyCommand::verify_json(std::string_view bytes, Found& found, Env& env) const {
  const auto leaves = read_json_leaves(bytes);
  const auto recorded = leaves ? request_of(*leaves) : std::nullopt;
  if (!recorded) {
    found.diagnostics.report(Kind::not_a_report, {found.file}, {found.verification.file});
    return ExitCode::bad_data;
  }
  found.verification.version = recorded->version;
  std::string now;
  const ExitCode code = report_again(*recorded, Format::json, found, now, env);
  if (code != ExitCode::done) return code;
  const auto again = read_json_leaves(now);
  compare_json(*leaves, *again, recorded->version == program_version, found.verification);
  compare_inputs(digests_of(*leaves), digests_of(*again), found.verification);
  return ExitCode::done;
}

ExitCode VerifyCommand::verify_workbook(std::string_view bytes, Found& found, Env& env) const {
  const auto there = read_workbook_cells(bytes, found.file, found.diagnostics);
  if (!there) return ExitCode::bad_data;
  const auto recorded = request_of(*there);
  if (!recorded) {
    found.diagnostics.report(Kind::not_a_report, {found.file}, {found.verification.file});
    return ExitCode::bad_data;
  }
  found.verification.version = recorded->version;
  std::string now;
  const ExitCode code = report_again(*recorded, Format::xlsx, found, now, env);
  if (code != ExitCode::done) return code;
  std::optional<WorkbookCells> read;
  const WorkbookCells* here = &*there;  // the same bytes hold the same cells
  if (now != bytes) {
    read = read_workbook_cells(now, found.file, found.diagnostics);
    if (!read) return ExitCode::failure;
    here = &*read;
  }
  compare_workbooks(*there, *here, found.verification);
  compare_inputs(digests_of(*there), digests_of(*here), found.verification);
  return ExitCode::done;
}

ExitCode VerifyCommand::verify_seal(const std::string& path, Found& found, Env& env) const {
  const Outside outside = allow_outside_ ? Outside::allowed : Outside::refused;
  Loaded loaded =
      load_definition(project_, warnings_of(common_), env.files, {env.today, {}}, outside);
  const std::size_t threads = ProjectRun{{project_}, 0, common_.language}.threads_within_project();
  load_logs(project_, env.files, outside, loaded, threads);
  take_waived(loaded, waiver_day(loaded));
  if (const ExitCode code = exit_code_of(loaded.diagnostics); code != ExitCode::done) {
    print_findings(loaded, common_, env);
    return code;
  }
  // The chain that it belongs to is that of its folder; one that was replaced stands alone.
  const std::string folder = folder_of(path);
  const std::string name = path.substr(folder.size());
  const std::string& id = loaded.dossier.project.id;
  const bool is_kept = !name.ends_with(".seal.json");
  const std::vector<Seal> seals = seals_in(folder, is_kept ? name : id + "-*.seal.json", id,
                                           env.files, found.sources, found.diagnostics);
  const auto there =
      std::find_if(seals.begin(), seals.end(), [&](const Seal& seal) { return seal.file == name; });
  if (is_kept) {
    std::erase_if(found.diagnostics.all(), [](const Diagnostic& each) {
      return AnyKind(Kind::seal_chain_broken) == each.kind;
    });
  }
  if (there == seals.end()) return ExitCode::bad_data;
  found.verification.version = there->version;
  const auto scope = scope_of(*there, loaded.dossier.project);
  if (!scope) {
    found.diagnostics.report(Kind::not_a_report, {there->source}, {found.verification.file});
    return ExitCode::bad_data;
  }
  const std::size_t useful = useful_threads(loaded.dossier.logs, threads);
  PeopleCounts counts = compute_people_counts(loaded.dossier, scope->period, useful);
  compare_seals(*there, make_seal(loaded, *scope, std::move(counts), useful), found.verification);
  return ExitCode::done;
}

ExitCode VerifyCommand::verify(const std::string& path, Env& env) const {
  Found found;
  Verification& verification = found.verification;
  verification.file = path;
  found.file = found.sources.add(path, path);
  ExitCode code = ExitCode::done;
  const auto content = env.files.read(path);
  if (!content) {
    report_unreadable(path, content.reason(), {found.file}, found.diagnostics);
  } else {
    const std::string_view bytes = (*content)->bytes();
    if (bytes.starts_with(zip_mark)) {
      verification.kind = Verification::Kind::workbook;
      code = verify_workbook(bytes, found, env);
    } else if (bytes.substr(0, max_head).find(seal_name) != std::string_view::npos) {
      verification.kind = Verification::Kind::seal;
      code = verify_seal(path, found, env);
    } else {
      code = verify_json(bytes, found, env);
    }
  }
  env.err << render_diagnostics_text(found.diagnostics, found.sources,
                                     {.language = common_.language});
  code = highest(code, exit_code_of(found.diagnostics));
  if (code != ExitCode::done) return code;
  if (!verification.version.empty() && verification.version != program_version) {
    env.err << text(Text::verify_other_version, common_.language,
                    {path, verification.version, std::string(program_version)});
  }
  env.out << (format_.one() == Format::json
                  ? render_verification_json(verification)
                  : render_verification_text(verification, common_.language));
  return verification.same() ? ExitCode::done : ExitCode::differs;
}

ExitCode VerifyCommand::verify_sql(Env& env) const {
  Found found;
  found.verification.file = sql_;
  found.verification.kind = Verification::Kind::sql;
  found.file = found.sources.add(sql_, sql_);
  const auto content = env.files.read(sql_);
  if (!content) {
    report_unreadable(sql_, content.reason(), {found.file}, found.diagnostics);
    env.err << render_diagnostics_text(found.diagnostics, found.sources,
                                       {.language = common_.language});
    return exit_code_of(found.diagnostics);
  }
  const auto rows = read_sql_rows((*content)->bytes());
  if (!rows) {
    env.err << text(Text::verify_not_sql, common_.language, {sql_, std::to_string(rows.reason())});
    return ExitCode::bad_data;
  }
  RecordedRequest request;
  request.period = period_;
  request.last = env.today;
  std::string now;
  const ExitCode code = report_again(request, Format::json, found, now, env);
  if (code != ExitCode::done) return code;
  const auto leaves = read_json_leaves(now);
  const SqlComparison compared = compare_sql(*rows, *leaves, found.verification);
  if (!compared.has_project) {
    env.err << text(Text::verify_no_project, common_.language, {sql_, compared.project});
    return ExitCode::bad_data;
  }
  if (!compared.not_witnessed.empty() && !common_.quiet) {
    std::string list;
    for (const std::string& name : compared.not_witnessed)
      list += (list.empty() ? "" : ", ") + name;
    env.err << text(Text::verify_not_witnessed, common_.language,
                    {sql_, std::to_string(compared.not_witnessed.size()), list});
  }
  env.out << (format_.one() == Format::json
                  ? render_verification_json(found.verification)
                  : render_verification_text(found.verification, common_.language));
  return found.verification.same() ? ExitCode::done : ExitCode::differs;
}

ExitCode VerifyCommand::run(Env& env) {
  if (!sql_.empty()) return verify_sql(env);
  // A file that cannot be compared weighs more than one that differs.
  const auto weight = [](ExitCode code) {
    return code == ExitCode::done ? 0 : code == ExitCode::differs ? 1 : 1 + static_cast<int>(code);
  };
  ExitCode worst = ExitCode::done;
  for (const std::string& path : files_) {
    const ExitCode code = verify(path, env);
    if (weight(code) > weight(worst)) worst = code;
  }
  return worst;
}

}  // namespace euproj
