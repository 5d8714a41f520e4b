#pragma once
// What the log of expenditure says behind the sums: corrections, the documents of one claim, and
// what is not claimed yet.

#include "euproj/base/source.hpp"
#include "euproj/model/dossier.hpp"
#include "euproj/report/figures.hpp"

namespace euproj {

/// What lowered or raised earlier documents in the period.
void add_corrections(const Dossier& dossier, const SourceSet& sources, Figures& figures);
/// The documents of `claim`, whose period the figures' is.
void add_claim_report(const Dossier& dossier, const SourceSet& sources, const Claim& claim,
                      Figures& figures);
/// Costs after the last claim: they wait for the next one, which is no finding, but good to know.
void add_unclaimed(const Dossier& dossier, Figures& figures);

}  // namespace euproj
