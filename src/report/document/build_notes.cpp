// Notes of cells: the rules behind figures.

#include "euproj/words/texts.hpp"
#include "report/document/build_overview.hpp"

namespace euproj::parts {

std::vector<CellNote> build_notes(const Figures& figures, const Words& words) {
  std::vector<CellNote> notes;
  const auto note = [&](CellPlace place, std::string text) {
    notes.push_back({std::move(place), std::move(text)});
  };
  if (!figures.sources.empty()) {
    note({"sources", 0, "period"}, words(Text::note_source_period));
    note({"sources", 0, "cumulative"}, words(Text::note_source_cumulative));
  }
  if (figures.indirect_rate) {
    note({"costs", 1, "cumulative"},
         words(Text::note_indirect, {figures.indirect_rate->percent_text()}));
  }
  for (std::size_t i = 0; i < figures.indicators.size(); ++i) {
    const IndicatorFigures& indicator = figures.indicators[i];
    if (!indicator.rule.empty()) {
      note(indicator_place(figures, i, "cumulative_total"),
           words(Text::note_indicator_rule, {indicator.rule}));
    }
    if (indicator.achieved && indicator.count != Count::ratio) {
      note(indicator_place(figures, i, "achieved_total"), words(Text::note_achieved));
    }
  }
  note({"participants", 0, "cumulative"}, words(Text::note_persons));
  return notes;
}

}  // namespace euproj::parts
