#include "app/audit/sample.hpp"

#include <algorithm>

#include "app/run/asked_scope.hpp"
#include "app/run/for_each_project.hpp"
#include "euproj/app/load.hpp"
#include "euproj/calc/sampling.hpp"
#include "euproj/read/read_lists.hpp"
#include "euproj/render/render_answers.hpp"
#include "euproj/render/render_diagnostics.hpp"
#include "euproj/words/kinds.hpp"

namespace euproj {
namespace {

const Words<SampleOf> of_words = {{"documents", SampleOf::documents},
                                  {"participants", SampleOf::participants}};
const Words<SampleMethod> method_words = {{"random", SampleMethod::random},
                                          {"monetary-unit", SampleMethod::monetary_unit}};

}  // namespace

void SampleCommand::declare(Parameters& parameters) {
  parameters.argument("PROJECT.yaml", Text::help_project, project_, true);
  parameters.word("--of", Text::help_sample_of, of_words, of_);
  parameters.number("--size", Text::help_sample_size, Text::usage_sample_size, 1, max_sample_size,
                    size_);
  parameters.text("--seed", "TEXT", Text::help_sample_seed, seed_);
  parameters.word("--method", Text::help_sample_method, method_words, method_);
  period_.declare(parameters);
  parameters.text("--claim", "ID", Text::help_sample_claim, period_.claim);
  parameters.values_of_list("claims");
  parameters.text("--results", "FILE", Text::help_sample_results, results_);
  format_.declare(parameters, Text::help_format, "text|csv|xlsx|json");
  text_.declare(parameters);
  parameters.text("-o,--output", "PATH", Text::help_output, output_);
  declare_findings(parameters);
  parameters.flag("--allow-outside", Text::help_allow_outside, allow_outside_);
}

void SampleCommand::check() {
  if (!period_.claim.empty() && period_.period != "all") {
    throw fault(Text::usage_claim_and_period);
  }
  if (size_ == 0) throw fault(Text::usage_missing, {"--size"});
  if (seed_.empty()) throw fault(Text::usage_missing, {"--seed"});
  if (of_ == SampleOf::participants) {
    if (method_ == SampleMethod::monetary_unit) throw fault(Text::usage_sample_persons_money);
    if (!results_.empty()) throw fault(Text::usage_sample_persons_results);
  }
  format_.check_one_of({Format::text, Format::csv, Format::xlsx, Format::json}, *this);
}

std::optional<SampleRequest> SampleCommand::request_of(const Project& project, Env& env) const {
  const auto asked = resolve_scope(project, period_, env.today, common_.language);
  if (!asked) {
    env.err << asked.reason();
    return std::nullopt;
  }
  const Period period = asked->scope.period;
  return SampleRequest{of_,
                       method_,
                       size_,
                       seed_,
                       period,
                       asked->scope.claim,
                       asked->scope.claim
                           ? period_.shown()
                           : "--period " + period.first.iso() + ".." + period.last.iso()};
}

bool SampleCommand::project_results(SampleAnswer& answer, Env& env) const {
  if (results_.empty()) return true;
  SourceSet sources;
  Diagnostics diagnostics;
  const auto results = read_sample_results(results_, env.files, sources, diagnostics);
  if (!diagnostics.has_errors()) {
    const SampleResultFaults faults = add_projection(results, answer);
    for (const std::string& document : faults.missing) {
      diagnostics.report(Kind::sample_result_missing, {FileId{0}}, {document});
    }
    for (const std::string& document : faults.unknown) {
      diagnostics.report(Kind::sample_result_unknown, {FileId{0}}, {document});
    }
  }
  env.err << render_diagnostics_text(diagnostics, sources, {.language = common_.language});
  return !diagnostics.has_errors();
}

ExitCode SampleCommand::write(const SampleAnswer& answer, const SampleRequest& request,
                              Env& env) const {
  const Document document = build_sample_document(answer, common_.language);
  std::string bytes;
  switch (format_.one()) {
    case Format::json:
      bytes = render_sample_json(answer);
      break;
    case Format::csv:
      bytes = render_sample_csv(answer);
      break;
    case Format::xlsx: {
      const std::int64_t stamp = env.source_date_epoch.value_or(
          static_cast<std::int64_t>(request.period.last.serial()) * 86'400);
      auto workbook = render_xlsx(document, stamp);
      if (!workbook) {
        return say_not_written(output_, workbook.reason().reason, common_.language, env);
      }
      bytes = std::move(workbook.value());
      break;
    }
    case Format::text:
    case Format::html:
    case Format::sarif:
      bytes = render_text(document, text_style(common_, text_, env));
  }
  if (output_.empty()) {
    env.out << bytes;
    return ExitCode::done;
  }
  const auto written = env.files.write(output_, bytes);
  if (!written) {
    return say_not_written(output_, fault_text(written.reason(), common_.language),
                           common_.language, env);
  }
  if (!common_.quiet) env.err << text(Text::answer_written, common_.language, {output_});
  return ExitCode::done;
}

ExitCode SampleCommand::run(Env& env) {
  if (output_.empty() && format_.one() == Format::xlsx) {
    return refuse(env, fault(Text::usage_xlsx_stdout));
  }
  const Outside outside = allow_outside_ ? Outside::allowed : Outside::refused;
  Loaded loaded = load_definition(project_, warnings_of(common_), env.files,
                                  period_.findings_day(env.today), outside);
  std::optional<SampleRequest> request;
  if (loaded.has_project) {
    request = request_of(loaded.dossier.project, env);
    if (!request) return ExitCode::wrong_usage;
  }
  load_logs(project_, env.files, outside, loaded,
            ProjectRun{{project_}, 0, common_.language}.threads_within_project());
  take_waived(loaded, waiver_day(loaded));
  print_findings(loaded, common_, env);
  if (const ExitCode code = exit_code_of(loaded.diagnostics); code != ExitCode::done) return code;
  SampleAnswer answer = build_sample(loaded.dossier, loaded.sources, *request);
  if (!project_results(answer, env)) return ExitCode::bad_data;
  return write(answer, *request, env);
}

}  // namespace euproj
