#include "reference_page.hpp"

namespace euproj {
namespace {

std::string in_both(const LocalText& text) { return text.english + " / *" + text.polish + "*"; }

std::string quoted(std::string_view word) {
  return word == "\t" ? "`\\t`" : "`" + std::string(word) + "`";
}

template <typename Words>
std::string listed(const Words& words, const char* between) {
  std::string list;
  for (const auto& word : words) list += (list.empty() ? "" : between) + quoted(word);
  return list;
}

std::string need(bool is_needed) { return is_needed ? "**needed**" : ""; }

std::string link(std::string_view name) {
  return "[" + std::string(name) + "](#" + std::string(name) + ")";
}

std::string object_section(const ReferenceObject& object) {
  std::string page = "### " + std::string(object.name) + "\n\n";
  if (!object.places.empty()) page += listed(object.places, ", ") + ": ";
  page += in_both(object.meaning) + "\n\n| key | | takes | meaning |\n|---|---|---|---|\n";
  for (const ReferenceKey& key : object.keys) {
    std::string takes = key.takes.english;
    if (!key.words.empty()) takes += ": " + listed(key.words, ", ");
    if (!key.object.empty()) takes += ": " + link(key.object);
    page += "| `" + std::string(key.name) + "` | " + need(key.is_needed) + " | " + takes + " | " +
            in_both(key.meaning) + " |\n";
  }
  page += "\n```yaml\n";
  for (const std::string& example : object.examples) page += example + "\n";
  return page + "```\n\n";
}

std::string log_section(const ReferenceLog& log) {
  std::string page = "### log " + std::string(log.name) + "\n\n" + in_both(log.meaning) +
                     "\n\n| column | | takes | example | meaning |\n|---|---|---|---|---|\n";
  for (const ReferenceColumn& column : log.columns) {
    std::string takes = column.takes.english;
    std::string words;
    for (const auto& spellings : column.words) {
      words += (words.empty() ? ": " : ", ") + listed(spellings, " = ");
    }
    std::string meaning = in_both(column.meaning);
    if (column.is_personal) meaning += "; personal, never printed";
    if (!column.labels.empty()) {
      meaning += "; `init --from` knows it as ";
      std::string labels;
      for (const std::string_view label : column.labels) {
        labels += (labels.empty() ? "" : ", ") + std::string(label);
      }
      meaning += labels;
    }
    page += "| `" + std::string(column.name) + "` | " + need(column.is_needed) + " | " + takes +
            words + " | " + quoted(column.example) + " | " + meaning + " |\n";
  }
  return page + "\n";
}

}  // namespace

std::string reference_page(const Reference& reference) {
  std::string page = "## The definition\n\n";
  for (const ReferenceObject& object : reference.objects) page += object_section(object);
  page += "## The logs\n\n";
  for (const ReferenceLog& log : reference.logs) page += log_section(log);
  page.pop_back();  // one newline at the end
  return page;
}

}  // namespace euproj
