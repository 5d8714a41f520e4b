#pragma once
// `euproj init`: the files of examples/new-project, which are themselves a tested example. With
// --from a definition for files that somebody keeps already, as far as their headers tell, on
// standard output.

#include <array>
#include <string_view>
#include <utility>

#include "app/cli/command.hpp"
#include "app/run/output.hpp"
#include "euproj/app/load.hpp"
#include "euproj/read/recognise_data.hpp"
#include "euproj/words/kinds.hpp"

namespace euproj {

extern const std::string_view new_project_definition;
extern const std::string_view new_project_participants;
extern const std::string_view new_project_support;
extern const std::string_view new_project_outcomes;
extern const std::string_view new_project_places;
extern const std::string_view new_project_expenditures;

class InitCommand final : public Command {
 public:
  [[nodiscard]] std::string_view name() const override { return "init"; }
  [[nodiscard]] FixedText help() const override { return Text::help_init; }

  void declare(Parameters& parameters) override {
    parameters.arguments("DIR", Text::help_folder, arguments_);
    parameters.flag("--from", Text::help_init_from, from_);
    declare_findings(parameters);
  }

  void check() override {
    if (arguments_.empty()) throw fault(Text::usage_missing, {from_ ? "FILE" : "DIR"});
    if (!from_ && arguments_.size() > 1) throw fault(Text::usage_init_one);
  }

  [[nodiscard]] ExitCode run(Env& env) override {
    if (from_) return describe(env);
    std::string folder = arguments_.front();
    while (folder.size() > 1 && folder.ends_with('/')) folder.pop_back();
    if (env.files.exists(folder)) return refuse(env, fault(Text::usage_folder_not_empty, {folder}));
    const std::array<std::pair<const char*, std::string_view>, 6> files = {{
        {"/project.yaml", new_project_definition},
        {"/dane/uczestnicy.csv", new_project_participants},
        {"/dane/wsparcie.csv", new_project_support},
        {"/dane/rezultaty.csv", new_project_outcomes},
        {"/dane/miejsca.csv", new_project_places},
        {"/dane/wydatki.csv", new_project_expenditures},
    }};
    for (const auto& [name, bytes] : files) {
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
    return ExitCode::done;
  }

 private:
  /// The definition that the files suggest; what is doubtful stands in comments.
  [[nodiscard]] ExitCode describe(Env& env) const {
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
    env.out
        << "# " << say(Text::init_from_title)
        << "\neuproj: 1\nproject:\n  id: projekt\n  title: " << say(Text::init_from_project)
        << "\n  # " << say(Text::init_from_number) << "\n  # number: FEXX.00.00-IP.00-0000/00\n  # "
        << say(Text::init_from_period) << "\n  period: {start: " << first << "-01-01, end: " << last
        << "-12-31}\n"
        << "# " << say(Text::init_from_financing)
        << "\nfinancing:\n  total: 100000.00\n  sources:\n"
        << "    - {id: ue, kind: eu, rate: 85%}\n    - {id: wklad, kind: own, remainder: true}\n";
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

  static void write_log(Env& env, const RecognisedData& data, LogKind log) {
    bool has_key = false;
    for (const RecognisedEntry& entry : data.entries) {
      if (!entry.is_known || entry.log != log) continue;
      if (!has_key) env.out << "  " << log_name(log) << ":\n";
      has_key = true;
      for (const std::string& doubt : entry.doubts) env.out << "    # " << doubt << "\n";
      env.out << "    " << entry.yaml << "\n";
    }
  }

  bool from_ = false;
  std::vector<std::string> arguments_;
};

}  // namespace euproj
