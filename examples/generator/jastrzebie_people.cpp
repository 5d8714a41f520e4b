// Draws the participants: pupils, children in therapy, parents, foster families, candidates,
// and young adults who have left foster care.
#include "jastrzebie_people.h"

#include <cstddef>
#include <string>

#include "identity.h"

namespace euproj_examples {

namespace {

const Day last_exit = day_of(2023, 9, 28);

Stay stay_from(RandomSource& random, Day first_support, Day exit) {
  Stay stay;
  stay.first_support = first_support;
  stay.entry =
      later_of(working_day_until(first_support - random.between(1, 9)), day_of(2022, 1, 3));
  stay.exit = earlier_of(exit, last_exit);
  stay.completed = true;
  return stay;
}

// Someone who comes in the course of the project: `share` (0 to 99) tells how late.
Stay individual_stay(RandomSource& random, int share) {
  const Day first = working_day_from(day_of(2022, 1, 10) + share * 5 + random.between(0, 6));
  Stay stay = stay_from(random, first, working_day_until(first + random.between(120, 300)));
  stay.completed = !random.chance(10);
  return stay;
}

// Someone of a cohort; one in twelve leaves early.
Stay cohort_stay(RandomSource& random, Day first, int sessions, int days_between) {
  Stay stay = stay_from(random, first, first + (sessions - 1) * days_between);
  stay.completed = !random.chance(8);
  if (!stay.completed) stay.exit = first + (sessions / 2) * days_between;
  return stay;
}

class Builder {
 public:
  Builder(RandomSource& random, const Dialect& dialect) : random_(random), dialect_(dialect) {}

  Person& add(const std::string& group, const std::string& role, const std::string& household,
              Ages ages, int women_percent, const Stay& stay) {
    Person person;
    person.stays = {stay};
    person.group = group;
    person.role = role;
    person.household = household;
    person.sex = random_.chance(women_percent) ? Sex::woman : Sex::man;
    person.birth = draw_birth(random_, ages, person.start());
    person.degurba = random_.chance(90) ? "1" : "2";
    person.municipality = "Jastrzębie-Zdrój";
    person.ground = group == "rodziny-z-dziecmi" || group == "dzieci-i-mlodziez"
                        ? "trudności opiekuńczo-wychowawcze"
                        : "piecza zastępcza";
    draw_characteristics(random_, person, dialect_);
    const int number = static_cast<int>(people.size());
    if (number % 90 == 45) {
      person.other_id = "PASZPORT-ZMYSLONY-" + padded(number, 3);
    } else {
      person.pesel = make_pesel(person.birth, person.sex, number);
      person.pesel_only = number % 3 == 0;
    }
    people.push_back(person);
    return people.back();
  }

  std::vector<Person> people;

 private:
  RandomSource& random_;
  const Dialect& dialect_;
};

}  // namespace

Day class_start(int number) {
  static const std::vector<Day> starts = {
      day_of(2022, 2, 22),  day_of(2022, 3, 29),  day_of(2022, 5, 10), day_of(2022, 9, 20),
      day_of(2022, 10, 11), day_of(2022, 11, 22), day_of(2023, 1, 10), day_of(2023, 2, 21),
      day_of(2023, 4, 18),  day_of(2023, 5, 23)};
  return starts.at(static_cast<std::size_t>(number));
}

Day therapy_start(int number) { return day_of(2022, 2, 9) + number * 133; }

Day edition_start(int number) { return number == 0 ? day_of(2022, 4, 2) : day_of(2023, 1, 14); }

std::vector<Person> draw_jastrzebie_people(RandomSource& random, const Dialect& dialect) {
  Builder builder(random, dialect);
  for (int index = 0; index < 94; ++index) {
    const std::string role = index % 3 == 0   ? "parent therapy"
                             : index % 3 == 1 ? "parent mediation"
                                              : "parent";
    Person& parent = builder.add("rodziny-z-dziecmi", role, "P" + std::to_string(index), {33, 54},
                                 72, individual_stay(random, index));
    if (index % 20 != 7) continue;
    parent.stays.front().exit = working_day_until(parent.start() + 100);
    const Day again = working_day_from(parent.stays.front().exit + random.between(40, 70));
    parent.stays.push_back(stay_from(random, again, working_day_until(again + 75)));
  }
  for (int index = 0; index < 70; ++index) {
    builder.add("rodziny-zastepcze", "foster", "Z" + std::to_string(index / 2), {31, 66}, 60,
                individual_stay(random, index));
  }
  for (int index = 0; index < 24; ++index) {
    builder.add("wychowankowie", index % 2 == 0 ? "leaver flat" : "leaver",
                "W" + std::to_string(index), {18, 24}, 50, individual_stay(random, index * 4));
  }
  for (int index = 0; index < 22; ++index) {
    const int edition = index / 11;
    builder.add("rodziny-zastepcze", "candidate " + std::to_string(edition),
                "K" + std::to_string(index / 2 + edition * 50), {28, 52}, 58,
                cohort_stay(random, edition_start(edition), edition_sessions, 7));
  }
  for (int index = 0; index < 40; ++index) {
    const int group = index / 10;
    builder.add("dzieci-i-mlodziez", "therapy " + std::to_string(group),
                "P" + std::to_string(index * 2), {8, 15}, 45,
                cohort_stay(random, therapy_start(group), therapy_sessions, 14));
  }
  for (int index = 0; index < 100; ++index) {
    const int number = index / 10;
    builder.add("dzieci-i-mlodziez", "class " + std::to_string(number), "S" + std::to_string(index),
                {10, 17}, 52, cohort_stay(random, class_start(number), class_sessions, 7));
  }
  number_people(builder.people, "U");
  number_households(builder.people);
  return builder.people;
}

}  // namespace euproj_examples
