// Random conditions: all keys of `where`, nested by any, all and not.

#include "support/counting_words.hpp"

namespace euproj::testing {
namespace {

std::vector<std::string> some_of(Random& random, const std::vector<std::string>& words) {
  std::vector<std::string> some;
  for (const std::string& word : words) {
    if (random.chance(50)) some.push_back(word);
  }
  if (some.empty()) some.push_back(random.pick(words));
  return some;
}

AgeRange random_age(Random& random) {
  const int from = random.pick(std::vector<int>{17, 18, 25});
  AgeRange age;
  if (random.chance(70)) age.min = from;
  if (random.chance(70) || !age.min) age.max = from + random.number(0, 8);
  return age;
}

Term random_term(Random& random) {
  switch (random.number(0, 2)) {
    case 0:
      return {random.number(0, 14), Term::Unit::days};
    case 1:
      return {random.number(1, 4), Term::Unit::weeks};
    default:
      return {1, Term::Unit::months};
  }
}

}  // namespace

PlainCondition random_condition(Random& random, int depth) {
  PlainCondition condition;
  if (random.chance(35)) condition.support = some_of(random, form_words);
  if (random.chance(15)) condition.min_sessions = random.number(1, 3);
  if (random.chance(15)) condition.min_hours = random.number(1, 12) * 5'000;
  if (random.chance(15)) condition.age = random_age(random);
  if (random.chance(15)) condition.attributes[Attribute::sex] = {random.chance(50) ? "K" : "M"};
  if (random.chance(15)) condition.attributes[Attribute::group] = some_of(random, group_words);
  if (random.chance(15)) {
    condition.attributes[Attribute::labour_status] = some_of(random, status_words);
  }
  if (random.chance(15)) condition.completed = some_of(random, {"yes", "no"});
  if (random.chance(25)) {
    condition.outcome = some_of(random, outcome_words);
    if (random.chance(60)) condition.within = random_term(random);
    if (condition.within && random.chance(40)) {
      condition.latest_of = outcome_words;
      random.shuffle(condition.latest_of);
    }
  }
  condition.complete = random.chance(8);
  if (depth > 0) {
    for (int parts = random.chance(25) ? 2 : 0; parts > 0; --parts) {
      condition.any.push_back(random_condition(random, depth - 1));
    }
    for (int parts = random.chance(20) ? 2 : 0; parts > 0; --parts) {
      condition.all.push_back(random_condition(random, depth - 1));
    }
    if (random.chance(25)) condition.none = {random_condition(random, depth - 1)};
  }
  return condition;
}

}  // namespace euproj::testing
