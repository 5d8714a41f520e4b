// `euproj init`: the files of examples/new-project, which are themselves a tested example. With
// --from a definition for files that somebody keeps already, as far as their headers tell, on
// standard output.

#include <algorithm>
#include <array>
#include <utility>

#include "app/commands/list.hpp"
#include "app/run/output.hpp"
#include "euproj/app/load.hpp"
#include "euproj/base/format.hpp"
#include "euproj/read/read_catalogue.hpp"
#include "euproj/read/read_project.hpp"
#include "euproj/read/recognise_data.hpp"
#include "euproj/words/kinds.hpp"

namespace euproj {

// examples/new-project, see CMakeLists.
extern const std::string_view new_project_definition;
extern const std::string_view new_project_definition_english;
extern const std::string_view new_project_participants;
extern const std::string_view new_project_support;
extern const std::string_view new_project_outcomes;
extern const std::string_view new_project_places;
extern const std::string_view new_project_expenditures;

namespace {

class InitCommand final : public Command {
 public:
  [[nodiscard]] std::string_view name() const override { return "init"; }
  [[nodiscard]] FixedText help() const override { return Text::help_init; }
  void declare(Parameters& parameters) override;
  void check() override;
  [[nodiscard]] ExitCode run(Env& env) override;

 private:
  [[nodiscard]] ExitCode make(const std::string& folder, Env& env) const;
  /// The example, with the schema beside it and the common indicators of the fund.
  [[nodiscard]] std::string definition() const;
  /// The definition that the files suggest; what is doubtful stands in comments.
  [[nodiscard]] ExitCode describe(Env& env) const;
  static void write_log(Env& env, const RecognisedData& data, LogKind log);

  bool from_ = false;
  std::string fund_;  // as typed; empty: that of the example
  std::vector<std::string> arguments_;
};

constexpr std::string_view definition_name = "/project.yaml";
constexpr std::string_view schema_name = "project.schema.json";

struct NewLog {
  std::string_view polish;
  std::string_view english;
  const std::string_view& bytes;
};
constexpr std::array<NewLog, 5> new_logs = {{
    {"/dane/uczestnicy.csv", "/data/participants.csv", new_project_participants},
    {"/dane/wsparcie.csv", "/data/support.csv", new_project_support},
    {"/dane/rezultaty.csv", "/data/outcomes.csv", new_project_outcomes},
    {"/dane/miejsca.csv", "/data/places.csv", new_project_places},
    {"/dane/wydatki.csv", "/data/expenditures.csv", new_project_expenditures},
}};

/// A few common indicators to begin with: all whom a project reaches, and what becomes of them.
const Words<std::vector<std::string_view>>& funds() {
  static const std::vector<std::string_view> plus = {"EECO01", "EECO02", "EECR04"};
  static const std::vector<std::string_view> before = {"CO01", "CO03", "CR04"};
  static const Words<std::vector<std::string_view>> all = {
      {"ESF+", plus}, {"EFS+", plus}, {"ESF", before}, {"EFS", before}};
  return all;
}

void replace_first(std::string& text, std::string_view old, std::string_view by) {
  const std::size_t at = text.find(old);
  if (at != std::string::npos) text.replace(at, old.size(), by);
}

/// Lists that somebody keeps there already.
std::vector<std::string> lists_in(const std::string& folder, const Files& files) {
  std::vector<std::string> found;
  for (const char* pattern : {"/*.csv", "/*.xlsx", "/*.ods"}) {
    const auto some = files.glob(folder + pattern);
    found.insert(found.end(), some.begin(), some.end());
  }
  return found;
}

/// In single quotes where a shell would take a name for something else: "lista 1.xlsx".
std::vector<std::string> for_shell(std::vector<std::string> names) {
  for (std::string& name : names) {
    const bool is_plain = name.find_first_of(" \t'\"\\$`&;|<>()*?[]{}#!~") == std::string::npos;
    if (is_plain) continue;
    std::string quoted = "'";
    for (const char c : name) quoted += c == '\'' ? std::string("'\\''") : std::string(1, c);
    name = quoted + "'";
  }
  return names;
}

void InitCommand::declare(Parameters& parameters) {
  parameters.arguments("DIR", Text::help_folder, arguments_);
  parameters.flag("--from", Text::help_init_from, from_);
  Parameter fund{"--fund", {}, Text::help_fund, {}};
  for (const auto& [word, codes] : funds()) {
    fund.words.push_back(word);
    fund.value += (fund.value.empty() ? "" : "|") + word;
  }
  parameters.converted(std::move(fund), [this, &parameters](const std::string& typed) {
    if (typed.empty()) return;
    static_cast<void>(parameters.choose("--fund", typed, funds()));
    fund_ = typed;
  });
  declare_findings(parameters);
}

void InitCommand::check() {
  if (arguments_.empty()) throw fault(Text::usage_missing, {from_ ? "FILE" : "DIR"});
  if (!from_ && arguments_.size() > 1) throw fault(Text::usage_init_one);
}

ExitCode InitCommand::run(Env& env) {
  if (from_) return describe(env);
  std::string folder = arguments_.front();
  while (folder.size() > 1 && folder.ends_with('/')) folder.pop_back();
  if (env.files.exists(folder) && !env.files.is_folder(folder)) {
    return refuse(env, fault(Text::usage_folder_is_file, {folder}));
  }
  if (env.files.exists(folder + std::string(definition_name))) {
    return refuse(
        env, fault(Text::usage_folder_taken, {folder, std::string(definition_name.substr(1))}));
  }
  return make(folder, env);
}

std::string InitCommand::definition() const {
  const bool is_english = common_.language == Language::english;
  std::string text(is_english ? new_project_definition_english : new_project_definition);
  replace_first(text, "../../schemas/project.schema.json", schema_name);
  if (fund_.empty()) return text;
  replace_first(text, "fund: ESF+", "fund: " + fund_);
  std::string common = "indicators:\n  # " +
                       std::string(euproj::text(Text::init_common_indicators, common_.language)) +
                       "\n";
  for (const auto& [word, codes] : funds()) {
    if (word != fund_) continue;
    for (const std::string_view code : codes) {
      const CatalogueEntry* const entry = find_in_catalogue(code);
      common += "  # " + entry->name.in(common_.language) + "\n  - {id: " + std::string(code) +
                ", definition: " + std::string(code) + ", target: {total: 10}}\n";
    }
  }
  replace_first(text, "indicators:\n", common);
  return text;
}

/// What is there stays as it is.
ExitCode InitCommand::make(const std::string& folder, Env& env) const {
  const std::vector<std::string> lists = lists_in(folder, env.files);
  std::vector<std::pair<std::string, std::string>> files = {
      {std::string(definition_name), definition()},
      {"/" + std::string(schema_name), std::string(project_schema())}};
  for (const NewLog& log : new_logs) {
    files.emplace_back(common_.language == Language::english ? log.english : log.polish, log.bytes);
  }
  std::vector<std::string> kept;
  for (const auto& [name, bytes] : files) {
    if (env.files.exists(folder + name)) {
      kept.push_back(folder + name);
      continue;
    }
    const auto written = env.files.write(folder + name, bytes);
    if (!written) {
      env.err << "euproj: "
              << Message(Kind::file_not_writable,
                         {folder + name, fault_text(written.reason(), common_.language)})
                     .message(common_.language)
              << "\n";
      return ExitCode::failure;
    }
  }
  env.out << text(Text::answer_init, common_.language, {folder});
  if (!kept.empty()) {
    env.out << text(Text::answer_init_kept, common_.language, {list_of(kept)});
  }
  if (!lists.empty()) {
    env.out << text(Text::answer_init_files, common_.language,
                    {list_of(lists), list_of(for_shell(lists), " ")});
  }
  return ExitCode::done;
}

ExitCode InitCommand::describe(Env& env) const {
  Loaded loaded(warnings_of(common_));
  const RecognisedData data =
      recognise_data(arguments_, env.files, loaded.sources, common_.language, loaded.diagnostics);
  loaded.diagnostics.sort();
  print_findings(loaded, common_, env);
  const ExitCode code = exit_code_of(loaded.diagnostics);
  if (code != ExitCode::done) return code;
  const auto say = [&](FixedText which) { return std::string(text(which, common_.language)); };
  const std::string first = data.first.known() ? data.first.iso().substr(0, 4) : "2026";
  const std::string last = data.last.known() ? data.last.iso().substr(0, 4) : first;
  env.out << "# " << say(Text::init_from_title)
          << "\neuproj: 1\nproject:\n  id: " << say(Text::init_from_id)
          << "\n  title: " << say(Text::init_from_project) << "\n  # "
          << say(Text::init_from_number) << "\n  # number: FEXX.00.00-IP.00-0000/00\n";
  if (!fund_.empty()) env.out << "  fund: " << fund_ << "\n";
  env.out << "  # " << say(Text::init_from_period) << "\n  period: {start: " << first
          << "-01-01, end: " << last << "-12-31}\n"
          << "# " << say(Text::init_from_financing)
          << "\nfinancing:\n  total: 100000.00\n  sources:\n"
          << "    - {id: " << say(Text::init_from_eu)
          << ", kind: eu, rate: 85%}\n    - {id: " << say(Text::init_from_own)
          << ", kind: own, remainder: true}\n";
  if (!data.forms.empty()) {
    env.out << "support_forms:\n";
    for (const std::string& form : data.forms) env.out << "  - {id: \"" << form << "\"}\n";
  }
  env.out << "indicators:\n  - {id: P1, name: " << say(Text::init_from_persons)
          << ", kind: output, count: persons}\ndata:\n";
  for (std::size_t position = 0; position < log_kind_count; ++position) {
    write_log(env, data, static_cast<LogKind>(position));
  }
  for (const RecognisedEntry& entry : data.entries) {
    if (entry.is_known) continue;
    for (const std::string& doubt : entry.doubts) env.out << "  # " << doubt << "\n";
    env.out << "  # " << entry.yaml << "\n";
  }
  return code;
}

void InitCommand::write_log(Env& env, const RecognisedData& data, LogKind log) {
  bool has_key = false;
  for (const RecognisedEntry& entry : data.entries) {
    if (!entry.is_known || entry.log != log) continue;
    if (!has_key) env.out << "  " << log_name(log) << ":\n";
    has_key = true;
    for (const std::string& doubt : entry.doubts) env.out << "    # " << doubt << "\n";
    env.out << "    " << entry.yaml << "\n";
  }
}

}  // namespace

std::unique_ptr<Command> init_command() { return std::make_unique<InitCommand>(); }

}  // namespace euproj
