// The findings of RowCells: which kind a fault is, and what of the cell may be told.

#include <array>

#include "euproj/words/kinds.hpp"
#include "read/table/cells.hpp"
#include "read/table/shown_value.hpp"
#include "read/words/words.hpp"

namespace euproj {
namespace {

struct DeclaredForm {
  DateForm form;
  std::string_view word;  // of `date:` in a definition
};
constexpr std::array<DeclaredForm, 5> declared_forms = {{
    {DateForm::iso, "iso"},
    {DateForm::dd_mm_yyyy_dots, "dd.mm.yyyy"},
    {DateForm::dd_mm_yyyy_dashes, "dd-mm-yyyy"},
    {DateForm::dd_mm_yyyy_slashes, "dd/mm/yyyy"},
    {DateForm::mm_dd_yyyy, "mm/dd/yyyy"},
}};

bool is_personal(Column column) { return column_info(column).privacy == Privacy::personal; }

}  // namespace

void RowCells::report(Message message, Column column) {
  note(message.kind);
  Place place{file_, row_->line, 1};
  place.cell = header_.cell(column);
  if (place.cell > 0) place.column = row_->cells[place.cell - 1].column;
  diagnostics_.report(std::move(message), place);
}

void RowCells::report_row(Message message) {
  note(message.kind);
  diagnostics_.report(std::move(message), {file_, row_->line, 1});
}

void RowCells::note(AnyKind kind) {
  if (kind_info(kind).severity != Severity::warning) ok_ = false;
}

void RowCells::report_date(Column column, std::string_view seen, DateFault fault) {
  if (fault == DateFault::other_form) {
    report_other_form(column, seen);
    return;
  }
  if (is_personal(column)) {
    report(Kind::personal_date_not_read, column, {character_count(seen)});
    return;
  }
  const auto kind = fault == DateFault::no_such_day    ? Kind::no_such_day
                    : fault == DateFault::out_of_range ? Kind::date_out_of_range
                                                       : Kind::not_a_date;
  report(kind, column, {shown(seen)});
}

/// 03/04/2021 is 3 April or 4 March: both are told, neither is chosen (DOMAIN trap 31).
void RowCells::report_other_form(Column column, std::string_view seen) {
  std::vector<std::pair<std::string_view, Date>> readings;
  for (const auto& [form, word] : declared_forms) {
    const auto parsed = parse_date(seen, form);
    if (parsed) readings.emplace_back(word, *parsed);
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

void RowCells::report_number(Column column, std::string_view seen, NumberFault fault,
                             int decimals) {
  const std::string sign(1, decimal_);
  switch (fault) {
    case NumberFault::shape:
      report(Kind::not_a_number, column, {shown(seen), sign});
      break;
    case NumberFault::too_many_decimals:
      report(Kind::too_many_decimals, column, {shown(seen), std::to_string(decimals)});
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
  }
}

void RowCells::report_word(Column column, std::string_view seen) {
  const std::span<const std::string_view> words = words_of(column_info(column).type);
  const std::string allowed = list_shown(words, words.size());
  if (is_personal(column)) {
    report(Kind::personal_value_not_read, column, {character_count(seen), allowed});
  } else {
    report(Kind::unknown_value, column, {shown(seen), allowed});
  }
}

void RowCells::report_unknown_code(Column column, std::string_view seen,
                                   const std::vector<std::string_view>& known) {
  report(Kind::unknown_code, column, {shown(seen), nearest_shown(seen, known)});
}

}  // namespace euproj
