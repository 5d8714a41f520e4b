#pragma once
// One reader per log that may have millions of rows: those about which there is nothing to say, many
// at a time.
//
// Each gives the rows that the row reader of its log (row_readers.hpp) would give, and strikes a row
// about which that one might have to say something: the rules stand there, side by side with these.

#include <memory>

#include "euproj/model/project.hpp"
#include "read/logs/plain_cells.hpp"

namespace euproj {

class PlainReader {
 public:
  virtual ~PlainReader() = default;
  /// All columns of some rows, of which it strikes those that are not plain.
  virtual void read(PlainCells& cells) = 0;
  /// Appends the rows from `first` to before `end`, none of them struck. Rows come in order.
  virtual void push(const PlainCells& cells, std::size_t first, std::size_t end) = 0;
};

/// All outlive the reader.
using MakePlainReader = std::unique_ptr<PlainReader> (*)(const Project& project, Codes& codes,
                                                         Logs& logs);

std::unique_ptr<PlainReader> plain_participants(const Project& project, Codes& codes, Logs& logs);
std::unique_ptr<PlainReader> plain_support(const Project& project, Codes& codes, Logs& logs);
std::unique_ptr<PlainReader> plain_outcomes(const Project& project, Codes& codes, Logs& logs);
std::unique_ptr<PlainReader> plain_expenditures(const Project& project, Codes& codes, Logs& logs);

}  // namespace euproj
