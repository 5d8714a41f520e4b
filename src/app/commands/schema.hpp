#pragma once
// `euproj schema`: the JSON Schema of the definition, for editors.

#include "app/cli/command.hpp"
#include "euproj/read/read_project.hpp"

namespace euproj {

class SchemaCommand final : public Command {
 public:
  [[nodiscard]] std::string_view name() const override { return "schema"; }
  [[nodiscard]] FixedText help() const override { return Text::help_schema; }
  [[nodiscard]] ExitCode run(Env& env) override {
    env.out << project_schema();
    return ExitCode::done;
  }
};

}  // namespace euproj
