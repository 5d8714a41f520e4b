// Draws the characteristics of invented participants and lays out their register.
#include "people.h"

#include <algorithm>
#include <cstddef>
#include <map>
#include <stdexcept>
#include <tuple>
#include <utility>

namespace euproj_examples {

namespace {

struct RegisterRow {
  const Person* person;
  const Stay* stay;
};

std::string cell_of(const RegisterRow& row, const std::string& column, const Dialect& dialect) {
  const Person& person = *row.person;
  const Stay& stay = *row.stay;
  if (column == "person_id") return person.id;
  if (column == "pesel") return person.pesel;
  if (column == "other_id") return person.other_id;
  if (person.pesel_only && (column == "sex" || column == "birth_date")) return "";
  if (column == "sex") return person.sex == Sex::woman ? dialect.woman : dialect.man;
  if (column == "birth_date") return format_day(person.birth, dialect.date);
  if (column == "group") return person.group;
  if (column == "household_id") return person.household;
  if (column == "entry_date") return format_day(stay.entry, dialect.date);
  if (column == "exit_date") return format_day(stay.exit, dialect.date);
  if (column == "completed") return stay.completed ? dialect.yes : dialect.no;
  if (column == "labour_status") return person.labour_status;
  if (column == "education") return person.education;
  if (column == "degurba") return person.degurba;
  if (column == "disability") return person.disability;
  if (column == "municipality") return person.municipality;
  if (column == "ground") return person.ground;
  throw std::runtime_error("no such column of the participants: " + column);
}

}  // namespace

Day draw_birth(RandomSource& random, Ages ages, Day on) {
  const int age = random.between(ages.youngest, ages.oldest);
  return add_months(on, -12 * age) - random.between(1, 360);
}

void draw_characteristics(RandomSource& random, Person& person, const Dialect& dialect) {
  const int age = completed_years(person.birth, person.start());
  const int lot = random.between(1, 100);
  if (age < 18) {
    person.labour_status = "inactive";
    person.education = age < 13 ? "0" : age < 16 ? "1" : "2";
  } else {
    person.labour_status = age > 62    ? "inactive_not_in_education"
                           : lot <= 22 ? "unemployed"
                           : lot <= 40 ? "long_term_unemployed"
                           : lot <= 68 ? "inactive_not_in_education"
                                       : "employed";
    static const std::vector<std::string> levels = {"1", "2", "2", "3", "3", "3", "4", "6"};
    person.education = age < 20 ? "2" : random.pick(levels);
  }
  const int health = random.between(1, 100);
  person.disability = health <= 11 ? dialect.yes : health <= 14 ? dialect.refused : dialect.no;
}

void number_people(std::vector<Person>& people, const std::string& prefix) {
  std::stable_sort(people.begin(), people.end(), [](const Person& left, const Person& right) {
    return left.stays.front().entry < right.stays.front().entry;
  });
  for (std::size_t index = 0; index < people.size(); ++index) {
    people[index].id = prefix + "-" + padded(static_cast<int>(index) + 1, 3);
  }
}

void number_households(std::vector<Person>& people) {
  std::map<std::string, std::string> new_names;
  for (Person& person : people) {
    const auto next = "R-" + padded(static_cast<int>(new_names.size()) + 1, 3);
    person.household = new_names.emplace(person.household, next).first->second;
  }
}

bool takes_part(const Person& person, Day from, Day until) {
  return std::any_of(person.stays.begin(), person.stays.end(), [&](const Stay& stay) {
    return stay.first_support <= from && until <= stay.exit;
  });
}

std::vector<Column> register_columns() {
  return plain_columns({"person_id", "sex", "birth_date", "group", "household_id", "entry_date",
                        "exit_date", "completed", "labour_status", "education", "degurba",
                        "disability", "municipality", "ground"});
}

Table participants_table(const std::vector<Person>& people, const std::vector<Column>& columns,
                         const Dialect& dialect) {
  std::vector<RegisterRow> rows;
  for (const Person& person : people) {
    for (const Stay& stay : person.stays) rows.push_back({&person, &stay});
  }
  std::stable_sort(rows.begin(), rows.end(), [](const RegisterRow& left, const RegisterRow& right) {
    return std::tie(left.stay->entry, left.person->id) <
           std::tie(right.stay->entry, right.person->id);
  });
  Table table{.columns = columns, .rows = {}};
  for (const RegisterRow& row : rows) {
    std::vector<std::string> cells;
    for (const Column& column : columns) cells.push_back(cell_of(row, column.name, dialect));
    table.rows.push_back(std::move(cells));
  }
  return table;
}

}  // namespace euproj_examples
