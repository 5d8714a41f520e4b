#pragma once
// `euproj schema [NAME]`: the JSON Schema of the definition, for editors, and of each JSON output,
// for who reads them.

#include "app/cli/command.hpp"

namespace euproj {

class SchemaCommand final : public Command {
 public:
  [[nodiscard]] std::string_view name() const override { return "schema"; }
  [[nodiscard]] FixedText help() const override { return Text::help_schema; }
  void declare(Parameters& parameters) override;
  [[nodiscard]] ExitCode run(Env& env) override;

 private:
  std::string_view schema_;
};

}  // namespace euproj
