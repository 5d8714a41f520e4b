#include "read/rows_reader.hpp"

#include <array>

#include "euproj/base/kinds.hpp"
#include "euproj/base/utf8.hpp"
#include "read/row_readers.hpp"

namespace euproj {
namespace {

constexpr std::array<RowReader, log_kind_count> row_readers = {  // by LogKind
    read_participant, read_support,     read_outcome, read_place,
    read_measurement, read_expenditure, read_alias};

std::size_t cell_of(const LogFile& log, Column column) {
  return log.cells[static_cast<std::size_t>(column)];
}

/// Where the log names persons; 0: nowhere.
std::size_t person_cell_of(const LogFile& log) {
  switch (log.kind) {
    case LogKind::participants: return cell_of(log, Column::participants_person_id);
    case LogKind::support: return cell_of(log, Column::support_person_id);
    case LogKind::outcomes: return cell_of(log, Column::outcomes_person_id);
    case LogKind::places:
    case LogKind::measurements:
    case LogKind::expenditures:
    case LogKind::aliases: break;
  }
  return 0;
}

}  // namespace

RowsReader::RowsReader(const Project& project, const LogFile& log, std::size_t width,
                       RowCells& cells, PresetRows* preset, const RowsTarget& target)
    : project_(project),
      log_(log),
      width_(width),
      person_cell_(person_cell_of(log)),
      cells_(cells),
      preset_(preset),
      target_(target) {}

std::uint64_t RowsReader::read(CsvScanner& scanner, std::size_t end) {
  std::uint64_t rows = 0;
  while (batch_.read(scanner, end)) {
    // Of millions of persons each look-up would be a wait for memory; cell 0 is nobody's.
    const auto& persons = batch_.look_up(person_cell_, target_.codes.person_ids);
    for (std::size_t i = 0; i < batch_.rows().size(); ++i) {
      if (read_row(batch_.rows()[i], persons[i])) ++rows;
    }
  }
  return rows;
}

/// False for a row of blanks.
bool RowsReader::read_row(const CsvRow& row, const LookedUp& person) {
  if (row.fault != CsvFault::none) {
    target_.diagnostics.report(kind_of(row.fault), {log_.file, row.line, row.fault_column},
                               arguments_of(row.fault));
    set_unread();
    return true;
  }
  cells_.begin(row, person);
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
