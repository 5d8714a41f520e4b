#pragma once
// A report that came back beside the one that the logs give: JSON by pointer, a workbook by cell.

#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "euproj/read/json_leaves.hpp"
#include "euproj/read/read_workbook_cells.hpp"
#include "euproj/report/verification.hpp"

namespace euproj {

/// Every scalar but those of findings, provenance and seals, which are no figures. Where another
/// version of the program wrote the file, what it does not have is no difference.
void compare_json(const std::vector<JsonLeaf>& there, const std::vector<JsonLeaf>& here,
                  bool same_version, Verification& verification);

/// Every cell, stored value and formula, and every name. Not the sheet of provenance, nor that of
/// closed periods, which depends on the seals that there are.
///
/// A program that saved the workbook again may write numbers and formulas otherwise: numbers are
/// compared by 15 digits, as spreadsheets show them, formulas without blanks, the case of names of
/// functions, and the quotes and `$` of places.
void compare_workbooks(const WorkbookCells& there, const WorkbookCells& here,
                       Verification& verification);

/// The figures of a report or a seal as JSON; nothing where the text is neither.
[[nodiscard]] std::optional<std::vector<NamedFigure>> figures_in(std::string_view json);
/// Those of a workbook that have a name of their own.
[[nodiscard]] std::vector<NamedFigure> named_cells(const WorkbookCells& workbook);

/// What became of the inputs that a file names: by their digests alone.
void compare_inputs(const std::map<std::string, std::string>& there,
                    const std::map<std::string, std::string>& here, Verification& verification);
/// SHA-256 by path, as the provenance of a report has them.
[[nodiscard]] std::map<std::string, std::string> digests_of(const std::vector<JsonLeaf>& report);
[[nodiscard]] std::map<std::string, std::string> digests_of(const WorkbookCells& workbook);

/// A formula as it is compared: 'Wydatki'!$A$1 + 1 is WYDATKI!A1+1, A1:A1 is A1; texts stay as they
/// are.
[[nodiscard]] std::string comparable_formula(std::string_view formula);

}  // namespace euproj
