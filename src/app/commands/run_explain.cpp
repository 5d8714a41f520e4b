// `euproj explain`: what is behind one indicator, or the whole story of one person.

#include <algorithm>

#include "app/cli/usage_text.hpp"
#include "app/commands/commands.hpp"
#include "app/os/shown_progress.hpp"
#include "app/run/findings_output.hpp"
#include "app/run/for_each_project.hpp"
#include "app/run/input_files.hpp"
#include "app/run/output_target.hpp"
#include "euproj/base/suggest.hpp"
#include "euproj/render/render.hpp"
#include "euproj/render/render_answers.hpp"
#include "euproj/report/explained.hpp"
#include "euproj/words/texts.hpp"

namespace euproj {
namespace {

std::string indicator_fault(const Options& options, const Project& project) {
  std::vector<std::string_view> known;
  std::string all;
  for (const Indicator& indicator : project.indicators) {
    known.push_back(indicator.id);
    all += (all.empty() ? "" : ", ") + indicator.id;
  }
  const std::string_view near = nearest(options.indicator, known);
  if (near.empty()) return usage_text(options, Text::usage_indicator, {options.indicator, all});
  return usage_text(options, Text::usage_indicator_near, {options.indicator, std::string(near)});
}

/// Suggests only ids that may be shown; a PESEL is no id.
std::string person_fault(const Options& options, const Dossier& dossier) {
  std::vector<std::string> shown;
  for (const ParticipantRow& row : dossier.logs.participants) {
    shown.push_back(shown_person_id(dossier.codes.person_ids.text(row.person_id), row.origin));
  }
  const std::vector<std::string_view> known(shown.begin(), shown.end());
  const std::string asked = looks_like_pesel(options.person) ? "PESEL" : options.person;
  const std::string_view near = nearest(options.person, known);
  if (near.empty()) return usage_text(options, Text::usage_person, {asked});
  return usage_text(options, Text::usage_person_near, {asked, std::string(near)});
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

/// What is wished of a project that could be read; or what is wrong with the wish.
Result<ExplainRequest, std::string> wish_of(const Options& options, const Dossier& dossier,
                                         Date day) {
  ExplainRequest wish;
  wish.day = day;
  wish.language = options.language;
  wish.reveal = options.reveal;
  if (!options.indicator.empty()) {
    const auto& indicators = dossier.project.indicators;
    const auto found = std::find_if(indicators.begin(), indicators.end(), [&](const Indicator& i) {
      return i.id == options.indicator;
    });
    if (found == indicators.end()) return indicator_fault(options, dossier.project);
    wish.indicator = static_cast<std::size_t>(found - indicators.begin());
  }
  if (!options.person.empty()) {
    const PersonIndex person = find_person(dossier, options.person);
    if (person == no_person) return person_fault(options, dossier);
    wish.person = person;
  }
  return wish;
}

std::string rendered(const Explained& explained, Format format, const Options& options,
                     const Env& env) {
  if (format == Format::json) return render_explained_json(explained);
  if (format == Format::csv) return render_explained_csv(explained);
  const Document document = build_explained_document(explained);
  if (format == Format::html) return render_html(document);
  return render_text(document, text_style(options, env));
}

/// Beside a report of the same period, not over it: ID-PERIOD-INDICATOR.EXT.
std::string file_part(const ReportingPeriod& period, const Options& options) {
  std::string name = options.indicator.empty() ? options.person : options.indicator;
  if (looks_like_pesel(name)) name = "person";
  for (char& c : name) {
    const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    if (!plain && c != '.' && c != '_') c = '-';
  }
  return period.file_part + "-" + name;
}

Loaded load_shown(const Options& options, Env& world) {
  ShownProgress shown(options, world);
  Env& env = shown.env();
  const std::string& path = options.projects.front();
  Loaded loaded = load_definition(path, warnings_of(options), env.files);
  expect_inputs(path, loaded, env);
  load_logs(path, env.files, options.outside, loaded, threads_within_project(options));
  return loaded;
}

}  // namespace

ExitCode run_explain(const Options& options, Env& env) {
  if (!options.code.empty()) return run_explain_finding(options, env);
  const Format format = options.formats.front();
  if (options.formats.size() > 1 || format == Format::xlsx) {
    env.err << usage_text(options, Text::usage_word,
                          {"explain --format", options.format_words, "text, html, json, csv"});
    return ExitCode::wrong_usage;
  }
  Loaded loaded = load_shown(options, env);
  const Dossier& dossier = loaded.dossier;
  const ExitCode code = exit_code_of(loaded.diagnostics);
  const bool bad_rows_only = loaded.has_project && code == ExitCode::bad_data;
  if (code != ExitCode::done && !(options.keep_going && bad_rows_only)) {
    print_findings(loaded, options, env);
    return code;
  }
  const auto period =
      resolve_period(options.period, options.as_of, dossier.project.period, env.today);
  if (!period) {
    env.err << usage_text_of(period.reason(), options);
    return ExitCode::wrong_usage;
  }
  const auto wish = wish_of(options, dossier, period->period.last);
  if (!wish) {
    env.err << wish.reason();
    return ExitCode::wrong_usage;
  }
  Explained explained = build_explained(dossier, loaded.sources, *wish);
  explained.complete = !loaded.diagnostics.has_errors();
  const std::string bytes = rendered(explained, format, options, env);
  if (options.output.empty()) {
    env.out << bytes;
  } else {
    const OutputTarget target(options, env.files);
    const std::string to =
        target.path(dossier.project.id, file_part(*period, options), format);
    write_result(to, output_of(bytes), options, env, loaded.diagnostics);
  }
  print_findings(loaded, options, env);
  return highest(code, exit_code_of(loaded.diagnostics));
}

}  // namespace euproj
