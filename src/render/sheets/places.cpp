#include "render/sheets/places.hpp"

#include <algorithm>
#include <optional>
#include <set>

#include "euproj/base/checked.hpp"
#include "euproj/base/unicode.hpp"
#include "render/clean_text.hpp"
#include "render/sheets/formulas.hpp"
#include "render/shown_table.hpp"

namespace euproj {
namespace {

constexpr std::size_t max_characters = 31;

std::string allowed(const std::string& title) {
  std::string name = clean_text(title, LineBreaks::as_blanks);
  for (char& c : name) {
    if (std::string_view("[]:*?/\\").find(c) != std::string_view::npos) c = '-';
  }
  return name;
}

/// What stands in brackets at the end goes first where a name is too long, then whole words.
std::string shortened(std::string name) {
  if (display_width(name) <= max_characters) return name;
  const std::size_t brackets = name.rfind(" (");
  if (brackets != std::string::npos && brackets > 0) name.resize(brackets);
  if (display_width(name) <= max_characters) return name;
  const std::string cut = cut_text(name, max_characters - 1);
  const std::size_t word = cut.rfind(' ');
  constexpr std::size_t min_bytes = 12;
  return word == std::string::npos || word < min_bytes ? name : cut.substr(0, word) + "…";
}

void trim_ends(std::string& name) {
  const auto is_bad = [](char c) { return c == '\'' || c == ' '; };
  while (!name.empty() && is_bad(name.back())) name.pop_back();
  while (!name.empty() && is_bad(name.front())) name.erase(name.begin());
}

/// Excel compares without regard to case in any alphabet. `folded` ignores signs too, so a few
/// names get a number that need not; the other way round Excel would refuse the file.
std::string compared(const std::string& name) { return folded(name); }

}  // namespace

std::vector<std::string> sheet_names(const std::vector<std::string>& titles) {
  std::vector<std::string> names;
  std::set<std::string> taken = {compared("History")};
  for (const std::string& title : titles) {
    std::string base = shortened(allowed(title));
    trim_ends(base);
    if (base.empty()) base = "-";
    std::string name;
    for (std::size_t number = 1;; ++number) {
      const std::string suffix = number == 1 ? "" : " (" + std::to_string(number) + ")";
      name = cut_text(base, max_characters - suffix.size());
      trim_ends(name);
      name += suffix;
      if (taken.insert(compared(name)).second) break;
    }
    names.push_back(std::move(name));
  }
  return names;
}

void SheetPlaces::add(SheetTable table) {
  std::string id = table.placed.table->id;
  tables_.emplace(std::move(id), std::move(table));
}

const SheetTable& SheetPlaces::table(const CellPlace& place) const {
  const auto found = tables_.find(place.table);
  if (found == tables_.end()) throw InternalError("a cell of a table that is on no sheet");
  return found->second;
}

bool SheetPlaces::has(const CellPlace& place) const {
  const auto found = tables_.find(place.table);
  return found != tables_.end() && place.row < found->second.placed.table->rows.size() &&
         column_of(*found->second.placed.table, place.column).has_value();
}

CellPosition SheetPlaces::position(const CellPlace& place) const {
  const PlacedTable& placed = table(place).placed;
  const std::optional<std::size_t> column = column_of(*placed.table, place.column);
  if (!column) throw InternalError("a cell of a column that is not there");
  return {placed.header + 1 + static_cast<std::uint32_t>(place.row),
          static_cast<std::uint16_t>(*column)};
}

std::string SheetPlaces::name(const CellPlace& place) const {
  const CellPosition at = position(place);
  return sheet_prefix(table(place).sheet) + a1_name(at.row, at.column);
}

std::string SheetPlaces::absolute(const CellPlace& place) const {
  const CellPosition at = position(place);
  return sheet_prefix(table(place).sheet) + absolute_name(at.row, at.column);
}

std::string SheetPlaces::column(const std::string& id, const std::string& column) const {
  const CellPlace first{id, 0, column};
  const Table& added = *table(first).placed.table;
  std::size_t rows = added.row_count();
  if (!added.rows.empty() && added.rows.back().role == RowRole::total) --rows;
  if (rows == 0) return {};
  const std::string last = name({id, rows - 1, column});
  return name(first) + ":" + last.substr(last.rfind('!') + 1);
}

std::string SheetPlaces::sum(const std::vector<CellPlace>& places) const {
  const auto apart = [](const CellPlace& a, const CellPlace& b) {
    return a.table != b.table || a.column != b.column || a.row + 1 != b.row;
  };
  const bool a_column =
      places.size() > 1 && std::adjacent_find(places.begin(), places.end(), apart) == places.end();
  if (a_column) {
    const std::string last = name(places.back());
    return "SUM(" + name(places.front()) + ":" + last.substr(last.rfind('!') + 1) + ")";
  }
  std::string sum;
  for (const CellPlace& place : places) sum += (sum.empty() ? "" : "+") + name(place);
  return sum;
}

}  // namespace euproj
