#pragma once
// The few words of random logs, and random conditions made of them.

#include <string>
#include <vector>

#include "support/counting_logs.hpp"
#include "support/random.hpp"

namespace euproj::testing {

inline const std::vector<std::string> form_words = {"asystent", "terapia", "warsztat"};
inline const std::vector<std::string> outcome_words = {"praca", "kurs"};
inline const std::vector<std::string> group_words = {"dzieci", "rodzice"};
inline const std::vector<std::string> status_words = {"unemployed", "long_term_unemployed",
                                                      "employed"};

/// `depth`: how deep any, all and not may nest.
[[nodiscard]] PlainCondition random_condition(Random& random, int depth);

}  // namespace euproj::testing
