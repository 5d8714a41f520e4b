// `euproj init`: the files of examples/new-project, which are themselves a tested example.

#include <array>

#include "app/cli/usage_text.hpp"
#include "app/commands/commands.hpp"
#include "euproj/app/load.hpp"
#include "euproj/words/kinds.hpp"
#include "euproj/words/texts.hpp"

namespace euproj {

extern const std::string_view new_project_definition;
extern const std::string_view new_project_participants;
extern const std::string_view new_project_support;
extern const std::string_view new_project_outcomes;
extern const std::string_view new_project_places;
extern const std::string_view new_project_expenditures;

ExitCode run_init(const Options& options, Env& env) {
  std::string folder = options.folder;
  while (folder.size() > 1 && folder.ends_with('/')) folder.pop_back();
  if (env.files.exists(folder)) {
    env.err << usage_text(options, Text::usage_folder_not_empty, {folder});
    return ExitCode::wrong_usage;
  }
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
                         {folder + name, fault_text(written.reason(), options.language)})
                     .message(options.language)
              << "\n";
      return ExitCode::failure;
    }
  }
  env.out << text(Text::answer_init, options.language, {folder});
  return ExitCode::done;
}

}  // namespace euproj
