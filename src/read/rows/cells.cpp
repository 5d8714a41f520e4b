#include "read/rows/cells.hpp"

#include <algorithm>
#include <array>
#include <cstring>
#include <iterator>
#include <utility>

#include "euproj/base/unicode.hpp"
#include "euproj/base/utf8.hpp"
#include "euproj/words/kinds.hpp"
#include "read/words/cell_mark.hpp"
#include "read/words/shown_value.hpp"
#include "read/words/words.hpp"

namespace euproj {
namespace {

constexpr std::uint32_t largest_count = 1'000'000'000;

// Most of a log repeats itself: each column remembers what it understood lately, by the bytes as
// they are written (ColumnMemory), and a cell that is written so again is not read a second time.
// What stands here is for the rest: it may take its time, and must say of each cell what is wrong
// with it.
bool is_blank(std::string_view text) {
  return text.empty() || (text.size() <= 3 && (text == "-" || text == "—"));
}

/// Most cells begin and end with a visible ASCII character: nothing to trim.
std::string_view trimmed_cell(std::string_view text) {
  const auto visible = [](char c) { return c > ' '; };
  if (!text.empty() && visible(text.front()) && visible(text.back())) return text;
  return trimmed(text);
}

constexpr std::size_t serial_digits = 5;           // 1927 to 2173: fewer may be a year
constexpr std::int32_t day_zero_of_1900 = -25569;  // 1899-12-30

/// A number that a spreadsheet may mean as a day, with a part of the day or without.
bool is_serial(std::string_view text) {
  if (text.size() < serial_digits || text.front() == '0') return false;
  const std::string_view part = text.substr(serial_digits);
  if (part.size() == 1 || (part.size() > 1 && part.front() != '.' && part.front() != ',')) {
    return false;
  }
  const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
  return std::all_of(text.begin(), text.begin() + serial_digits, is_digit) &&
         (part.empty() || std::all_of(part.begin() + 1, part.end(), is_digit));
}

bool is_personal(Column column) { return column_info(column).privacy == Privacy::personal; }

}  // namespace

std::string_view unprotected(std::string_view text) {
  const bool is_protected = text.size() > 3 && text.starts_with("=\"") && text.ends_with('"');
  return is_protected ? text.substr(2, text.size() - 3) : text;
}

namespace {

/// `30:15` is 30.25: hours kept as a time, with seconds or without. Four decimals, half up: 20
/// minutes are 0.3333.
std::optional<Quantity> hours_of_clock(std::string_view text) {
  std::int64_t seconds = 0;
  int parts = 0;
  for (std::int64_t unit = 3600; unit > 0 && parts >= 0; unit /= 60) {
    const std::size_t end = std::min(text.find(':'), text.size());
    std::int64_t value = 0;
    const bool is_size = end > 0 && end <= (unit == 3600 ? 6 : 2);
    if (!is_size || (unit < 3600 && end != 2)) return std::nullopt;
    for (const char c : text.substr(0, end)) {
      if (c < '0' || c > '9') return std::nullopt;
      value = value * 10 + (c - '0');
    }
    if (unit < 3600 && value > 59) return std::nullopt;
    seconds += value * unit;
    ++parts;
    if (end == text.size()) {
      if (parts < 2) return std::nullopt;
      return Quantity::scaled((seconds * Quantity::scale + 1800) / 3600);
    }
    text.remove_prefix(end + 1);
  }
  return std::nullopt;
}

}  // namespace

std::optional<std::uint32_t> parse_count(std::string_view text) {
  std::uint32_t value = 0;
  if (text.size() > 10) return std::nullopt;
  for (const char c : text) {
    if (c < '0' || c > '9' || value > largest_count / 10) return std::nullopt;
    value = value * 10 + static_cast<std::uint32_t>(c - '0');
  }
  if (value == 0 || value > largest_count) return std::nullopt;
  return value;
}

Message filler(std::string header, std::string_view seen) {
  if (!is_usual_filler(seen))
    return {Kind::id_without_digit, std::move(header), {std::to_string(character_count(seen))}};
  return {Kind::id_filler, std::move(header), {shown(seen)}};
}

std::uint64_t cause_of_filler(FileId file, std::string_view seen) {
  return (std::uint64_t{file} << 48) ^ (likeness_number(seen) >> 16);
}

Message other_project(std::string header, std::string_view seen, std::string_view number) {
  return {Kind::other_project, std::move(header), {shown(seen), std::string(number)}};
}

RowCells::RowCells(const DataFile& declared, const Header& header, char decimal, FileId file,
                   Diagnostics& diagnostics)
    : declared_(declared),
      header_(header),
      decimal_(decimal),
      file_(file),
      diagnostics_(diagnostics),
      memories_(column_count()) {
  for (std::size_t i = 0; i < memories_.size(); ++i) {
    const auto column = static_cast<Column>(i);
    memories_[i].cell = header.cell(column);
    memories_[i].is_needed = column_info(column).need == Need::needed;
  }
  for (const auto& [name, replacements] : declared.values) {
    for (const ColumnInfo& info : columns_of(declared.kind)) {
      if (info.name == name) memory_of(info.column).replacements = &replacements;
    }
  }
}

bool RowCells::all_blank() const {
  return std::all_of(row_->cells.begin(), row_->cells.end(),
                     [](const CsvCell& cell) { return trimmed_cell(cell.text).empty(); });
}

// In this order, since each may hide the next: the mark that a sheet's reader puts before a cell,
// the guard of a spreadsheet (="0227"), the words of `values:`, and what stands for nothing.
std::string_view RowCells::read_closely(const ColumnMemory& memory, std::string_view text) {
  if (is_marked(text)) text = marked_value(text);
  text = unprotected(trimmed_cell(text));
  if (memory.replacements != nullptr) {
    for (const auto& [from, to] : *memory.replacements) {
      if (!same_word(trimmed(from), text)) continue;
      text = trimmed(to);
      break;
    }
  }
  return is_blank(text) ? std::string_view{} : text;
}

void RowCells::tell_marks() {
  if (!is_of_sheet()) return;
  for (const ColumnInfo& info : columns_of(declared_.kind)) {
    const std::string_view written = written_in(memory_of(info.column));
    if (!is_marked(written)) continue;
    switch (mark_of(written)) {
      case CellMark::no_value:
        report(Kind::formula_without_value, info.column);
        break;
      case CellMark::error_value:
        report(Kind::error_in_cell, info.column, {shown_error(written)});
        break;
      case CellMark::comma_number:
        report(Kind::comma_in_stored_number, info.column);
        break;
      case CellMark::not_computed:
        report_of_cause(
            static_cast<std::uint64_t>(file_) << 16U | static_cast<std::uint64_t>(info.column),
            {Kind::formula_not_computed, {header_.name(info.column)}}, info.column);
        break;
    }
  }
}

void RowCells::report_missing(Column column) { report(Kind::missing_value, column); }

// A day in its declared form or the usual one, perhaps with a time behind it; else a number that a
// spreadsheet may mean as a day. Only what is a day alone is remembered: the others are told each
// time.
Date RowCells::read_date(Column column) {
  const std::string_view seen = text(column);
  if (seen.empty()) return {};
  const auto parsed = parse_written_day(seen, declared_.date);
  if (!parsed) {
    if (parsed.reason() == DateFault::shape && is_serial(seen)) return read_serial(column, seen);
    report_date(column, seen, parsed.reason());
    return {};
  }
  if (parsed->has_time) {
    report_of_column(Kind::time_of_day, column);
    return parsed->day;
  }
  ColumnMemory& memory = memory_of(column);
  memory.remember_date(written_in(memory), parsed->day);
  return parsed->day;
}

/// A sheet would show it as a day as soon as somebody asks it to; what wrote a number into a text
/// file is not known.
Date RowCells::read_serial(Column column, std::string_view seen) {
  std::int32_t days = 0;
  for (const char digit : seen.substr(0, serial_digits)) days = days * 10 + (digit - '0');
  const Date day = Date::from_serial(declared_.day_zero.value_or(day_zero_of_1900) + days);
  if (is_of_sheet()) {
    report_of_column(Kind::serial_read_as_date, column);
    if (seen.size() > serial_digits) report_of_column(Kind::time_of_day, column);
    return day;
  }
  if (is_personal(column)) {
    report(Kind::personal_date_is_serial, column);
  } else {
    report(Kind::date_is_serial, column, {shown(seen), day.iso()});
  }
  return {};
}

void RowCells::report_of_column(KindOf<1> kind, Column column) {
  const auto cause = static_cast<std::uint64_t>(file_) << 16U | static_cast<std::uint64_t>(column);
  report_of_cause(cause, {kind, {header_.name(column)}}, column);
}

// A sheet stores numbers with a dot whatever the people write; only texts of it have their sign.
char RowCells::decimal_of(std::string_view number) const {
  const bool is_number_of_sheet = is_of_sheet() && !declared_.decimal && decimal_ == ',' &&
                                  number.find(',') == std::string_view::npos;
  return is_number_of_sheet ? '.' : decimal_;
}

std::optional<Money> RowCells::money(Column column, std::string_view currency) {
  const std::string_view seen = text(column);
  if (seen.empty()) return std::nullopt;
  const auto parsed = parse_money(seen, decimal_of(seen), Grouping::thousands, currency);
  if (parsed) return *parsed;
  report_number(column, seen, parsed.reason(), 2, currency);
  return std::nullopt;
}

std::optional<Quantity> RowCells::read_quantity(Column column, std::string_view currency) {
  const std::string_view seen = text(column);
  if (seen.empty()) return std::nullopt;
  if (column == Column::support_hours) {
    if (const auto hours = hours_of_clock(seen)) return hours;
  }
  const auto parsed = parse_quantity(seen, decimal_of(seen), Grouping::thousands, currency);
  if (parsed) return *parsed;
  report_number(column, seen, parsed.reason(), 4, currency);
  return std::nullopt;
}

std::optional<std::uint32_t> RowCells::read_count(Column column) {
  const std::string_view seen = text(column);
  if (seen.empty()) return std::nullopt;
  const auto parsed = parse_count(seen);
  if (!parsed) report(Kind::not_a_count, column, {shown(seen), std::to_string(largest_count)});
  return parsed;
}

std::optional<Pesel> RowCells::pesel(Column column) {
  const std::string_view seen = text(column);
  if (seen.empty()) return std::nullopt;
  if (identifies_nobody(seen)) {
    report_filler(column);
    return std::nullopt;
  }
  std::string digits = ungrouped_pesel(seen);
  if (auto padded = padded_pesel(digits)) {
    report(Kind::pesel_padded, column, {std::to_string(padded->size() - digits.size())});
    digits = *std::move(padded);
  }
  const auto parsed = parse_pesel(digits);
  if (parsed) return *parsed;
  switch (parsed.reason()) {
    case PeselFault::not_eleven_digits:
      report(Kind::pesel_not_eleven_digits, column, {std::to_string(character_count(digits))});
      break;
    case PeselFault::no_such_day:
      report(Kind::pesel_no_such_day, column);
      break;
    case PeselFault::check_digit:
      report(Kind::pesel_check_digit, column);
      break;
  }
  return std::nullopt;
}

void RowCells::check_project(Column column, std::string_view key, std::string_view number) {
  const std::string_view seen = text(column);
  if (seen.empty() || key.empty()) return;
  ColumnMemory& memory = memory_of(column);
  const std::string_view written = written_in(memory);
  if (memory.words.find(written) != no_code) return;
  if (project_key(seen) == key) {
    memory.words.remember(written, Code{1});
  } else {
    report_of_cause(file_, other_project(header_.name(column), seen, number), column);
  }
}

void RowCells::report_filler(Column column) {
  const std::string_view seen = text(column);
  report_of_cause(cause_of_filler(file_, seen), filler(header_.name(column), seen), column);
}

template <typename Find, typename Tell>
inline Code RowCells::remembered(Column column, const Find& find, const Tell& tell) {
  ColumnMemory& memory = memory_of(column);
  const std::string_view written = written_in(memory);
  if (is_silent(memory, written)) return no_code;
  if (const Code code = memory.words.find(written)) return code;
  const std::string_view seen = text(column);
  if (seen.empty()) return no_code;
  const Code code = find(seen);
  if (code == no_code) {
    tell(seen);
  } else {
    memory.words.remember(written, code);
  }
  return code;
}

Code RowCells::word(Column column) {
  const auto find = [column](std::string_view word) {
    return code_of_word(column_info(column).type, word);
  };
  return remembered(column, find, [&](std::string_view word) { report_word(column, word); });
}

Code RowCells::read_repeated(Column column, Interner& words) {
  const auto find = [&](std::string_view word) { return words.intern(word); };
  return remembered(column, find, [](std::string_view) {});
}

Code RowCells::reference(Column column, const Interner& words, std::size_t declared) {
  const auto find = [&](std::string_view word) {
    const Code found = words.find(word);
    return found <= declared ? found : no_code;
  };
  const auto tell = [&](std::string_view word) {
    std::vector<std::string_view> known;
    for (std::size_t i = 1; i <= declared; ++i) known.push_back(words.text(static_cast<Code>(i)));
    report_unknown_code(column, word, known);
  };
  return remembered(column, find, tell);
}

namespace {

/// One day in each form, in the order of DateForm.
constexpr std::array<std::string_view, date_form_words.size()> date_examples = {
    "2022-03-04", "04.03.2022", "04-03-2022", "04/03/2022", "03/04/2022"};

/// Where the definition lists the words of a column, and what an entry says beside its id.
struct Declaration {
  Column column{};
  std::string_view section;
  std::string_view others;
};
constexpr std::array<Declaration, 17> declarations = {{
    {Column::participants_group, "groups", "name: …"},
    {Column::support_form, "support_forms", "name: …"},
    {Column::support_task, "budget.tasks", "name: …, planned: 0.00"},
    {Column::measurements_indicator, "indicators",
     "name: …, kind: output, unit: …, count: measured"},
    {Column::declared_indicator, "indicators", "name: …, kind: output, unit: …, count: …"},
    {Column::declared_claim, "claims", "from: …, to: …"},
    {Column::expenditures_task, "budget.tasks", "name: …, planned: 0.00"},
    {Column::expenditures_claim, "claims", "from: …, to: …"},
    {Column::expenditures_category, "budget.categories", "name: …"},
    {Column::expenditures_source, "financing.sources", "kind: …, rate: …%"},
    {Column::expenditures_partner, "budget.partners", "name: …"},
    {Column::participants_partner, "budget.partners", "name: …"},
    {Column::support_partner, "budget.partners", "name: …"},
    {Column::outcomes_partner, "budget.partners", "name: …"},
    {Column::entities_partner, "budget.partners", "name: …"},
    {Column::settlements_lump_sum, "budget.lump_sums", "task: …, amount: …, requires: …"},
    {Column::settlements_claim, "claims", "from: …, to: …"},
}};

const Declaration& declaration_of(Column column) {
  const auto* const found =
      std::find_if(declarations.begin(), declarations.end(),
                   [column](const Declaration& one) { return one.column == column; });
  if (found == declarations.end()) throw InternalError("a column whose words nobody declares");
  return *found;
}

}  // namespace

void RowCells::report(Message message, Column column) {
  note(message.kind, &column);
  diagnostics_.report(std::move(message), place_of(column));
}

void RowCells::report_of_cause(std::uint64_t cause, Message message, Column column) {
  note(message.kind, &column);
  std::string subject = message.arguments.empty() ? std::string() : message.arguments.front().text;
  diagnostics_.report_of_cause(cause, std::move(message), place_of(column), std::move(subject));
}

Place RowCells::place_of(Column column) const {
  Place place{file_, row_->line, 1};
  place.cell = header_.cell(column);
  if (place.cell > 0) place.column = row_->cells[place.cell - 1].column;
  return place;
}

void RowCells::report_row(Message message) {
  note(message.kind, nullptr);
  diagnostics_.report(std::move(message), {file_, row_->line, 1});
}

void RowCells::note(AnyKind kind, const Column* column) {
  if (kind_info(kind).severity == Severity::warning) return;
  ok_ = false;
  if (column != nullptr) failed_.set(static_cast<std::size_t>(*column));
}

void RowCells::report_date(Column column, std::string_view seen, DateFault fault) {
  if (fault == DateFault::other_form) {
    report_other_form(column, seen);
    return;
  }
  const auto form = static_cast<std::size_t>(declared_.date);
  if (is_personal(column)) {
    report(
        Kind::personal_date_not_read, column,
        {std::to_string(character_count(seen)), date_form_words.at(form), date_examples.at(form)});
    return;
  }
  if (fault == DateFault::shape) {
    report(Kind::not_a_date, column,
           {shown(seen), date_form_words.at(form), date_examples.at(form)});
    return;
  }
  report(fault == DateFault::no_such_day ? Kind::no_such_day : Kind::date_out_of_range, column,
         {shown(seen)});
}

/// 03/04/2021 is 3 April or 4 March: both are told, neither is chosen
/// (src/read/README.md#detection).
void RowCells::report_other_form(Column column, std::string_view seen) {
  std::vector<std::pair<std::string_view, Date>> readings;
  for (std::size_t form = 0; form < date_form_words.size(); ++form) {
    const auto parsed = parse_written_day(seen, static_cast<DateForm>(form));
    if (parsed) readings.emplace_back(date_form_words.at(form), parsed->day);
  }
  if (readings.size() > 1 && readings[0].second != readings[1].second) {
    if (is_personal(column)) {
      report(Kind::personal_date_ambiguous, column);
    } else {
      report(Kind::ambiguous_date, column,
             {shown(seen), readings[0].second.iso(), readings[1].second.iso()});
    }
    return;
  }
  const std::string form(readings.empty() ? "iso" : readings.front().first);
  if (is_personal(column)) {
    report(Kind::personal_date_form, column, {form});
  } else {
    report(Kind::date_form_not_declared, column, {shown(seen), form});
  }
}

namespace {

/// A number with more decimals than it may have, for its finding: its first digits, so that nobody
/// takes them for a PESEL.
std::string shown_decimals(std::string_view seen, char decimal) {
  constexpr std::size_t most = 8;
  const std::size_t end = seen.find(decimal) + 1 + most;
  return end < seen.size() ? shown(seen.substr(0, end)) + "…" : shown(seen);
}

}  // namespace

std::string RowCells::with_minus(std::string_view seen) const {
  std::string number = "-";
  std::copy_if(seen.begin(), seen.end(), std::back_inserter(number),
               [&](char c) { return c == decimal_ || (c >= '0' && c <= '9'); });
  return shown(number);
}

void RowCells::report_number(Column column, std::string_view seen, NumberFault fault, int decimals,
                             std::string_view currency) {
  const std::string sign(1, decimal_);
  switch (fault) {
    case NumberFault::shape:
      if (const auto date = parse_written_day(seen, declared_.date)) {
        const CalendarDay day = date->day.calendar();
        const std::string typed = std::to_string(day.day) + "." + std::to_string(day.month);
        report(Kind::date_in_numbers, column,
               {shown(seen), typed, std::to_string(day.day) + sign + std::to_string(day.month)});
        break;
      }
      report(Kind::not_a_number, column, {shown(seen), sign});
      break;
    case NumberFault::too_many_decimals:
      report(Kind::too_many_decimals, column,
             {shown_decimals(seen, decimal_), std::to_string(decimals)});
      break;
    case NumberFault::ambiguous:
      report(Kind::ambiguous_number, column, {shown(seen), sign});
      break;
    case NumberFault::other_decimal:
      report(Kind::other_decimal_sign, column, {shown(seen), sign});
      break;
    case NumberFault::too_large:
      report(Kind::number_too_large, column, {shown(seen)});
      break;
    case NumberFault::other_currency:
      report(Kind::other_currency, column, {shown(seen), std::string(currency)});
      break;
    case NumberFault::negative_form:
      report(Kind::negative_form, column, {shown(seen), with_minus(seen)});
      break;
  }
}

void RowCells::report_word(Column column, std::string_view seen) {
  const std::span<const std::string_view> words = words_of(column_info(column).type);
  const std::string allowed = list_shown(words, words.size());
  if (is_personal(column)) {
    report(Kind::personal_value_not_read, column, {std::to_string(character_count(seen)), allowed});
  } else {
    report(Kind::unknown_value, column, {shown(seen), allowed});
  }
}

void RowCells::report_unknown_code(Column column, std::string_view seen,
                                   const std::vector<std::string_view>& known) {
  const Declaration& declaration = declaration_of(column);
  const std::uint64_t cause =
      std::hash<std::string_view>()(seen) * column_count() + static_cast<std::uint64_t>(column);
  report_of_cause(
      cause,
      {Kind::unknown_code,
       std::string(column_info(column).name),
       {shown(seen), nearest_shown(seen, known), declaration.section,
        "- {id: " + yaml_text(shown(seen)) + ", " + std::string(declaration.others) + "}"}},
      column);
}

}  // namespace euproj
