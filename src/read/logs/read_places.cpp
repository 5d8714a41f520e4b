// Rows of `places`: places created or supported, and how long they exist.

#include "read/logs/row_readers.hpp"

#include "euproj/words/kinds.hpp"

namespace euproj {

void read_place(RowCells& cells, const Project&, Codes& codes, Logs& logs) {
  PlaceRow row;
  row.origin = cells.origin();
  row.place = cells.interned(Column::places_place_id, codes.places);
  row.name = cells.text(Column::places_name);
  row.kind = cells.place_kind(Column::places_kind).value_or(PlaceKind::created);
  row.from = cells.date(Column::places_from);
  row.to = cells.date(Column::places_to);
  if (row.from.known() && row.to.known() && row.to < row.from) {
    cells.report(Kind::ends_before_start, Column::places_to, {row.to.iso(), row.from.iso()});
  }
  row.capacity = cells.count(Column::places_capacity).value_or(1);
  if (cells.ok()) logs.places.push_back(std::move(row));
}

}  // namespace euproj
