#pragma once
// read_workbook_cells: a workbook that came back, cell by cell, with formulas and stored values.

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "euproj/words/diagnostics.hpp"

namespace euproj {

struct WorkbookCell {
  enum class Kind : std::uint8_t { text, number, truth, error };
  std::uint32_t row = 0;  // from 1, as the column
  std::uint32_t column = 0;
  Kind kind{};
  std::string value;
  std::string formula;  // without `=`; empty: none
};

struct WorkbookSheet {
  std::string name;
  std::vector<WorkbookCell> cells;  // that hold something, by row and column
};

struct WorkbookCells {
  std::vector<WorkbookSheet> sheets;
  std::vector<std::pair<std::string, std::string>> names;  // of cells
};

/// Nothing when the bytes are no XLSX workbook or are damaged or unpack to too much, which is
/// reported at `file`.
[[nodiscard]] std::optional<WorkbookCells> read_workbook_cells(std::string_view bytes, FileId file,
                                                               Diagnostics& diagnostics);

}  // namespace euproj
