#pragma once
// What the log of expenditure says behind the sums: corrections, the documents of one claim, and
// what is on the way to a claim.

#include "euproj/base/source.hpp"
#include "euproj/model/dossier.hpp"
#include "euproj/report/build_figures.hpp"

namespace euproj {

/// What lowered or raised earlier documents in the period, or in the claim.
void add_corrections(const Dossier& dossier, const SourceSet& sources, const ReportScope& scope,
                     Figures& figures);
/// The documents of the scope's claim.
void add_claim_report(const Dossier& dossier, const SourceSet& sources, const ReportScope& scope,
                      Figures& figures);
/// Documents paid by the last day that no ended claim has in its days. Nothing without claims.
void add_on_the_way(const Dossier& dossier, Figures& figures);

}  // namespace euproj
