#pragma once
// build_explained: the explanation of an indicator, the story of a person, or both, in words.

#include "euproj/base/source.hpp"
#include "euproj/calc/explanation.hpp"
#include "euproj/report/document.hpp"
#include "euproj/report/explained.hpp"

namespace euproj {

struct ExplainWish {
  std::optional<std::size_t> indicator;  // position in Project::indicators
  std::optional<PersonIndex> person;     // rows of this person only, and the person's story
  Date day;
  Language language = Language::polish;
  bool reveal = false;
};

[[nodiscard]] Explained build_explained(const Dossier& dossier, const SourceSet& sources,
                                        const ExplainWish& wish);

[[nodiscard]] Document build_explained_document(const Explained& explained);

/// A sheet of Excel has 1 048 576, some of which are its head.
constexpr std::size_t most_evidence_rows = 1'000'000;

/// For a workbook: of each indicator that is not a ratio a section with everything it counts on
/// `day`, since when and why; of more than `most_rows` several. Rows are made from the dossier and the
/// sources, which outlive the sections.
[[nodiscard]] std::vector<DocumentSection> build_evidence(const Dossier& dossier,
                                                          const SourceSet& sources, Date day,
                                                          Language language,
                                                          std::size_t most_rows =
                                                              most_evidence_rows);

/// A reason in words.
[[nodiscard]] std::string build_reason_text(const Dossier& dossier, const Reason& reason,
                                            Language language);

/// What an indicator counts, in the keys of the definition: "persons; sex: K; age: 18–29".
[[nodiscard]] std::string build_rule_text(const Dossier& dossier, const Indicator& indicator);

}  // namespace euproj
