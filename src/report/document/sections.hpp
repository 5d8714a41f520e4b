#pragma once
// One function a section; build_document puts them in order and leaves out what does not apply.

#include "euproj/report/document.hpp"
#include "euproj/report/figures.hpp"
#include "report/document/document_parts.hpp"

namespace euproj::parts {

[[nodiscard]] DocumentSection summary_section(const Figures& figures, const Words& words);
[[nodiscard]] DocumentSection financing_section(const Figures& figures, const Words& words);
[[nodiscard]] DocumentSection expenditure_section(const Figures& figures, const Words& words);
/// Only of a report with a claim.
[[nodiscard]] DocumentSection claim_report_section(const Figures& figures, const Words& words);
[[nodiscard]] DocumentSection claim_documents_section(const Figures& figures, const Words& words);
[[nodiscard]] DocumentSection exposure_section(const Figures& figures, const Words& words);
[[nodiscard]] DocumentSection claims_section(const Figures& figures, const Words& words);
[[nodiscard]] DocumentSection indicators_section(const Figures& figures, const Words& words);
[[nodiscard]] DocumentSection deadlines_section(const Figures& figures, const Words& words);
[[nodiscard]] DocumentSection overlap_section(const Figures& figures, const Words& words);
[[nodiscard]] DocumentSection participants_section(const Figures& figures, const Words& words);
[[nodiscard]] DocumentSection support_section(const Figures& figures, const Words& words);
[[nodiscard]] DocumentSection places_section(const Figures& figures, const Words& words);
[[nodiscard]] DocumentSection months_section(const Figures& figures, const Words& words);
[[nodiscard]] DocumentSection findings_section(const Figures& figures, const Words& words);
[[nodiscard]] DocumentSection provenance_section(const Figures& figures, const Words& words);

}  // namespace euproj::parts
