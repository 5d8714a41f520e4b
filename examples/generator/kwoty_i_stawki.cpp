// Lump sums and unit costs: twenty-four invented persons, their hours of care and a course, and the
// settlements that declare two lump sums. The second one is declared before enough people have
// their qualification, and reached in the claim after. Dialect: UTF-8, semicolon, LF, ISO dates.
#include <string>
#include <vector>

#include "calendar.h"
#include "examples.h"
#include "random_source.h"
#include "table.h"

namespace euproj_examples {

namespace {

constexpr DateForm iso = DateForm::iso;
constexpr int people = 24;

std::string id_of(int person) { return "U-" + padded(person, 2); }
Day entry_of(int person) { return working_day_from(day_of(2026, 1, 12) + 3 * (person - 1)); }
/// The first sixteen finish the course at the end of May, the others in August.
Day exit_of(int person) { return person <= 16 ? day_of(2026, 5, 29) : day_of(2026, 8, 28); }

Table register_table(RandomSource& random) {
  Table table{.columns = plain_columns({"person_id", "sex", "birth_date", "entry_date", "exit_date",
                                        "labour_status", "education"}),
              .rows = {}};
  const std::vector<std::string> statuses = {"unemployed", "inactive", "employed"};
  const std::vector<std::string> levels = {"2", "3", "3", "4", "6"};
  for (int person = 1; person <= people; ++person) {
    const Day birth = day_of(1965, 1, 1) + random.between(0, 13'000);
    table.rows.push_back({id_of(person), random.chance(66) ? "K" : "M", format_day(birth, iso),
                          format_day(entry_of(person), iso), format_day(exit_of(person), iso),
                          random.pick(statuses), random.pick(levels)});
  }
  return table;
}

/// Care every week until October, also after the course; the course in four Saturdays.
Table support_table(RandomSource& random) {
  Table table{.columns = plain_columns({"date", "person_id", "form", "session_id", "hours"}),
              .rows = {}};
  for (int person = 1; person <= people; ++person) {
    const Day until = exit_of(person);
    for (Day day = entry_of(person); day <= until; day = working_day_from(day + 7)) {
      table.rows.push_back({format_day(day, iso), id_of(person), "opieka", "",
                            format_half_hours(random.between(2, 5), '.')});
    }
    for (int meeting = 1; meeting <= 4; ++meeting) {
      const Day day = saturday_from((person <= 16 ? day_of(2026, 4, 11) : day_of(2026, 7, 4)) +
                                    7 * (meeting - 1));
      table.rows.push_back(
          {format_day(day, iso), id_of(person), "kurs",
           "K-" + std::to_string(person <= 16 ? 1 : 2) + "-" + std::to_string(meeting), "8"});
    }
  }
  return table;
}

/// Eleven of the first sixteen pass within four weeks, and three of the others in September.
Table outcomes_table() {
  Table table{.columns = plain_columns({"person_id", "outcome", "date", "evidence"}), .rows = {}};
  const auto add = [&](int person, Day day) {
    table.rows.push_back({id_of(person), "qualification", format_day(day, iso), "certyfikat"});
  };
  for (int person = 1; person <= 11; ++person) add(person, day_of(2026, 6, 12));
  for (int person = 17; person <= 19; ++person) add(person, day_of(2026, 9, 11));
  return table;
}

Table settlements_table() {
  return {
      .columns = plain_columns({"lump_sum", "claim", "date", "evidence"}),
      .rows = {{"KR1", "2", "", "listy obecności, karty usług"}, {"KR2", "2", "", "certyfikaty"}}};
}

}  // namespace

void write_kwoty_i_stawki(const std::filesystem::path& folder) {
  Dialect dialect;
  dialect.delimiter = ';';
  RandomSource random(20260112);
  write_table(folder / "uczestnicy.csv", register_table(random), dialect);
  write_table(folder / "wsparcie.csv", support_table(random), dialect);
  write_table(folder / "rezultaty.csv", outcomes_table(), dialect);
  write_table(folder / "kwoty.csv", settlements_table(), dialect);
}

}  // namespace euproj_examples
