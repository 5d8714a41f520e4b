// Jastrzębie-Zdrój: 350 persons with PESEL, thirteen forms of support, 18 durable places.
// Dialect: UTF-8 with BOM, semicolon, CRLF, decimal comma, ISO dates; one support file a year.
#include <filesystem>
#include <string>
#include <vector>

#include "examples.h"
#include "expenditures.h"
#include "jastrzebie_people.h"
#include "spending_plans.h"
#include "support_log.h"

namespace euproj_examples {

namespace {

Dialect jastrzebie_dialect() {
  return {.encoding = Encoding::utf8_with_bom,
          .delimiter = ';',
          .line_end = "\r\n",
          .decimal = ',',
          .date = DateForm::iso,
          .yes = "tak",
          .no = "nie",
          .refused = "odmowa"};
}

Admission with_role(const std::string& word) {
  return [word](const Person& person) { return person.role.find(word) != std::string::npos; };
}

// A series of sessions of one group: `count` of them, `days_between` days apart.
struct Series {
  std::string form;
  std::string prefix;
  Day first;
  int count = 1;
  int days_between = 7;
  int days = 1;
  int half_hours = 4;
  int places = 12;
  std::string provider;
  std::string role;
};

void add_series(RandomSource& random, const std::vector<Person>& people, const Series& series,
                SupportLog& log) {
  for (int number = 0; number < series.count; ++number) {
    const Day planned = series.first + number * series.days_between;
    const Day date = weekday_of(planned) < 5 ? working_day_from(planned) : planned;
    log.add_group_session(random, people,
                          {.form = series.form,
                           .task = "",
                           .session_id = series.prefix + "-" + padded(number + 1, 2),
                           .date = date,
                           .date_to = date + (series.days - 1),
                           .half_hours = series.half_hours,
                           .provider = series.provider,
                           .places = series.places},
                          with_role(series.role));
  }
}

void add_cohorts(RandomSource& random, const std::vector<Person>& people, SupportLog& log) {
  const auto numbered = [](const std::string& word, int number) {
    return word + std::to_string(number);
  };
  for (int number = 0; number < school_classes; ++number) {
    add_series(random, people,
               {"warsztaty-zdrowie-psychiczne", numbered("WZ", number + 1), class_start(number),
                class_sessions, 7, 1, 4, 12, "Psycholog szkolny", numbered("class ", number)},
               log);
  }
  for (int number = 0; number < therapy_groups; ++number) {
    add_series(random, people,
               {"socjoterapia", numbered("SO", number + 1), therapy_start(number), therapy_sessions,
                14, 1, 3, 12, "Socjoterapeuta", numbered("therapy ", number)},
               log);
  }
  for (int number = 0; number < candidate_editions; ++number) {
    add_series(random, people,
               {"szkolenie-kandydatow", numbered("SK", number + 1), edition_start(number),
                edition_sessions, 7, 1, 13, 12, "Trener", numbered("candidate ", number)},
               log);
  }
}

SupportLog draw_support(RandomSource& random, const std::vector<Person>& people) {
  SupportLog log;
  const auto individual = [&](const std::string& form, const std::string& provider, int days,
                              int first_after, const std::string& role) {
    log.add_individual(random, people,
                       {.forms = {form},
                        .task = "",
                        .providers = {provider},
                        .days_between = days,
                        .shortest = 2,
                        .longest = 3,
                        .first_after = first_after},
                       with_role(role));
  };
  individual("terapia-uzaleznien", "Terapeuta", 21, 0, "parent therapy");
  individual("mediacje", "Mediator", 35, 0, "parent mediation");
  individual("uslugi-psychologiczne", "Psycholog", 40, 0, "parent");
  individual("uslugi-psychologiczne", "Psycholog", 60, 0, "foster");
  individual("opiekun-mieszkan", "Opiekun", 14, 0, "leaver flat");
  individual("uslugi-psychologiczne", "Psycholog", 50, 0, "leaver");
  add_cohorts(random, people, log);
  const std::vector<Series> series = {
      {"grupa-rodzice", "GR", day_of(2022, 2, 8), 42, 14, 1, 4, 12, "Pedagog", "parent"},
      {"grupa-wychowankowie", "GW", day_of(2022, 2, 16), 20, 28, 1, 4, 10, "Pedagog", "leaver"},
      {"grupa-rodziny-zastepcze", "GZ", day_of(2022, 2, 17), 20, 28, 1, 4, 14, "Psycholog",
       "foster"},
      {"szkolenia-z-psychologiem", "SP", day_of(2022, 3, 12), 9, 63, 1, 12, 15, "Psycholog",
       "foster"},
      {"kurs-pierwszej-pomocy", "PP", day_of(2022, 5, 14), 3, 182, 1, 16, 16, "Ratownik", "foster"},
      {"spotkania-integracyjne", "SI", day_of(2022, 4, 23), 6, 91, 1, 8, 30, "Animator", "foster"},
      {"wyjazdy-edukacyjne", "WE", day_of(2022, 6, 10), 3, 147, 3, 0, 24, "Animator", "foster"}};
  for (const Series& one : series) add_series(random, people, one, log);
  return log;
}

// Candidates who finished the training get the certificate within four weeks of their exit.
Table outcomes_table(RandomSource& random, const std::vector<Person>& people) {
  Table table{.columns = plain_columns({"person_id", "outcome", "date", "evidence"}), .rows = {}};
  for (const Person& person : people) {
    const Stay& stay = person.stays.back();
    if (person.role.find("candidate") == std::string::npos || !stay.completed) continue;
    const Day date = working_day_from(stay.exit + random.between(4, 20));
    table.rows.push_back({person.id, "zaswiadczenie", format_day(date, DateForm::iso),
                          "zaświadczenie kwalifikacyjne, kopia w teczce"});
  }
  return table;
}

Table places_table() {
  const std::vector<std::string> specialists = {
      "grupa wsparcia dla rodziców",       "warsztaty zdrowia psychicznego",
      "szkoła dla rodziców i wychowawców", "mediacje rodzinne",
      "kompetencje z zakresu prawa",       "warsztaty dla wychowanków",
      "grupy wsparcia dla wychowanków",    "grupy wsparcia dla rodzin zastępczych"};
  Table table{
      .columns = plain_columns({"place_id", "name", "kind", "from", "to", "capacity", "evidence"}),
      .rows = {{"M-01", "Szkolenie kandydatów na rodzinę zastępczą niezawodową", "created",
                "2022-04-01", "", "10", "zarządzenie dyrektora, program szkolenia"}}};
  int number = 1;
  for (const std::string& name : specialists) {
    const Day from = working_day_from(day_of(2022, 1, 31) + 62 * (number - 1));
    table.rows.push_back({"M-" + padded(++number, 2), "Specjalista: " + name, "supported",
                          format_day(from, DateForm::iso), "", "1", "zakres czynności"});
  }
  return table;
}

}  // namespace

void write_jastrzebie(const std::filesystem::path& folder) {
  const Dialect dialect = jastrzebie_dialect();
  RandomSource random(20220101);
  const std::vector<Person> people = draw_jastrzebie_people(random, dialect);
  const SupportLog log = draw_support(random, people);
  const Table outcomes = outcomes_table(random, people);
  const SpendingPlan plan = jastrzebie_spending();
  const std::vector<Document> documents = draw_documents(random, plan);

  write_table(
      folder / "uczestnicy.csv",
      participants_table(
          people,
          plain_columns({"person_id", "pesel", "other_id", "sex", "birth_date", "group",
                         "household_id", "entry_date", "exit_date", "completed", "labour_status",
                         "education", "degurba", "disability", "municipality", "ground"}),
          dialect),
      dialect);
  for (const int year : {2022, 2023}) {
    write_table(
        folder / ("wsparcie-" + std::to_string(year) + ".csv"),
        log.table({"date", "date_to", "person_id", "form", "session_id", "hours", "provider"},
                  dialect, year),
        dialect);
  }
  write_table(folder / "rezultaty.csv", outcomes, dialect);
  write_table(folder / "miejsca.csv", places_table(), dialect);
  write_table(folder / "wydatki.csv",
              expenditures_table(plan, documents, document_columns(), dialect), dialect);
}

}  // namespace euproj_examples
