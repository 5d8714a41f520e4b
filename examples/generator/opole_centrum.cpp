// Opole Centrum: a project of ESF+ that runs now, kept by two partners and the city. Nine of eleven
// participants have come so far, one of them to both partners, one with her education not yet
// known. Dialect: UTF-8, semicolon, LF, ISO dates.
#include <string>
#include <vector>

#include "calendar.h"
#include "examples.h"
#include "identity.h"
#include "random_source.h"
#include "table.h"

namespace euproj_examples {

namespace {

constexpr DateForm iso = DateForm::iso;
const Day last_day = day_of(2026, 10, 31);  // how far the logs go

struct Participant {
  const char* id;
  const char* sex;
  Day birth;
  const char* labour_status;
  const char* education;
  const char* disability;
  Day entry;
  Day exit;  // 0: still there
  const char* partner;
  const char* second_partner;  // who gives her support, too
};

const std::vector<Participant>& participants() {
  static const std::vector<Participant> all = {
      {"C-01", "K", day_of(1984, 5, 17), "unemployed", "3", "no", day_of(2026, 1, 19),
       day_of(2026, 6, 30), "smart", ""},
      {"C-02", "K", day_of(1991, 9, 2), "inactive", "4", "no", day_of(2026, 1, 26),
       day_of(2026, 6, 30), "smart", ""},
      {"C-03",
       "M",
       day_of(1977, 12, 11),
       "inactive",
       "2",
       "yes",
       day_of(2026, 2, 9),
       {},
       "smart",
       "egida"},
      {"C-04",
       "K",
       day_of(2001, 3, 28),
       "long_term_unemployed",
       "3",
       "no",
       day_of(2026, 3, 2),
       {},
       "smart",
       ""},
      {"C-05",
       "K",
       day_of(1969, 7, 6),
       "inactive",
       "1",
       "refused",
       day_of(2026, 4, 13),
       {},
       "smart",
       ""},
      {"C-06", "K", day_of(1988, 10, 23), "unemployed", "6", "no", day_of(2026, 3, 16),
       day_of(2026, 8, 28), "egida", ""},
      {"C-07",
       "M",
       day_of(1995, 1, 30),
       "employed",
       "4",
       "no",
       day_of(2026, 5, 4),
       {},
       "egida",
       ""},
      {"C-08",
       "K",
       day_of(1979, 6, 14),
       "inactive",
       "",
       "no",
       day_of(2026, 6, 8),
       {},
       "miasto",
       ""},
      {"C-09",
       "K",
       day_of(1986, 2, 19),
       "unemployed",
       "3",
       "no",
       day_of(2026, 9, 7),
       {},
       "miasto",
       ""},
  };
  return all;
}

std::string day_text(Day day) { return day.number == 0 ? std::string() : format_day(day, iso); }

Table register_table() {
  Table table{
      .columns = plain_columns({"person_id", "sex", "birth_date", "labour_status", "education",
                                "disability", "entry_date", "exit_date", "partner"}),
      .rows = {}};
  for (const Participant& each : participants()) {
    table.rows.push_back({each.id, each.sex, day_text(each.birth), each.labour_status,
                          each.education, each.disability, day_text(each.entry),
                          day_text(each.exit), each.partner});
  }
  return table;
}

/// Every week one meeting with the partner, every fourth week one with the second one.
Table support_table(RandomSource& random) {
  Table table{.columns = plain_columns({"date", "person_id", "form", "hours", "partner"}),
              .rows = {}};
  for (const Participant& each : participants()) {
    const Day until = each.exit.number == 0 ? last_day : each.exit;
    int week = 0;
    for (Day day = working_day_from(each.entry); day <= until; day = working_day_from(day + 7)) {
      const bool is_second = each.second_partner[0] != '\0' && ++week % 4 == 0;
      table.rows.push_back({day_text(day), each.id, random.chance(70) ? "trening" : "doradztwo",
                            format_half_hours(random.between(2, 5), '.'),
                            is_second ? each.second_partner : each.partner});
    }
  }
  return table;
}

Table outcomes_table() {
  return {.columns = plain_columns({"person_id", "outcome", "date", "evidence"}),
          .rows = {{"C-01", "employment", "2026-07-13", "umowa o pracę"},
                   {"C-02", "job_seeking", "2026-07-02", "zaświadczenie PUP"},
                   {"C-02", "employment", "2026-07-21", "umowa zlecenia"},
                   {"C-06", "employment", "2026-09-03", "umowa o pracę"},
                   {"C-06", "job_seeking", "2026-09-22", "zaświadczenie PUP"}}};
}

Table entities_table() {
  return {.columns = plain_columns({"nip", "date", "name", "kind", "size", "partner"}),
          .rows = {{make_nip(501), "2026-03-18", "Stowarzyszenie przykładowe (wymyślone)", "ngo",
                    "small", "smart"},
                   {make_nip(502), "2026-06-11", "Fundacja przykładowa (wymyślona)", "ngo", "micro",
                    "egida"}}};
}

struct Cost {
  const char* task;
  const char* category;
  const char* partner;
  Grosze monthly;
};

/// A payroll and an invoice a month and partner; the number of the claim comes when it is written.
Table documents_table(RandomSource& random) {
  const std::vector<Cost> costs = {{"1", "personel", "smart", 7'200'00},
                                   {"1", "uslugi", "smart", 1'350'00},
                                   {"2", "personel", "egida", 3'100'00},
                                   {"3", "personel", "miasto", 2'400'00}};
  Table table{.columns = plain_columns({"doc_no", "issuer_nip", "issue_date", "paid_date", "claim",
                                        "task", "category", "eligible", "partner"}),
              .rows = {}};
  int number = 0;
  for (Day month = day_of(2026, 1, 1); month <= last_day; month = add_months(month, 1)) {
    const CivilDate civil = civil_of(month);
    int line = 0;
    for (const Cost& cost : costs) {
      const bool is_payroll = std::string(cost.category) == "personel";
      const Day issued = working_day_until(last_of_month(month) - (is_payroll ? 2 : 9));
      // The last invoice of a quarter is paid in the next month, and still goes into its claim.
      const bool is_late = !is_payroll && civil.month % 3 == 0;
      const Day paid = working_day_from(issued + (is_late ? 15 : is_payroll ? 0 : 5));
      const int quarter = (civil.month - 1) / 3 + 1;
      ++line;
      table.rows.push_back(
          {(is_payroll ? "LP " : "FV ") + padded(++number, 3) + "/2026", make_nip(510 + line),
           day_text(issued), day_text(paid), quarter <= 3 ? std::to_string(quarter) : std::string(),
           cost.task, cost.category,
           format_money(cost.monthly + random.between(-9'999, 9'999), '.'), cost.partner});
    }
  }
  return table;
}

}  // namespace

void write_opole_centrum(const std::filesystem::path& folder) {
  Dialect dialect;
  dialect.delimiter = ';';
  RandomSource random(20260101);
  write_table(folder / "uczestnicy.csv", register_table(), dialect);
  write_table(folder / "wsparcie.csv", support_table(random), dialect);
  write_table(folder / "rezultaty.csv", outcomes_table(), dialect);
  write_table(folder / "podmioty.csv", entities_table(), dialect);
  write_table(folder / "wydatki.csv", documents_table(random), dialect);
}

}  // namespace euproj_examples
