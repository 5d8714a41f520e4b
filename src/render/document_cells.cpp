#include "render/document_cells.hpp"

#include <optional>

#include "euproj/base/checked.hpp"
#include "euproj/words/texts.hpp"
#include "render/shown_table.hpp"

namespace euproj {
namespace {

const Table* table_of(const Document& document, const CellPlace& place) {
  for (const DocumentSection& section : document.sections) {
    for (const Table& table : section.tables) {
      if (table.id == place.table && column_of(table, place.column)) return &table;
    }
  }
  return nullptr;
}

const Cell& checked_cell(const Document& document, const CellPlace& place) {
  const Cell* const cell = find_cell(document, place);
  if (cell == nullptr) throw InternalError("a check of a cell that is not there");
  return *cell;
}

CellValue sum_of(const Document& document, const std::vector<CellPlace>& places) {
  Money money;
  Quantity count;
  bool counts = false;
  for (const CellPlace& place : places) {
    const CellValue& value = checked_cell(document, place).value;
    if (const auto* amount = std::get_if<Money>(&value)) money += *amount;
    if (const auto* number = std::get_if<Quantity>(&value)) {
      count += *number;
      counts = true;
    }
  }
  return counts ? CellValue(count) : CellValue(money);
}

/// Both counts, or both amounts.
CellValue plus(const CellValue& a, const CellValue& b) {
  if (const auto* money = std::get_if<Money>(&a)) return *money + std::get<Money>(b);
  return std::get<Quantity>(a) + std::get<Quantity>(b);
}

CellValue parts_of(const Document& document, const AgreementCheck& check) {
  if (check.share) return check.share->value;
  if (!check.rows) return sum_of(document, check.parts);
  if (check.parts.empty()) return check.rows->value;
  return plus(check.rows->value, sum_of(document, check.parts));
}

}  // namespace

const Cell* find_cell(const Document& document, const CellPlace& place) {
  const Table* const table = table_of(document, place);
  if (table == nullptr || place.row >= table->rows.size()) return nullptr;
  return &table->rows[place.row].cells.at(*column_of(*table, place.column));
}

ColumnKind kind_of_cell(const Document& document, const CellPlace& place) {
  const Table* const table = table_of(document, place);
  return table == nullptr ? ColumnKind::text
                          : table->columns.at(*column_of(*table, place.column)).kind;
}

std::optional<Percent> percent_in(const Document& document, const CellPlace& place) {
  const Cell* const cell = find_cell(document, place);
  const auto* const percent = cell == nullptr ? nullptr : std::get_if<Percent>(&cell->value);
  return percent == nullptr ? std::nullopt : std::optional(*percent);
}

bool have_same_headings(const Table& a, const Table& b) {
  return std::equal(a.columns.begin(), a.columns.end(), b.columns.begin(), b.columns.end(),
                    [](const auto& x, const auto& y) { return x.heading == y.heading; });
}

DocumentSection checks_section(const Document& document) {
  const auto words = [&](FixedText which) { return std::string(text(which, document.language)); };
  const auto column = [](const char* id, std::string heading, ColumnKind kind) {
    TableColumn made;
    made.id = id;
    made.heading = std::move(heading);
    made.kind = kind;
    return made;
  };
  DocumentSection section;
  section.id = "checks";
  section.title = words(Text::section_checks);
  Table table;
  table.id = "checks";
  table.columns = {
      column("check", words(Text::column_check), ColumnKind::label),
      column("parts", words(Text::column_check_parts), ColumnKind::money),
      column("whole", words(Text::column_check_whole), ColumnKind::money),
      column("agrees", words(Text::column_check_agrees), ColumnKind::text),
  };
  constexpr std::size_t parts_column = 1;
  constexpr std::size_t total_column = 2;
  constexpr std::size_t agrees_column = 3;
  bool all = true;
  for (const AgreementCheck& check : document.checks) {
    const CellValue parts = parts_of(document, check);
    const CellValue whole = sum_of(document, check.total);
    const bool agrees = parts == whole;
    all = all && agrees;
    TableRow row;
    row.cells.resize(table.columns.size());
    row.cells[0].value = check.name;
    row.cells[parts_column].value = parts;
    row.cells[total_column].value = whole;
    row.cells[agrees_column] = {words(agrees ? Text::check_agrees : Text::check_differs),
                                agrees ? Tone::good : Tone::attention};
    table.rows.push_back(std::move(row));
  }
  section.facts = {
      {words(Text::check_verdict), words(all ? Text::check_all_agree : Text::check_some_differ)}};
  section.tables = {std::move(table)};
  return section;
}

}  // namespace euproj
