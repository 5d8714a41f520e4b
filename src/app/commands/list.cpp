#include "app/commands/list.hpp"

#include "app/audit/export.hpp"
#include "app/audit/sample.hpp"
#include "app/audit/seal.hpp"
#include "app/audit/sql.hpp"
#include "app/audit/verify.hpp"

namespace euproj {
namespace {

template <typename Made>
std::unique_ptr<Command> make_command() {
  return std::make_unique<Made>();
}

}  // namespace

Commands make_commands() {
  Commands commands;
  for (const auto make :
       {report_command, check_command, explain_command, make_command<SealCommand>,
        make_command<VerifyCommand>, make_command<SampleCommand>, make_command<ExportCommand>,
        make_command<SqlCommand>, split_command, init_command, catalogue_command, diff_command,
        schema_command, list_command}) {
    commands.push_back(make());
  }
  return commands;
}

}  // namespace euproj
