// Rows of `aliases`: two identity numbers of one person, and why that is known.

#include "euproj/words/kinds.hpp"
#include "read/logs/row_readers.hpp"
#include "read/words/words.hpp"

namespace euproj {
namespace {

IdentityNumber read_number(RowCells& cells, Column column, Codes& codes) {
  IdentityNumber number;
  const std::string_view seen = cells.text(column);
  if (const auto pesel = parse_pesel(ungrouped_pesel(seen))) number.pesel = pesel->number;
  number.other_id = codes.other_ids.intern(seen);
  return number;
}

bool are_same(const IdentityNumber& a, const IdentityNumber& b) {
  return a.other_id == b.other_id || (a.pesel != 0 && a.pesel == b.pesel);
}

}  // namespace

void read_alias(RowCells& cells, const Project&, Codes& codes, Logs& logs) {
  AliasRow row;
  row.origin = cells.origin();
  row.identity = read_number(cells, Column::aliases_identity, codes);
  row.same_as = read_number(cells, Column::aliases_same_as, codes);
  static_cast<void>(cells.text(Column::aliases_reason));  // for the auditor; it must be there
  if (cells.ok() && are_same(row.identity, row.same_as)) {
    cells.report(Kind::alias_same, Column::aliases_same_as,
                 {std::string(column_info(Column::aliases_identity).name)});
  }
  if (cells.ok()) logs.aliases.push_back(row);
}

}  // namespace euproj
