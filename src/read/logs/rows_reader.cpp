#include "read/logs/rows_reader.hpp"

#include "euproj/base/utf8.hpp"
#include "euproj/words/kinds.hpp"
#include "read/rows/row_reader.hpp"

namespace euproj {
namespace {

std::size_t cell_of(const LogFile& log, Column column) {
  return log.cells[static_cast<std::size_t>(column)];
}

}  // namespace

RowsReader::RowsReader(const Project& project, const LogFile& log, std::size_t width,
                       RowCells& cells, PresetRows* preset, const RowsTarget& target)
    : project_(project),
      log_(log),
      width_(width),
      cells_(cells),
      preset_(preset),
      target_(target),
      context_(project, target.codes),
      regular_rows_(width),
      regular_cells_(cells),
      regular_reader_(preset == nullptr ? regular_reader(log.kind, context_, target.logs)
                                        : nullptr) {}

std::uint64_t RowsReader::read(CsvScanner& scanner, std::size_t end) {
  std::uint64_t rows = 0;
  while (scanner.position() < end) {
    if (const auto regular = read_regular(scanner, end)) {
      rows += *regular;
    } else if (!scanner.next()) {
      break;
    } else if (read_row(scanner.row())) {
      ++rows;
    }
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
  regular_reader_->read(regular_cells_);
  std::uint64_t rows = 0;
  for (std::size_t row = 0; row < count; ++row) {
    const std::size_t first = row;
    while (row < count && !regular_cells_.is_rejected(row)) ++row;
    if (row > first) regular_reader_->push(first, row);
    rows += row - first;
    if (row == count) break;
    scanner.skip_to(regular_rows_.begin_of(row), line_of(row));
    if (scanner.next() && read_row(scanner.row())) ++rows;
    // Behind an irregular row, rows may begin elsewhere.
    if (scanner.position() != regular_rows_.begin_of(row + 1)) return rows;
  }
  scanner.skip_to(regular_rows_.begin_of(count), line_of(count));
  return rows;
}

/// False for a row of blanks.
bool RowsReader::read_row(const CsvRow& row) {
  if (row.fault != CsvFault::none) {
    target_.diagnostics.report(message_of(row.fault), {log_.file, row.line, row.fault_column});
    set_unread();
    return true;
  }
  cells_.begin(row);
  if (cells_.all_blank()) return false;  // ;;;; at the end of a sheet is a blank line
  if (row.cells.size() == width_) {
    if (preset_ != nullptr) {
      preset_->read(row);  // which remembers by itself whom it leaves out
      return true;
    }
    cells_.tell_marks();
    read_row_of(log_.kind, cells_, context_, target_.logs);
  } else {
    cells_.report_row(row.cells.size() < width_ ? Kind::too_few_cells : Kind::too_many_cells,
                      {std::to_string(row.cells.size()), std::to_string(width_)});
  }
  if (!cells_.ok()) remember_left_out(row);
  return true;
}

/// The person or document that a row with errors names, so that nothing says they are missing.
void RowsReader::remember_left_out(const CsvRow& row) {
  if (preset_ != nullptr) return set_unread();  // nobody knows whom it names
  const auto code_in = [&](Column column, Interner& interner) {
    const std::size_t cell = cell_of(log_, column);
    if (cell == 0 || cell > row.cells.size()) return no_code;
    return interner.intern(trimmed(row.cells[cell - 1].text));
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
      break;
  }
}

void RowsReader::set_unread() { target_.logs.set_unread(project_.data[log_.entry]); }

}  // namespace euproj
