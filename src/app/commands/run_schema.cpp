// `euproj schema`: the JSON Schema of the definition, for editors.

#include "app/commands/commands.hpp"
#include "euproj/read/read_project.hpp"

namespace euproj {

ExitCode run_schema(const Options&, Env& env) {
  env.out << project_schema();
  return ExitCode::done;
}

}  // namespace euproj
