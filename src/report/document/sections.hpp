#pragma once
// The sections of the document of a report, by the source that makes them. build_document says in
// which order they stand, and when one is left out. What refers to their figures stands at the end.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "euproj/report/document.hpp"
#include "euproj/report/figures.hpp"
#include "report/parts/typed_table.hpp"
#include "report/parts/words.hpp"

namespace euproj::parts {

// document.cpp: a document of the report, without sections: its title, period and marks.
[[nodiscard]] Document document_of(const Figures& figures, const Words& words, FixedText title);

// record_sections.cpp: the summary, findings, and where the numbers come from.

[[nodiscard]] DocumentSection summary_section(const Figures& figures, const Words& words);
[[nodiscard]] DocumentSection findings_section(const Figures& figures, const Words& words);
[[nodiscard]] DocumentSection waived_section(const Figures& figures, const Words& words);
[[nodiscard]] DocumentSection provenance_section(const Figures& figures, const Words& words);

// changes_section.cpp: what became of sealed periods; only of figures with seals.

[[nodiscard]] DocumentSection changes_section(const Figures& figures, const Words& words);

// money_sections.cpp: where money comes from, what it was spent on, what low indicators put at
// stake, and how it went month by month.

[[nodiscard]] DocumentSection financing_section(const Figures& figures, const Words& words);
[[nodiscard]] DocumentSection expenditure_section(const Figures& figures, const Words& words);
[[nodiscard]] DocumentSection exposure_section(const Figures& figures, const Words& words);
[[nodiscard]] DocumentSection months_section(const Figures& figures, const Words& words);
/// Eligible costs as a percentage of the project's value: the total of the sources' `used`.
[[nodiscard]] std::optional<Percent> used_of_total(const Figures& figures);
/// "Indirect costs", with the flat rate where there is one.
[[nodiscard]] std::string indirect_label(const Figures& figures, const Words& words);
/// What the base of the flat rate is: the rate, what it is of, its rounding.
[[nodiscard]] std::string flat_rate_text(const FlatRateFigures& rate, const Words& words);

// simplified_tables.cpp: lump sums and unit costs, in the section of expenditure.

/// The sums, and what each requires.
void add_lump_sums(const Figures& figures, const Words& words, DocumentSection& section);
[[nodiscard]] Table unit_costs_table(const Figures& figures, const Words& words);
/// Those that are not eligible yet: no pace leads to them.
void add_open_lump_sums(const Figures& figures, const Words& words, DocumentSection& section);

// claim_sections.cpp: claims for payment: all of them with advances and their settlement, and the
// one that a report is about.

[[nodiscard]] DocumentSection claims_section(const Figures& figures, const Words& words);
/// Only of a report with a claim, laid out as its form ("wniosek o płatność") asks for it.
[[nodiscard]] DocumentSection claim_report_section(const Figures& figures, const Words& words);

// indicator_sections.cpp: values and targets, windows still open, persons in common.

[[nodiscard]] DocumentSection indicators_section(const Figures& figures, const Words& words);
/// Whether an indicator is told by partner.
[[nodiscard]] bool tells_partners(const Figures& figures);
[[nodiscard]] DocumentSection partner_values_section(const Figures& figures, const Words& words);
[[nodiscard]] DocumentSection declared_section(const Figures& figures, const Words& words);
/// Whose records are incomplete.
[[nodiscard]] DocumentSection gaps_section(const Figures& figures, const Words& words);
/// Only where an indicator has a window.
[[nodiscard]] DocumentSection deadlines_section(const Figures& figures, const Words& words);
[[nodiscard]] DocumentSection overlap_section(const Figures& figures, const Words& words);

// people_sections.cpp: participants and their breakdowns, support by form, places kept up.

[[nodiscard]] DocumentSection participants_section(const Figures& figures, const Words& words);
[[nodiscard]] DocumentSection support_section(const Figures& figures, const Words& words);
[[nodiscard]] DocumentSection places_section(const Figures& figures, const Words& words);

// overview.cpp: what an office reads first: the first sheet of a workbook, the top of a page.

/// Points to tables of the document; what is not there is left out.
[[nodiscard]] Overview build_overview(const Document& document, const Figures& figures,
                                      const Words& words);
/// The codes of the warnings of which some are said before others.
[[nodiscard]] std::vector<std::string_view> ranked_warnings();

// agreement_checks.cpp: what must agree between the tables, named so that a workbook can recompute
// it.

/// Of tables that are there; a check with a suppressed number (--small-cells) is left out, and so
/// is one whose remainder no table shows: persons of unknown sex, documents without a category.
/// Those of the evidence come with it (report/explain/evidence.cpp).
[[nodiscard]] std::vector<AgreementCheck> build_agreement_checks(const Document& document,
                                                                 const Figures& figures,
                                                                 const Words& words);

}  // namespace euproj::parts
