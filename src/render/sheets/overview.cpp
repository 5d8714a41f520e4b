#include "render/sheets/overview.hpp"

#include <algorithm>
#include <array>

#include "euproj/words/texts.hpp"
#include "render/document_cells.hpp"
#include "render/sheets/checks.hpp"
#include "render/sheets/formulas.hpp"
#include "render/sheets/widths.hpp"

namespace euproj {
namespace {

// Two cards of five columns with a gap between them; the tables below use the same columns.
// Together they are as wide as upright A4 with letters of 8 points.
constexpr std::array<std::size_t, 12> widths = {13, 8, 8, 7, 7, 1, 8, 8, 7, 8, 9, 9};
constexpr std::uint16_t last_column = 11;
constexpr std::size_t max_cards = 4;
constexpr std::size_t cards_in_a_row = 2;
constexpr std::size_t max_bars = 16;
constexpr std::size_t blocks_of_bar = 10;
constexpr std::size_t max_lines_of_page = 60;

struct Span {
  std::uint16_t first;
  std::uint16_t last;
};
struct CardSpans {
  Span entire, label, value;
};
constexpr std::array<CardSpans, cards_in_a_row> card_spans = {{
    {{0, 4}, {0, 2}, {3, 4}},
    {{6, 11}, {6, 8}, {9, 11}},
}};
constexpr Span fact_label_span = {0, 2};
constexpr Span fact_value_span = {3, last_column};
constexpr Span name_span = {0, 3};
constexpr Span target_span = {4, 5};
constexpr Span cumulative_span = {6, 6};
constexpr Span achieved_span = {7, 7};
constexpr Span bar_span = {8, 9};
constexpr Span sign_span = {10, 11};
constexpr Span source_span = {0, 1};
constexpr Span agreed_span = {2, 3};
constexpr Span spent_span = {4, 6};
constexpr Span remaining_span = {7, 8};
constexpr Span used_span = {9, 9};
constexpr Span share_span = {10, 11};
constexpr std::array<Span, 3> sheet_spans = {{{0, 3}, {4, 8}, {9, 11}}};

std::size_t width_of(Span span) {
  const std::vector<std::size_t> columns(widths.begin() + span.first,
                                         widths.begin() + span.last + 1);
  return printed_characters(columns) - 1;
}

/// A full block for each tenth that is reached; the formula gives the same.
std::string bar_text(std::int64_t hundredths) {
  const auto full = static_cast<std::size_t>(
      std::clamp<std::int64_t>(hundredths / 10'00, 0, static_cast<std::int64_t>(blocks_of_bar)));
  std::string bar;
  for (std::size_t i = 0; i < blocks_of_bar; ++i) bar += i < full ? "█" : "░";
  return bar;
}

std::string bar_formula(const std::string& percent) {
  const std::string full = "MAX(0,MIN(10,INT(ROUND(" + percent + "*10000,0)/1000)))";
  return "REPT(\"█\"," + full + ")&REPT(\"░\",10-" + full + ")";
}

class OverviewWriter {
 public:
  OverviewWriter(const Document& document, const OverviewSources& sources)
      : document_(document), overview_(*document.overview), sources_(sources) {
    layout_.widths.assign(widths.begin(), widths.end());
    layout_.is_portrait = layout_.is_without_gridlines = true;
  }

  SheetLayout layout() {
    head();
    cards();
    bars();
    sources();
    state();
    sheets();
    std::size_t lines = row_;
    for (const auto& [row, height] : layout_.tall_rows) lines += height - 1;
    layout_.on_one_page = lines <= max_lines_of_page;
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
    const std::string name = sources_.places.name(place);
    SheetCell& placed =
        add(part, span, *find_cell(document_, place), kind_of_cell(document_, place));
    placed.cell.tone = Tone::normal;
    placed.formula = name;
    return placed;
  }

  void link(SheetCell& cell, const std::string& sheet, std::uint32_t row = 0) {
    if (sheet.empty()) return;
    cell.is_link = true;
    layout_.links.push_back({cell.row, cell.column, sheet_prefix(sheet) + a1_name(row, 0)});
  }

  std::string sheet_of(const std::string& section) const {
    for (const NamedSheet& sheet : sources_.sheets) {
      if (sheet.section == section) return sheet.name;
    }
    return {};
  }

  void link_to_evidence(SheetCell& cell, const CellPlace& figure) {
    for (const EvidencePlace& each : sources_.evidence) {
      if (each.figure.table == figure.table && each.figure.row == figure.row) {
        return link(cell, each.sheet, each.row);
      }
    }
    link(cell, sheet_of("indicators"));
  }

  void set_lines(std::size_t lines) {
    if (lines > 1) layout_.tall_rows.emplace_back(row_, lines);
  }

  void wrapped(SheetPart part, const std::string& content, Tone tone = Tone::normal) {
    constexpr Span all = {0, last_column};
    add(part, all, Cell(content, tone));
    set_lines(lines_in_cell(content, width_of(all)));
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
        constexpr Span all = {0, last_column};
        const std::size_t lines =
            lines_in_cell(value, width_of(all) * 11 / 14);  // of larger letters
        add(lines > 1 ? SheetPart::long_title : SheetPart::title, all, value);
        if (lines > 1) set_lines(lines + 1);
        first = false;
      } else {
        add(SheetPart::fact_label, fact_label_span, label);
        add(SheetPart::fact_value, fact_value_span, value);
        set_lines(lines_in_cell(value, width_of(fact_value_span) * 9 / 10));  // of bold letters
      }
      ++row_;
    }
    layout_.repeated_rows = {0, 0};
    ++row_;
  }

  void cards() {
    const std::size_t count = std::min(max_cards, overview_.cards.size());
    for (std::size_t first = 0; first < count; first += cards_in_a_row) {
      cards(first, std::min(first + cards_in_a_row, count));
    }
  }

  void cards(std::size_t first, std::size_t end) {
    std::size_t lines = 0;
    for (std::size_t i = first; i < end; ++i) {
      const Overview::Card& card = overview_.cards[i];
      link(add(SheetPart::card_label, card_spans.at(i - first).entire, card.label),
           sheet_of(card.section));
      lines = std::max(lines, card.lines.size());
    }
    ++row_;
    for (std::size_t i = first; i < end; ++i) {
      add_figure(SheetPart::card_figure, card_spans.at(i - first).entire,
                 overview_.cards[i].figure);
    }
    layout_.tall_rows.emplace_back(row_++, 2);
    for (std::size_t line = 0; line < lines; ++line, ++row_) {
      for (std::size_t i = first; i < end; ++i) {
        const Overview::Card& card = overview_.cards[i];
        if (line >= card.lines.size()) continue;
        add(SheetPart::line_label, card_spans.at(i - first).label, card.lines[line].label);
        add_figure(SheetPart::line_value, card_spans.at(i - first).value, card.lines[line].figure);
      }
    }
    ++row_;
  }

  void title(const std::string& content, const std::string& section) {
    link(add(SheetPart::table_title, {0, 4}, content), sheet_of(section));
    ++row_;
  }

  struct Heading {
    Span span;
    std::string words;
    ColumnKind kind = ColumnKind::text;
  };

  void header(std::initializer_list<Heading> columns) {
    std::size_t lines = 1;
    for (const Heading& each : columns) {
      add(SheetPart::header, each.span, each.words, each.kind);
      lines = std::max(lines, lines_in_cell(each.words, width_of(each.span)));
    }
    set_lines(lines);
    ++row_;
  }

  void bars() {
    if (overview_.bars.empty()) return;
    const std::size_t count = std::min(max_bars, overview_.bars.size());
    title(words(Text::section_indicators), "indicators");
    header({{name_span, words(Text::column_indicator)},
            {target_span, words(Text::column_target_narrow), ColumnKind::count},
            {cumulative_span, words(Text::column_cumulative_narrow), ColumnKind::count},
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

  void bar(const Overview::Bar& shown, std::uint32_t pace_row) {
    add(SheetPart::item, name_span, shown.label);
    set_lines(lines_in_cell(shown.label, width_of(name_span)));
    add_figure(SheetPart::item, target_span, shown.target);
    // Not the name: LibreOffice breaks no line of a link.
    link_to_evidence(add_figure(SheetPart::item, cumulative_span, shown.cumulative),
                     shown.cumulative);
    add_figure(SheetPart::item, achieved_span, shown.achieved);
    std::string sign;
    std::string sign_formula;
    const std::optional<Percent> achieved = percent_in(document_, shown.achieved);
    SheetCell& drawn = add(SheetPart::bar, bar_span, std::string());
    if (achieved) {
      const std::string percent = a1_name(row_, achieved_span.first);
      drawn.cell.value = bar_text(achieved->hundredths);
      drawn.formula = bar_formula(percent);
      const auto quoted = [&](FixedText which) { return "\"" + words(which) + "\""; };
      const Tone tone = tone_of(*achieved, overview_.elapsed);
      if (tone == Tone::attention) sign = words(Text::overview_sign_behind);
      if (tone == Tone::good) sign = words(Text::overview_sign_reached);
      sign_formula = "IF(" + percent + ">=1," + quoted(Text::overview_sign_reached) + "," +
                     (overview_.elapsed
                          ? "IF(" + percent + "<" + absolute_name(pace_row, achieved_span.first) +
                                "," + quoted(Text::overview_sign_behind) + ",\"\")"
                          : "\"\"") +
                     ")";
    }
    add(SheetPart::item, sign_span, sign).formula = sign_formula;
    ++row_;
  }

  void pace() {
    if (!overview_.elapsed) return;
    constexpr Span before = {0, 6};
    add(SheetPart::note, before, words(Text::overview_pace));
    set_lines(lines_in_cell(words(Text::overview_pace), width_of(before)));
    add(SheetPart::line_value, achieved_span, *overview_.elapsed, ColumnKind::percent);
    ++row_;
  }

  void sources() {
    if (overview_.sources.empty()) return;
    title(text(Text::overview_sources, document_.language, {document_.currency}), "financing");
    header({{source_span, words(Text::column_source)},
            {agreed_span, words(Text::column_agreed), ColumnKind::money},
            {spent_span, words(Text::column_cumulative), ColumnKind::money},
            {remaining_span, words(Text::column_remaining), ColumnKind::money},
            {used_span, words(Text::column_achieved_narrow), ColumnKind::percent},
            {share_span, {}}});
    const RowSpan rows = {row_, row_ + static_cast<std::uint32_t>(overview_.sources.size()) - 1};
    for (const Overview::Source& source : overview_.sources) {
      const auto place = [&](const char* column) {
        return CellPlace{"sources", source.row, column};
      };
      const bool is_total = &source == &overview_.sources.back();
      const SheetPart part = is_total ? SheetPart::total : SheetPart::item;
      add(part, source_span, source.label);
      set_lines(lines_in_cell(source.label, width_of(source_span)));
      add_figure(part, agreed_span, place("agreed"));
      add_figure(part, spent_span, place("cumulative"));
      add_figure(part, remaining_span, place("remaining"));
      add_figure(part, used_span, place("used_percent"));
      SheetCell& drawn = add(SheetPart::bar, share_span, std::string());
      if (const auto percent = percent_in(document_, place("used_percent"))) {
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
      link(add(SheetPart::sheet_link, fact_label_span, words(Text::section_checks)),
           sheet_of("checks"));
      add(SheetPart::remark, fact_value_span, sources_.verdict).formula = sources_.verdict_cell;
      for (SheetCondition& each : verdict_conditions({row_, row_}, fact_value_span.first)) {
        layout_.conditions.push_back(std::move(each));
      }
      ++row_;
    }
    ++row_;
  }

  void sheets() {
    add(SheetPart::table_title, {0, 4}, words(Text::overview_sheets));
    ++row_;
    for (std::size_t i = 0; i < sources_.sheets.size(); ++i) {
      const Span span = sheet_spans.at(i % sheet_spans.size());
      link(add(SheetPart::sheet_link, span, sources_.sheets[i].name), sources_.sheets[i].name);
      if (i % sheet_spans.size() == sheet_spans.size() - 1) ++row_;
    }
    ++row_;
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
