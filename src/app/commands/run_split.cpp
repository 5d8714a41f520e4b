// `euproj split`: how the sources share any amount under the project's rules.

#include <algorithm>

#include "app/cli/usage_text.hpp"
#include "app/commands/commands.hpp"
#include "app/run/findings_output.hpp"
#include "euproj/render/render.hpp"
#include "euproj/render/render_answers.hpp"
#include "euproj/words/texts.hpp"

namespace euproj {
namespace {

std::vector<SplitAnswer> split_all(const Financing& financing, const std::vector<Money>& amounts) {
  std::vector<SplitAnswer> answers;
  for (const Money amount : amounts) {
    const std::vector<Money> shares = financing.shares(amount);
    SplitAnswer answer{amount, {}};
    for (std::size_t i = 0; i < shares.size(); ++i) {
      answer.sources.emplace_back(financing.sources[i].id, shares[i]);
    }
    answers.push_back(std::move(answer));
  }
  return answers;
}

Document split_document(const std::vector<SplitAnswer>& answers, const Project& project,
                        Language language) {
  Table table;
  table.id = "splits";
  table.columns.push_back(
      {"amount", std::string(text(Text::split_amount, language)), ColumnKind::money});
  for (const FundingSource& source : project.financing.latest().sources) {
    table.columns.push_back({source.id, source.id, ColumnKind::money});
  }
  for (const SplitAnswer& answer : answers) {
    TableRow row;
    row.cells.emplace_back(answer.amount);
    for (const auto& [id, share] : answer.sources) row.cells.emplace_back(share);
    table.rows.push_back(std::move(row));
  }
  DocumentSection section;
  section.id = "split";
  section.title = text(Text::split_title, language);
  section.tables.push_back(std::move(table));
  Document document;
  document.title = project.title.in(language);
  document.language = language;
  document.currency = project.currency;
  document.sections.push_back(std::move(section));
  return document;
}

}  // namespace

ExitCode run_split(const Options& options, Env& env) {
  const Format format = options.formats.front();
  if (options.formats.size() > 1 || (format != Format::text && format != Format::json)) {
    env.err << usage_text(options, Text::usage_word,
                          {"split --format", options.format_words, "text, json"});
    return ExitCode::wrong_usage;
  }
  if (options.infer) return run_infer(options, env);
  std::vector<Money> amounts;
  for (const std::string& written : options.amounts) {
    const auto amount = parse_amount(written);
    if (!amount) {
      env.err << usage_text(options, Text::usage_amount, {written});
      return ExitCode::wrong_usage;
    }
    amounts.push_back(*amount);
  }
  const Loaded loaded =
      load_definition(options.projects.front(), warnings_of(options), env.files);
  print_findings(loaded, options, env);
  const ExitCode code = exit_code_of(loaded.diagnostics);
  if (code != ExitCode::done) return code;
  const auto answers = split_all(loaded.dossier.project.financing.latest(), amounts);
  if (format == Format::json) {
    env.out << render_split_json(answers);
  } else {
    env.out << render_text(split_document(answers, loaded.dossier.project, options.language),
                           text_style(options, env));
  }
  return code;
}

}  // namespace euproj
