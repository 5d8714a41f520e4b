// Bartoszyce: three groups with their own numbers of women and men, five tasks, 39 months.
// Dialect: UTF-8, comma, LF, ISO dates, quoted cells with quotes and newlines; a file a year.
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

constexpr int families = 30;           // a mother and a child each, every third also a father
constexpr int caring_households = 16;  // each with a woman, every fourth also with a man

Stay draw_stay(RandomSource& random, Day from) {
  Stay stay;
  stay.first_support = working_day_from(from + random.between(4, 12));
  stay.entry =
      later_of(working_day_until(stay.first_support - random.between(0, 9)), day_of(2017, 10, 2));
  stay.exit = working_day_until(
      earlier_of(stay.first_support + random.between(210, 340), day_of(2020, 12, 29)));
  stay.completed = !random.chance(8);
  return stay;
}

Person draw_person(RandomSource& random, const Dialect& dialect, const std::string& group,
                   const std::string& household, Sex sex, Ages ages, const Stay& stay) {
  Person person;
  person.stays = {stay};
  person.group = group;
  person.household = household;
  person.sex = sex;
  person.birth = draw_birth(random, ages, stay.first_support);
  person.degurba = "2";
  person.municipality = "Bartoszyce";
  person.ground = group == "rodziny-z-osoba-niesamodzielna" ? "niesamodzielność"
                                                            : "trudności opiekuńczo-wychowawcze";
  draw_characteristics(random, person, dialect);
  return person;
}

std::vector<Person> draw_people(RandomSource& random, const Dialect& dialect) {
  std::vector<Person> people;
  const auto add = [&](const std::string& group, const std::string& household, Sex sex, Ages ages,
                       const Stay& stay) {
    people.push_back(draw_person(random, dialect, group, household, sex, ages, stay));
  };
  for (int family = 0; family < families; ++family) {
    const std::string household = "O" + std::to_string(family);
    Stay stay = draw_stay(random, day_of(2017, 10, 4) + family * 32);
    const bool returns = family == 3 || family == 14;
    if (returns) stay.exit = working_day_until(stay.first_support + 150);
    const std::size_t first = people.size();
    add("rodziny", household, Sex::woman, {34, 49}, stay);
    if (family % 3 == 1) add("rodziny", household, Sex::man, {36, 55}, stay);
    const bool girl = family % 3 != 2;
    add("dzieci", household, girl ? Sex::woman : Sex::man, {6, 15}, stay);
    if (!returns) continue;
    const Stay again = draw_stay(random, stay.exit + 60);
    for (std::size_t index = first; index < people.size(); ++index) {
      people[index].stays.push_back(again);
    }
  }
  for (int home = 0; home < caring_households; ++home) {
    const std::string household = "N" + std::to_string(home);
    const Stay stay = draw_stay(random, day_of(2017, 11, 6) + home * 56);
    add("rodziny-z-osoba-niesamodzielna", household, Sex::woman, {34, 68}, stay);
    if (home % 4 != 2) continue;
    add("rodziny-z-osoba-niesamodzielna", household, Sex::man, {38, 72}, stay);
  }
  number_people(people, "U");
  number_households(people);
  return people;
}

Admission in_group(const std::string& group) {
  return [group](const Person& person) { return person.group == group; };
}

// Sessions that repeat every `days_between` days until the end of the project.
struct Series {
  std::string form;
  std::string task;
  std::string prefix;
  Day first;
  int days_between = 14;
  int days = 1;
  int half_hours = 4;
  int places = 12;
  std::string provider;
  Admission admits;
};

void add_groups(RandomSource& random, const std::vector<Person>& people, SupportLog& log) {
  const Admission adults = [](const Person& person) { return person.group != "dzieci"; };
  const Admission parents_and_children = [](const Person& person) {
    return person.group == "dzieci" || person.group == "rodziny";
  };
  const Admission everyone = [](const Person&) { return true; };
  const std::vector<Series> all_series = {
      {"szkola-dla-rodzicow", "2", "SR", day_of(2017, 11, 22), 14, 1, 4, 10, "Trener",
       in_group("rodziny")},
      {"zajecia-dla-dzieci", "2", "ZD", day_of(2017, 11, 16), 14, 1, 4, 10, "Wychowawca",
       in_group("dzieci")},
      {"pierwsza-pomoc", "3", "PP", day_of(2018, 2, 17), 182, 1, 12, 15, "Ratownik", adults},
      {"budzet-domowy", "3", "BD", day_of(2018, 4, 14), 182, 1, 12, 15, "Doradca", adults},
      {"warsztaty-opiekuncze", "3", "WO", day_of(2018, 1, 20), 35, 1, 8, 10, "Pielęgniarka",
       in_group("rodziny-z-osoba-niesamodzielna")},
      {"wycieczki", "4", "WY", day_of(2018, 5, 19), 182, 1, 20, 30, "SION", parents_and_children},
      {"wyjazdy-rodzinne", "4", "WR", day_of(2018, 7, 13), 364, 3, 0, 30, "SION",
       parents_and_children},
      {"warsztaty-miedzypokoleniowe", "5", "WM", day_of(2018, 3, 10), 91, 1, 8, 20, "SION",
       everyone},
      {"pikniki", "5", "PK", day_of(2018, 6, 16), 364, 1, 10, 60, "SION", everyone}};
  for (const Series& series : all_series) {
    int number = 0;
    for (Day date = series.first; date < day_of(2020, 12, 20); date = date + series.days_between) {
      const Day meeting = weekday_of(date) < 5 ? working_day_from(date) : saturday_from(date);
      log.add_group_session(random, people,
                            {.form = series.form,
                             .task = series.task,
                             .session_id = series.prefix + "-" + padded(++number, 2),
                             .date = meeting,
                             .date_to = meeting + (series.days - 1),
                             .half_hours = series.half_hours,
                             .provider = series.provider,
                             .places = series.places},
                            series.admits);
    }
  }
}

SupportLog draw_support(RandomSource& random, const std::vector<Person>& people) {
  SupportLog log;
  const auto individual = [&](const std::string& form, const std::string& task,
                              const std::string& provider, int days, const std::string& group) {
    log.add_individual(
        random, people,
        {.forms = {form}, .task = task, .providers = {provider}, .days_between = days},
        in_group(group));
  };
  individual("asystent-rodziny", "1", "Asystent rodziny", 21, "rodziny");
  individual("punkt-konsultacyjny", "2", "Psycholog", 65, "rodziny");
  individual("punkt-konsultacyjny", "2", "Psycholog", 80, "dzieci");
  individual("konsultant-rodziny", "3", "Konsultant rodziny", 28, "rodziny-z-osoba-niesamodzielna");
  add_groups(random, people, log);
  return log;
}

}  // namespace

void write_bartoszyce(const std::filesystem::path& folder) {
  const Dialect dialect;
  RandomSource random(20171001);
  const std::vector<Person> people = draw_people(random, dialect);
  const SupportLog log = draw_support(random, people);
  const SpendingPlan plan = bartoszyce_spending();
  const std::vector<Document> documents = draw_documents(random, plan);

  write_table(folder / "uczestnicy.csv", participants_table(people, register_columns(), dialect),
              dialect);
  for (const int year : {2017, 2018, 2019, 2020}) {
    write_table(folder / ("wsparcie-" + std::to_string(year) + ".csv"),
                log.table({"date", "date_to", "person_id", "form", "task", "session_id", "hours",
                           "provider"},
                          dialect, year),
                dialect);
  }
  write_table(folder / "wydatki.csv",
              expenditures_table(plan, documents,
                                 {"doc_no", "book_no", "issuer_nip", "issue_date", "paid_date",
                                  "claim", "task", "category", "description", "gross", "net", "vat",
                                  "eligible", "grant", "partner", "corrects"},
                                 dialect),
              dialect);
}

}  // namespace euproj_examples
