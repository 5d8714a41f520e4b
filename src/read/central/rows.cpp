#include "read/central/rows.hpp"

#include <algorithm>

#include "euproj/base/unicode.hpp"
#include "euproj/base/utf8.hpp"
#include "euproj/words/kinds.hpp"
#include "read/rows/row_reader.hpp"
#include "read/words/cell_mark.hpp"
#include "read/words/words.hpp"

namespace euproj {
namespace {

using F = PresetField;

/// What the row readers ask for by our columns, and where it stands as a field.
constexpr std::array<std::pair<Column, PresetField>, 20> fields_of_columns = {{
    {Column::participants_pesel, F::pesel},
    {Column::participants_sex, F::sex},
    {Column::participants_entry_date, F::entry_date},
    {Column::participants_exit_date, F::exit_date},
    {Column::participants_completed, F::completed},
    {Column::participants_labour_status, F::labour_status},
    {Column::participants_education, F::education},
    {Column::participants_degurba, F::degurba},
    {Column::participants_citizenship, F::citizenship},
    {Column::participants_disability, F::disability},
    {Column::participants_foreign_background, F::foreign_background},
    {Column::participants_minority, F::minority},
    {Column::participants_homeless, F::homeless},
    {Column::participants_disadvantaged, F::disadvantaged},
    {Column::participants_municipality, F::municipality},
    {Column::support_date, F::date},
    {Column::support_date_to, F::date_to},
    {Column::support_form, F::form},
    {Column::outcomes_date, F::exit_date},
    {Column::outcomes_outcome, F::exit_situation},
}};

}  // namespace

Header PresetRows::columns_in(const PresetHeader& header) {
  Header columns;
  columns.cells.resize(column_count());
  const auto cell_of = [&](Column column) -> std::uint16_t& {
    return columns.cells[static_cast<std::size_t>(column)];
  };
  for (const auto& [column, field] : fields_of_columns) cell_of(column) = header.cell(field);
  const auto added = [&](Added which) {
    return static_cast<std::uint16_t>(header.width() + which);
  };
  cell_of(Column::participants_person_id) = added(added_person_id);
  cell_of(Column::support_person_id) = added(added_person_id);
  cell_of(Column::participants_other_id) = added(added_other_id);
  const std::uint16_t birth_date = header.cell(F::birth_date);
  cell_of(Column::participants_birth_date) = birth_date > 0 ? birth_date : added(added_birth_date);
  columns.names = header.names;
  columns.names.resize(header.width() + added_count, header.name(F::pesel));
  return columns;
}

namespace {

/// A file of ours: what is translated is ISO and in our words.
DataFile own_form(const DataFile& declared) {
  DataFile file;
  file.kind = LogKind::participants;
  file.place = declared.place;
  return file;
}

std::string_view member(const std::vector<std::string_view>& members, std::size_t at) {
  return at < members.size() ? members[at] : std::string_view();
}

}  // namespace

PresetRows::PresetRows(const Preset& preset, const PresetHeader& header, const DataFile& declared,
                       FileId file, const Project& project, Codes& codes, Logs& logs,
                       PresetPersons& persons, Diagnostics& diagnostics, PersonNames* names)
    : header_(header),
      file_(file),
      context_(project, codes),
      codes_(codes),
      logs_(logs),
      persons_(persons),
      names_(names),
      diagnostics_(diagnostics),
      dates_(preset, declared, header),
      words_(header, declared, project, codes, file),
      own_form_(own_form(declared)),
      columns_(columns_in(header)),
      cells_(own_form_, columns_, '.', file, diagnostics),
      texts_(header.width() + added_count) {
  persons_.begin_file();
}

std::vector<std::uint16_t> PresetRows::places() const {
  std::vector<std::uint16_t> places = columns_.cells;
  for (std::uint16_t& cell : places) {
    if (cell > header_.width()) cell = header_.cell(F::pesel);
  }
  places[static_cast<std::size_t>(Column::outcomes_person_id)] = header_.cell(F::pesel);
  return places;
}

std::string_view PresetRows::text(PresetField field) const {
  const std::size_t cell = header_.cell(field);
  const std::string_view text = cell == 0 ? "" : trimmed(source_->cells[cell - 1].text);
  if (is_marked(text)) return marked_value(text);
  return is_blank(text) ? std::string_view() : text;
}

bool PresetRows::has_faulty_cells() {
  bool is_faulty = false;
  for (std::size_t at = 0; at < preset_fields().size(); ++at) {
    const auto field = static_cast<PresetField>(at);
    const std::size_t cell = header_.cell(field);
    const std::string_view written = cell == 0 ? std::string_view() : source_->cells[cell - 1].text;
    if (!is_marked(written)) continue;
    if (mark_of(written) == CellMark::not_computed) {
      const auto cause = static_cast<std::uint64_t>(file_) << 16U | at;
      diagnostics_.report_of_cause(cause, {Kind::formula_not_computed, {header_.name(field)}},
                                   place_in_row(field), header_.name(field));
      continue;
    }
    is_faulty = true;
    if (mark_of(written) == CellMark::no_value) {
      report_at(Kind::formula_without_value, field);
    } else if (mark_of(written) == CellMark::comma_number) {
      report_at(Kind::comma_in_stored_number, field);
    } else {
      report_at(Kind::error_in_cell, field, {shown_error(written)});
    }
  }
  return is_faulty;
}

void PresetRows::set(std::size_t cell, std::string value) {
  if (cell == 0) return;
  texts_[cell - 1] = std::move(value);
  translated_[cell - 1].text = texts_[cell - 1];
}

Place PresetRows::place_in_row(PresetField field) const {
  Place place{file_, source_->line, 1};
  place.cell = header_.cell(field);
  if (place.cell > 0) place.column = source_->cells[place.cell - 1].column;
  return place;
}

void PresetRows::report_at(Message message, PresetField field) {
  diagnostics_.report(std::move(message), place_in_row(field));
}

bool PresetRows::is_person() {
  if (header_.cell(F::row_type) > 0 && !text(F::row_type).empty()) {
    return words_.word(F::row_type, text(F::row_type), *source_) == "osoba";
  }
  constexpr std::array telling = {F::pesel,     F::technical_id, F::first_name,
                                  F::last_name, F::sex,          F::entry_date};
  return std::any_of(telling.begin(), telling.end(),
                     [&](PresetField field) { return !text(field).empty(); });
}

bool PresetRows::lacks_needed(const CsvRow& row) {
  source_ = &row;
  return text(F::pesel).empty() || text(F::entry_date).empty();
}

// A row of the file, as three logs:
//
//   PESEL | płeć | data rozpoczęcia | rodzaj wsparcia; daty | sytuacja po zakończeniu
//     |       |          |                    |                       |
//     participants: one row             support: a row for each    outcomes: a row for each that
//     (the same person again:           member of the lists        the situation is mapped to, on
//     joined to the one before)                                    the day of the exit
//
// Who a person is shows only when the row is read, so it is read under the likeliest id first; the
// one that `persons_` finds takes its place. A row that cannot be read still tells whom it is
// about, so that nothing else says this person is missing.
void PresetRows::read(const CsvRow& row) {
  source_ = &row;
  if (has_faulty_cells()) {
    const PresetIdentity who = identity();
    const std::string id = persons_.likely_id(who, row.line);
    persons_.remember_unread(who, id);
    logs_.persons_left_out.insert(codes_.person_ids.intern(id));
    return;
  }
  if (!is_person()) return;  // an institution
  if (is_of_another_project()) return;
  translated_.assign(row.cells.begin(), row.cells.end());
  const std::uint32_t at = row.cells[header_.cell(F::pesel) - 1].column;
  translated_.resize(header_.width() + added_count, CsvCell{{}, at});
  for (std::size_t added = 1; added <= added_count; ++added) set(header_.width() + added, {});

  const PresetIdentity who = identity();
  if (!who.has_number() && !who.name.empty()) report_at(Kind::identity_by_name, F::pesel);
  std::string person_id = persons_.likely_id(who, row.line);
  set(header_.width() + added_person_id, person_id);
  translate_person();
  row_ = row;
  row_.cells = translated_;
  cells_.begin(row_);
  ParticipantRow person = read_row<ParticipantRow>(cells_, context_);
  if (cells_.ok()) {
    person.born_of_age = person.pesel == 0 && text(F::birth_date).empty();
    const PresetPerson found = persons_.person_of(who, person);
    report_person(found);
    if (found.id != person_id) set(header_.width() + added_person_id, found.id);
    if (names_ != nullptr) names_->learn(row, found.id);
    person.person_id = codes_.person_ids.intern(found.id);
    logs_.participants.push_back(person);
    check_person(person);
    static_cast<void>(persons_.join_last_row(header_, logs_, diagnostics_));
    read_outcomes(person.person_id, person.exit);
  } else {
    persons_.remember_unread(who, person_id);
    logs_.persons_left_out.insert(codes_.person_ids.intern(person_id));
  }
  read_supports();
}

/// Said once for the file, with the number of such rows.
bool PresetRows::is_of_another_project() {
  const std::string_view number = text(F::project);
  if (number.empty() || context_.project_number.empty()) return false;
  if (project_key(number) == context_.project_number) return false;
  Place place{file_, source_->line, 1};
  place.cell = header_.cell(F::project);
  place.column = source_->cells[place.cell - 1].column;
  diagnostics_.report_of_cause(
      file_, other_project(header_.name(F::project), number, context_.project.number), place,
      header_.name(F::project));
  return true;
}

void PresetRows::report_person(const PresetPerson& person) {
  const auto place_of = [&](Origin origin, PresetField field) {
    Place place{origin.file, origin.line, 0};
    place.cell = header_.cell(field);
    if (place.cell == 0) place.column = 1;
    return place;
  };
  const PresetField name = header_.cell(F::last_name) > 0 ? F::last_name : F::first_name;
  if (person.other_name.line > 0) {
    report_at(Kind::name_differs, name, {place_of(person.other_name, name)});
  }
  if (person.other_age.line > 0) {
    report_at(Kind::name_joins_two, F::age, {place_of(person.other_age, F::age)});
  }
}

void PresetRows::read_outcomes(Code person_id, Date exit) {
  for (const PresetField field : {F::exit_situation, F::exit_situation_2}) {
    for (const std::string_view situation : members_of(text(field))) {
      const std::string& outcome = words_.word(field, situation, *source_);
      if (outcome.empty()) continue;
      if (!exit.known()) {
        report_at(Kind::exit_situation_without_exit, field, {outcome});
        continue;
      }
      OutcomeRow row;
      row.person_id = person_id;
      row.outcome = codes_.outcomes.intern(outcome);
      row.date = exit;
      row.origin = {source_->line, file_};
      if (persons_.add_outcome(row)) logs_.outcomes.push_back(row);
    }
  }
}

// Lists of one cell belong together by position: the second date is of the second form. A scope
// that stands once is of all of them.
void PresetRows::read_supports() {
  const auto scopes = members_of(text(F::scope));
  const auto forms = members_of(text(F::form));
  const auto subforms = members_of(text(F::subform));
  const auto dates = members_of(text(F::date));
  const auto ends = members_of(text(F::date_to));
  if (!forms.empty() && !dates.empty() && forms.size() != dates.size()) {
    report_at(Kind::list_lengths_differ, F::date,
              {header_.name(F::form), std::to_string(dates.size()), std::to_string(forms.size())});
  }
  const std::size_t count = std::max({forms.size(), subforms.size(), dates.size(), ends.size()});
  for (std::size_t i = 0; i < count; ++i) {
    const std::string_view form = member(forms, i);
    const std::string_view subform = member(subforms, i);
    const std::string_view date = member(dates, i);
    if (is_blank(form) && is_blank(subform) && is_blank(date)) continue;
    std::string id;
    if (!is_blank(form)) {
      id = words_.form(form, subform, *source_);
      if (id.empty()) continue;  // told once for all of this form, or mapped to nothing
    }
    set(F::form, std::move(id));
    set(F::date, dates_.iso(date));
    set(F::date_to, dates_.iso(member(ends, i)));
    const std::string_view scope = scopes.size() == 1 ? scopes.front() : member(scopes, i);
    read_one_support(folded(form) + "|" + folded(subform) + "|" + folded(scope));
  }
}

void PresetRows::read_one_support(const std::string& kind) {
  cells_.begin(row_);
  const SupportRow row = read_row<SupportRow>(cells_, context_);
  if (!cells_.ok()) return;
  if (persons_.add_support(row, kind)) {
    logs_.support.push_back(row);
  } else if (repeated_support_++ == 0) {
    first_repeated_line_ = source_->line;
  }
}

void PresetRows::report() {
  words_.report_unknown(diagnostics_);
  if (repeated_support_ > 0) {
    diagnostics_.report(Kind::support_repeated, {file_, first_repeated_line_, 1},
                        {std::to_string(repeated_support_)});
  }
}

PresetIdentity PresetRows::identity() {
  PresetIdentity who;
  const std::string number = without_marks(text(F::pesel));
  const bool has_pesel = words_.word(F::no_pesel, text(F::no_pesel), *source_) != "yes";
  if (identifies_nobody(number)) {
    // said by translate_pesel
  } else if (has_pesel) {
    who.pesel = padded_pesel(number).value_or(number);
  } else {
    who.other_id = number;
  }
  who.technical_id = text(F::technical_id);
  const std::string name = folded(text(F::first_name)) + "|" + folded(text(F::last_name));
  if (name.size() > 1) {
    who.name = name;
    who.sex_and_age = folded(text(F::sex)) + "|" + std::string(text(F::age));
  }
  return who;
}

void PresetRows::translate_pesel() {
  std::string number = without_marks(text(F::pesel));
  if (identifies_nobody(number)) {
    Place place{file_, source_->line, 1};
    place.cell = header_.cell(F::pesel);
    place.column = source_->cells[place.cell - 1].column;
    diagnostics_.report_of_cause(cause_of_filler(file_, number),
                                 filler(header_.name(F::pesel), text(F::pesel)), place,
                                 header_.name(F::pesel));
    number.clear();
  }
  if (words_.word(F::no_pesel, text(F::no_pesel), *source_) == "yes") {
    set(F::pesel, {});
    set(header_.width() + added_other_id, std::move(number));
  } else {
    set(F::pesel, std::move(number));  // its reader puts lost zeros back, and says so
  }
}

/// Without a PESEL the age is all that is known: a birthday on the day of entry gives that age on
/// every day of the first year, which is where age is counted (src/calc/README.md#age).
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
