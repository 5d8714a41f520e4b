#pragma once
// build_document: the figures of a report as sections and tables in one language.

#include "euproj/report/document.hpp"
#include "euproj/report/figures.hpp"

namespace euproj {

[[nodiscard]] Document build_document(const Figures& figures, Language language);

}  // namespace euproj
