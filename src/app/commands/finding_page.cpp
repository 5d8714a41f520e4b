#include "app/commands/finding_page.hpp"

namespace euproj {

extern const std::string_view finding_page_text;

std::string_view findings_page() { return finding_page_text; }

std::string finding_section(std::string_view page, std::string_view code, Language language) {
  const std::string heading = "\n## " + std::string(code) + "\n";
  const std::size_t found = page.find(heading);
  if (found == std::string_view::npos) return {};
  std::string section;
  bool fenced = false;  // a line of a shown file may look like a heading
  bool mine = true;
  for (std::size_t at = found + 1; at < page.size();) {
    const std::size_t end = page.find('\n', at);
    const std::string_view line = page.substr(at, end - at);
    if (!fenced && at > found + 1 && line.starts_with("## ")) break;
    at = end == std::string_view::npos ? page.size() : end + 1;
    if (line.starts_with("```")) fenced = !fenced;
    if (!fenced && line.starts_with("<!-- ")) {
      const std::string_view own = language == Language::polish ? "pl" : "en";
      mine = line.find(own) != std::string_view::npos;
    } else if (mine) {
      section.append(line).push_back('\n');
    }
  }
  while (section.ends_with("\n\n")) section.pop_back();
  return section;
}

}  // namespace euproj
