// The 350 invented participants of the Jastrzębie example and their cohorts.
#pragma once

#include <vector>

#include "calendar.h"
#include "people.h"
#include "random_source.h"

namespace euproj_examples {

constexpr int school_classes = 10;
constexpr int therapy_groups = 4;
constexpr int candidate_editions = 2;

// The first sessions of the cohorts, and how many sessions follow at which distance.
Day class_start(int number);
Day therapy_start(int number);
Day edition_start(int number);
constexpr int class_sessions = 3;
constexpr int therapy_sessions = 10;
constexpr int edition_sessions = 9;

std::vector<Person> draw_jastrzebie_people(RandomSource& random, const Dialect& dialect);

}  // namespace euproj_examples
