#pragma once
// What must agree between the tables of a report, named so that a workbook can recompute it.

#include <vector>

#include "euproj/report/document.hpp"
#include "report/parts/words.hpp"

namespace euproj::parts {

/// Of tables that are there; a check with a suppressed number (--small-cells) is left out, and so
/// is one whose remainder no table shows: persons of unknown sex, documents without a category.
/// Those of the evidence come with it (report/explain/evidence.cpp).
[[nodiscard]] std::vector<AgreementCheck> build_agreement_checks(const Document& document,
                                                                 const Figures& figures,
                                                                 const Words& words);

}  // namespace euproj::parts
