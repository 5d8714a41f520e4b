// Writes a project of any size in the program's own formats, for the bench: always the same bytes.
//
// generate ROWS DOCUMENTS FOLDER: ROWS of support, a tenth of that in participations (3 % of them
// second entries of the same person), DOCUMENTS of expenditure. Everything is a function of a row's
// number, so memory does not grow with the size. The data are free of errors; a few outcomes per
// project lie outside their window, on purpose, because a bench whose answers cannot differ by the
// window would not notice it being ignored.

#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "definition.hpp"

namespace {

using euproj::bench::form_count;
using euproj::bench::task_count;

constexpr std::int64_t project_start = 19723;  // 2024-01-01, days since 1970
constexpr std::int64_t entry_days = 620;       // entries are spread over the first of these
constexpr std::int64_t support_days = 300;     // support is given in so many days from the entry
constexpr std::int64_t birth_start = -7305;    // 1950-01-01
constexpr std::int64_t birth_days = 21915;     // until 2009

std::uint64_t mixed(std::uint64_t x) {
  x += 0x9e3779b97f4a7c15ULL;
  x = (x ^ (x >> 30U)) * 0xbf58476d1ce4e5b9ULL;
  x = (x ^ (x >> 27U)) * 0x94d049bb133111ebULL;
  return x ^ (x >> 31U);
}

/// A different sequence of bits for each `what`.
std::uint64_t random_bits(std::uint64_t what, std::uint64_t number) {
  return mixed(mixed(what + 20260630) ^ (number * 0xd6e8feb86659fd93ULL));
}

class Csv {
 public:
  Csv(const std::string& path, std::string_view header) : file_(std::fopen(path.c_str(), "wb")) {
    if (file_ == nullptr) {
      std::perror(path.c_str());
      std::exit(2);
    }
    buffer_.reserve(room + 4096);
    buffer_ += header;
    end_row();
  }
  Csv(const Csv&) = delete;
  Csv& operator=(const Csv&) = delete;
  ~Csv() {
    write();
    if (std::fclose(file_) != 0) fail();
  }

  Csv& text(std::string_view text) { return buffer_ += text, *this; }
  Csv& comma() { return buffer_ += ',', *this; }
  Csv& digits(std::uint64_t number, std::size_t width) {
    const std::size_t at = buffer_.size();
    buffer_.resize(at + width);
    for (std::size_t i = width; i-- > 0; number /= 10) {
      buffer_[at + i] = static_cast<char>('0' + number % 10);
    }
    return *this;
  }
  Csv& date(std::int64_t day) {
    const auto [year, month, day_of_month] = calendar(day);
    return digits(year, 4).text("-").digits(month, 2).text("-").digits(day_of_month, 2);
  }
  Csv& money(std::int64_t grosze) {
    if (grosze < 0) text("-");
    const auto amount = static_cast<std::uint64_t>(grosze < 0 ? -grosze : grosze);
    return text(std::to_string(amount / 100)).text(".").digits(amount % 100, 2);
  }
  void end_row() {
    buffer_ += '\n';
    if (buffer_.size() > room) write();
  }

  struct Calendar {
    std::uint64_t year, month, day;
  };
  /// Howard Hinnant's civil_from_days, for days from 1950 on.
  static Calendar calendar(std::int64_t days) {
    const auto z = static_cast<std::uint64_t>(days + 719468);
    const std::uint64_t era = z / 146097;
    const std::uint64_t doe = z % 146097;
    const std::uint64_t yoe = (doe - doe / 1460 + doe / 36524 - doe / 146096) / 365;
    const std::uint64_t doy = doe - (365 * yoe + yoe / 4 - yoe / 100);
    const std::uint64_t shifted = (5 * doy + 2) / 153;
    const std::uint64_t month = shifted < 10 ? shifted + 3 : shifted - 9;
    return {yoe + era * 400 + (month <= 2 ? 1 : 0), month, doy - (153 * shifted + 2) / 5 + 1};
  }

 private:
  static constexpr std::size_t room = 1U << 20U;

  void write() {
    if (std::fwrite(buffer_.data(), 1, buffer_.size(), file_) != buffer_.size()) fail();
    buffer_.clear();
  }
  [[noreturn]] static void fail() {
    std::perror("generate");
    std::exit(2);
  }

  std::FILE* file_;
  std::string buffer_;
};

template <std::size_t count>
std::string_view one_of(const std::string_view (&words)[count], std::uint64_t bits) {
  return words[bits % count];
}

/// The persons of a project, by number; entry days grow with the number.
class People {
 public:
  explicit People(std::uint64_t participations)
      : persons_(participations - participations * 3 / 100),
        second_entries_(participations - persons_) {}

  [[nodiscard]] std::uint64_t size() const { return persons_; }
  [[nodiscard]] bool returns(std::uint64_t person) const {
    return person * second_entries_ / persons_ != (person + 1) * second_entries_ / persons_;
  }
  [[nodiscard]] std::int64_t entry(std::uint64_t person) const {
    return project_start + static_cast<std::int64_t>(person * entry_days / persons_);
  }
  /// The first person who enters on this day of the project or later.
  [[nodiscard]] std::uint64_t first_of(std::int64_t day) const {
    const auto clamped = static_cast<std::uint64_t>(std::clamp<std::int64_t>(day, 0, entry_days));
    return (clamped * persons_ + entry_days - 1) / entry_days;
  }
  [[nodiscard]] std::int64_t exit(std::uint64_t person) const {
    const std::uint64_t bits = random_bits(3, person);
    if (!returns(person) && bits % 100 >= 60) return 0;  // still in the project
    return entry(person) + support_days + static_cast<std::int64_t>((bits >> 8U) % 60);
  }
  [[nodiscard]] std::int64_t second_entry(std::uint64_t person) const {
    return exit(person) + 20 + static_cast<std::int64_t>((random_bits(4, person) >> 8U) % 20);
  }
  [[nodiscard]] std::int64_t second_exit(std::uint64_t person) const {
    const std::uint64_t bits = random_bits(4, person);
    if (bits % 100 >= 60) return 0;
    return second_entry(person) + 10 + static_cast<std::int64_t>((bits >> 16U) % 30);
  }
  static void write_id(Csv& csv, std::uint64_t person) {
    csv.text("U").digits((person * 73687877ULL + 12345) % 100000000ULL, 8);
  }

 private:
  std::uint64_t persons_;
  std::uint64_t second_entries_;
};

void write_pesel(Csv& csv, std::uint64_t person, std::int64_t birth, bool is_man) {
  const auto [year, month, day] = Csv::calendar(birth);
  const std::uint64_t serial = person / birth_days * 2137 % 5000 * 2 + (is_man ? 1 : 0);
  const std::uint64_t digits =
      ((year % 100 * 100 + (year >= 2000 ? month + 20 : month)) * 100 + day) * 10000 + serial;
  constexpr std::uint64_t weights[] = {3, 1, 9, 7, 3, 1, 9, 7, 3, 1};  // from the last digit
  std::uint64_t sum = 0;
  std::uint64_t rest = digits;
  for (const std::uint64_t weight : weights) {
    sum += weight * (rest % 10);
    rest /= 10;
  }
  csv.digits(digits * 10 + (10 - sum % 10) % 10, 11);
}

void write_participation(Csv& csv, const People& people, std::uint64_t person, bool is_second) {
  constexpr std::string_view labour[] = {"unemployed", "long_term_unemployed", "inactive",
                                         "inactive_not_in_education", "employed"};
  constexpr std::string_view municipalities[] = {
      "Bytom", "Jastrzębie-Zdrój", "Lublin",           "Bartoszyce",         "Gliwice",
      "Opole", "Rybnik",           "Wodzisław Śląski", "\"Opole, Zaodrze\"", "Tychy"};
  constexpr std::string_view grounds[] = {"bezrobocie", "ubóstwo", "niepełnosprawność",
                                          "piecza zastępcza"};
  constexpr std::string_view citizenships[] = {"PL", "PL", "PL", "PL", "PL", "PL", "UA", "BY"};
  const std::uint64_t bits = random_bits(1, person);
  const std::uint64_t more = random_bits(2, person);
  const bool is_man = bits % 1000 < 430;
  const std::int64_t birth = birth_start + static_cast<std::int64_t>(person * 7919 % birth_days);
  const std::uint64_t year = Csv::calendar(birth).year;
  const std::int64_t exit = is_second ? people.second_exit(person) : people.exit(person);
  const auto yes_of = [&](unsigned shift, std::uint64_t percent) -> std::string_view {
    const std::uint64_t roll = (more >> shift) % 100;
    return roll < percent ? "yes" : roll == 99 ? "refused" : "no";
  };
  People::write_id(csv, person);
  csv.comma();
  if ((bits >> 12U) % 100 == 0) {
    csv.text(",XP").digits(person, 8);
  } else {
    write_pesel(csv, person, birth, is_man);
    csv.comma();
  }
  csv.comma().text(is_man ? "M" : "K").comma().date(birth).comma();
  csv.text(year >= 2000 ? "mlodzi" : year <= 1965 ? "seniorzy" : "dorosli");
  csv.text(",R").digits(person / 2, 8).comma();
  csv.date(is_second ? people.second_entry(person) : people.entry(person)).comma();
  if (exit != 0) csv.date(exit).comma().text((bits >> 20U) % 100 < 80 ? "yes" : "no");
  if (exit == 0) csv.comma();
  const bool is_child = year >= 2006;  // who is not employed yet, and has no degree
  const std::uint64_t status = (bits >> 28U) + (is_second ? 1 : 0);
  csv.comma().text(is_child ? labour[2] : one_of(labour, status)).comma();
  csv.digits((bits >> 34U) % (is_child ? 3 : 9), 1)
      .comma()
      .digits(1 + (bits >> 40U) % 3, 1)
      .comma();
  csv.text(one_of(citizenships, bits >> 44U)).comma().text(yes_of(0, 9)).comma();
  csv.text(yes_of(8, 5)).comma().text(yes_of(16, 3)).comma().text(yes_of(24, 2)).comma();
  csv.text(yes_of(32, 15)).comma().text(one_of(municipalities, bits >> 48U)).comma();
  csv.text(one_of(grounds, bits >> 54U)).end_row();
}

/// A person who returns does so half the file later.
void write_participants(const std::string& folder, const People& people) {
  Csv csv(folder + "/uczestnicy.csv",
          "person_id,pesel,other_id,sex,birth_date,group,household_id,entry_date,exit_date,"
          "completed,labour_status,education,degurba,citizenship,disability,foreign_background,"
          "minority,homeless,disadvantaged,municipality,ground");
  const std::uint64_t lag = people.size() / 2;
  for (std::uint64_t at = 0; at < people.size() + lag; ++at) {
    if (at < people.size()) write_participation(csv, people, at, false);
    if (at >= lag && people.returns(at - lag)) write_participation(csv, people, at - lag, true);
  }
}

void write_support_row(Csv& csv, std::int64_t day, std::uint64_t person, std::uint64_t row) {
  const std::uint64_t bits = random_bits(5, row);
  csv.date(day).comma();
  People::write_id(csv, person);
  csv.text(",F").digits(1 + bits % form_count, 2);
  csv.text(",T").digits(1 + (bits >> 16U) % task_count, 2).comma();
  const std::uint64_t quarters = 1 + (bits >> 32U) % 32;
  csv.digits(quarters / 4, 1).text(".").digits(quarters % 4 * 25, 2).end_row();
}

/// Who returns, by the day of the second entry.
std::vector<std::pair<std::int64_t, std::uint64_t>> second_entries(const People& people) {
  std::vector<std::pair<std::int64_t, std::uint64_t>> all;
  for (std::uint64_t person = 0; person < people.size(); ++person) {
    if (people.returns(person)) all.emplace_back(people.second_entry(person), person);
  }
  std::sort(all.begin(), all.end());
  return all;
}

/// Day by day: the first support of who enters, within a week, that of who returns, and support of
/// those who are there.
void write_support(const std::string& folder, const People& people, std::uint64_t rows) {
  Csv csv(folder + "/wsparcie.csv", "date,person_id,form,task,hours");
  constexpr std::int64_t days = entry_days + support_days - 1;
  const auto returns = second_entries(people);
  auto next_return = returns.begin();
  const std::uint64_t further = rows - people.size() - returns.size();
  std::uint64_t row = 0;
  const auto write_returns = [&](std::int64_t until) {
    for (; next_return != returns.end() && next_return->first < until; ++next_return) {
      write_support_row(csv, next_return->first, next_return->second, row++);
    }
  };
  for (std::int64_t day = 0; day < days; ++day) {
    write_returns(project_start + day);
    for (std::uint64_t person = people.first_of(day); person < people.first_of(day + 1); ++person) {
      const auto later = static_cast<std::int64_t>(random_bits(6, person) % 7);
      write_support_row(csv, project_start + day + later, person, row++);
    }
    const std::uint64_t first = people.first_of(day - support_days + 1);
    const std::uint64_t present = people.first_of(day + 1) - first;
    const auto share = [&](std::int64_t until) {
      return static_cast<std::uint64_t>(until) * further / days;
    };
    for (std::uint64_t i = share(day); i < share(day + 1); ++i) {
      write_support_row(csv, project_start + day, first + random_bits(7, row) % present, row);
      ++row;
    }
  }
  write_returns(INT64_MAX);
}

/// `longest`: after the exit, in days.
void write_outcome(Csv& csv, const People& people, std::uint64_t person, std::int64_t exit,
                   std::uint64_t bits, std::int64_t longest) {
  constexpr std::string_view codes[] = {"employment", "education", "job_seeking", "qualification"};
  if (exit == 0 || bits % 100 >= 55) return;
  const std::uint64_t code = (bits >> 8U) % 4;
  // The first two have a window of 28 days in the definition; some sixteen results are too late.
  const bool is_late = person % (people.size() / 16) == 7;
  const auto days = static_cast<std::int64_t>((bits >> 16U) % (code < 2 ? 34 : 60)) - 5;
  People::write_id(csv, person);
  csv.comma().text(codes[code]).comma().date(exit + std::min(is_late ? 40 : days, longest));
  csv.text((bits >> 30U) % 10 == 0 ? ",\"umowa o pracę, kopia\"" : ",zaświadczenie").end_row();
}

void write_outcomes(const std::string& folder, const People& people) {
  Csv csv(folder + "/rezultaty.csv", "person_id,outcome,date,evidence");
  for (std::uint64_t person = 0; person < people.size(); ++person) {
    // Before a second entry, which is twenty days after the first exit at the earliest.
    const std::int64_t longest = people.returns(person) ? 19 : 100;
    write_outcome(csv, people, person, people.exit(person), random_bits(8, person), longest);
    if (!people.returns(person)) continue;
    write_outcome(csv, people, person, people.second_exit(person), random_bits(9, person), 100);
  }
}

void write_places(const std::string& folder) {
  Csv csv(folder + "/miejsca.csv", "place_id,name,kind,from,to,capacity");
  for (std::uint64_t place = 0; place < 24; ++place) {
    csv.text("M").digits(place, 2).text(",\"Świetlica \"\"Nr ").digits(place, 2).text("\"\"\",");
    csv.text(place % 3 == 0 ? "supported" : "created").comma();
    csv.date(project_start + static_cast<std::int64_t>(place * 40)).text(",,");
    csv.digits(place % 7 + 1, 1).end_row();
  }
}

struct Document {
  std::int64_t paid, gross, eligible;
  std::uint64_t task, category;
};

Document document(std::uint64_t number) {
  const std::uint64_t bits = random_bits(10, number);
  const auto gross = static_cast<std::int64_t>(1000 + random_bits(11, number) % 5000000);
  const bool is_net = random_bits(12, number) % 4 == 0;
  return {project_start + static_cast<std::int64_t>(bits % 1060), gross,
          is_net ? gross * 100 / 123 : gross, 1 + (bits >> 24U) % task_count, (bits >> 32U) % 8};
}

/// Every two-hundredth document lowers the one before it by half.
void write_expenditures(const std::string& folder, std::uint64_t documents) {
  constexpr std::string_view categories[] = {"personel", "uczestnicy",  "sale",    "materialy",
                                             "uslugi",   "wyposazenie", "dojazdy", "inne"};
  constexpr std::string_view descriptions[] = {"Wynagrodzenie doradcy zawodowego",
                                               "Zakup materiałów szkoleniowych",
                                               "Wynajem sali – część teoretyczna",
                                               "Usługa cateringowa",
                                               "Zwrot kosztów dojazdu",
                                               "Stypendium stażowe",
                                               "Ubezpieczenie NNW",
                                               "Opieka nad dzieckiem"};
  constexpr std::string_view quoted[] = {
      "\"Usługa szkoleniowa \"\"ABC komputera\"\", edycja II, grupa 3\"",
      "\"Faktura za wynajem sal, catering, materiały\"",
      "\"Umowa zlecenie: trener, moduł \"\"Kompetencje\"\"\""};
  Csv csv(folder + "/wydatki.csv",
          "doc_no,issue_date,paid_date,claim,task,category,description,gross,eligible,corrects");
  const auto write_number = [&](std::uint64_t number) { csv.text("FV/").digits(number, 8); };
  for (std::uint64_t number = 0; number < documents; ++number) {
    const bool is_correction = number % 200 == 199;
    Document row = document(is_correction ? number - 1 : number);
    if (is_correction) {
      row.paid += 1 + static_cast<std::int64_t>(random_bits(10, number) % 30);
      row.eligible = -(row.eligible / 2);
      row.gross = row.eligible;
    }
    const std::uint64_t bits = random_bits(13, number);
    const auto [year, month, day] = Csv::calendar(row.paid);
    const std::int64_t issued = row.paid - static_cast<std::int64_t>(bits % 30);
    write_number(number);
    csv.comma().date(std::max(issued, project_start)).comma().date(row.paid).comma();
    if ((bits >> 8U) % 5 != 0) {
      csv.text(std::to_string((year - 2024) * 4 + (month - 1) / 3 + 1));
    }
    csv.text(",T").digits(row.task, 2).comma().text(categories[row.category]).comma();
    csv.text((bits >> 16U) % 10 == 0 ? one_of(quoted, bits >> 24U)
                                     : one_of(descriptions, bits >> 24U));
    csv.comma().money(row.gross).comma().money(row.eligible).comma();
    if (is_correction) write_number(number - 1);
    csv.end_row();
  }
}

}  // namespace

int main(int count, char** values) {
  const std::uint64_t rows = count == 4 ? std::strtoull(values[1], nullptr, 10) : 0;
  const std::uint64_t documents = count == 4 ? std::strtoull(values[2], nullptr, 10) : 0;
  if (rows < 1000 || documents < 1) {
    std::fputs("generate ROWS DOCUMENTS FOLDER (at least 1000 rows)\n", stderr);
    return 2;
  }
  const std::string folder = values[3];
  const People people(rows / 10);
  write_participants(folder, people);
  write_support(folder, people, rows);
  write_outcomes(folder, people);
  write_places(folder);
  write_expenditures(folder, documents);
  std::FILE* file = std::fopen((folder + "/project.yaml").c_str(), "wb");
  const std::string text = euproj::bench::definition_text(documents);
  const bool is_written =
      file != nullptr && std::fwrite(text.data(), 1, text.size(), file) == text.size();
  if (!is_written || std::fclose(file) != 0) {
    std::perror("project.yaml");
    return 2;
  }
  return 0;
}
