#include "read/row_batch.hpp"

namespace euproj {

bool RowBatch::read(CsvScanner& scanner, std::size_t end) {
  constexpr std::size_t most_rows = 32;
  rows_.clear();
  ends_.clear();
  cells_.clear();
  bool is_kept = true;  // the scanner's next row leaves this one's texts where they are
  while (is_kept && rows_.size() < most_rows && scanner.position() < end && scanner.next()) {
    const CsvRow& row = scanner.row();
    rows_.push_back(row);
    cells_.insert(cells_.end(), row.cells.begin(), row.cells.end());
    ends_.push_back(cells_.size());
    is_kept = !scanner.has_copies();
  }
  std::size_t begin = 0;
  for (std::size_t i = 0; i < rows_.size(); ++i) {
    rows_[i].cells = {cells_.data() + begin, ends_[i] - begin};
    begin = ends_[i];
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
