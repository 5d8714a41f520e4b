// `euproj split`: how the sources share any amount under the project's rules. With --infer, without
// a project: which rates and roundings give published amounts.

#include "app/commands/list.hpp"
#include "app/run/output.hpp"
#include "euproj/core/money.hpp"
#include "euproj/read/read_lists.hpp"
#include "euproj/render/render_answers.hpp"

namespace euproj {
namespace {

class SplitCommand final : public Command {
 public:
  [[nodiscard]] std::string_view name() const override { return "split"; }
  [[nodiscard]] FixedText help() const override { return Text::help_split; }
  void declare(Parameters& parameters) override;
  void check() override;
  [[nodiscard]] ExitCode run(Env& env) override;

 private:
  [[nodiscard]] ExitCode split(Env& env) const;
  [[nodiscard]] ExitCode infer(Env& env) const;
  [[nodiscard]] ExitCode infer_from_list(Env& env) const;
  void print(Env& env, const std::string& json, const Document& document) const;

  std::string project_;
  std::vector<std::string> amounts_;  // with `infer_` the total first, parts "name=amount"
  bool infer_ = false;
  std::string list_;         // of --infer: a file instead of amounts
  std::string columns_;      // of the list, "TOTAL,PART"; empty: the usual ones
  bool keep_going_ = false;  // of the list: without its bad rows
  FormatOptions format_;
};

/// "eu=850.00" or "850.00": then its number is its name.
struct NamedAmount {
  std::string name;
  std::string amount;
};

NamedAmount named(const std::string& written, std::size_t number) {
  const std::size_t at = written.find('=');
  if (at == std::string::npos || at == 0) return {std::to_string(number), written};
  return {written.substr(0, at), written.substr(at + 1)};
}

/// What is wrong with the amounts, for standard error.
std::optional<std::string> fault_of(const InferAnswer& answer, Language language) {
  if (answer.total <= Money()) {
    return usage_text(language, Text::usage_infer_total, {answer.total.text()});
  }
  Money sum;
  for (const Money amount : answer.amounts) {
    if (amount.is_negative())
      return usage_text(language, Text::usage_infer_negative, {amount.text()});
    sum += amount;
  }
  if (sum <= answer.total) return std::nullopt;
  return usage_text(language, Text::usage_infer_sum,
                    {sum.text(), answer.total.text(), (sum - answer.total).text()});
}

void SplitCommand::declare(Parameters& parameters) {
  parameters.argument("PROJECT.yaml", Text::help_split_project, project_);
  parameters.arguments("AMOUNT", Text::help_amount, amounts_);
  parameters.flag("--infer", Text::help_infer, infer_);
  parameters.text("--list", "FILE", Text::help_list, list_);
  parameters.text("--columns", "TOTAL,PART", Text::help_columns, columns_);
  parameters.flag("--keep-going", Text::help_keep_going_list, keep_going_);
  format_.declare(parameters, Text::help_format);
  declare_findings(parameters);
}

/// With --infer there is no project: what stands first is the total.
void SplitCommand::check() {
  const bool has_list = !list_.empty();
  if (!infer_) {
    if (has_list) throw fault(Text::usage_needs_infer, {"--list"});
    if (project_.empty()) throw fault(Text::usage_missing, {"PROJECT.yaml"});
  }
  if (!columns_.empty() && !has_list) {
    throw UsageFault{fault(Text::usage_needs_infer, {"--columns"}).text + " --list"};
  }
  if (keep_going_ && !has_list) {
    throw UsageFault{fault(Text::usage_needs_infer, {"--keep-going"}).text + " --list"};
  }
  if (amounts_.empty() && !has_list) {
    const bool total = infer_ && project_.empty();
    throw fault(Text::usage_missing, {total ? "TOTAL" : "AMOUNT"});
  }
  if (has_list && !project_.empty()) throw fault(Text::usage_list_and_amounts);
  if (infer_ && !has_list) amounts_.insert(amounts_.begin(), std::exchange(project_, {}));
  format_.check_one_of({Format::text, Format::json}, *this);
}

void SplitCommand::print(Env& env, const std::string& json, const Document& document) const {
  if (format_.one() == Format::json) {
    env.out << json;
  } else {
    env.out << render_text(document, text_style(common_, TextOptions(), env));
  }
}

ExitCode SplitCommand::run(Env& env) {
  if (!infer_) return split(env);
  return list_.empty() ? infer(env) : infer_from_list(env);
}

ExitCode SplitCommand::split(Env& env) const {
  std::vector<Money> amounts;
  for (const std::string& written : amounts_) {
    const auto amount = parse_written_money(written);
    if (!amount) return refuse(env, fault(Text::usage_amount, {written}));
    amounts.push_back(*amount);
  }
  const Loaded loaded = load_definition(project_, warnings_of(common_), env.files);
  print_findings(loaded, common_, env);
  const ExitCode code = exit_code_of(loaded.diagnostics);
  if (code != ExitCode::done) return code;
  const Project& project = loaded.dossier.project;
  const auto answers = build_split_answers(project, amounts);
  print(env, render_split_json(answers), build_split_document(answers, project, common_.language));
  return code;
}

ExitCode SplitCommand::infer(Env& env) const {
  InferAnswer answer;
  for (std::size_t i = 0; i < amounts_.size(); ++i) {
    const NamedAmount written = i == 0 ? NamedAmount{"", amounts_[i]} : named(amounts_[i], i);
    const auto amount = parse_written_money(written.amount);
    if (!amount) return refuse(env, fault(Text::usage_amount, {written.amount}));
    if (i == 0) {
      answer.total = *amount;
      continue;
    }
    answer.names.push_back(written.name);
    answer.amounts.push_back(*amount);
  }
  if (const auto fault = fault_of(answer, common_.language)) {
    env.err << *fault;
    return ExitCode::wrong_usage;
  }
  answer.split = infer_split(answer.total, answer.amounts);
  print(env, render_inferred_split_json(answer),
        build_inferred_split_document(answer, common_.language));
  return ExitCode::done;
}

ExitCode SplitCommand::infer_from_list(Env& env) const {
  PublishedColumns columns;
  if (!columns_.empty()) {
    const auto named = parse_published_columns(columns_);
    if (!named) return refuse(env, fault(Text::usage_columns, {columns_}));
    columns = *named;
  }
  Loaded loaded(warnings_of(common_));
  const auto list = read_published(list_, columns, env.files, loaded.sources, loaded.diagnostics);
  loaded.diagnostics.sort();
  print_findings(loaded, common_, env);
  const ExitCode code = exit_code_of(loaded.diagnostics);
  const bool goes_on = code == ExitCode::bad_data && keep_going_ && !list.parts.empty();
  if (code != ExitCode::done && !goes_on) return code;
  const InferredList inferred = infer_list(list.parts);
  print(env, render_inferred_list_json(inferred, list.parts.size(), list.skipped),
        build_inferred_list_document(inferred, list.parts.size(), list.skipped, common_.language));
  return code;
}

}  // namespace

std::unique_ptr<Command> split_command() { return std::make_unique<SplitCommand>(); }

}  // namespace euproj
