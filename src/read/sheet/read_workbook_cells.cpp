#include "euproj/read/read_workbook_cells.hpp"

#include "euproj/words/kinds.hpp"
#include "read/sheet/spreadsheet.hpp"

namespace euproj {

std::optional<WorkbookCells> read_workbook_cells(std::string_view bytes, FileId file,
                                                 Diagnostics& diagnostics) {
  try {
    SheetArchive archive(bytes);
    const std::unique_ptr<Workbook> workbook = open_xlsx(archive);
    if (workbook == nullptr) throw SpreadsheetFault{Kind::spreadsheet_unknown};
    WorkbookCells found;
    for (std::size_t at = 0; at < workbook->sheets().size(); ++at) {
      WorkbookSheet& sheet = found.sheets.emplace_back();
      sheet.name = workbook->sheets()[at].name;
      static_cast<void>(workbook->visit_cells(at, [&](const RawCell& cell) {
        sheet.cells.push_back(
            {static_cast<std::uint32_t>(cell.row), static_cast<std::uint32_t>(cell.column),
             static_cast<WorkbookCell::Kind>(cell.kind), cell.value, cell.formula});
      }));
    }
    found.names = workbook->names();
    return found;
  } catch (const SpreadsheetFault& fault) {
    diagnostics.report(fault, {file, 0, 0});
    return std::nullopt;
  }
}

}  // namespace euproj
