#pragma once
// The sections about claims for payment: all of them with advances and their settlement, and the
// one that a report is about.

#include "euproj/report/figures.hpp"
#include "report/parts/typed_table.hpp"

namespace euproj::parts {

[[nodiscard]] DocumentSection claims_section(const Figures& figures, const Words& words);
/// Only of a report with a claim, laid out as its form ("wniosek o płatność") asks for it.
[[nodiscard]] DocumentSection claim_report_section(const Figures& figures, const Words& words);

}  // namespace euproj::parts
