// Bytom: one parent of each of 100 families; five assistants with at most six families at a time.
// Dialect: UTF-8, comma, LF, ISO dates.
#include <cstddef>
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

constexpr int assistants = 5;
constexpr int families_at_once = 6;

// A family that an assistant looks after; the person in the log is one of the parents.
struct Care {
  std::size_t person = 0;
  int assistant = 0;
  Stay stay;
};

Period project_period() { return {.start = day_of(2019, 3, 1), .end = day_of(2021, 2, 28)}; }

Day first_care_day(int assistant, int slot) {
  return working_day_from(day_of(2019, 3, 11) + 12 * assistant + 17 * slot);
}

Stay draw_stay(RandomSource& random, Day from, Day until) {
  Stay stay;
  stay.first_support = working_day_from(from + random.between(2, 9));
  stay.entry = later_of(working_day_until(stay.first_support - random.between(0, 6)),
                        project_period().start);
  stay.exit = working_day_until(until);
  stay.completed = !random.chance(9);
  return stay;
}

// Each assistant has six slots and each slot one family after the other. Ten of the thirty slots
// take four families, twenty take three, and three of those get back a family that left before.
std::vector<Care> draw_cares(RandomSource& random) {
  std::vector<Care> cares;
  std::size_t people = 0;
  int slot_number = 0;
  for (int slot = 0; slot < families_at_once; ++slot) {
    for (int assistant = 0; assistant < assistants; ++assistant, ++slot_number) {
      const bool four_families = slot_number % 3 == 1;
      const bool with_return = slot_number % 7 == 5 && !four_families;
      const int stays = four_families || with_return ? 4 : 3;
      const Day first = first_care_day(assistant, slot);
      const Day last = day_of(2021, 2, 26) - random.between(0, 10);
      const std::size_t first_person = people;
      for (int turn = 0; turn < stays; ++turn) {
        const Day from = first + (last - first) * turn / stays;
        const Day until = first + (last - first) * (turn + 1) / stays - random.between(1, 8);
        const bool returns = with_return && turn == 3;
        cares.push_back({.person = returns ? first_person : people++,
                         .assistant = assistant,
                         .stay = draw_stay(random, from, until)});
      }
    }
  }
  return cares;
}

std::vector<Person> draw_people(RandomSource& random, const std::vector<Care>& cares,
                                const Dialect& dialect) {
  std::vector<Person> people;
  for (const Care& care : cares) {
    if (care.person < people.size()) {
      people[care.person].stays.push_back(care.stay);
      continue;
    }
    Person person;
    person.stays = {care.stay};
    person.sex = random.chance(84) ? Sex::woman : Sex::man;
    person.birth = draw_birth(random, {.youngest = 20, .oldest = 54}, person.start());
    person.group = random.chance(70) ? "zagrozone-odebraniem" : "odzyskujace-dzieci";
    person.household = "F" + std::to_string(care.person);
    person.role = std::to_string(care.assistant);
    person.degurba = "1";
    person.municipality = "Bytom";
    person.ground = random.chance(65) ? "trudnosci-opiekunczo-wychowawcze" : "dziecko-w-pieczy";
    draw_characteristics(random, person, dialect);
    people.push_back(person);
  }
  number_people(people, "U");
  number_households(people);
  return people;
}

// A card of work for every month of care: from its first to its last day in that month.
void add_care(RandomSource& random, const Person& person, SupportLog& log) {
  for (const Stay& stay : person.stays) {
    for (Day month = first_of_month(stay.first_support); month <= stay.exit;
         month = add_months(month, 1)) {
      log.add({.date = later_of(month, stay.first_support),
               .date_to = earlier_of(last_of_month(month), stay.exit),
               .person_id = person.id,
               .form = "asystent",
               .task = "",
               .session_id = "",
               .half_hours = random.between(8, 26),
               .provider = "AR-" + std::to_string(std::stoi(person.role) + 1),
               .headcount = 0});
    }
  }
}

void add_groups(RandomSource& random, const std::vector<Person>& people, SupportLog& log) {
  const Admission everyone = [](const Person&) { return true; };
  int training = 0;
  int integration = 0;
  for (int month = 2; month < 24; ++month) {
    const Day first = add_months(project_period().start, month);
    const Day evening = working_day_from(first + random.between(7, 16));
    log.add_group_session(random, people,
                          {.form = "trening-stacjonarny",
                           .task = "",
                           .session_id = "TS-" + padded(++training, 2),
                           .date = evening,
                           .date_to = evening,
                           .half_hours = 6,
                           .provider = "Trener umiejętności wychowawczych",
                           .places = random.between(9, 12)},
                          everyone);
    if (month % 3 != 2) continue;
    const Day saturday = saturday_from(first + 13);
    log.add_group_session(random, people,
                          {.form = "zajecia-integracyjne",
                           .task = "",
                           .session_id = "ZI-" + padded(++integration, 2),
                           .date = saturday,
                           .date_to = saturday,
                           .half_hours = 8,
                           .provider = "Animator",
                           .places = random.between(14, 18)},
                          everyone);
  }
  const std::vector<Day> trips = {day_of(2019, 7, 12), day_of(2019, 10, 4), day_of(2020, 7, 10),
                                  day_of(2020, 9, 25)};
  int trip = 0;
  for (const Day friday : trips) {
    log.add_group_session(random, people,
                          {.form = "trening-wyjazdowy",
                           .task = "",
                           .session_id = "TW-" + padded(++trip, 2),
                           .date = friday,
                           .date_to = friday + 2,
                           .half_hours = 40,
                           .provider = "Trener umiejętności wychowawczych",
                           .places = 12},
                          everyone);
  }
}

Table places_table() {
  Table table{
      .columns = plain_columns({"place_id", "name", "kind", "from", "to", "capacity", "evidence"}),
      .rows = {}};
  for (int assistant = 0; assistant < assistants; ++assistant) {
    const std::string number = std::to_string(assistant + 1);
    const Day from = working_day_until(first_care_day(assistant, 0) - 5);
    table.rows.push_back({"AR-" + number, "Asystent rodziny, stanowisko " + number, "created",
                          format_day(from, DateForm::iso), "", "1",
                          "umowa o pracę " + number + "/2019, protokół pomiaru"});
  }
  return table;
}

}  // namespace

void write_bytom(const std::filesystem::path& folder) {
  const Dialect dialect;
  RandomSource random(20190301);
  const std::vector<Person> people = draw_people(random, draw_cares(random), dialect);
  SupportLog log;
  for (const Person& person : people) add_care(random, person, log);
  add_groups(random, people, log);
  const SpendingPlan plan = bytom_spending();
  const std::vector<Document> documents = draw_documents(random, plan);

  write_table(folder / "uczestnicy.csv", participants_table(people, register_columns(), dialect),
              dialect);
  write_table(folder / "wsparcie.csv",
              log.table({"date", "date_to", "person_id", "form", "session_id", "hours", "provider"},
                        dialect),
              dialect);
  write_table(folder / "miejsca.csv", places_table(), dialect);
  write_table(folder / "wydatki.csv",
              expenditures_table(plan, documents, document_columns(), dialect), dialect);
}

}  // namespace euproj_examples
