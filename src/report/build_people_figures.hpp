#pragma once
// The people part of build_figures: indicators, their windows and overlap, participants, support,
// places, months.

#include "euproj/calc/breakdowns.hpp"
#include "euproj/calc/expenditure.hpp"
#include "euproj/report/figures.hpp"

namespace euproj {

void add_indicators(const Dossier& dossier, std::size_t threads, Figures& figures);
void add_open_windows(const Dossier& dossier, Figures& figures);
void add_participants(const Dossier& dossier, const PeopleSeries& people, Figures& figures);
void add_support(const Dossier& dossier, std::size_t threads, Figures& figures);
void add_places(const Dossier& dossier, Figures& figures);
void add_months(const Dossier& dossier, const PeopleSeries& people, const Expenditure& expenditure,
                Figures& figures);

}  // namespace euproj
