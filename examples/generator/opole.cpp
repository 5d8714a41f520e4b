// Opole: 100 persons of 35 families, and counted events: camps, meetings, workshops, picnics.
// Dialect: Windows-1250, semicolon, CRLF, decimal comma, dates as dd.mm.yyyy.
#include <filesystem>
#include <string>
#include <vector>

#include "examples.h"
#include "expenditures.h"
#include "opole_people.h"
#include "people.h"
#include "spending_plans.h"
#include "support_log.h"

namespace euproj_examples {

namespace {

Dialect opole_dialect() {
  return {.encoding = Encoding::windows_1250,
          .delimiter = ';',
          .line_end = "\r\n",
          .decimal = ',',
          .date = DateForm::dotted,
          .woman = "kobieta",
          .man = "mężczyzna",
          .yes = "tak",
          .no = "nie",
          .refused = "odmowa"};
}

// A kind of event: the days on which it takes place, and who may come.
struct EventKind {
  std::string form;
  std::string prefix;
  int days = 1;
  int half_hours = 0;
  int places = 0;
  std::string who;    // "child" or "adult", or "" for everyone
  int outsiders = 0;  // guests who are not participants, at least
  std::string provider;
  std::vector<Day> starts;
};

std::vector<EventKind> events() {
  std::vector<Day> meetings;
  for (int number = 0; number < 32; ++number) {
    meetings.push_back(saturday_from(day_of(2020, 10, 24) + number * 23));
  }
  const std::vector<Day> camps = {day_of(2021, 7, 5), day_of(2022, 7, 11)};
  const std::vector<Day> winter_camps = {day_of(2021, 1, 11), day_of(2022, 2, 7)};
  const std::vector<Day> workshops = {day_of(2021, 5, 15), day_of(2021, 10, 16),
                                      day_of(2022, 5, 21)};
  const std::vector<Day> contests = {day_of(2022, 3, 19)};
  const std::vector<Day> trips = {day_of(2021, 8, 20), day_of(2022, 6, 24)};
  const std::vector<Day> conferences = {day_of(2022, 9, 29)};
  const std::vector<Day> picnics = {day_of(2021, 9, 11), day_of(2022, 9, 3)};
  const std::string organiser = "Organizator wypoczynku";
  return {{"spotkania", "SI", 1, 6, 24, "", 0, "Animator", meetings},
          {"kolonie", "KL", 10, 0, 20, "child", 0, organiser, camps},
          {"ferie", "FZ", 6, 0, 16, "child", 0, organiser, winter_camps},
          {"warsztaty", "WS", 1, 12, 30, "", 0, "Trener", workshops},
          {"konkurs-plastyczny", "KP", 1, 4, 40, "", 0, "Animator", contests},
          {"wyjazdy-integracyjne", "WI", 3, 0, 35, "", 0, organiser, trips},
          {"konferencja", "KO", 1, 12, 12, "adult", 58, "", conferences},
          {"pikniki", "PK", 1, 10, 60, "", 145, "", picnics}};
}

SupportLog draw_support(RandomSource& random, const std::vector<Person>& people) {
  SupportLog log;
  const auto adults = [](const Person& person) { return person.role == "adult"; };
  const auto children = [](const Person& person) { return person.role == "child"; };
  log.add_individual(
      random, people,
      {.forms = {"poradnictwo"}, .task = "", .providers = {"Psycholog"}, .days_between = 52},
      adults);
  log.add_individual(random, people,
                     {.forms = {"poradnictwo"},
                      .task = "",
                      .providers = {"Pedagog"},
                      .days_between = 95,
                      .shortest = 2,
                      .longest = 3},
                     children);
  for (const EventKind& kind : events()) {
    int number = 0;
    for (const Day start : kind.starts) {
      const std::string session = kind.prefix + "-" + padded(++number, 2);
      const Day last = start + (kind.days - 1);
      log.add_group_session(
          random, people,
          {.form = kind.form,
           .task = "",
           .session_id = session,
           .date = start,
           .date_to = last,
           .half_hours = kind.half_hours,
           .provider = kind.provider,
           .places = kind.places},
          [&](const Person& person) { return kind.who.empty() || kind.who == person.role; });
      if (kind.outsiders == 0) continue;
      log.add({.date = start,
               .date_to = last,
               .person_id = "",
               .form = kind.form,
               .task = "",
               .session_id = session,
               .half_hours = 0,
               .provider = "",
               .headcount = kind.outsiders + random.between(0, 30)});
    }
  }
  return log;
}

std::vector<Column> polish_columns() {
  return {{"person_id", "Nr uczestnika"},
          {"sex", "Płeć"},
          {"birth_date", "Data urodzenia"},
          {"group", "Grupa"},
          {"household_id", "Rodzina"},
          {"entry_date", "Data przystąpienia"},
          {"exit_date", "Data zakończenia"},
          {"completed", "Zgodnie ze ścieżką"},
          {"labour_status", "Status na rynku pracy"},
          {"education", "Wykształcenie (ISCED)"},
          {"degurba", "DEGURBA"},
          {"disability", "Niepełnosprawność"},
          {"municipality", "Gmina"},
          {"ground", "Podstawa kwalifikowania"}};
}

}  // namespace

void write_opole(const std::filesystem::path& folder) {
  const Dialect dialect = opole_dialect();
  RandomSource random(20201004);
  const std::vector<Person> people = draw_opole_people(random, dialect);
  const SupportLog log = draw_support(random, people);
  const SpendingPlan plan = opole_spending();
  const std::vector<Document> documents = draw_documents(random, plan);

  write_table(folder / "uczestnicy.csv", participants_table(people, polish_columns(), dialect),
              dialect);
  write_table(folder / "wsparcie.csv",
              log.table({"date", "date_to", "person_id", "form", "session_id", "hours", "provider",
                         "headcount"},
                        dialect),
              dialect);
  write_table(folder / "wydatki.csv",
              expenditures_table(plan, documents, document_columns(), dialect), dialect);
}

}  // namespace euproj_examples
