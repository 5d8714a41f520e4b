// `euproj explain`: what is behind one indicator, the whole story of one person, or what a finding
// means.

#include <algorithm>
#include <utility>

#include "app/commands/finding_page.hpp"
#include "app/commands/list.hpp"
#include "app/run/for_each_project.hpp"
#include "app/run/inputs.hpp"
#include "app/run/output.hpp"
#include "app/run/progress.hpp"
#include "euproj/app/load.hpp"
#include "euproj/base/suggest.hpp"
#include "euproj/render/render_answers.hpp"
#include "euproj/report/explained.hpp"
#include "euproj/words/diagnostics.hpp"

namespace euproj {
namespace {

class ExplainCommand final : public Command {
 public:
  [[nodiscard]] std::string_view name() const override { return "explain"; }
  [[nodiscard]] FixedText help() const override { return Text::help_explain; }
  void declare(Parameters& parameters) override;
  void check() override;
  [[nodiscard]] ExitCode run(Env& env) override;

 private:
  /// `explain CODE` of a finding; no project.
  [[nodiscard]] ExitCode run_finding(Env& env) const;
  [[nodiscard]] ExitCode unknown_finding(Env& env) const;
  [[nodiscard]] Loaded load_shown(Env& world) const;
  /// What is asked of a project that could be read; or what is wrong with the question.
  [[nodiscard]] Result<ExplainRequest, std::string> request_of(const Dossier& dossier,
                                                               Date day) const;
  [[nodiscard]] std::string indicator_fault(const Project& project) const;
  [[nodiscard]] std::string person_fault(const Dossier& dossier) const;
  [[nodiscard]] std::string rendered(const Explained& explained, const Env& env) const;
  /// Beside a report of the same period, not over it: ID-PERIOD-INDICATOR.EXT.
  [[nodiscard]] std::string file_part(const ReportingPeriod& period) const;

  std::vector<std::string> projects_ = std::vector<std::string>(1);
  std::string code_;       // of a finding, instead of a project
  std::string indicator_;  // may be empty when there is a person
  std::string person_;     // a person_id
  bool reveal_ = false;    // PESEL and personal columns too
  std::string small_cells_;
  PeriodOptions period_;
  FormatOptions format_;
  TextOptions text_;
  OutputOptions output_;
  bool allow_outside_ = false;
};

/// Of a finding: no file of a project is named so, it has an extension or a folder.
bool looks_like_code(std::string_view word) {
  return !word.empty() &&
         word.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-") == std::string_view::npos;
}

const KindInfo* find_kind(std::string_view code) {
  for (std::size_t i = 0; i < kind_count(); ++i) {
    const KindInfo& info = kind_info(AnyKind(i));
    if (info.code == code) return &info;
  }
  return nullptr;
}

std::optional<Code> code_named(const Interner& ids, const std::string& id) {
  const Code code = ids.find(id);
  return code == no_code ? std::nullopt : std::optional(code);
}

/// By any person_id of theirs, as logged or as shown.
PersonIndex find_person(const Dossier& dossier, const std::string& id) {
  const PersonIndex logged = dossier.people.find(dossier.codes.person_ids.find(id));
  if (logged != no_person) return logged;
  for (const ParticipantRow& row : dossier.logs.participants) {
    if (shown_person_id(dossier.codes.person_ids.text(row.person_id), row.origin) == id) {
      return dossier.people.find(row.person_id);
    }
  }
  return no_person;
}

void ExplainCommand::declare(Parameters& parameters) {
  parameters.argument("PROJECT.yaml", Text::help_explain_project, projects_.front(), true);
  parameters.values_of_list("findings");
  parameters.argument("INDICATOR", Text::help_indicator, indicator_);
  parameters.values_of_list("indicators");
  parameters.text("--person", "ID", Text::help_person, person_);
  parameters.flag("--reveal", Text::help_reveal, reveal_);
  // To say why not, rather than that it is unknown.
  parameters.text("--small-cells", "N", Text::help_small_cells, small_cells_);
  period_.declare(parameters);
  format_.declare(parameters, Text::help_explain_format, "F", &output_);
  text_.declare(parameters);
  output_.declare(parameters);
  declare_findings(parameters);
  parameters.flag("--allow-outside", Text::help_allow_outside, allow_outside_);
}

void ExplainCommand::check() {
  const bool alone = indicator_.empty() && person_.empty();
  if (alone && looks_like_code(projects_.front())) code_ = std::exchange(projects_.front(), {});
  if (alone && code_.empty()) throw fault(Text::usage_missing, {"INDICATOR"});
  if (!small_cells_.empty()) throw fault(Text::usage_small_cells_explain);
  output_.check_extension(explain_extensions, *this);
  if (code_.empty()) {
    format_.check_one_of({Format::text, Format::html, Format::json, Format::csv}, *this);
  }
}

std::string ExplainCommand::indicator_fault(const Project& project) const {
  std::vector<std::string_view> known;
  std::string all;
  const auto add = [&](const std::string& id) {
    known.push_back(id);
    all += (all.empty() ? "" : ", ") + id;
  };
  for (const Indicator& indicator : project.indicators) add(indicator.id);
  for (const LumpSum& sum : project.budget.latest().lump_sums) add(sum.id);
  for (const UnitCost& cost : project.budget.latest().unit_costs) add(cost.id);
  const std::string_view near = nearest(indicator_, known);
  if (near.empty()) return usage_text(common_.language, Text::usage_indicator, {indicator_, all});
  return usage_text(common_.language, Text::usage_indicator_near, {indicator_, std::string(near)});
}

/// Suggests only ids that may be shown; a PESEL is no id.
std::string ExplainCommand::person_fault(const Dossier& dossier) const {
  std::vector<std::string> shown;
  for (const ParticipantRow& row : dossier.logs.participants) {
    shown.push_back(shown_person_id(dossier.codes.person_ids.text(row.person_id), row.origin));
  }
  const std::vector<std::string_view> known(shown.begin(), shown.end());
  const std::string asked = looks_like_pesel(person_) ? "PESEL" : person_;
  const std::string_view near = nearest(person_, known);
  if (near.empty()) return usage_text(common_.language, Text::usage_person, {asked});
  return usage_text(common_.language, Text::usage_person_near, {asked, std::string(near)});
}

Result<ExplainRequest, std::string> ExplainCommand::request_of(const Dossier& dossier,
                                                               Date day) const {
  ExplainRequest request;
  request.day = day;
  request.language = common_.language;
  request.reveal = reveal_;
  if (!indicator_.empty()) {
    const auto& indicators = dossier.project.indicators;
    const auto found = std::find_if(indicators.begin(), indicators.end(),
                                    [&](const Indicator& i) { return i.id == indicator_; });
    request.lump_sum = code_named(dossier.codes.lump_sums, indicator_);
    request.unit_cost = code_named(dossier.codes.unit_costs, indicator_);
    if (found != indicators.end()) {
      request.indicator = static_cast<std::size_t>(found - indicators.begin());
      request.lump_sum.reset();
      request.unit_cost.reset();
    } else if (!request.lump_sum && !request.unit_cost) {
      return indicator_fault(dossier.project);
    }
  }
  if (!person_.empty()) {
    const PersonIndex person = find_person(dossier, person_);
    if (person == no_person) return person_fault(dossier);
    request.person = person;
  }
  return request;
}

std::string ExplainCommand::rendered(const Explained& explained, const Env& env) const {
  if (format_.one() == Format::json) return render_explained_json(explained);
  if (format_.one() == Format::csv) return render_explained_csv(explained);
  const Document document = build_explained_document(explained);
  if (format_.one() == Format::html) return render_html(document);
  TextStyle style = text_style(common_, text_, env);
  style.colour = style.colour && output_.path.empty();  // a file never has colour
  return render_text(document, style);
}

std::string ExplainCommand::file_part(const ReportingPeriod& period) const {
  const std::string& name = indicator_.empty() ? person_ : indicator_;
  return period.file_part + "-" + (looks_like_pesel(name) ? "person" : file_name_part(name));
}

Loaded ExplainCommand::load_shown(Env& world) const {
  ShownProgress shown(common_.language, common_.quiet, world);
  Env& env = shown.env();
  const std::string& path = projects_.front();
  Loaded loaded =
      load_definition(path, warnings_of(common_), env.files, period_.findings_day(env.today),
                      allow_outside_ ? Outside::allowed : Outside::refused);
  expect_inputs(path, loaded, env);
  load_logs(path, env.files, allow_outside_ ? Outside::allowed : Outside::refused, loaded,
            ProjectRun{projects_, 0, common_.language}.threads_within_project());
  take_waived(loaded, waiver_day(loaded));
  return loaded;
}

ExitCode ExplainCommand::run(Env& env) {
  if (!code_.empty()) return run_finding(env);
  Loaded loaded = load_shown(env);
  const Dossier& dossier = loaded.dossier;
  const ExitCode code = exit_code_of(loaded.diagnostics);
  const bool bad_rows_only = loaded.has_project && code == ExitCode::bad_data;
  if (code != ExitCode::done && !(output_.keep_going && bad_rows_only)) {
    print_findings(loaded, common_, env);
    return code;
  }
  const auto period =
      resolve_period(period_.period, period_.as_of, dossier.project.period, env.today);
  if (!period) {
    env.err << usage_text_of(period.reason(), period_, common_.language);
    return ExitCode::wrong_usage;
  }
  const auto request = request_of(dossier, period->period.last);
  if (!request) {
    env.err << request.reason();
    return ExitCode::wrong_usage;
  }
  Explained explained = build_explained(dossier, loaded.sources, *request);
  explained.complete = !loaded.diagnostics.has_errors();
  const std::string bytes = rendered(explained, env);
  if (output_.path.empty()) {
    env.out << bytes;
  } else {
    const OutputTarget target(output_.path, env.files);
    write_result(target.path(dossier.project.id, file_part(*period), format_.one()),
                 output_of(bytes), reveal_ ? Readers::owner_only : Readers::as_usual, common_, env,
                 loaded.diagnostics);
  }
  print_findings(loaded, common_, env);
  return highest(code, exit_code_of(loaded.diagnostics));
}

ExitCode ExplainCommand::unknown_finding(Env& env) const {
  // Without an indicator a project's name is half of a command.
  if (env.files.exists(code_)) return refuse(env, fault(Text::usage_missing, {"INDICATOR"}));
  std::vector<std::string_view> codes;
  for (std::size_t i = 0; i < kind_count(); ++i) {
    codes.push_back(kind_info(AnyKind(i)).code);
  }
  const std::string_view near = nearest(code_, codes);
  if (near.empty()) return refuse(env, fault(Text::usage_finding_code, {code_}));
  return refuse(env, fault(Text::usage_did_you_mean, {code_, std::string(near)}));
}

ExitCode ExplainCommand::run_finding(Env& env) const {
  const KindInfo* const info = find_kind(code_);
  if (info == nullptr) return unknown_finding(env);
  if (!format_.is_one_of({Format::text, Format::json}) || !output_.path.empty()) {
    return refuse(env, fault(Text::usage_finding_format));
  }
  const std::string page = finding_section(findings_page(), info->code, common_.language);
  env.out << (format_.one() == Format::json ? render_finding_kind_json(*info, page) : page);
  return ExitCode::done;
}

}  // namespace

std::unique_ptr<Command> explain_command() { return std::make_unique<ExplainCommand>(); }

}  // namespace euproj
