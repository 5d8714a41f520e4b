#pragma once
// The story of one person out of the logs: who, when, what; the indicators are added by the caller.

#include "euproj/base/source.hpp"
#include "euproj/model/dossier.hpp"
#include "euproj/report/explained.hpp"

namespace euproj {

[[nodiscard]] PersonStory build_person_story(const Dossier& dossier, const SourceSet& sources,
                                             const ExplainRequest& wish);

/// Eleven digits, or empty: no row of the person has one.
[[nodiscard]] std::string pesel_of(const Dossier& dossier, const Person& person);

}  // namespace euproj
