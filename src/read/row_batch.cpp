#include "read/row_batch.hpp"

namespace euproj {

bool RowBatch::read(CsvScanner& scanner, std::size_t end) {
  constexpr std::size_t most_rows = 32;
  rows_.clear();
  while (rows_.size() < most_rows && scanner.position() < end) {
    if (!(rows_.empty() ? scanner.next() : scanner.next_behind())) break;
    rows_.push_back(scanner.row());
    if (scanner.has_copies() || !scanner.has_room()) break;
  }
  return !rows_.empty();
}

const std::vector<std::string_view>& RowBatch::texts_of(std::size_t cell) {
  texts_.clear();
  for (const CsvRow& row : rows_) {
    if (cell - 1 < row.cells.size()) texts_.push_back(row.cells[cell - 1].text);
  }
  return texts_;
}

}  // namespace euproj
