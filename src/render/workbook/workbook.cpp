// A workbook: which sheets it has, and what leads from one to another.
//
// The first sheet points to the others, so it is written last.

#include <algorithm>
#include <optional>

#include "euproj/render/render.hpp"
#include "euproj/words/texts.hpp"
#include "render/sheets/checks.hpp"
#include "render/sheets/formulas.hpp"
#include "render/sheets/layout.hpp"
#include "render/sheets/overview.hpp"
#include "render/sheets/places.hpp"
#include "render/sheets/row_cells.hpp"
#include "render/sheets/sheets.hpp"
#include "render/shown_table.hpp"
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
      : document_(document), writer_(document, stamp), sheets_(sheets_of(document)) {}

  std::string bytes() {
    name_sheets();
    for (std::size_t i = 0; i < sheets_.size(); ++i) sheet(i);
    // They lead to the evidence, whose places are known now.
    for (LaidOut& each : held_) {
      add_links_to_evidence(each);
      writer_.write(position_of(each.sheet), each.layout);
    }
    if (!document_.checks.empty()) checks();
    if (document_.overview) overview();
    for (const FigureName& each : document_.names) {
      if (places_.has(each.place)) writer_.define(each.name, places_.absolute(each.place));
    }
    return writer_.finish();
  }

 private:
  struct LaidOut {
    std::size_t sheet = 0;
    std::vector<DocumentSection> shown;  // its charts are those of the layout
    SheetLayout layout;
  };

  /// The names of the sheets, in `names_`; the sheets before and after those of the sections.
  void name_sheets() {
    std::vector<std::string> titles;
    for (const BookSheet& sheet : sheets_) titles.push_back(sheet.title);
    if (!document_.checks.empty()) checks_ = checks_section(document_);
    if (checks_) titles.push_back(checks_->title);
    if (document_.overview) titles.push_back(document_.overview->title);
    names_ = sheet_names(titles);
    if (document_.overview) writer_.add_sheet(names_.back());
    const std::size_t others = names_.size() - (document_.overview ? 1 : 0);
    for (std::size_t i = 0; i < others; ++i) writer_.add_sheet(names_[i]);
  }

  std::size_t position_of(std::size_t sheet) const { return sheet + (document_.overview ? 1 : 0); }

  /// What is laid out is let go sheet by sheet: a section can have a row for each of a million
  /// documents. Only sheets with figures that have evidence wait for it.
  void sheet(std::size_t position) {
    const BookSheet& sheet = sheets_[position];
    LaidOut laid{position, {}, {}};
    lay_out(sheet, laid);
    for (const DocumentSection& section : sheet.sections) {
      if (section.evidence_of) {
        evidence_.push_back({*section.evidence_of, names_[position], row_of(section, laid.layout)});
      }
    }
    for (const DocumentSection& section : sheet.sections) {
      add_notes(section, laid.layout);
      add_link_to_figure(section, laid.layout);
    }
    const bool leads = std::any_of(
        sheet.sections.begin(), sheet.sections.end(), [&](const DocumentSection& section) {
          return std::any_of(document_.sections.begin(), document_.sections.end(),
                             [&](const DocumentSection& each) {
                               return each.evidence_of && stands_in(*each.evidence_of, section);
                             });
        });
    if (leads) {
      held_.push_back(std::move(laid));
    } else {
      writer_.write(position_of(position), laid.layout);
    }
  }

  void lay_out(const BookSheet& sheet, LaidOut& laid) {
    laid.shown = sheet.sections;
    std::vector<const DocumentSection*> pointers;
    std::vector<std::pair<const Table*, const Table*>> tables;  // as shown, and where it stays
    for (std::size_t i = 0; i < sheet.sections.size(); ++i) {
      DocumentSection& shown = laid.shown[i];
      for (std::size_t t = 0; t < shown.tables.size(); ++t) {
        const Table& table = sheet.sections[i].tables[t];
        tables.emplace_back(&shown.tables[t], &table);
        if (table.lazy_rows.empty() || has_long_rows(sheet.sections[i], table)) continue;
        shown.tables[t] = with_rows_kept(table);
      }
      pointers.push_back(&shown);
    }
    const auto kept = [&](const Table* shown) {
      return std::find_if(tables.begin(), tables.end(),
                          [&](const auto& each) { return each.first == shown; })
          ->second;
    };
    laid.layout = pointers.size() > 1 ? lay_out_sheet(document_, sheet.title, pointers)
                                      : lay_out_sheet(document_, *pointers.front());
    for (LongRows& rows : laid.layout.long_rows) {  // they are read when all sheets are written
      rows.table = kept(rows.table);
    }
    for (const PlacedTable& each : laid.layout.tables) {
      places_.add({names_[laid.sheet], {kept(each.table), each.header}});
    }
  }

  /// Where it begins.
  static std::uint32_t row_of(const DocumentSection& section, const SheetLayout& layout) {
    for (const PlacedSection& each : layout.sections) {
      if (each.section->id == section.id) return each.row;
    }
    return 0;
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

  /// From a figure to its evidence.
  void add_links_to_evidence(LaidOut& laid) const {
    for (const EvidencePlace& each : evidence_) {
      for (const DocumentSection& section : sheets_[laid.sheet].sections) {
        if (!stands_in(each.figure, section) || !places_.has(each.figure)) continue;
        add_link(laid.layout, places_.position(each.figure),
                 sheet_prefix(each.sheet) + a1_name(each.row, 0));
      }
    }
  }

  /// And from the value that the evidence shows back to the figure.
  void add_link_to_figure(const DocumentSection& section, SheetLayout& layout) const {
    if (!section.evidence_of || !places_.has(*section.evidence_of)) return;
    const std::uint32_t first = row_of(section, layout);
    const std::string_view label = text(Text::fact_value, document_.language);
    for (const SheetCell& cell : layout.cells) {
      const auto* content = std::get_if<std::string>(&cell.cell.value);
      if (cell.row < first || cell.part != SheetPart::fact_label || content == nullptr ||
          *content != label) {
        continue;
      }
      const auto value = static_cast<std::uint16_t>(cell.last_column + 1);
      add_link(layout, {cell.row, value}, places_.name(*section.evidence_of));
      return;
    }
  }

  void checks() {
    SheetLayout layout = lay_out_sheet(document_, *checks_);
    add_check_formulas(document_, places_, layout);
    const std::size_t position = sheets_.size();
    const CellPosition verdict = verdict_position(layout);
    verdict_cell_ = sheet_prefix(names_[position]) + a1_name(verdict.row, verdict.column);
    writer_.write(position_of(position), layout);
  }

  void overview() {
    OverviewSources sources{places_, {}, evidence_, verdict_cell_, {}};
    for (std::size_t i = 0; i < sheets_.size(); ++i) {
      sources.sheets.push_back({sheets_[i].sections.front().id, names_[i]});
    }
    if (checks_) {
      sources.sheets.push_back({checks_->id, names_[sheets_.size()]});
      sources.verdict = std::get<std::string>(checks_->facts.front().second.value);
    }
    writer_.write(0, overview_sheet(document_, sources));
  }

  const Document& document_;
  WorkbookWriter writer_;
  const std::vector<BookSheet> sheets_;  // of the sections
  SheetPlaces places_;
  std::vector<std::string> names_;
  std::vector<EvidencePlace> evidence_;
  std::vector<LaidOut> held_;
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
