#pragma once
// The story of one person out of the logs: who, when, what; the indicators are added by the caller.

#include "euproj/report/build_explained.hpp"

namespace euproj {

[[nodiscard]] PersonStory build_person_story(const Dossier& dossier, const SourceSet& sources,
                                             const ExplainWish& wish);

/// Eleven digits, or empty: no row of the person has one.
[[nodiscard]] std::string pesel_of(const Dossier& dossier, const Person& person);

}  // namespace euproj
