#pragma once
// `euproj init`: the files of examples/new-project, which are themselves a tested example.

#include <array>
#include <string_view>
#include <utility>

#include "app/cli/command.hpp"
#include "euproj/app/load.hpp"
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
    parameters.argument("DIR", Text::help_folder, folder_, true);
  }

  [[nodiscard]] ExitCode run(Env& env) override {
    std::string folder = folder_;
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
  std::string folder_;
};

}  // namespace euproj
