#include "read/rows/attendance.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "euproj/base/unicode.hpp"
#include "euproj/base/utf8.hpp"
#include "euproj/core/limits.hpp"
#include "euproj/words/kinds.hpp"
#include "read/rows/row_reader.hpp"
#include "read/words/shown_value.hpp"

namespace euproj {
namespace {

constexpr std::size_t longest_mark = 3;  // letters: what is longer may be somebody's words

// Two things that lists of meetings need and logs do not: who is meant by a name, and which cells
// of a row are meetings. A row of such a list is read once for each meeting at which its person
// was: the cells that the log's columns lack (person, date, hours, session, form) are added behind
// the file's own, and the row goes through the same reader as any other.
//
//   file's cells            added: person_id   date         hours   session             form
//   Alfa | Próbna | x | nb         U-1         2026-03-03   2.5     its day, the list   swietlica

/// What two spellings of one name have in common: small letters, without blanks and dashes.
std::string name_key(std::string_view cell) {
  return likeness_of(header_key(unprotected(trimmed(cell))));
}

/// Nothing when one of the cells is blank: that names nobody.
std::optional<std::string> joined_key(const std::vector<std::string_view>& cells) {
  std::string joined;
  for (const std::string_view cell : cells) {
    const std::string key = name_key(cell);
    if (key.empty()) return std::nullopt;
    joined += key + '\n';
  }
  return joined;
}

/// As marks are compared: a ticked box of a spreadsheet is what it shows.
std::string mark_key(std::string_view cell) { return header_key(trimmed(cell)); }

std::string marks_shown(const std::vector<std::string>& marks) {
  std::vector<std::string_view> all;
  for (const std::string& mark : marks) {
    if (!mark.empty()) all.emplace_back(mark);
  }
  return all.empty() ? "–" : list_shown(all, all.size());
}

}  // namespace

PersonNames::PersonNames(const Project& project) {
  for (const DataFile& declared : project.data) {
    if (declared.match.with.empty()) continue;
    List& list = lists_[declared.match.with];
    list.keys.clear();
    for (const std::string& name : declared.match.with) list.keys.push_back(header_key(name));
  }
}

void PersonNames::begin(const std::vector<std::string>& header) {
  for (auto& [with, list] : lists_) {
    list.cells.clear();
    for (const std::string& key : list.keys) {
      const auto found = std::find_if(header.begin(), header.end(), [&](const std::string& name) {
        return header_key(name) == key;
      });
      if (found == header.end()) break;
      list.cells.push_back(static_cast<std::size_t>(found - header.begin()));
    }
    if (list.cells.size() < list.keys.size()) list.cells.clear();
    list.is_found = list.is_found || !list.cells.empty();
  }
}

// From every file that has ids beside the columns that a list is matched with. Nothing of a name is
// remembered but its folded key, and that only while the logs are read.
void PersonNames::learn(const CsvRow& row, std::string_view person_id) {
  if (person_id.empty()) return;
  for (auto& [with, list] : lists_) {
    std::vector<std::string_view> cells;
    for (const std::size_t cell : list.cells) {
      if (cell < row.cells.size()) cells.push_back(row.cells[cell].text);
    }
    if (cells.empty() || cells.size() < list.cells.size()) continue;
    if (const auto key = joined_key(cells)) list.persons[*key].emplace(person_id);
  }
}

bool PersonNames::has(const std::vector<std::string>& with) const {
  const auto list = lists_.find(with);
  return list != lists_.end() && list->second.is_found;
}

const std::set<std::string>& PersonNames::find(const std::vector<std::string>& with,
                                               const std::vector<std::string_view>& cells) const {
  static const std::set<std::string> nobody;
  const auto list = lists_.find(with);
  const auto key = joined_key(cells);
  if (list == lists_.end() || !key) return nobody;
  const auto found = list->second.persons.find(*key);
  return found == list->second.persons.end() ? nobody : found->second;
}

AttendanceRows::AttendanceRows(const Header& header, const DataFile& declared, char decimal,
                               FileId file, std::string session, const Project& project,
                               const PersonNames& names, Codes& codes, Logs& logs,
                               Diagnostics& diagnostics)
    : header_(header),
      declared_(declared),
      file_(file),
      session_(std::move(session)),
      names_(names),
      context_(project, codes),
      logs_(logs),
      diagnostics_(diagnostics),
      columns_(columns_in(header)),
      cells_(declared, columns_, decimal, file, diagnostics),
      texts_(header.width() + added_count) {
  if (!declared.wide) return;
  for (const std::string& mark : declared.wide->present) present_.insert(mark_key(mark));
  for (const std::string& mark : declared.wide->absent) absent_.insert(mark_key(mark));
  absent_.emplace();  // a blank cell
}

Header AttendanceRows::columns_in(const Header& header) const {
  Header columns = header;
  columns.names.resize(header.width() + added_count);
  const auto place = [&](Column column, Added where) {
    const std::size_t cell = header.width() + where;
    columns.cells[static_cast<std::size_t>(column)] = static_cast<std::uint16_t>(cell + 1);
    columns.names[cell] = column_info(column).name;
  };
  const Column person_id =
      declared_.kind == LogKind::outcomes ? Column::outcomes_person_id : Column::support_person_id;
  place(person_id, added_person_id);
  if (!declared_.wide) return columns;
  place(Column::support_date, added_date);
  place(Column::support_hours, added_hours);
  place(Column::support_session_id, added_session);
  if (header.cell(Column::support_form) == 0) place(Column::support_form, added_form);
  return columns;
}

std::size_t AttendanceRows::person_cell() const {
  const Column person_id =
      declared_.kind == LogKind::outcomes ? Column::outcomes_person_id : Column::support_person_id;
  return header_.cell(person_id);
}

// An own id first, where the list has such a column; else everyone whose names fold alike.
std::set<std::string> AttendanceRows::persons_in(const CsvRow& row) const {
  if (const std::size_t cell = person_cell(); cell > 0) {
    const std::string_view own = unprotected(trimmed(row.cells[cell - 1].text));
    if (!own.empty() && own != "-" && own != "—") return {std::string(own)};
  }
  std::vector<std::string_view> names;
  for (const std::size_t cell : header_.matched) names.push_back(row.cells[cell].text);
  return names.empty() ? std::set<std::string>() : names_.find(declared_.match.with, names);
}

bool AttendanceRows::lacks_needed(const CsvRow& row) { return persons_in(row).empty(); }

std::string AttendanceRows::person_in(const CsvRow& row) {
  const std::set<std::string> persons = persons_in(row);
  if (persons.size() == 1) return *persons.begin();
  Place place{file_, row.line, 1};
  const std::size_t cell = header_.matched.empty() ? person_cell() : header_.matched.front() + 1;
  if (cell > 0)
    place = {file_, row.line, row.cells[cell - 1].column, 0, static_cast<std::uint32_t>(cell)};
  std::vector<std::string_view> names;
  for (const std::size_t matched : header_.matched) names.emplace_back(header_.names[matched]);
  if (names.empty()) {
    diagnostics_.report(Kind::missing_value, place,
                        {std::string(column_info(Column::support_person_id).name)});
  } else if (persons.empty()) {
    diagnostics_.report(Kind::match_nobody, place, {list_shown(names, names.size())});
  } else {
    diagnostics_.report(Kind::match_several, place,
                        {list_shown(names, names.size()), std::to_string(persons.size())});
  }
  return {};
}

void AttendanceRows::set(std::size_t cell, std::string value) {
  texts_[cell] = std::move(value);
  translated_[cell].text = texts_[cell];
}

void AttendanceRows::read(const CsvRow& row) {
  row_ = row;
  translated_.assign(row.cells.begin(), row.cells.end());
  translated_.resize(header_.width() + added_count, CsvCell{{}, row.cells.front().column});
  row_.cells = translated_;
  std::string person = person_in(row);
  if (person.empty()) {
    logs_.set_unread(declared_);
    if (!declared_.wide) return;
  }
  set_added(added_person_id, person);
  if (!declared_.wide) return read_row();
  set_added(added_form, declared_.wide->form);
  for (const Meeting& meeting : header_.meetings) read_meeting(meeting);
}

/// Marks of a row that names nobody are looked at, too: all faults are found in one run.
void AttendanceRows::read_meeting(const Meeting& meeting) {
  const WideLayout& wide = *declared_.wide;
  const std::string_view cell = unprotected(trimmed(translated_[meeting.cell].text));
  std::uint16_t& hours = columns_.cells[static_cast<std::size_t>(Column::support_hours)];
  if (wide.marks_are_hours) {
    if (cell.empty() || cell == "-" || cell == "—") return;
    const auto given = parse_quantity(cell, cells_.decimal());
    if (given && *given == Quantity()) return;  // no hours: not there
    hours = static_cast<std::uint16_t>(meeting.cell + 1);
    cells_.memory_of(Column::support_hours).cell = hours;
  } else {
    const Mark mark = mark_of(cell);
    if (mark == Mark::unknown) report_mark(meeting, cell);
    if (mark != Mark::present) return;
    std::string text = wide.hours > Quantity() ? wide.hours.text() : std::string();
    std::replace(text.begin(), text.end(), '.', cells_.decimal());
    set_added(added_hours, std::move(text));
  }
  const std::string day = meeting.day.iso();
  set_added(added_date, day);
  set_added(added_session, day + " " + session_);
  if (!texts_[header_.width() + added_person_id].empty()) read_row();
}

AttendanceRows::Mark AttendanceRows::mark_of(std::string_view cell) const {
  const std::string key = mark_key(cell);
  if (present_.contains(key)) return Mark::present;
  return absent_.contains(key) ? Mark::absent : Mark::unknown;
}

void AttendanceRows::report_mark(const Meeting& meeting, std::string_view cell) {
  const Place place{file_, row_.line, translated_[meeting.cell].column, 0,
                    static_cast<std::uint32_t>(meeting.cell + 1)};
  const std::string present = marks_shown(declared_.wide->present);
  const std::string absent = marks_shown(declared_.wide->absent);
  const std::size_t letters = character_count(cell);
  if (letters <= longest_mark) {
    diagnostics_.report(Kind::unknown_mark, place,
                        {header_.names[meeting.cell], shown(cell), present, absent});
  } else {
    diagnostics_.report(Kind::text_for_mark, place,
                        {header_.names[meeting.cell], std::to_string(letters), present, absent});
  }
  logs_.set_unread(declared_);
}

void AttendanceRows::read_row() {
  cells_.begin(row_);
  cells_.tell_marks();
  read_row_of(declared_.kind, cells_, context_, logs_);
  if (!cells_.ok()) logs_.set_unread(declared_);
}

namespace {

constexpr std::string_view unknown = "…";  // what whoever pastes the block must fill in
constexpr std::size_t fewest_days = 2;     // that make a list of meetings: whole dates, or 02.03
constexpr std::size_t fewest_numbers = 5;  // the same of 2, 3, 4 …
constexpr int rows_for_marks = 200;
constexpr std::size_t most_marks = 8;

std::string yaml_list(const std::vector<std::string>& texts) {
  std::string list;
  for (const std::string& text : texts) list += (list.empty() ? "" : ", ") + yaml_text(text);
  return "[" + list + "]";
}

/// How headers of a row name days: the cells, from 0.
struct DayHeaders {
  std::vector<std::size_t> dates;    // 2026-03-02, 02.03.2026
  std::vector<std::size_t> days;     // 02.03
  std::vector<std::size_t> numbers;  // 2
  std::set<int> months;              // of `days`

  [[nodiscard]] const std::vector<std::size_t>* best() const {
    if (dates.size() >= fewest_days) return &dates;
    if (days.size() >= fewest_days) return &days;
    return numbers.size() >= fewest_numbers ? &numbers : nullptr;
  }
};

// For `init --from`: which headers of a row are days. A date is one in any year; 02.03 is one in
// March; a lone number may be a day or the number of anything, hence the least numbers above.
DayHeaders day_headers(const CsvRow& row) {
  DayHeaders found;
  DataFile any;
  any.wide.emplace();
  for (std::size_t i = 0; i < row.cells.size(); ++i) {
    const std::string_view text = row.cells[i].text;
    const std::string key = header_key(text);
    any.wide->month = Date();
    if (meeting_header(key, any).is_meeting) {
      found.dates.push_back(i);
      continue;
    }
    for (int month = 1; month <= 12; ++month) {
      any.wide->month = *Date::from(2024, month, 1);  // a leap year: 29.02 is a day
      const MeetingHeader header = meeting_header(key, any);
      if (!header.is_meeting || !header.day.known()) continue;
      const bool is_number = trimmed(text).find_first_not_of("0123456789.") == std::string::npos &&
                             trimmed(text).size() <= 3;
      if (is_number) {
        found.numbers.push_back(i);
      } else {
        found.days.push_back(i);
        found.months.insert(month);
      }
      break;
    }
  }
  return found;
}

/// The first month of that number in the project.
std::string month_in(Period period, int month) {
  if (!period.first.known()) return std::string(unknown);
  for (int year = period.first.calendar().year; year <= period.last.calendar().year; ++year) {
    const auto first = Date::from(year, month, 1);
    if (first && *first <= period.last && first->plus_months(1) > period.first) {
      return first->iso().substr(0, 7);
    }
  }
  return std::string(unknown);
}

struct MarkGuess {
  std::vector<std::string> present;
  std::vector<std::string> absent;
  bool are_hours = true;
  std::size_t filled = 0;
  bool has_days = false;  // under a day stands another: these are persons' dates, and no meetings
};

// Numbers are hours unless all of them are 0 and 1, which are ticks. Words of presence are known;
// whatever else stands there is taken for absence, and the user sees both lists in the entry.
MarkGuess guess_marks(CsvScanner& scanner, const std::vector<std::size_t>& meetings) {
  constexpr std::array<std::string_view, 10> usual = {"x", "+",      "1",   "v", "ob",
                                                      "t", "obecny", "tak", "o", "true"};
  MarkGuess guess;
  std::set<std::string> seen;
  for (int rows = 0; rows < rows_for_marks && scanner.next(); ++rows) {
    if (is_total(scanner.row())) continue;
    for (const std::size_t meeting : meetings) {
      if (meeting >= scanner.row().cells.size()) continue;
      const std::string_view cell = trimmed(scanner.row().cells[meeting].text);
      guess.has_days = guess.has_days || parse_written_day(cell, DateForm::iso).ok() ||
                       parse_written_day(cell, DateForm::dd_mm_yyyy_dots).ok();
      if (cell.empty() || character_count(cell) > longest_mark) continue;
      ++guess.filled;
      if (!parse_quantity(cell, '.') && !parse_quantity(cell, ',')) guess.are_hours = false;
      if (!seen.insert(mark_key(cell)).second || seen.size() > most_marks) continue;
      const bool is_present = std::find(usual.begin(), usual.end(), mark_key(cell)) != usual.end();
      (is_present ? guess.present : guess.absent).emplace_back(cell);
    }
  }
  const bool are_ticks = std::all_of(
      seen.begin(), seen.end(), [](const std::string& mark) { return mark == "0" || mark == "1"; });
  guess.are_hours = guess.are_hours && !are_ticks;
  if (guess.present.empty()) guess.present = {"x"};
  return guess;
}

}  // namespace

std::optional<WideGuess> guess_wide(std::string_view text, char delimiter, const DataFile& declared,
                                    const Project& project) {
  CsvScanner scanner(text, delimiter);
  while (scanner.next() && scanner.row().line <= limits::header_lines) {
    const CsvRow& row = scanner.row();
    const DayHeaders days = day_headers(row);
    const std::vector<std::size_t>* const meetings = days.best();
    if (meetings == nullptr) continue;
    CsvScanner below(text, delimiter);
    below.skip_to(scanner.position(), scanner.line());
    const MarkGuess marks = guess_marks(below, *meetings);
    if (marks.filled == 0 || marks.has_days) continue;
    WideGuess guess{meetings->size(), row.line, {}};
    std::vector<std::string> names;  // left of the meetings, but for ordinal numbers
    for (std::size_t i = 0; i < meetings->front(); ++i) {
      const std::string key = header_key(row.cells[i].text);
      if (key.empty() || key == "lp" || key == "lp." || key == "l.p.") continue;
      names.emplace_back(trimmed(row.cells[i].text));
    }
    const bool are_whole = meetings == &days.dates;
    const bool is_one_month = meetings == &days.days && days.months.size() == 1;
    const std::string month =
        is_one_month ? month_in(project.period, *days.months.begin()) : std::string(unknown);
    const std::string form =
        project.support_forms.empty() ? std::string(unknown) : project.support_forms.front().id;
    guess.block =
        "- {file: " + yaml_text(declared.pattern) +
        (declared.sheets.empty() ? "" : ", sheet: " + yaml_text(declared.sheets.front())) +
        ", layout: wide, form: " + yaml_text(form) +
        (are_whole ? "" : ", dates: {month: " + month + "}") + ", marks: ";
    if (marks.are_hours) {
      guess.block += "hours";
    } else {
      std::vector<std::string> absent = {""};
      absent.insert(absent.end(), marks.absent.begin(), marks.absent.end());
      guess.block += "{present: " + yaml_list(marks.present) + ", absent: " + yaml_list(absent) +
                     "}, hours: 1";
    }
    if (!names.empty()) {
      guess.block += ", match: {columns: " + yaml_list(names) + ", with: " + yaml_list(names) + "}";
    }
    guess.block += "}";
    return guess;
  }
  return std::nullopt;
}

}  // namespace euproj
