#include "read/logs/rows_reader.hpp"

#include <algorithm>

#include "euproj/base/utf8.hpp"
#include "euproj/words/kinds.hpp"
#include "read/rows/row_reader.hpp"
#include "read/words/shown_value.hpp"

namespace euproj {
namespace {

std::size_t cell_of(const LogFile& log, Column column) {
  return log.cells[static_cast<std::size_t>(column)];
}

/// Where a total has what a row needs: in the other logs a row counts whom it names.
bool counts_amounts(LogKind log) {
  return log == LogKind::expenditures || log == LogKind::support || log == LogKind::measurements;
}

}  // namespace

RowsReader::RowsReader(const Project& project, const LogFile& log,
                       std::span<const std::string> names, RowCells& cells,
                       RowTranslator* translator, const RowsTarget& target)
    : project_(project),
      log_(log),
      width_(names.size()),
      has_totals_(translator == nullptr && counts_amounts(log.kind)),
      cells_(cells),
      translator_(translator),
      target_(target),
      context_(project, target.codes),
      regular_rows_(width_),
      regular_cells_(cells),
      regular_reader_(translator == nullptr ? regular_reader(log.kind, context_, target.logs)
                                            : nullptr) {
  for (std::size_t cell = 0; cell < names.size(); ++cell) {
    if (names[cell].empty()) unnamed_.push_back(cell);
  }
}

// Two engines take turns. The fast one takes up to 64 rows and rejects those about which there may
// be something to say; each of these is read by the exact one, in its place, so that rows, codes
// and findings come in the order of the file:
//
//   rows       . . . . x . . . x x . .        x: rejected
//   pushed     1 1 1 1   2 2 2     3 3        three runs of the fast engine
//   read_row           1       2 3            the exact one between them
//
// Where a rejected row ends elsewhere than it seemed (a line feed within quotes), the rows behind
// it were guessed from a wrong place: they are dropped and taken anew from where it ends.
std::uint64_t RowsReader::read(CsvScanner& scanner, std::size_t end) {
  std::uint64_t rows = 0;
  while (scanner.position() < end) {
    if (const auto regular = read_regular(scanner, end)) {
      rows += *regular;
    } else {
      const TableRest::RowAt begin{scanner.position(), scanner.line(), 0};
      if (!scanner.next()) break;
      if (read_row(scanner.row(), begin)) ++rows;
    }
  }
  return rows;
}

std::uint64_t RowsReader::finish(CsvScanner& scanner, TableRest rest,
                                 std::vector<Skipped>& skipped) {
  const std::vector<Skipped> left_out = rest.settle();
  skipped.insert(skipped.end(), left_out.begin(), left_out.end());
  std::uint64_t rows = 0;
  is_finishing_ = true;
  for (const TableRest::RowAt& row : rest.bare) {
    scanner.skip_to(row.position, row.begin_line);
    if (scanner.next() && read_row(scanner.row(), row)) ++rows;
  }
  for (const Skipped& note : rest_.unnamed) {
    const bool is_known = std::any_of(skipped.begin(), skipped.end(), [&](const Skipped& earlier) {
      return earlier.reason == note.reason && earlier.cell == note.cell;
    });
    if (!is_known) skipped.push_back(note);
  }
  return rows;
}

std::optional<std::uint64_t> RowsReader::read_regular(CsvScanner& scanner, std::size_t end) {
  if (regular_reader_ == nullptr) return std::nullopt;
  const std::size_t count =
      regular_rows_.read(scanner.text(), scanner.position(), end, scanner.delimiter());
  if (count == 0) return std::nullopt;
  const std::uint32_t first_line = scanner.line();
  const auto line_of = [first_line](std::size_t row) {
    return first_line + static_cast<std::uint32_t>(row);
  };
  regular_cells_.begin(regular_rows_, first_line);
  reject_totals(count);
  regular_reader_->read(regular_cells_);
  std::uint64_t rows = 0;
  for (std::size_t row = 0; row < count; ++row) {
    const std::size_t first = row;
    while (row < count && !regular_cells_.is_rejected(row)) ++row;
    if (row > first) regular_reader_->push(first, row);
    rows += row - first;
    if (row == count) break;
    scanner.skip_to(regular_rows_.begin_of(row), line_of(row));
    if (scanner.next() && read_row(scanner.row(), {regular_rows_.begin_of(row), line_of(row), 0}))
      ++rows;
    // Behind an irregular row, rows may begin elsewhere.
    if (scanner.position() != regular_rows_.begin_of(row + 1)) return rows;
  }
  scanner.skip_to(regular_rows_.begin_of(count), line_of(count));
  return rows;
}

/// Those that may begin as totals do, and those with something in a column without a name: both are
/// looked at one by one.
void RowsReader::reject_totals(std::size_t count) {
  for (std::size_t row = 0; has_totals_ && row < count; ++row) {
    std::size_t cell = 0;
    while (cell + 1 < width_ && regular_rows_.text(row, cell).empty()) ++cell;
    if (may_be_total(regular_rows_.text(row, cell))) regular_cells_.reject(row);
  }
  for (const std::size_t cell : unnamed_) {
    for (std::size_t row = 0; row < count; ++row) {
      if (!regular_rows_.text(row, cell).empty()) regular_cells_.reject(row);
    }
  }
}

/// False for a row of blanks, and for one that is none of the log.
bool RowsReader::read_row(const CsvRow& row, const TableRest::RowAt& begin) {
  if (row.fault != CsvFault::none) {
    target_.diagnostics.report(message_of(row.fault), {log_.file, row.line, row.fault_column});
    set_unread();
    return true;
  }
  if (filled_cells(row, 1) == 0) return false;  // ;;;; at the end of a sheet is a blank line
  bool is_fitted = false;
  const CsvRow whole = fitted(row, is_fitted);
  cells_.begin(whole);
  if (is_beside_table(whole, begin)) return false;
  if (is_fitted) {
    note_unnamed(row);
    return read_whole_row(whole);
  }
  cells_.begin(row);
  cells_.report_row(row.cells.size() < width_ ? Kind::too_few_cells : Kind::too_many_cells,
                    {std::to_string(row.cells.size()), std::to_string(width_)});
  remember_left_out(row);
  return true;
}

bool RowsReader::read_whole_row(const CsvRow& row) {
  if (translator_ != nullptr) {
    translator_->read(row);  // which remembers by itself whom it leaves out
    return true;
  }
  if (is_total(row) && would_count(row)) {
    cells_.report_row(Kind::total_row, {shown(word_of_total(row.cells[first_filled(row)].text))});
    return true;
  }
  cells_.tell_marks();
  read_row_of(log_.kind, cells_, context_, target_.logs);
  if (!cells_.ok()) remember_left_out(row);
  return true;
}

CsvRow RowsReader::fitted(const CsvRow& row, bool& is_fitted) {
  is_fitted = row.cells.size() == width_ || cells_.is_of_sheet();
  if (row.cells.size() == width_) return row;
  const std::size_t kept = std::min(row.cells.size(), width_);
  cells_of_row_.assign(row.cells.begin(), row.cells.begin() + static_cast<std::ptrdiff_t>(kept));
  cells_of_row_.resize(width_, CsvCell{{}, row.cells.back().column});
  CsvRow whole = row;
  whole.cells = cells_of_row_;
  return whole;
}

// Rows around the table that lack what a row needs: totals, and short notes below the last of them.
// Whether a total follows is known only at the end of the file, so a short row is kept in mind
// (`bare`) and settled then: below the last total it is a note, above it a row with cells missing.
bool RowsReader::is_beside_table(const CsvRow& row, const TableRest::RowAt& begin) {
  const bool is_a_total = is_total(row);
  const bool may_be_below =
      !is_finishing_ && filled_cells(row, below_total_cells + 1) <= below_total_cells;
  if ((!is_a_total && !may_be_below) || !lacks_needed(row)) return false;
  if (is_a_total) {
    rest_.totals.push_back({row.line, SkipReason::total});
  } else {
    rest_.bare.push_back({begin.position, begin.begin_line, row.line});
  }
  return true;
}

bool RowsReader::lacks_needed(const CsvRow& row) {
  if (translator_ != nullptr) return translator_->lacks_needed(row);
  const auto is_blank = [&](Column column) { return cells_.peek(column).empty(); };
  for (const ColumnInfo& info : columns_of(log_.kind)) {
    if (info.need == Need::needed && is_blank(info.column)) return true;
  }
  switch (log_.kind) {
    case LogKind::participants:
      return is_blank(Column::participants_pesel) &&
             (is_blank(Column::participants_sex) || is_blank(Column::participants_birth_date));
    case LogKind::support:
      return is_blank(Column::support_person_id) && is_blank(Column::support_headcount);
    case LogKind::measurements:
      return is_blank(Column::measurements_value) &&
             (is_blank(Column::measurements_women) || is_blank(Column::measurements_men));
    case LogKind::outcomes:
    case LogKind::places:
    case LogKind::expenditures:
    case LogKind::aliases:
    case LogKind::declared:
    case LogKind::settlements:
    case LogKind::waivers:
      break;
    case LogKind::entities:
      return is_blank(Column::entities_nip) && is_blank(Column::entities_other_id);
  }
  return false;
}

/// A row of support that names its person in another cell counts that person, whose surname may be
/// Suma.
bool RowsReader::would_count(const CsvRow& row) const {
  if (!has_totals_) return false;
  if (log_.kind != LogKind::support) return true;
  return cells_.peek(Column::support_person_id).empty() ||
         first_filled(row) + 1 == cell_of(log_, Column::support_person_id);
}

void RowsReader::note_unnamed(std::uint32_t line, std::size_t cell) {
  rest_.unnamed.push_back({line, SkipReason::unnamed_column, static_cast<std::uint32_t>(cell + 1)});
}

void RowsReader::note_unnamed(const CsvRow& row) {
  const auto is_filled = [&](std::size_t cell) {
    return cell < row.cells.size() && !trimmed(row.cells[cell].text).empty();
  };
  std::erase_if(unnamed_, [&](std::size_t cell) {
    if (is_filled(cell)) note_unnamed(row.line, cell);
    return is_filled(cell);
  });
  for (std::size_t cell = width_; cell < row.cells.size(); ++cell) {  // right of a sheet's table
    const auto is_this = [&](const Skipped& note) { return note.cell == cell + 1; };
    const bool is_known = std::any_of(rest_.unnamed.begin(), rest_.unnamed.end(), is_this);
    if (is_filled(cell) && !is_known) note_unnamed(row.line, cell);
  }
}

/// The person or document that a row with errors names, so that nothing says they are missing.
void RowsReader::remember_left_out(const CsvRow& row) {
  if (translator_ != nullptr) return set_unread();  // nobody knows whom it names
  const auto code_in = [&](Column column, Interner& interner) {
    const std::size_t cell = cell_of(log_, column);
    if (cell == 0 || cell > row.cells.size()) return no_code;
    return interner.intern(unprotected(trimmed(row.cells[cell - 1].text)));
  };
  Codes& codes = target_.codes;
  Logs& logs = target_.logs;
  switch (log_.kind) {
    case LogKind::participants:
      logs.persons_left_out.insert(code_in(Column::participants_person_id, codes.person_ids));
      break;
    case LogKind::support:
      logs.persons_left_out.insert(code_in(Column::support_person_id, codes.person_ids));
      break;
    case LogKind::expenditures:
      logs.documents_left_out.insert(code_in(Column::expenditures_doc_no, codes.documents));
      break;
    case LogKind::aliases:  // nobody knows whom it joins
      set_unread();
      break;
    case LogKind::outcomes:
    case LogKind::places:
    case LogKind::measurements:
    case LogKind::entities:
    case LogKind::declared:
    case LogKind::settlements:
    case LogKind::waivers:
      break;
  }
}

void RowsReader::set_unread() { target_.logs.set_unread(project_.data[log_.entry]); }

}  // namespace euproj
