// Windows that are still open.

#include <algorithm>

#include "report/figures/build_people_figures.hpp"

namespace euproj {
namespace {

std::string outcome_words(const Dossier& dossier, const OpenWindow& window) {
  std::string words;
  for (const Code code : window.outcomes) {
    if (!words.empty()) words += window.all_needed ? " + " : ", ";
    words += dossier.codes.outcomes.text(code);
  }
  return words;
}

}  // namespace

void add_open_windows(const Dossier& dossier, const std::vector<OpenWindow>& windows,
                      Figures& figures) {
  const auto& indicators = dossier.project.indicators;
  if (std::none_of(indicators.begin(), indicators.end(), has_window)) return;
  const Date day = figures.period.last;
  std::vector<OpenWindowFigures>& rows = figures.open_windows.emplace();
  for (const OpenWindow& window : windows) {
    rows.push_back({shown_person_id(dossier.codes, dossier.logs, dossier.people,
                                    dossier.people.persons[window.person]),
                    indicators[window.indicator].id, outcome_words(dossier, window), window.exit,
                    window.last_day, std::int64_t{window.last_day.serial()} - day.serial()});
  }
}

}  // namespace euproj
