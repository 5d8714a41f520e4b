#pragma once
// The people in the figures of a report: indicators (their values, what share of the target is
// reached, how many persons two of them have in common), windows still open, participants, support,
// places, months.

#include "euproj/calc/expenditure.hpp"
#include "euproj/calc/people_counts.hpp"
#include "euproj/report/figures.hpp"

namespace euproj {

void add_indicators(const Dossier& dossier, PeopleCounts& counts, Figures& figures);
void add_open_windows(const Dossier& dossier, const OpenWindows& windows, Figures& figures);
void add_participants(const Dossier& dossier, const PeopleSeries& people, Figures& figures);
void add_support(const Dossier& dossier, const std::vector<FormSeries>& forms, Figures& figures);
void add_places(const Dossier& dossier, Figures& figures);
void add_months(const Dossier& dossier, const PeopleSeries& people, const Expenditure& expenditure,
                Figures& figures);

void add_partner_values(const Dossier& dossier, std::size_t threads, Figures& figures);
void add_declared(const Dossier& dossier, const PeopleCounts& counts, Figures& figures);

}  // namespace euproj
