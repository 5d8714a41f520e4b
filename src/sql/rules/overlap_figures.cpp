// Persons whom two indicators have in common on the last day.

#include "sql/rules/script.hpp"

namespace euproj::sql {
namespace {

/// A report has a table of no more.
constexpr std::size_t max_indicators_in_common = 30;

Constants overlap_pairs(const Script& script) {
  Constants made{"overlap_pairs",
                 "Pairs of the first thirty indicators that count persons.",
                 {{"project", Type::key}, {"indicator", Type::key}, {"other", Type::key}},
                 {}};
  for (const SqlProject& each : script.projects) {
    std::vector<std::string> ids;
    for (const Indicator& indicator : each.dossier->project.indicators) {
      if (indicator.count == Count::persons && ids.size() < max_indicators_in_common) {
        ids.push_back(indicator.id);
      }
    }
    for (std::size_t a = 0; a < ids.size(); ++a) {
      for (std::size_t b = a + 1; b < ids.size(); ++b) {
        made.rows.push_back({text(each.dossier->project.id), text(ids[a]), text(ids[b])});
      }
    }
  }
  return made;
}

Step overlap_figures() {
  Select rows;
  rows.of("overlap_pairs", "o")
      .left_join("persons_of_indicators", "a", "o", {"project", "indicator"})
      .left_join("persons_of_indicators", "b",
                 column("b", "project") == column("a", "project") &&
                     column("b", "person") == column("a", "person") &&
                     column("b", "indicator") == column("o", "other"))
      .gives({column("o", "project"),
              joined({text("overlap."), column("o", "indicator"), text("/"), column("o", "other"),
                      text(".persons")}),
              null(), sum(one_if(is_known(column("b", "person"))))});
  return figures_apart("Persons whom both indicators count on the last day.", {rows});
}

}  // namespace

void add_overlap_figures(Script& script) {
  script.add(overlap_pairs(script));
  script.add(overlap_figures());
}

}  // namespace euproj::sql
