#pragma once
// The people part of build_figures: indicators, their windows and overlap, participants, support,
// places, months.

#include "euproj/calc/expenditure.hpp"
#include "euproj/calc/people_counts.hpp"
#include "euproj/report/figures.hpp"

namespace euproj {

void add_indicators(const Dossier& dossier, PeopleCounts& counts, Figures& figures);
void add_open_windows(const Dossier& dossier, const std::vector<OpenWindow>& windows,
                      Figures& figures);
void add_participants(const Dossier& dossier, const PeopleSeries& people, Figures& figures);
void add_support(const Dossier& dossier, const std::vector<FormSeries>& forms, Figures& figures);
void add_places(const Dossier& dossier, Figures& figures);
void add_months(const Dossier& dossier, const PeopleSeries& people, const Expenditure& expenditure,
                Figures& figures);

}  // namespace euproj
