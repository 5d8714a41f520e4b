// A workbook: which sheets it has, and what leads from one to another.
//
// The first sheet points to the others, so it is written last.

#include <algorithm>
#include <optional>

#include "euproj/render/render.hpp"
#include "euproj/words/texts.hpp"
#include "render/shown_table.hpp"
#include "render/workbook/checks.hpp"
#include "render/workbook/formulas.hpp"
#include "render/workbook/layout.hpp"
#include "render/workbook/overview.hpp"
#include "render/workbook/places.hpp"
#include "render/workbook/writer.hpp"

namespace euproj {
namespace {

SheetCell* cell_at(SheetLayout& layout, CellPosition at) {
  const auto found = std::find_if(layout.cells.begin(), layout.cells.end(), [&](const auto& cell) {
    return cell.row == at.row && cell.column == at.column;
  });
  return found == layout.cells.end() ? nullptr : &*found;
}

class Workbook {
 public:
  Workbook(const Document& document, std::int64_t stamp)
      : document_(document), writer_(document, stamp) {}

  std::string bytes() {
    name_sheets();
    for (std::size_t i = 0; i < document_.sections.size(); ++i) section(i);
    if (!document_.checks.empty()) checks();
    if (document_.overview) overview();
    for (const FigureName& each : document_.names) {
      if (places_.has(each.place)) writer_.define(each.name, places_.absolute(each.place));
    }
    return writer_.finish();
  }

 private:
  /// The names of the sections' sheets, in `names_`; the sheets before and after them.
  void name_sheets() {
    std::vector<std::string> titles;
    for (const DocumentSection& section : document_.sections) titles.push_back(section.title);
    if (!document_.checks.empty()) checks_ = checks_section(document_);
    if (checks_) titles.push_back(checks_->title);
    if (document_.overview) titles.push_back(document_.overview->title);
    names_ = sheet_names(titles);
    if (document_.overview) writer_.add_sheet(names_.back());
    const std::size_t others = names_.size() - (document_.overview ? 1 : 0);
    for (std::size_t i = 0; i < others; ++i) writer_.add_sheet(names_[i]);
  }

  std::size_t sheet_of(std::size_t section) const { return section + (document_.overview ? 1 : 0); }

  /// What is laid out is let go sheet by sheet: a section can have a row for each of a million
  /// documents.
  void section(std::size_t position) {
    const DocumentSection& section = document_.sections[position];
    std::optional<DocumentSection> kept;
    for (std::size_t i = 0; i < section.tables.size(); ++i) {
      const Table& table = section.tables[i];
      if (table.lazy_rows.empty() || has_long_rows(section, table)) continue;
      if (!kept) kept = section;
      kept->tables[i] = with_rows_kept(table);
    }
    const DocumentSection& shown = kept ? *kept : section;
    SheetLayout layout = lay_out_sheet(document_, shown);
    for (LongRows& rows : layout.long_rows) {  // they are read when all sheets are written
      rows.table = &section.tables[static_cast<std::size_t>(rows.table - shown.tables.data())];
    }
    for (const PlacedTable& each : layout.tables) {
      const auto index = static_cast<std::size_t>(each.table - shown.tables.data());
      places_.add({names_[position], {&section.tables[index], each.header}});
    }
    add_notes(section, layout);
    add_links(section, layout);
    writer_.write(sheet_of(position), layout);
  }

  static bool stands_in(const CellPlace& place, const DocumentSection& section) {
    return std::any_of(section.tables.begin(), section.tables.end(),
                       [&](const Table& table) { return table.id == place.table; });
  }

  void add_notes(const DocumentSection& section, SheetLayout& layout) const {
    for (const CellNote& note : document_.notes) {
      if (!stands_in(note.place, section) || !places_.has(note.place)) continue;
      const CellPosition at = places_.position(note.place);
      layout.comments.push_back({at.row, at.column, note.text});
    }
  }

  static void add_link(SheetLayout& layout, CellPosition at, std::string target) {
    SheetCell* const cell = cell_at(layout, at);
    if (cell == nullptr || cell->is_link) return;
    cell->is_link = true;
    layout.links.push_back({at.row, at.column, std::move(target)});
  }

  /// From a figure to its evidence, and from the value that the evidence shows back to the figure.
  void add_links(const DocumentSection& section, SheetLayout& layout) const {
    for (std::size_t i = 0; i < document_.sections.size(); ++i) {
      const auto& figure = document_.sections[i].evidence_of;
      if (!figure || !stands_in(*figure, section) || !places_.has(*figure)) continue;
      add_link(layout, places_.position(*figure), sheet_prefix(names_[i]) + "A1");
    }
    if (!section.evidence_of || !places_.has(*section.evidence_of)) return;
    const std::string_view label = text(Text::fact_value, document_.language);
    for (const SheetCell& cell : layout.cells) {
      const auto* content = std::get_if<std::string>(&cell.cell.value);
      if (cell.part != SheetPart::fact_label || content == nullptr || *content != label) continue;
      const auto value = static_cast<std::uint16_t>(cell.last_column + 1);
      add_link(layout, {cell.row, value}, places_.name(*section.evidence_of));
      return;
    }
  }

  void checks() {
    SheetLayout layout = lay_out_sheet(document_, *checks_);
    add_check_formulas(document_, places_, layout);
    const std::size_t position = document_.sections.size();
    const CellPosition verdict = verdict_position(layout);
    verdict_cell_ = sheet_prefix(names_[position]) + a1_name(verdict.row, verdict.column);
    writer_.write(sheet_of(position), layout);
  }

  void overview() {
    OverviewSources sources{places_, {}, {}, verdict_cell_, {}};
    for (std::size_t i = 0; i < document_.sections.size(); ++i) {
      const DocumentSection& section = document_.sections[i];
      if (section.evidence_of) {
        sources.evidence.emplace_back(names_[i], *section.evidence_of);
      } else {
        sources.sheets.push_back({section.id, section.title, names_[i]});
      }
    }
    if (checks_) {
      sources.sheets.push_back({checks_->id, checks_->title, names_[document_.sections.size()]});
      sources.verdict = std::get<std::string>(checks_->facts.front().second.value);
    }
    writer_.write(0, overview_sheet(document_, sources));
  }

  const Document& document_;
  WorkbookWriter writer_;
  SheetPlaces places_;
  std::vector<std::string> names_;
  std::optional<DocumentSection> checks_;
  std::string verdict_cell_;
};

}  // namespace

Result<std::string, RenderFault> render_xlsx(const Document& document, std::int64_t stamp) {
  try {
    return Workbook(document, stamp).bytes();
  } catch (const WriteFailure& failure) {
    return RenderFault{failure.reason()};
  }
}

}  // namespace euproj
