#include "render/workbook/long_table.hpp"

#include <charconv>
#include <utility>

#include "render/sheets/formulas.hpp"
#include "render/sheets/row_cells.hpp"
#include "render/workbook/package.hpp"
#include "render/workbook/rows.hpp"

namespace euproj {
namespace {

constexpr std::size_t max_held = std::size_t{1} << 16;  // bytes before they go to the sink

std::size_t found(std::size_t at) {
  if (at == std::string_view::npos) throw WriteFailure("the library wrote a sheet in another way");
  return at;
}

std::size_t begin_of_row(std::string_view sheet, std::uint32_t row) {
  return found(sheet.find("<row r=\"" + std::to_string(row + 1) + "\""));
}

std::size_t end_of_row(std::string_view sheet, std::uint32_t row) {
  constexpr std::string_view end = "</row>";
  return found(sheet.find(end, begin_of_row(sheet, row))) + end.size();
}

/// The number of the style of the stand-in in this row.
std::int32_t style_number(std::string_view sheet, std::uint32_t row) {
  const std::string cell = "<c r=\"" + a1_name(row, 0) + "\" s=\"";
  const std::size_t at = found(sheet.find(cell)) + cell.size();
  std::int32_t number = 0;
  std::from_chars(sheet.data() + at, sheet.data() + sheet.size(), number);
  return number;
}

bool has_decimals(const Cell& cell) {
  const auto* quantity = std::get_if<Quantity>(&cell.value);
  return cell.decimals > 0 || (quantity != nullptr && !quantity->is_whole());
}

void append_cell(RowText& row, const SheetCell& cell, std::int32_t style, Language language) {
  if (const std::optional<StoredNumber> number = stored_number(cell.cell.value)) {
    row.number(cell.column, style, *number);
  } else if (const std::string shown = shown_text(cell, language); shown.empty()) {
    row.blank(cell.column, style);
  } else {
    row.words(cell.column, style, shown);
  }
}

}  // namespace

LongTable::LongTable(const LongRows& rows, std::vector<std::size_t> widths, Language language)
    : rows_(rows),
      widths_(std::move(widths)),
      language_(language),
      last_(rows.table->columns.size()) {
  std::vector<SheetCell> cells;
  for (TableRow row : rows_.table->lazy_rows) {
    place_cells(*rows_.table, std::move(row), rows_.first, cells);
    for (const SheetCell& cell : cells) static_cast<void>(style_in_column(cell));
  }
}

std::uint32_t LongTable::last_row() const {
  return rows_.first + static_cast<std::uint32_t>(rows_.table->lazy_rows.size()) - 1;
}

std::uint16_t LongTable::last_column() const {
  return static_cast<std::uint16_t>(rows_.table->columns.size() - 1);
}

std::size_t LongTable::position_of(const CellStyle& style) {
  const auto [known, is_new] = positions_.try_emplace(style, styles_.size());
  if (is_new) styles_.push_back(style);
  return known->second;
}

std::size_t LongTable::style_in_column(const SheetCell& cell) {
  if (has_decimals(cell.cell)) return position_of(style_of(cell));  // as many as the number itself
  LastStyle& last = last_[cell.column];
  const std::size_t type = cell.cell.value.index();
  if (last.type != type || last.part != cell.part || last.tone != cell.cell.tone) {
    last = {type, cell.part, cell.cell.tone, position_of(style_of(cell))};
  }
  return last.style;
}

void LongTable::write(const std::vector<std::int32_t>& numbers, const Sink& sink) {
  RowText text;
  std::vector<SheetCell> cells;
  std::uint32_t at = rows_.first;
  for (TableRow row : rows_.table->lazy_rows) {
    place_cells(*rows_.table, std::move(row), at, cells);
    const std::size_t lines = lines_of_row(cells, widths_);
    text.begin_row(at++, lines > 1 ? row_height(lines) : 0, rows_.is_folded);
    for (const SheetCell& cell : cells) {
      append_cell(text, cell, numbers.at(style_in_column(cell)), language_);
    }
    text.end_row();
    if (text.text().size() < max_held) continue;
    sink(text.text());
    text.clear();
  }
  sink(text.text());
}

void write_with_rows(std::string_view sheet, std::vector<LongTable>& tables, const Sink& sink) {
  std::size_t copied = 0;
  for (LongTable& table : tables) {
    std::vector<std::int32_t> numbers;
    for (std::size_t i = 0; i < table.styles().size(); ++i) {
      numbers.push_back(style_number(sheet, table.first_row() + static_cast<std::uint32_t>(i)));
    }
    sink(sheet.substr(copied, begin_of_row(sheet, table.first_row()) - copied));
    table.write(numbers, sink);
    copied = end_of_row(sheet, table.last_row());
  }
  sink(sheet.substr(copied));
}

}  // namespace euproj
