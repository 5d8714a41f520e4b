// `euproj schema [NAME]`: the JSON Schema of the definition, for editors, and of each JSON output,
// for who reads them.

#include "app/cli/command.hpp"
#include "app/commands/list.hpp"
#include "euproj/read/read_project.hpp"

namespace euproj {

// schemas/NAME.schema.json, see CMakeLists.
extern const std::string_view report_schema_text;
extern const std::string_view seal_schema_text;
extern const std::string_view fleet_schema_text;
extern const std::string_view heartbeat_schema_text;
extern const std::string_view explain_schema_text;
extern const std::string_view split_schema_text;
extern const std::string_view sample_schema_text;
extern const std::string_view verify_schema_text;
extern const std::string_view diff_schema_text;
extern const std::string_view catalogue_schema_text;

namespace {

class SchemaCommand final : public Command {
 public:
  [[nodiscard]] std::string_view name() const override { return "schema"; }
  [[nodiscard]] FixedText help() const override { return Text::help_schema; }
  void declare(Parameters& parameters) override;
  [[nodiscard]] ExitCode run(Env& env) override;

 private:
  std::string_view schema_;
};

const Words<std::string_view>& schemas() {
  static const Words<std::string_view> all = {
      {"project", project_schema()},        {"report", report_schema_text},
      {"seal", seal_schema_text},           {"fleet", fleet_schema_text},
      {"heartbeat", heartbeat_schema_text}, {"explain", explain_schema_text},
      {"split", split_schema_text},         {"sample", sample_schema_text},
      {"verify", verify_schema_text},       {"diff", diff_schema_text},
      {"catalogue", catalogue_schema_text},
  };
  return all;
}

void SchemaCommand::declare(Parameters& parameters) {
  Parameter parameter{"NAME", {}, Text::help_schema_name, {}};
  for (const auto& [name, text] : schemas()) parameter.words.push_back(name);
  parameters.converted(
      std::move(parameter),
      [this, &parameters](const std::string& name) {
        schema_ = parameters.choose("NAME", name, schemas());
      },
      "project");
}

ExitCode SchemaCommand::run(Env& env) {
  env.out << schema_;
  return ExitCode::done;
}

}  // namespace

std::unique_ptr<Command> schema_command() { return std::make_unique<SchemaCommand>(); }

}  // namespace euproj
