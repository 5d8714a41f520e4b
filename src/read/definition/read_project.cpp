#include "euproj/read/read_project.hpp"

#include "read/definition/check_shape.hpp"
#include "read/definition/project_builder.hpp"
#include "read/definition/yaml_tree.hpp"

namespace euproj {

extern const std::string_view project_schema_text;  // schemas/project.schema.json, see CMakeLists

std::string_view project_schema() { return project_schema_text; }

std::optional<Project> read_project(FileId file, const SourceSet& sources, Codes& codes,
                                    Diagnostics& diagnostics) {
  const std::size_t errors_before = diagnostics.error_count();
  const std::optional<YamlNode> root = read_yaml(file, sources.file(file).text, diagnostics);
  if (!root) return std::nullopt;
  check_shape(*root, diagnostics);

  Project project;
  const Reading reading{project, codes, diagnostics};
  const Values definition(&*root);
  read_identity(reading, definition.object("project"));
  read_financing(reading, definition);
  read_budget(reading, definition);
  read_claims(reading, definition);
  read_support_forms(reading, definition);
  read_indicators(reading, definition);
  read_data_files(reading, definition.object("data"));
  const Values privacy = definition.object("privacy");
  project.privacy_key.pattern = privacy.text("key_file");
  project.privacy_key.place = privacy.place("key_file");

  if (diagnostics.error_count() > errors_before) return std::nullopt;
  return project;
}

}  // namespace euproj
