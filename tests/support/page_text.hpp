#pragma once
// What a person reads on a page: the text between the tags, entities resolved, one blank a gap.

#include <regex>
#include <string>

namespace euproj::testing {

[[nodiscard]] inline std::string page_text(const std::string& html) {
  const std::size_t body = html.find("<body");
  std::string text = html.substr(body == std::string::npos ? 0 : body);
  text = std::regex_replace(text, std::regex("<[^>]*>"), " ");
  for (const auto& [entity, plain] :
       {std::pair{"&lt;", "<"}, std::pair{"&gt;", ">"}, std::pair{"&quot;", "\""},
        std::pair{"&nbsp;", "\u00A0"}, std::pair{"&amp;", "&"}}) {
    text = std::regex_replace(text, std::regex(entity), plain);
  }
  return std::regex_replace(text, std::regex("[ \n]+"), " ");
}

}  // namespace euproj::testing
