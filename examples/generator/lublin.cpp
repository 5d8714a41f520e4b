// Lublin: four kinds of support with their own numbers of participants, and a counselling point
// that also serves 204 persons from outside the project.
// Dialect: UTF-16 with BOM, tab, CRLF, decimal comma, ISO dates (the "Unicode text" of Excel).
#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

#include "examples.h"
#include "expenditures.h"
#include "people.h"
#include "spending_plans.h"
#include "support_log.h"

namespace euproj_examples {

namespace {

constexpr int motivated_adults = 50;
constexpr int counselled_only = 8;
constexpr int children = 42;
constexpr int outsiders = 204;

Dialect lublin_dialect() {
  return {.encoding = Encoding::utf16_little_endian,
          .delimiter = '\t',
          .line_end = "\r\n",
          .decimal = ',',
          .date = DateForm::iso,
          .yes = "tak",
          .no = "nie",
          .refused = "odmowa"};
}

Stay draw_stay(RandomSource& random, Day from, int shortest, int longest) {
  Stay stay;
  stay.first_support = working_day_from(from + random.between(5, 14));
  stay.entry =
      later_of(working_day_until(stay.first_support - random.between(0, 10)), day_of(2018, 10, 1));
  stay.exit = working_day_until(
      earlier_of(stay.first_support + random.between(shortest, longest), day_of(2021, 1, 29)));
  stay.completed = !random.chance(9);
  return stay;
}

Person draw_person(RandomSource& random, const Dialect& dialect, const std::string& household,
                   const std::string& role, Ages ages, const Stay& stay) {
  const bool adult = ages.youngest >= 18;
  Person person;
  person.stays = {stay};
  person.group = adult ? "dorosli" : "dzieci";
  person.role = role;
  person.household = household;
  person.sex = random.chance(adult ? 80 : 48) ? Sex::woman : Sex::man;
  person.birth = draw_birth(random, ages, person.start());
  person.degurba = "1";
  person.municipality = "Lublin";
  person.ground = "trudności opiekuńczo-wychowawcze";
  draw_characteristics(random, person, dialect);
  return person;
}

// Of the fifty adults in the motivating support twenty also take part in the workshops for
// families and 27 go to the counselling point, where eight more adults join them: 35.
std::vector<Person> draw_people(RandomSource& random, const Dialect& dialect) {
  std::vector<Person> people;
  const Day start = day_of(2018, 10, 1);
  for (int index = 0; index < motivated_adults; ++index) {
    std::string role = "motivation";
    if (index % 5 < 2) role += " workshops";
    if (index % 2 == 0 || index == 1 || index == 3) role += " counselling";
    const std::string household = "R" + std::to_string(index);
    Stay stay = draw_stay(random, start + index * 11, 240, 400);
    const bool returns = index == 12 || index == 27;
    if (returns) stay.exit = working_day_until(stay.first_support + 150);
    people.push_back(draw_person(random, dialect, household, role, {35, 56}, stay));
    if (!returns) continue;
    people.back().stays.push_back(draw_stay(random, stay.exit + 60, 160, 220));
  }
  for (int index = 0; index < counselled_only; ++index) {
    people.push_back(draw_person(random, dialect, "D" + std::to_string(index), "counselling",
                                 {24, 63}, draw_stay(random, start + 30 + index * 85, 90, 200)));
  }
  for (int index = 0; index < children; ++index) {
    const int family = index * 2 / 3;
    people.push_back(draw_person(random, dialect, "R" + std::to_string(family), "pupil", {7, 16},
                                 draw_stay(random, start + 20 + family * 20, 190, 380)));
  }
  number_people(people, "U");
  number_households(people);
  return people;
}

Admission with_role(const std::string& word) {
  return [word](const Person& person) { return person.role.find(word) != std::string::npos; };
}

void add_sessions(RandomSource& random, const std::vector<Person>& people, SupportLog& log) {
  static const std::vector<std::string> workshops = {"skuteczny-w-domu", "profilaktyka",
                                                     "pieczenie-i-gotowanie", "dziecko-z-fas"};
  for (int number = 0; number < 27; ++number) {
    const Day date = working_day_from(day_of(2018, 11, 20) + number * 29);
    log.add_group_session(random, people,
                          {.form = workshops[static_cast<std::size_t>(number) % workshops.size()],
                           .task = "",
                           .session_id = "WR-" + padded(number + 1, 2),
                           .date = date,
                           .date_to = date,
                           .half_hours = 8,
                           .provider = "Trener",
                           .places = 12},
                          with_role("workshops"));
  }
  for (int number = 0; number < 56; ++number) {
    const Day date = working_day_from(day_of(2018, 11, 8) + number * 14);
    log.add_group_session(random, people,
                          {.form = "socjoterapia",
                           .task = "",
                           .session_id = "SO-" + padded(number + 1, 2),
                           .date = date,
                           .date_to = date,
                           .half_hours = 3,
                           .provider = "Socjoterapeuta",
                           .places = 9},
                          with_role("pupil"));
  }
}

// People who are not participants: only their number is logged.
void add_outsiders(RandomSource& random, SupportLog& log) {
  static const std::vector<std::string> forms = {"psycholog", "prawnik", "pedagog"};
  int left = outsiders;
  for (int day = 7; left > 0; day += 8) {
    const int visitors = std::min(left, random.between(1, 3));
    const Day date = working_day_from(day_of(2018, 10, 1) + day);
    log.add({.date = date,
             .date_to = date,
             .person_id = "",
             .form = random.pick(forms),
             .task = "",
             .session_id = "",
             .half_hours = 0,
             .provider = "Punkt konsultacyjno-doradczy",
             .headcount = visitors});
    left -= visitors;
  }
}

SupportLog draw_support(RandomSource& random, const std::vector<Person>& people) {
  SupportLog log;
  log.add_individual(
      random, people,
      {.forms = {"motywacja"}, .task = "", .providers = {"Trener motywacji"}, .days_between = 30},
      with_role("motivation"));
  log.add_individual(random, people,
                     {.forms = {"psycholog", "prawnik", "pedagog"},
                      .task = "",
                      .providers = {"Psycholog", "Prawnik", "Pedagog"},
                      .days_between = 40,
                      .shortest = 1,
                      .longest = 3},
                     with_role("counselling"));
  log.add_individual(random, people,
                     {.forms = {"zajecia-wyrownawcze"},
                      .task = "",
                      .providers = {"Nauczyciel"},
                      .days_between = 14},
                     with_role("pupil"));
  log.add_individual(random, people,
                     {.forms = {"broker-edukacyjny"},
                      .task = "",
                      .providers = {"Broker"},
                      .days_between = 70,
                      .shortest = 2,
                      .longest = 3,
                      .first_after = 15},
                     with_role("pupil"));
  add_sessions(random, people, log);
  add_outsiders(random, log);
  return log;
}

}  // namespace

void write_lublin(const std::filesystem::path& folder) {
  const Dialect dialect = lublin_dialect();
  RandomSource random(20181001);
  const std::vector<Person> people = draw_people(random, dialect);
  const SupportLog log = draw_support(random, people);
  const SpendingPlan plan = lublin_spending();
  const std::vector<Document> documents = draw_documents(random, plan);

  write_table(folder / "uczestnicy.csv", participants_table(people, register_columns(), dialect),
              dialect);
  write_table(
      folder / "wsparcie.csv",
      log.table({"date", "person_id", "form", "session_id", "hours", "provider", "headcount"},
                dialect),
      dialect);
  write_table(
      folder / "miejsca.csv",
      {.columns = plain_columns({"place_id", "name", "kind", "from", "to", "capacity", "evidence"}),
       .rows = {{"PKD", "Punkt konsultacyjno-doradczy", "supported", "2018-10-01", "", "1",
                 "regulamin punktu, harmonogram dyżurów"}}},
      dialect);
  write_table(folder / "wydatki.csv",
              expenditures_table(plan, documents, document_columns(), dialect), dialect);
}

}  // namespace euproj_examples
