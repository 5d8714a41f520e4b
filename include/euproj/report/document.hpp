#pragma once
// Document: a report as sections of tables of typed cells, in one language and no format.
//
// Cells are values, never formatted numbers; roles and tones are meanings. Widths, digits, bold and
// colours belong to the renderers.

#include <optional>
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
#include "euproj/report/cell_places.hpp"

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

/// What deserves notice in a column, whatever a spreadsheet makes of its values: more than 100 %;
/// 100 % or more, which is good; less than the plan beside it. What remains, and is negative, always
/// does.
enum class Watch { none, above_whole, reached, below_plan };

struct TableColumn {
  std::string id;       // stable, English: "cumulative"
  std::string heading;  // in the document's language
  ColumnKind kind = ColumnKind::text;
  ColumnRule rule = {};
  Watch watch = Watch::none;
  std::string plan = {};           // of below_plan: a column id
  std::string paper_heading = {};  // shorter, where it must fit a page; empty: the same
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
  std::vector<std::string> names = {};  // of the series, where its columns' headings do not say enough
};

struct DocumentSection {
  std::string id;
  std::string title;  // also the sheet's name
  std::vector<std::pair<std::string, Cell>> facts;  // label and value, above the tables
  std::vector<std::string> notes;
  std::vector<Table> tables;
  std::vector<Chart> charts;
  bool only_in_workbook = false;  // too long for a terminal (months, provenance details)
  std::optional<CellPlace> evidence_of;  // the figure whose origin it shows
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
  std::vector<AgreementCheck> checks;  // this and what follows: for a workbook
  std::vector<FigureName> names;
  std::vector<CellNote> notes;
  std::optional<Overview> overview;
};

}  // namespace euproj
