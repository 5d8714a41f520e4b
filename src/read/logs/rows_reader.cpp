#include "read/logs/rows_reader.hpp"

#include <array>

#include "euproj/base/utf8.hpp"
#include "euproj/words/kinds.hpp"
#include "read/logs/row_readers.hpp"

namespace euproj {
namespace {

constexpr std::array<RowReader, log_kind_count> row_readers = {  // by LogKind
    read_participant, read_support,     read_outcome, read_place,
    read_measurement, read_expenditure, read_alias};

std::size_t cell_of(const LogFile& log, Column column) {
  return log.cells[static_cast<std::size_t>(column)];
}

constexpr std::array<MakePlainReader, log_kind_count> plain_readers = {  // null: those logs are short
    plain_participants, plain_support, plain_outcomes, nullptr, nullptr, plain_expenditures, nullptr};

std::unique_ptr<PlainReader> plain_reader(const Project& project, LogKind kind,
                                          const RowsTarget& target) {
  const MakePlainReader make = plain_readers[static_cast<std::size_t>(kind)];
  return make == nullptr ? nullptr : make(project, target.codes, target.logs);
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
      plain_rows_(width),
      plain_cells_(cells),
      plain_reader_(preset == nullptr ? plain_reader(project, log.kind, target) : nullptr) {}

std::uint64_t RowsReader::read(CsvScanner& scanner, std::size_t end) {
  std::uint64_t rows = 0;
  while (scanner.position() < end) {
    if (const auto plain = read_plain(scanner, end)) {
      rows += *plain;
    } else if (!scanner.next()) {
      break;
    } else if (read_row(scanner.row())) {
      ++rows;
    }
  }
  return rows;
}

std::optional<std::uint64_t> RowsReader::read_plain(CsvScanner& scanner, std::size_t end) {
  if (plain_reader_ == nullptr) return std::nullopt;
  const std::size_t count =
      plain_rows_.read(scanner.text(), scanner.position(), end, scanner.delimiter());
  if (count == 0) return std::nullopt;
  const std::uint32_t first_line = scanner.line();
  plain_cells_.begin(plain_rows_, first_line);
  plain_reader_->read(plain_cells_);
  std::uint64_t rows = 0;
  for (std::size_t row = 0; row < count; ++row) {
    const std::size_t first = row;
    while (row < count && !plain_cells_.is_struck(row)) ++row;
    if (row > first) plain_reader_->push(plain_cells_, first, row);
    rows += row - first;
    if (row == count) break;
    scanner.skip_to(plain_rows_.begin_of(row), first_line + static_cast<std::uint32_t>(row));
    if (scanner.next() && read_row(scanner.row())) ++rows;
    if (scanner.position() != plain_rows_.begin_of(row + 1)) return rows;  // after a strange one
  }
  scanner.skip_to(plain_rows_.begin_of(count), first_line + static_cast<std::uint32_t>(count));
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
    row_readers[static_cast<std::size_t>(log_.kind)](cells_, project_, target_.codes,
                                                     target_.logs);
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
    case LogKind::measurements: break;
  }
}

void RowsReader::set_unread() {
  target_.logs.set_unread(project_.data[log_.entry]);
}

}  // namespace euproj
