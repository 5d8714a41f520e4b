// PresetRows: the cells of a person in our words and with ISO dates.

#include "euproj/base/unicode.hpp"
#include "euproj/words/kinds.hpp"
#include "read/central/preset_person_cells.hpp"
#include "read/central/preset_rows.hpp"

namespace euproj {
namespace {

using F = PresetField;

}  // namespace

PresetIdentity PresetRows::identity() {
  PresetIdentity who;
  const std::string number = without_marks(text(F::pesel));
  const bool has_pesel = words_.word(F::no_pesel, text(F::no_pesel), *source_) != "yes";
  (has_pesel ? who.pesel : who.other_id) = has_pesel ? full_pesel(number) : number;
  who.technical_id = text(F::technical_id);
  const std::string name = folded(text(F::first_name)) + "|" + folded(text(F::last_name));
  if (name.size() > 1) {
    who.name = name + "|" + folded(text(F::sex)) + "|" + std::string(text(F::age));
  }
  return who;
}

void PresetRows::translate_pesel() {
  const std::string number = without_marks(text(F::pesel));
  if (words_.word(F::no_pesel, text(F::no_pesel), *source_) == "yes") {
    set(F::pesel, {});
    set(header_.width() + added_other_id, number);
    return;
  }
  const std::string full = full_pesel(number);
  if (full != number) {
    report_at(Kind::pesel_padded, F::pesel, {std::to_string(full.size() - number.size())});
  }
  set(F::pesel, full);
}

/// Without a PESEL the age is all that is known: a birthday on the day of entry gives that age on
/// every day of the first year, which is where age is counted (SPEC 4.2).
void PresetRows::translate_birth_date() {
  if (header_.cell(F::birth_date) > 0) set(F::birth_date, dates_.iso(text(F::birth_date)));
  if (!text(F::birth_date).empty() || !texts_[header_.cell(F::pesel) - 1].empty()) return;
  const auto entry = parse_date(dates_.iso(text(F::entry_date)));
  const auto age = whole_years(text(F::age));
  if (!entry || !age) return;
  const std::string born = years_before(*entry, *age).iso();
  const std::size_t given = header_.cell(F::birth_date);
  set(given > 0 ? given : header_.width() + added_birth_date, born);
}

void PresetRows::translate_citizenship() {
  std::string word = words_.word(F::citizenship, text(F::citizenship), *source_);
  const std::string& third = words_.word(F::third_country, text(F::third_country), *source_);
  const bool known = !word.empty() && (third == "yes" || third == "no");
  if (known && (word == "non_eu") != (third == "yes")) {
    report_at(Kind::citizenship_contradicts, F::citizenship, {header_.name(F::third_country)});
  }
  if (text(F::citizenship).empty() && third == "yes") word = "non_eu";
  set(F::citizenship, std::move(word));
}

void PresetRows::translate_person() {
  translate_pesel();
  translate_birth_date();
  translate_citizenship();
  for (const PresetField field :
       {F::sex, F::education, F::degurba, F::completed, F::foreign_background, F::minority,
        F::homeless, F::disability, F::disadvantaged}) {
    set(field, words_.word(field, text(field), *source_));
  }
  set(F::labour_status,
      words_.labour_status(text(F::labour_status), text(F::labour_detail), *source_));
  set(F::municipality, name_of_municipality(text(F::municipality)));
  set(F::entry_date, dates_.iso(text(F::entry_date)));
  set(F::exit_date, dates_.iso(text(F::exit_date)));
}

void PresetRows::check_person(const ParticipantRow& row) {
  const bool reckoned = row.pesel == 0 && text(F::birth_date).empty();
  if (reckoned || text(F::age).empty() || !row.entry.known()) return;
  const auto age = whole_years(text(F::age));
  if (!age || *age != completed_years(row.born, row.entry)) report_at(Kind::age_differs, F::age);
}

}  // namespace euproj
