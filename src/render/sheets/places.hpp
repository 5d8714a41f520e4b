#pragma once
// SheetPlaces knows where the cells of a document stand in the workbook, once the sheets with them
// are laid out; sheet_names gives the sheets names that Excel accepts.

#include <string>
#include <unordered_map>
#include <vector>

#include "euproj/report/document.hpp"
#include "render/sheets/layout.hpp"

namespace euproj {

/// One name a title, in order: at most 31 characters, none of []:*?/\, no apostrophe at an end,
/// not empty, not the reserved "History", and unique whatever the case ("Sheet", "SHEET (2)").
[[nodiscard]] std::vector<std::string> sheet_names(const std::vector<std::string>& titles);

struct SheetTable {
  std::string sheet;  // its name
  PlacedTable placed;
};

struct CellPosition {
  std::uint32_t row = 0;
  std::uint16_t column = 0;
};

/// Asked for a cell that is on no sheet, it throws InternalError.
class SheetPlaces {
 public:
  void add(SheetTable table);

  [[nodiscard]] bool has(const CellPlace& place) const;
  [[nodiscard]] CellPosition position(const CellPlace& place) const;
  [[nodiscard]] std::string name(const CellPlace& place) const;      // "'Wydatki'!C5"
  [[nodiscard]] std::string absolute(const CellPlace& place) const;  // "'Wydatki'!$C$5"
  /// The rows of a table in a column, without its total: "'Dowody P1'!A14:A95"; empty where it has
  /// none.
  [[nodiscard]] std::string column(const std::string& table, const std::string& column) const;
  /// A column of cells as a range, anything else as a sum.
  [[nodiscard]] std::string sum(const std::vector<CellPlace>& places) const;

 private:
  [[nodiscard]] const SheetTable& table(const CellPlace& place) const;

  std::unordered_map<std::string, SheetTable> tables_;  // by id
};

}  // namespace euproj
