#include "app/commands/list.hpp"

#include "app/audit/export.hpp"
#include "app/audit/sample.hpp"
#include "app/audit/seal.hpp"
#include "app/audit/sql.hpp"
#include "app/audit/verify.hpp"
#include "app/commands/catalogue.hpp"
#include "app/commands/check.hpp"
#include "app/commands/diff.hpp"
#include "app/commands/explain.hpp"
#include "app/commands/init.hpp"
#include "app/commands/list_ids.hpp"
#include "app/commands/report.hpp"
#include "app/commands/schema.hpp"
#include "app/commands/split.hpp"

namespace euproj {
namespace {

template <typename... Listed>
Commands list_of() {
  Commands commands;
  (commands.push_back(std::make_unique<Listed>()), ...);
  return commands;
}

}  // namespace

Commands make_commands() {
  return list_of<ReportCommand, CheckCommand, ExplainCommand, SealCommand, VerifyCommand,
                 SampleCommand, ExportCommand, SqlCommand, SplitCommand, InitCommand,
                 CatalogueCommand, DiffCommand, SchemaCommand, ListCommand>();
}

}  // namespace euproj
