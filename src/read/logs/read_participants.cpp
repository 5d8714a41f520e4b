// Rows of `participants`: who entered, with a sex and a birth date that nothing contradicts.

#include <array>
#include <utility>

#include "euproj/model/people.hpp"
#include "euproj/words/kinds.hpp"
#include "read/logs/plain_readers.hpp"
#include "read/logs/row_readers.hpp"
#include "read/words/words.hpp"

namespace euproj {
namespace {

constexpr int oldest_age = 120;

constexpr std::array answer_columns = {
    std::pair(Attribute::disability, Column::participants_disability),
    std::pair(Attribute::foreign_background, Column::participants_foreign_background),
    std::pair(Attribute::minority, Column::participants_minority),
    std::pair(Attribute::homeless, Column::participants_homeless),
    std::pair(Attribute::disadvantaged, Column::participants_disadvantaged)};
constexpr std::array word_columns = {
    std::pair(Attribute::labour_status, Column::participants_labour_status),
    std::pair(Attribute::education, Column::participants_education),
    std::pair(Attribute::degurba, Column::participants_degurba)};
constexpr std::array text_columns = {
    std::pair(Attribute::citizenship, Column::participants_citizenship),
    std::pair(Attribute::municipality, Column::participants_municipality),
    std::pair(Attribute::ground, Column::participants_ground)};

Code code_of(Answer answer) { return static_cast<Code>(answer); }
Code code_of(Sex sex) {
  return sex == Sex::unknown ? no_code : sex == Sex::woman ? code_woman : code_man;
}
static_assert(static_cast<Code>(Answer::yes) == code_yes);
static_assert(static_cast<Code>(Answer::no) == code_no);
static_assert(static_cast<Code>(Answer::refused) == code_refused);

Listed listed_groups(const Project& project) {
  return {!project.groups.empty(), project.groups.size()};
}

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
  return code_of(sex);
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
  set(Attribute::group, cells.listed(Column::participants_group, codes.attribute(Attribute::group),
                                     listed_groups(project)));
  for (const auto& [which, column] : word_columns) set(which, cells.word(column));
  for (const auto& [which, column] : answer_columns) set(which, code_of(cells.answer(column)));
  for (const auto& [which, column] : text_columns) {
    set(which, cells.repeated(column, codes.attribute(which)));
  }
}

class PlainParticipants : public PlainReader {
 public:
  PlainParticipants(const Project& project, Codes& codes, Logs& logs)
      : groups_(listed_groups(project)), codes_(codes), logs_(logs) {}

  void read(PlainCells& cells) override {
    cells.look_up(Column::participants_person_id, persons_, codes_.person_ids);
    cells.look_up(Column::participants_other_id, other_ids_, codes_.other_ids);
    cells.look_up(Column::participants_household_id, households_, codes_.households);
    cells.read(Column::participants_entry_date, entries_);
    cells.read(Column::participants_exit_date, exits_);
    cells.read_codes(Column::participants_completed, completed_, code_of_answer);
    cells.read(Column::participants_pesel, pesels_);
    cells.read_codes(Column::participants_sex, sexes_, code_of_sex);
    cells.read(Column::participants_birth_date, born_);
    read_attributes(cells);
    for (std::size_t row = 0; row < cells.size(); ++row) {
      cells.strike_if(!is_plain_person(row), row);
    }
  }

  void push(const PlainCells& cells, std::size_t first, std::size_t end) override {
    for (std::size_t row = first; row < end; ++row) push(cells, row);
  }

 private:
  void push(const PlainCells& cells, std::size_t row) {
    ParticipantRow participant;
    participant.origin = cells.origin(row);
    participant.person_id = codes_.person_ids.intern(persons_[row]);
    participant.other_id = codes_.other_ids.intern(other_ids_[row]);
    participant.household = codes_.households.intern(households_[row]);
    participant.entry = entries_[row];
    participant.exit = exits_[row];
    participant.completed = static_cast<Answer>(completed_[row]);
    participant.pesel = pesels_[row].number;
    participant.born = birth_date_of(row);
    for (std::size_t i = 0; i < attribute_count; ++i) {
      participant.attributes.set(static_cast<Attribute>(i), attributes_[i][row]);
    }
    participant.attributes.set(Attribute::sex, code_of(static_cast<Sex>(sex_of(row))));
    logs_.participants.push_back(participant);
  }

  [[nodiscard]] ByRow<Code>& codes_of(Attribute which) {
    return attributes_[static_cast<std::size_t>(which)];
  }

  void read_attributes(PlainCells& cells) {
    cells.read_listed(Column::participants_group, codes_of(Attribute::group),
                      codes_.attribute(Attribute::group), groups_);
    for (const auto& [which, column] : word_columns) {
      const ColumnType type = column_info(column).type;
      cells.read_codes(column, codes_of(which),
                       [type](std::string_view word) { return code_of_word(type, word); });
    }
    for (const auto& [which, column] : answer_columns) {
      cells.read_codes(column, codes_of(which), code_of_answer);
    }
    for (const auto& [which, column] : text_columns) {
      cells.read_repeated(column, codes_of(which), codes_.attribute(which));
    }
  }

  // Given, or read from the PESEL.
  [[nodiscard]] Code sex_of(std::size_t row) const {
    return sexes_[row] != no_code ? sexes_[row] : static_cast<Code>(pesels_[row].sex);
  }
  [[nodiscard]] Date birth_date_of(std::size_t row) const {
    return born_[row].known() ? born_[row] : pesels_[row].born;
  }
  /// With a sex and a birth date that nothing contradicts.
  [[nodiscard]] bool is_plain_person(std::size_t row) const {
    const Code sex = sex_of(row);
    const Date born = birth_date_of(row);
    if (sex == no_code || !born.known()) return false;
    const Pesel& pesel = pesels_[row];
    if (pesel.born.known() && (sex != static_cast<Code>(pesel.sex) || born != pesel.born)) {
      return false;
    }
    return !looks_like_pesel(persons_[row].text) &&
           (!entries_[row].known() || may_enter(born, entries_[row]));
  }
  [[nodiscard]] static bool may_enter(Date born, Date entry) {
    return born <= entry && completed_years(born, entry) <= oldest_age;
  }

  const Listed groups_;
  Codes& codes_;
  Logs& logs_;
  ByRow<LookedUp> persons_;
  ByRow<LookedUp> other_ids_;
  ByRow<LookedUp> households_;
  ByRow<Date> entries_;
  ByRow<Date> exits_;
  ByRow<Date> born_;
  ByRow<Code> completed_;
  ByRow<Code> sexes_;
  ByRow<Pesel> pesels_;
  std::array<ByRow<Code>, attribute_count> attributes_;  // sex has an array of its own
};

}  // namespace

std::unique_ptr<PlainReader> plain_participants(const Project& project, Codes& codes, Logs& logs) {
  return std::make_unique<PlainParticipants>(project, codes, logs);
}

void read_participant(RowCells& cells, const Project& project, Codes& codes, Logs& logs) {
  ParticipantRow row;
  row.origin = cells.origin();
  const std::string_view person_id = cells.text(Column::participants_person_id);
  if (looks_like_pesel(person_id)) {
    cells.report(Kind::person_id_is_pesel, Column::participants_person_id,
                 {shown_person_id(person_id, row.origin)});
  }
  row.person_id = cells.interned(Column::participants_person_id, codes.person_ids);
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
