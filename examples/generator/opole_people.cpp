// Draws the families of the Opole example: one or two adults and their children enter together.
#include "opole_people.h"

#include <cstddef>
#include <string>

namespace euproj_examples {

namespace {

constexpr std::size_t all_people = 100;
constexpr int families = 35;

Period project_period() { return {.start = day_of(2020, 10, 4), .end = day_of(2022, 10, 31)}; }

// What the register of the example prints; the definition translates it back.
std::string polish_status(const std::string& status) {
  if (status == "unemployed") return "bezrobotny/a";
  if (status == "long_term_unemployed") return "długotrwale bezrobotny/a";
  if (status == "inactive") return "bierny/a zawodowo";
  if (status == "inactive_not_in_education") return "bierny/a, nie uczy się";
  return "pracujący/a";
}

Stay draw_stay(RandomSource& random, Day entry) {
  Stay stay;
  stay.entry = entry;
  stay.first_support = working_day_from(entry + random.between(3, 12));
  stay.exit = working_day_until(
      earlier_of(stay.first_support + random.between(300, 560), day_of(2022, 10, 28)));
  stay.completed = !random.chance(8);
  return stay;
}

}  // namespace

std::vector<Person> draw_opole_people(RandomSource& random, const Dialect& dialect) {
  std::vector<Person> people;
  for (int family = 0; family < families; ++family) {
    const int left = static_cast<int>(all_people - people.size());
    const int families_left = families - family;
    const int size = families_left == 1 ? left : family % 9 == 0 ? 4 : family % 4 == 0 ? 2 : 3;
    const Day entry = working_day_from(project_period().start + 1 + family * 17);
    Stay stay = draw_stay(random, entry);
    const bool returns = family == 5 || family == 11;
    if (returns) stay.exit = working_day_until(stay.first_support + 190);
    const std::string group = family % 7 == 6   ? "otoczenie"
                              : family % 2 == 0 ? "rodziny"
                                                : "piecza-zastepcza";
    for (int member = 0; member < size; ++member) {
      const bool adult = member == 0 || (member == 1 && random.chance(20));
      Person person;
      person.stays = {stay};
      if (returns) person.stays.push_back(draw_stay(random, working_day_from(stay.exit + 70)));
      person.sex = random.chance(adult ? 76 : 50) ? Sex::woman : Sex::man;
      person.birth = draw_birth(random, adult ? Ages{35, 62} : Ages{6, 16}, person.start());
      person.group = group;
      person.role = adult ? "adult" : "child";
      person.household = "R" + std::to_string(family);
      person.degurba = random.chance(92) ? "1" : "2";
      person.municipality = "Opole";
      person.ground = group == "rodziny"            ? "trudności opiekuńczo-wychowawcze"
                      : group == "piecza-zastepcza" ? "piecza zastępcza"
                                                    : "otoczenie osób zagrożonych";
      draw_characteristics(random, person, dialect);
      person.labour_status = polish_status(person.labour_status);
      people.push_back(person);
    }
  }
  number_people(people, "U");
  number_households(people);
  return people;
}

}  // namespace euproj_examples
