#pragma once
// Document: a report as sections of tables of typed cells, in one language and no format.
//
// Cells are values, never formatted numbers; roles and tones are meanings. Widths, digits, bold and
// colours belong to the renderers.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "euproj/base/language.hpp"
#include "euproj/base/lazy_rows.hpp"
#include "euproj/core/date.hpp"
#include "euproj/core/money.hpp"
#include "euproj/core/quantity.hpp"
#include "euproj/core/rate.hpp"
#include "euproj/core/rounding.hpp"

namespace euproj {

struct Figures;

/// Empty: does not apply, shown as "–" or "n/d" by `Cell::absent`.
using CellValue = std::variant<std::monostate, std::string, Quantity, Money, Percent, Date>;

enum class Tone { normal, attention, good };

// What a cell, a table and a section need to be copied, moved and dropped is compiled once, in
// document.cpp: inline it would be compiled in every source that names one.

struct Cell {
  CellValue value;
  Tone tone = Tone::normal;
  int decimals = 0;  // of a Quantity: the fewest that are shown

  Cell();
  ~Cell();
  Cell(const Cell&);
  Cell(Cell&&) noexcept;
  Cell& operator=(const Cell&);
  Cell& operator=(Cell&&) noexcept;
  Cell(std::string v, Tone t = Tone::normal);
  Cell(const char* v, Tone t = Tone::normal);
  Cell(Quantity v, Tone t = Tone::normal);
  Cell(Money v, Tone t = Tone::normal);
  Cell(Percent v, Tone t = Tone::normal);
  Cell(Date v, Tone t = Tone::normal);
};

enum class ColumnKind { label, text, count, money, percent, date };

/// How a column follows from others of its row. Where a row does not keep this to the last digit (a
/// rounded share, a suppressed count), its value stands alone.
struct ColumnRule {
  enum class Kind { none, sum, difference, ratio, product };
  Kind kind = Kind::none;
  std::vector<std::string>
      of;  // column ids; the first is lessened by the second, divided or multiplied by it
};

/// What deserves notice in a column, whatever a spreadsheet makes of its values: more than 100 %;
/// 100 % or more, which is good; less than the plan beside it. What remains, and is negative,
/// always does.
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
  LazyRows<TableRow> lazy_rows;  // of tables with a row for each of a million documents; items only
  std::vector<TableRow> rows;    // after them
  std::string empty_note;        // what to print instead when there are no rows
  Medium medium = Medium::everywhere;

  Table();
  ~Table();
  Table(const Table&);
  Table(Table&&) noexcept;
  Table& operator=(const Table&);
  Table& operator=(Table&&) noexcept;

  [[nodiscard]] std::size_t row_count() const { return lazy_rows.size() + rows.size(); }
  [[nodiscard]] TableRow row(std::size_t at) const;  // made anew where it is lazy
};

/// A cell of the table with this id; ids are unique in a document.
struct CellPlace {
  std::string table;
  std::size_t row = 0;
  std::string column;
};

/// A chart of one table of the same section: categories and series are column ids.
struct Chart {
  enum class Shape { bars, columns, lines, pie };
  Shape shape{};
  std::string title;
  std::string table;  // id
  std::string categories;
  std::vector<std::string> series;
  std::vector<std::string> names =
      {};  // of the series, where its columns' headings do not say enough
};

struct DocumentSection {
  std::string id;
  std::string title;                                // also the sheet's name
  std::vector<std::pair<std::string, Cell>> facts;  // label and value, above the tables
  std::vector<std::string> notes;
  std::vector<Table> tables;
  std::vector<Chart> charts;
  bool only_in_workbook = false;         // too long for a terminal (months, provenance details)
  std::optional<CellPlace> evidence_of;  // the figure whose origin it shows
  std::string sheet;  // of a workbook, shared with sections that have the same columns; empty: own

  DocumentSection();
  ~DocumentSection();
  DocumentSection(const DocumentSection&);
  DocumentSection(DocumentSection&&) noexcept;
  DocumentSection& operator=(const DocumentSection&);
  DocumentSection& operator=(DocumentSection&&) noexcept;

  void add(Table table);
  void add(Chart chart);
  void add_fact(std::string label, Cell value);
  void add_note(std::string note);
};

// What follows refers to cells of the tables, for who can follow it: a workbook. Nothing in it has
// a figure of its own: each stands in one table, and whoever shows it again points there.

/// Rows of evidence, counted or added up; of a long list several tables have them.
struct CheckedRows {
  std::vector<std::string> tables;  // ids
  std::string column;               // whose cells are added up; with `equal` or `before`, looked at
  bool added_up = false;            // else counted: those that hold something
  std::optional<std::string> equal = {};  // only rows that say this
  std::optional<Date> before = {};        // only rows of an earlier day
  CellValue value = Quantity();           // what it comes to: a count or an amount
};

/// A part of an amount in a table: the rate, rounded to the grosz.
struct CheckedShare {
  Rate rate;
  Rounding rounding{};
  CellPlace base;
  Money value;
};

/// Two sides that must be equal, each a sum of amounts or of counts that stand in tables.
struct AgreementCheck {
  std::string name;
  std::vector<CellPlace> parts;  // with the rows and the share
  std::vector<CellPlace> total;
  std::optional<CheckedRows> rows = {};
  std::optional<CheckedShare> share = {};
};

/// What scripts call a figure: English, letters, digits and `_`, unique whatever the case.
struct FigureName {
  std::string name;
  CellPlace place;
};

/// What a reader may want to know about a figure: the rule behind it.
struct CellNote {
  CellPlace place;
  std::string text;
};

/// The first sheet, on one page.
struct Overview {
  struct Line {
    std::string label;
    CellPlace figure;
  };
  struct Card {
    std::string label;
    CellPlace figure;
    std::vector<Line> lines;
    std::string section;  // id of the one with the details
  };
  struct Bar {
    std::string label;
    CellPlace target;
    CellPlace cumulative;
    CellPlace achieved;
  };
  struct Source {
    std::string label;
    std::size_t row = 0;  // of the table "sources"
  };
  std::string title;
  std::vector<std::pair<std::string, std::string>> facts;
  std::vector<Card> cards;
  std::vector<Bar> bars;
  std::vector<Source> sources;     // the last is the total
  std::optional<Percent> elapsed;  // days of the project, of all
  bool has_findings = false;       // errors or warnings
  std::string findings;
  std::string worst;  // the first finding of the worst kind; may be empty
};

/// Good: all is reached; attention: less than of the time that has elapsed.
[[nodiscard]] Tone tone_of(Percent achieved, std::optional<Percent> elapsed);

struct Document {
  std::string title;
  std::string subtitle;
  std::string label;            // not empty: on every page and sheet, in no cell
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

[[nodiscard]] Document build_document(const Figures& figures, Language language);
/// What was reached, what was spent, and what needs a hand in the next days, on one screen.
[[nodiscard]] Document build_brief(const Figures& figures, Language language);

}  // namespace euproj
