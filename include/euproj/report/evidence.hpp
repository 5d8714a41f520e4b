#pragma once
// The evidence behind the indicators of a report, for its workbook: who is counted, and why.

#include <cstddef>
#include <vector>

#include "euproj/report/document.hpp"

namespace euproj {

struct Dossier;
class SourceSet;

/// A sheet of Excel has 1 048 576, some of which are its head.
constexpr std::size_t max_evidence_rows = 1'000'000;

/// Of each indicator that is not a ratio a section with everything it counts on `day`, since when
/// and why; of more than `max_rows` several. Rows are lazy: the dossier and the sources outlive the
/// sections.
[[nodiscard]] std::vector<DocumentSection> build_evidence(const Dossier& dossier,
                                                          const SourceSet& sources, Date day,
                                                          Language language,
                                                          std::size_t max_rows = max_evidence_rows);

}  // namespace euproj
