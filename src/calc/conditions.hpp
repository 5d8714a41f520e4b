#pragma once
// What counting and explaining share: the exits of a person.

#include <vector>

#include "euproj/calc/counting.hpp"

namespace euproj {

/// The exit of one participation, and the days on which it is the one that is known.
struct Exit {
  Date day;
  Answer completed{};
  DaySpans known;
};

[[nodiscard]] std::vector<Exit> exits_of(const Dossier& dossier, const Person& person);

}  // namespace euproj
