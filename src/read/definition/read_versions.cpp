// Versions of `financing` and `budget`: from which day each is valid (see model/versions.hpp).

#include <algorithm>

#include "euproj/words/kinds.hpp"
#include "read/definition/project_builder.hpp"

namespace euproj {

std::vector<Values> in_order_of_validity(const Reading& reading, const Values& definition,
                                         std::string_view section) {
  std::vector<Values> versions = definition.objects(section);
  const std::string name(section);
  const Period project = reading.project.period;
  for (std::size_t i = 0; i < versions.size(); ++i) {
    const Values& version = versions[i];
    const std::optional<Date> from = version.date("valid_from");
    if (!from) {
      // One version needs no day, and of several the first one is valid from the beginning.
      if (i > 0 && !version.mentions("valid_from")) {
        reading.report(Kind::version_without_day, version.place(), {name, std::to_string(i + 1)});
      }
      continue;
    }
    const auto same = std::find_if(versions.begin(), versions.begin() + static_cast<std::ptrdiff_t>(i),
                                   [&](const Values& other) { return other.date("valid_from") == from; });
    if (same != versions.begin() + static_cast<std::ptrdiff_t>(i)) {
      reading.report(Kind::version_twice, version.place("valid_from"),
                     {name, from->iso(), std::to_string(same->place("valid_from").line)});
    }
    if (*from > project.last) {
      reading.report(Kind::version_after_project, version.place("valid_from"),
                     {name, from->iso(), project.last.iso()});
    }
  }
  std::stable_sort(versions.begin(), versions.end(), [](const Values& a, const Values& b) {
    return a.date("valid_from").value_or(Date()) < b.date("valid_from").value_or(Date());
  });
  if (!versions.empty()) {
    const std::optional<Date> first = versions.front().date("valid_from");
    if (first && *first > project.first) {
      reading.report(Kind::version_begins_late, versions.front().place("valid_from"),
                     {name, first->iso(), project.first.iso()});
    }
  }
  return versions;
}

}  // namespace euproj
