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

const std::vector<LookedUp>& RowBatch::look_up(std::size_t cell, const Interner& words) {
  texts_.assign(rows_.size(), {});
  for (std::size_t i = 0; i < rows_.size(); ++i) {
    if (cell - 1 < rows_[i].cells.size()) texts_[i].text = rows_[i].cells[cell - 1].text;
  }
  if (cell > 0) words.look_up(texts_);
  return texts_;
}

}  // namespace euproj
