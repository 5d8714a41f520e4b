// Rows of `participants`: who entered, with a sex and a birth date that nothing contradicts.

#include "euproj/base/kinds.hpp"
#include "euproj/model/people.hpp"
#include "read/row_readers.hpp"

namespace euproj {
namespace {

constexpr int oldest_age = 120;

Code code_of(Answer answer) { return static_cast<Code>(answer); }
static_assert(static_cast<Code>(Answer::yes) == code_yes);
static_assert(static_cast<Code>(Answer::no) == code_no);
static_assert(static_cast<Code>(Answer::refused) == code_refused);

/// Given, or read from the PESEL; both must agree.
Code read_sex(RowCells& cells, const std::optional<Pesel>& pesel) {
  Sex sex = cells.sex(Column::participants_sex);
  if (pesel && sex != Sex::unknown && sex != pesel->sex) {
    cells.report(Kind::sex_contradicts_pesel, Column::participants_sex);
  }
  if (pesel && sex == Sex::unknown) sex = pesel->sex;
  if (!cells.has(Column::participants_sex) && !cells.has(Column::participants_pesel)) {
    cells.report(Kind::sex_missing, Column::participants_sex);
  }
  if (sex == Sex::unknown) return no_code;
  return sex == Sex::woman ? code_woman : code_man;
}

Date read_birth_date(RowCells& cells, const std::optional<Pesel>& pesel, Date entry) {
  Column source = Column::participants_birth_date;
  Date born = cells.date(source);
  if (pesel && born.known() && born != pesel->born) {
    cells.report(Kind::birth_date_contradicts_pesel, source);
  }
  if (!cells.has(source) && pesel) {
    source = Column::participants_pesel;
    born = pesel->born;
  } else if (!cells.has(source) && !cells.has(Column::participants_pesel)) {
    cells.report(Kind::birth_date_missing, source);
  }
  if (!born.known() || !entry.known()) return born;
  if (born > entry) {
    cells.report(Kind::born_after_entry, source, {entry.iso()});
  } else if (completed_years(born, entry) > oldest_age) {
    cells.report(Kind::born_too_early, source, {entry.iso(), std::to_string(oldest_age)});
  }
  return born;
}

void read_attributes(RowCells& cells, const Project& project, Codes& codes, ParticipantRow& row) {
  const auto set = [&row](Attribute which, Code code) {
    row.attributes.set(which, code);
  };
  const auto set_text = [&](Attribute which, Column column) {
    set(which, cells.repeated(column, codes.attribute(which)));
  };
  const auto set_answer = [&](Attribute which, Column column) {
    set(which, code_of(cells.answer(column)));
  };
  if (project.groups.empty()) {
    set_text(Attribute::group, Column::participants_group);
  } else {
    set(Attribute::group,
        cells.reference(Column::participants_group, codes.attribute(Attribute::group),
                        project.groups.size()));
  }
  set(Attribute::labour_status, cells.word(Column::participants_labour_status));
  set(Attribute::education, cells.word(Column::participants_education));
  set(Attribute::degurba, cells.word(Column::participants_degurba));
  set_answer(Attribute::disability, Column::participants_disability);
  set_answer(Attribute::foreign_background, Column::participants_foreign_background);
  set_answer(Attribute::minority, Column::participants_minority);
  set_answer(Attribute::homeless, Column::participants_homeless);
  set_answer(Attribute::disadvantaged, Column::participants_disadvantaged);
  set_text(Attribute::citizenship, Column::participants_citizenship);
  set_text(Attribute::municipality, Column::participants_municipality);
  set_text(Attribute::ground, Column::participants_ground);
}

}  // namespace

void read_participant(RowCells& cells, const Project& project, Codes& codes, Logs& logs) {
  ParticipantRow row;
  row.origin = cells.origin();
  const std::string_view person_id = cells.text(Column::participants_person_id);
  if (looks_like_pesel(person_id)) {
    cells.report(Kind::person_id_is_pesel, Column::participants_person_id,
                 {shown_person_id(person_id, row.origin)});
  }
  row.person_id = cells.person_id(Column::participants_person_id, codes.person_ids);
  row.other_id = cells.interned(Column::participants_other_id, codes.other_ids);
  row.household = cells.repeated(Column::participants_household_id, codes.households);
  row.entry = cells.date(Column::participants_entry_date);
  row.exit = cells.date(Column::participants_exit_date);
  row.completed = cells.answer(Column::participants_completed);

  const std::optional<Pesel> pesel = cells.pesel(Column::participants_pesel);
  if (pesel) row.pesel = pesel->number;
  row.attributes.set(Attribute::sex, read_sex(cells, pesel));
  row.born = read_birth_date(cells, pesel, row.entry);
  read_attributes(cells, project, codes, row);
  if (cells.ok()) logs.participants.push_back(row);
}

}  // namespace euproj
