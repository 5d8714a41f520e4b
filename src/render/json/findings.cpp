// Findings as one object a line (src/check/README.md#severity).

#include "euproj/render/render_diagnostics.hpp"
#include "render/json/report.hpp"

namespace euproj {

std::string render_findings_json_lines(const std::vector<Finding>& findings,
                                       const std::string& project) {
  return json_text(JsonLayout::one_line, [&](JsonWriter& json) {
    for (const Finding& finding : findings) {
      json.object([&] {
        write_finding(json, finding);
        if (!project.empty()) json.field("project", project);
      });
    }
  });
}

}  // namespace euproj
