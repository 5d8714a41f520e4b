#include "render/workbook/overview.hpp"

#include <algorithm>
#include <array>

#include "euproj/words/texts.hpp"
#include "render/text/wrap_text.hpp"
#include "render/workbook/checks.hpp"
#include "render/workbook/formulas.hpp"

namespace euproj {
namespace {

// Four cards of three columns, with a gap between them; the tables below use the same columns.
constexpr std::array<std::size_t, 15> widths = {11, 9, 13, 2, 11, 9, 13, 2,
                                                11, 9, 13, 2, 11, 9, 13};
constexpr std::uint16_t last_column = 14;
constexpr std::uint16_t card_columns = 4;
constexpr std::size_t max_cards = 4;
constexpr std::size_t max_bars = 16;
constexpr std::size_t cells_of_bar = 20;
constexpr std::size_t max_title = 84;
constexpr std::size_t max_line = 128;
constexpr std::size_t name_width = 54;

struct Span {
  std::uint16_t first;
  std::uint16_t last;
};
constexpr Span name_span = {0, 5};
constexpr Span target_span = {6, 6};
constexpr Span cumulative_span = {7, 8};
constexpr Span achieved_span = {9, 9};
constexpr Span bar_span = {10, 12};
constexpr Span sign_span = {13, 14};
constexpr Span source_span = {0, 3};
constexpr Span agreed_span = {4, 5};
constexpr Span spent_span = {6, 8};
constexpr Span remaining_span = {9, 10};
constexpr Span used_span = {11, 12};
constexpr Span share_span = {13, 14};

/// A full block for each twentieth that is reached; the formula gives the same.
std::string bar_text(std::int64_t hundredths) {
  const auto full = static_cast<std::size_t>(
      std::clamp<std::int64_t>(hundredths / 500, 0, static_cast<std::int64_t>(cells_of_bar)));
  std::string bar;
  for (std::size_t i = 0; i < cells_of_bar; ++i) bar += i < full ? "█" : "░";
  return bar;
}

std::string bar_formula(const std::string& percent) {
  const std::string full = "MAX(0,MIN(20,INT(ROUND(" + percent + "*10000,0)/500)))";
  return "REPT(\"█\"," + full + ")&REPT(\"░\",20-" + full + ")";
}

class OverviewWriter {
 public:
  OverviewWriter(const Document& document, const OverviewSources& sources)
      : document_(document), overview_(*document.overview), sources_(sources) {
    layout_.widths.assign(widths.begin(), widths.end());
    layout_.on_one_page = layout_.is_without_gridlines = true;
  }

  SheetLayout layout() {
    head();
    cards();
    bars();
    sources();
    state();
    sheets();
    return std::move(layout_);
  }

 private:
  std::string words(FixedText which) const { return std::string(text(which, document_.language)); }

  SheetCell& add(SheetPart part, Span span, Cell cell, ColumnKind kind = ColumnKind::text) {
    SheetCell& placed = layout_.cells.emplace_back();
    placed.row = row_;
    placed.column = span.first;
    placed.last_column = span.last;
    placed.part = part;
    placed.kind = kind;
    placed.cell = std::move(cell);
    return placed;
  }

  /// The value of another cell, and a formula that brings it here.
  SheetCell& add_figure(SheetPart part, Span span, const CellPlace& place) {
    SheetCell& placed = add(part, span, sources_.places.cell(place), sources_.places.kind(place));
    placed.cell.tone = Tone::normal;
    placed.formula = sources_.places.name(place);
    return placed;
  }

  void link(SheetCell& cell, const std::string& sheet) {
    if (sheet.empty()) return;
    cell.is_link = true;
    layout_.links.push_back({cell.row, cell.column, sheet_prefix(sheet) + "A1"});
  }

  std::string sheet_of(const std::string& section) const {
    for (const NamedSheet& sheet : sources_.sheets) {
      if (sheet.section == section) return sheet.name;
    }
    return {};
  }

  std::string evidence_of(const CellPlace& figure) const {
    for (const auto& [sheet, place] : sources_.evidence) {
      if (place.table == figure.table && place.row == figure.row) return sheet;
    }
    return sheet_of("indicators");
  }

  void wrapped(SheetPart part, const std::string& content, Tone tone = Tone::normal) {
    add(part, {0, last_column}, Cell(content, tone));
    const std::size_t lines = wrap_text(content, max_line).size();
    if (lines > 1) layout_.tall_rows.emplace_back(row_, lines);
    ++row_;
  }

  void mark(Span span, RowSpan rows, std::string formula, Tone tone) {
    layout_.conditions.push_back({rows, span.first, span.last, std::move(formula), tone});
  }

  void head() {
    if (!document_.incomplete_mark.empty())
      wrapped(SheetPart::incomplete, document_.incomplete_mark);
    bool first = true;
    for (const auto& [label, value] : overview_.facts) {
      if (first) {
        const std::size_t lines = wrap_text(value, max_title).size();
        add(lines > 1 ? SheetPart::long_title : SheetPart::title, {0, last_column}, value);
        if (lines > 1) layout_.tall_rows.emplace_back(row_, lines + 1);  // its letters are larger
        first = false;
      } else {
        add(SheetPart::fact_label, {0, 2}, label);
        add(SheetPart::fact_value, {4, last_column}, value);
      }
      ++row_;
    }
    layout_.repeated_rows = {0, 0};
    ++row_;
  }

  void cards() {
    const std::size_t count = std::min(max_cards, overview_.cards.size());
    std::size_t lines = 0;
    const auto span = [](std::size_t card, std::uint16_t from, std::uint16_t to) {
      const auto begin = static_cast<std::uint16_t>(card * card_columns);
      return Span{static_cast<std::uint16_t>(begin + from), static_cast<std::uint16_t>(begin + to)};
    };
    for (std::size_t i = 0; i < count; ++i) {
      const Overview::Card& card = overview_.cards[i];
      link(add(SheetPart::card_label, span(i, 0, 2), card.label), sheet_of(card.section));
      lines = std::max(lines, card.lines.size());
    }
    ++row_;
    for (std::size_t i = 0; i < count; ++i) {
      add_figure(SheetPart::card_figure, span(i, 0, 2), overview_.cards[i].figure);
    }
    layout_.tall_rows.emplace_back(row_++, 2);
    for (std::size_t line = 0; line < lines; ++line, ++row_) {
      for (std::size_t i = 0; i < count; ++i) {
        const Overview::Card& card = overview_.cards[i];
        if (line >= card.lines.size()) continue;
        add(SheetPart::line_label, span(i, 0, 1), card.lines[line].label);
        add_figure(SheetPart::line_value, span(i, 2, 2), card.lines[line].figure);
      }
    }
    ++row_;
  }

  void title(const std::string& content, const std::string& section) {
    link(add(SheetPart::table_title, {0, 5}, content), sheet_of(section));
    ++row_;
  }

  struct Heading {
    Span span;
    std::string words;
    ColumnKind kind = ColumnKind::text;
  };

  void header(std::initializer_list<Heading> columns) {
    for (const Heading& each : columns) add(SheetPart::header, each.span, each.words, each.kind);
    ++row_;
  }

  void bars() {
    if (overview_.bars.empty()) return;
    const std::size_t count = std::min(max_bars, overview_.bars.size());
    title(words(Text::section_indicators), "indicators");
    header({{name_span, words(Text::column_indicator)},
            {target_span, words(Text::column_target_narrow), ColumnKind::count},
            {cumulative_span, words(Text::column_cumulative), ColumnKind::count},
            {achieved_span, words(Text::column_achieved_narrow), ColumnKind::percent},
            {bar_span, words(Text::overview_bar)},
            {sign_span, {}}});
    const RowSpan rows = {row_, row_ + static_cast<std::uint32_t>(count) - 1};
    const std::size_t more = overview_.bars.size() - count;
    const std::uint32_t pace_row = rows.last + (more > 0 ? 2 : 1);
    for (std::size_t i = 0; i < count; ++i) bar(overview_.bars[i], pace_row);
    if (more > 0) {
      wrapped(SheetPart::note, text(Text::overview_more, document_.language,
                                    {std::to_string(more), sheet_of("indicators")}));
    }
    pace();
    const std::string sign = "LEFT($" + a1_name(rows.first, sign_span.first) + ",1)=";
    for (const Span span : {achieved_span, sign_span}) {
      mark(span, rows, sign + "\"▼\"", Tone::attention);
      mark(span, rows, sign + "\"✓\"", Tone::good);
    }
    ++row_;
  }

  std::optional<Percent> elapsed() const {
    if (!overview_.elapsed) return std::nullopt;
    return percent_of(overview_.elapsed->first, overview_.elapsed->second);
  }

  /// In two lines where there is room on the page, else in one.
  std::string name_text(const std::string& label) {
    const std::size_t max_lines = overview_.bars.size() <= max_bars / 2 ? 2 : 1;
    const std::vector<std::string> lines = wrap_text(label, name_width);
    if (lines.size() > 1 && max_lines > 1) layout_.tall_rows.emplace_back(row_, max_lines);
    if (lines.size() <= max_lines) return label;
    std::string kept;
    for (std::size_t i = 0; i < max_lines; ++i) kept += lines[i] + " ";
    return kept + "…";
  }

  void bar(const Overview::Bar& shown, std::uint32_t pace_row) {
    add(SheetPart::item, name_span, name_text(shown.label));
    add_figure(SheetPart::item, target_span, shown.target);
    // Not the name: LibreOffice breaks no line of a link.
    link(add_figure(SheetPart::item, cumulative_span, shown.cumulative),
         evidence_of(shown.cumulative));
    add_figure(SheetPart::item, achieved_span, shown.achieved);
    std::string sign;
    std::string sign_formula;
    const auto* achieved = std::get_if<Percent>(&sources_.places.cell(shown.achieved).value);
    SheetCell& drawn = add(SheetPart::bar, bar_span, std::string());
    if (achieved != nullptr) {
      const std::string percent = a1_name(row_, achieved_span.first);
      drawn.cell.value = bar_text(achieved->hundredths);
      drawn.formula = bar_formula(percent);
      const auto quoted = [&](FixedText which) { return "\"" + words(which) + "\""; };
      const std::optional<Percent> pace = elapsed();
      const bool behind = pace && achieved->hundredths < pace->hundredths;
      if (behind) sign = words(Text::overview_sign_behind);
      if (achieved->hundredths >= 100'00) sign = words(Text::overview_sign_reached);
      sign_formula = "IF(" + percent + ">=1," + quoted(Text::overview_sign_reached) + "," +
                     (pace ? "IF(" + percent + "<" + absolute_name(pace_row, achieved_span.first) +
                                 "," + quoted(Text::overview_sign_behind) + ",\"\")"
                           : "\"\"") +
                     ")";
    }
    add(SheetPart::item, sign_span, sign).formula = sign_formula;
    ++row_;
  }

  void pace() {
    const std::optional<Percent> share = elapsed();
    if (!share) return;
    add(SheetPart::note, {0, 8}, words(Text::overview_pace));
    add(SheetPart::line_value, achieved_span, *share, ColumnKind::percent);
    ++row_;
  }

  void sources() {
    if (overview_.sources.empty()) return;
    title(text(Text::overview_sources, document_.language, {document_.currency}), "financing");
    header({{source_span, words(Text::column_source)},
            {agreed_span, words(Text::column_agreed), ColumnKind::money},
            {spent_span, words(Text::column_cumulative), ColumnKind::money},
            {remaining_span, words(Text::column_remaining), ColumnKind::money},
            {used_span, words(Text::column_used), ColumnKind::percent},
            {share_span, {}}});
    const RowSpan rows = {row_, row_ + static_cast<std::uint32_t>(overview_.sources.size()) - 1};
    for (const Overview::Source& source : overview_.sources) {
      const auto place = [&](const char* column) {
        return CellPlace{"sources", source.row, column};
      };
      const bool is_total = &source == &overview_.sources.back();
      const SheetPart part = is_total ? SheetPart::total : SheetPart::item;
      add(part, source_span, source.label);
      add_figure(part, agreed_span, place("agreed"));
      add_figure(part, spent_span, place("cumulative"));
      add_figure(part, remaining_span, place("remaining"));
      add_figure(part, used_span, place("used_percent"));
      SheetCell& drawn = add(SheetPart::bar, share_span, std::string());
      const CellValue& used = sources_.places.cell(place("used_percent")).value;
      if (const auto* percent = std::get_if<Percent>(&used)) {
        drawn.cell.value = bar_text(percent->hundredths);
        drawn.formula = bar_formula(a1_name(row_, used_span.first));
      }
      ++row_;
    }
    const auto where = [&](Span span, const char* comparison) {
      const std::string cell = a1_name(rows.first, span.first);
      return "AND(ISNUMBER(" + cell + ")," + cell + comparison + ")";
    };
    mark({remaining_span.first, remaining_span.first}, rows, where(remaining_span, "<0"),
         Tone::attention);
    mark({used_span.first, used_span.first}, rows, where(used_span, ">1"), Tone::attention);
    ++row_;
  }

  /// What an office must look at before it sends anything.
  void state() {
    title(words(Text::section_findings), "findings");
    wrapped(SheetPart::remark, overview_.findings,
            overview_.has_findings ? Tone::attention : Tone::normal);
    if (!overview_.worst.empty()) wrapped(SheetPart::remark, overview_.worst);
    if (!sources_.verdict_cell.empty()) {
      link(add(SheetPart::sheet_link, {0, 2}, words(Text::section_checks)), sheet_of("checks"));
      add(SheetPart::remark, {4, last_column}, sources_.verdict).formula = sources_.verdict_cell;
      for (SheetCondition& each : verdict_conditions({row_, row_}, 4)) {
        layout_.conditions.push_back(std::move(each));
      }
      ++row_;
    }
    ++row_;
  }

  void sheets() {
    add(SheetPart::table_title, {0, 5}, words(Text::overview_sheets));
    ++row_;
    for (std::size_t i = 0; i < sources_.sheets.size(); ++i) {
      const auto first = static_cast<std::uint16_t>(i % max_cards * card_columns);
      link(add(SheetPart::sheet_link, {first, static_cast<std::uint16_t>(first + 2)},
               sources_.sheets[i].title),
           sources_.sheets[i].name);
      if (i % max_cards == max_cards - 1) ++row_;
    }
  }

  const Document& document_;
  const Overview& overview_;
  const OverviewSources& sources_;
  std::uint32_t row_ = 0;
  SheetLayout layout_;
};

}  // namespace

SheetLayout overview_sheet(const Document& document, const OverviewSources& sources) {
  return OverviewWriter(document, sources).layout();
}

}  // namespace euproj
