#pragma once
// Document: a report as sections of tables of typed cells, in one language and no format.
//
// Cells are values, never formatted numbers; roles and tones are meanings. Widths, digits, bold and
// colours belong to the renderers.

#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "euproj/base/language.hpp"
#include "euproj/base/made_list.hpp"
#include "euproj/core/date.hpp"
#include "euproj/core/money.hpp"
#include "euproj/core/quantity.hpp"

namespace euproj {

/// Empty: does not apply, shown as "–" or "n/d" by `Cell::absent`.
using CellValue = std::variant<std::monostate, std::string, Quantity, Money, Percent, Date>;

enum class Tone { normal, attention, good };

struct Cell {
  CellValue value;
  Tone tone = Tone::normal;
  int decimals = 0;  // of a Quantity: the least number shown

  Cell() = default;
  template <typename T>
  Cell(T v, Tone t = Tone::normal) : value(std::move(v)), tone(t) {}
};

enum class ColumnKind { label, text, count, money, percent, date };

/// How a column follows from others of its row. Where a row does not keep this to the last digit (a
/// rounded share, a hidden count), its value stands alone.
struct ColumnRule {
  enum class Kind { none, sum, difference, ratio };
  Kind kind = Kind::none;
  std::vector<std::string> of;  // column ids; the first is lessened by the second, or divided by it
};

struct TableColumn {
  std::string id;       // stable, English: "cumulative"
  std::string heading;  // in the document's language
  ColumnKind kind = ColumnKind::text;
  ColumnRule rule = {};
};

enum class RowRole { item, heading, subtotal, total };

struct TableRow {
  RowRole role = RowRole::item;
  std::vector<Cell> cells;  // as many as columns
};

/// Where a table appears: a workbook can hold wide and long tables that a text cannot.
enum class Medium { everywhere, text, workbook };

struct Table {
  std::string id;
  std::string title;  // may be empty
  std::vector<TableColumn> columns;
  MadeList<TableRow> made;     // of tables with a row for each of a million documents; items only
  std::vector<TableRow> rows;  // after them
  std::string empty_note;      // what to print instead when there are no rows
  Medium medium = Medium::everywhere;

  [[nodiscard]] std::size_t row_count() const { return made.size() + rows.size(); }
  [[nodiscard]] TableRow row(std::size_t at) const {
    return at < made.size() ? made[at] : rows[at - made.size()];
  }
};

/// A chart of one table of the same section: categories and series are column ids.
struct Chart {
  enum class Shape { bars, columns, lines, pie };
  Shape shape{};
  std::string title;
  std::string table;  // id
  std::string categories;
  std::vector<std::string> series;
};

struct DocumentSection {
  std::string id;
  std::string title;  // also the sheet's name
  std::vector<std::pair<std::string, Cell>> facts;  // label and value, above the tables
  std::vector<std::string> notes;
  std::vector<Table> tables;
  std::vector<Chart> charts;
  bool only_in_workbook = false;  // too long for a terminal (months, provenance details)
};

/// A cell of the table with this id; ids are unique in a document.
struct CellPlace {
  std::string table;
  std::size_t row = 0;
  std::string column;
};

/// Two sides that must be equal, each a sum of amounts or of counts that stand in tables.
struct AgreementCheck {
  std::string name;
  std::vector<CellPlace> parts;
  std::vector<CellPlace> whole;
};

struct Document {
  std::string title;
  std::string subtitle;
  std::string incomplete_mark;  // not empty: shown on every page, sheet and section
  Language language = Language::polish;
  std::string currency;
  std::string author;   // document properties: the beneficiary
  std::string subject;  // the project's number
  std::vector<DocumentSection> sections;
  std::vector<AgreementCheck> checks;  // for who can recompute them: a workbook
};

}  // namespace euproj
