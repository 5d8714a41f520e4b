#include "render/workbook/xlsx_sheet_names.hpp"

#include <set>

#include "euproj/base/utf8.hpp"
#include "render/clean_text.hpp"

namespace euproj {
namespace {

constexpr std::size_t most_characters = 31;

std::string allowed(const std::string& title) {
  std::string name = clean_text(title, LineBreaks::as_blanks);
  for (char& c : name) {
    if (std::string_view("[]:*?/\\").find(c) != std::string_view::npos) c = '-';
  }
  return name;
}

void trim_ends(std::string& name) {
  const auto is_bad = [](char c) { return c == '\'' || c == ' '; };
  while (!name.empty() && is_bad(name.back())) name.pop_back();
  while (!name.empty() && is_bad(name.front())) name.erase(name.begin());
}

/// Excel compares without regard to case in any alphabet. `folded` ignores signs too, so a few
/// names get a number that need not; the other way round Excel would refuse the file.
std::string compared(const std::string& name) { return folded(name); }

}  // namespace

std::vector<std::string> xlsx_sheet_names(const std::vector<std::string>& titles) {
  std::vector<std::string> names;
  std::set<std::string> taken = {compared("History")};
  for (const std::string& title : titles) {
    std::string base = allowed(title);
    trim_ends(base);
    if (base.empty()) base = "-";
    std::string name;
    for (std::size_t number = 1;; ++number) {
      const std::string suffix = number == 1 ? "" : " (" + std::to_string(number) + ")";
      name = cut_text(base, most_characters - suffix.size());
      trim_ends(name);
      name += suffix;
      if (taken.insert(compared(name)).second) break;
    }
    names.push_back(std::move(name));
  }
  return names;
}

}  // namespace euproj
