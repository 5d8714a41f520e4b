// The workbook has total, women and men of an indicator side by side, as the payment claim does, so
// that a column can be filtered and charted (targets of women and men only where one has them):
//
//   id | name | unit | baseline | target T W M | period T W M | cumulative T W M | achieved T W M |
//   code
//
// A text has no room for that and puts women and men on lines below:
//
//   id | name | unit | baseline | target | period | cumulative | achieved
//      | Women                  |     .. |     .. |         .. |       ..

#include <algorithm>

#include "euproj/base/format.hpp"
#include "euproj/words/texts.hpp"
#include "report/document/sections.hpp"
#include "report/parts/code_words.hpp"
#include "report/parts/criterion_table.hpp"

namespace euproj::parts {
namespace {

struct KindTexts {
  Indicator::Kind kind;
  FixedText title;
  FixedText empty_note;
  FixedText chart;
};
constexpr KindTexts outputs = {Indicator::Kind::output, Text::table_outputs, Text::none_outputs,
                               Text::chart_outputs};
constexpr KindTexts results = {Indicator::Kind::result, Text::table_results, Text::none_results,
                               Text::chart_results};

int min_decimals(const IndicatorFigures& indicator) {
  return is_percentage(indicator.count) ? 2 : 0;
}

PercentCell achieved_cell(const std::optional<Percent>& achieved, bool suppressed) {
  constexpr std::int64_t reached = 100'00;
  PercentCell cell;
  if (achieved) cell.value = *achieved;
  if (achieved && achieved->hundredths >= reached) cell.tone = Tone::good;
  cell.suppressed = suppressed;
  return cell;
}

/// Where there is a target there would be a percentage.
SuppressedSexes suppressed_achievement(const IndicatorFigures& indicator) {
  const SuppressedSexes& value = indicator.cumulative.suppressed;
  const Target& target = indicator.target;
  return {value.total && target.total, value.women && target.women, value.men && target.men};
}

SexCells<ColumnKind::percent> achieved_cells(const IndicatorFigures& indicator) {
  const SuppressedSexes suppressed = suppressed_achievement(indicator);
  return {achieved_cell(indicator.achieved, suppressed.total),
          achieved_cell(indicator.achieved_women, suppressed.women),
          achieved_cell(indicator.achieved_men, suppressed.men)};
}

/// Else columns of them would say nothing, of any indicator.
bool has_targets_by_sex(const Figures& figures) {
  return std::any_of(figures.indicators.begin(), figures.indicators.end(),
                     [](const IndicatorFigures& indicator) {
                       return indicator.target.women || indicator.target.men;
                     });
}

Table wide_table(const Figures& figures, const Words& words, const KindTexts& texts) {
  using Row = IndicatorFigures;
  TypedTable<Row> table(words, indicator_table(texts.kind));
  table.title(texts.title);
  table.empty_note(texts.empty_note);
  table.medium(Medium::workbook);
  table.label("id", Text::column_id, &Row::id);
  table.column("name", Text::column_indicator, &Row::name);
  table.column("unit", Text::column_unit, [words](const Row& row) {
    return text_cell(unit_label(words, row.unit, row.unit_forms));
  });
  table.column("baseline", Text::column_baseline,
               [](const Row& row) { return count_cell(row.baseline, min_decimals(row)); });
  // On paper, so many columns in full words would be too small to read: they have narrow headings.
  const bool by_sex = has_targets_by_sex(figures);
  const auto target = [](const Row& row) { return sex_cells(row.target, min_decimals(row)); };
  if (by_sex) {
    table.sexes("target", Text::column_target, target, Text::column_target_narrow);
  } else {
    table.column("target_total", Text::column_target,
                 [target](const Row& row) { return target(row)[0]; });
    table.options("target_total").on_paper(words(Text::column_target_narrow));
  }
  table.sexes(
      "period", Text::column_period,
      [](const Row& row) { return sex_cells(row.period, min_decimals(row)); },
      Text::column_period_narrow);
  table.sexes("cumulative", Text::column_cumulative_narrow,
              [](const Row& row) { return sex_cells(row.cumulative, min_decimals(row)); });
  std::vector<std::string> sexes = {"_total"};
  if (by_sex) {
    table.sexes("achieved", Text::column_achieved, achieved_cells, Text::column_achieved_narrow);
    sexes = {"_total", "_women", "_men"};
  } else {
    table.column("achieved_total", Text::column_achieved,
                 [](const Row& row) { return achieved_cells(row)[0]; });
    table.options("achieved_total").on_paper(words(Text::column_achieved_narrow));
  }
  for (const std::string& sex : sexes) {
    table.options("achieved" + sex)
        .rule(ratio_of("cumulative" + sex, "target" + sex))
        .watch(Watch::reached);
  }
  const auto any = [&](const auto& has) {
    return std::any_of(figures.indicators.begin(), figures.indicators.end(),
                       [&](const Row& row) { return row.kind == texts.kind && has(row); });
  };
  if (any([](const Row& row) { return row.in_log.has_value(); })) {
    table.column("in_log", Text::column_in_log, [](const Row& row) {
      return row.in_log ? count_cell(row.in_log->total) : CountCell::blank();
    });
    table.column("incomplete", Text::column_incomplete, [](const Row& row) {
      return row.in_log ? count_cell(row.incomplete()) : CountCell::blank();
    });
  }
  if (any([](const Row& row) { return row.target.at_most.has_value(); })) {
    table.column("at_most", Text::column_at_most, [](const Row& row) {
      return row.target.at_most ? count_cell(row.target.at_most, min_decimals(row))
                                : CountCell::blank();
    });
    table.column("at_most_state", Text::column_at_most_state, [words](const Row& row) {
      if (!row.reached) return TextCell::blank();
      return *row.reached ? text_cell(words(Text::at_most_reached), Tone::good)
                          : text_cell(words(Text::at_most_exceeded), Tone::attention);
    });
  }
  const bool any_codes = std::any_of(figures.indicators.begin(), figures.indicators.end(),
                                     [](const Row& row) { return !row.code.empty(); });
  if (any_codes) table.label("code", Text::column_code, &Row::code);
  for (const Row& row : figures.indicators) {
    if (row.kind == texts.kind) table.row(row);
  }
  return table.take();
}

/// What is said of a limit, with the limit: reached, exceeded, or no value to compare.
TextOf<1> at_most_note(const std::optional<bool>& reached) {
  if (!reached) return Text::note_at_most;
  return *reached ? Text::note_at_most_reached : Text::note_at_most_exceeded;
}

/// A line of the table in text: an indicator, or its women or men.
struct TextLine {
  std::string id;
  std::string name;
  std::string unit;
  CountCell baseline = CountCell::blank();
  CountCell target = CountCell::blank();
  CountCell period;
  CountCell cumulative;
  PercentCell achieved;
};

/// None where nothing is said of that sex.
std::optional<TextLine> sex_line(std::string name, const std::optional<Quantity>& target,
                                 const CountCell& period, const CountCell& cumulative,
                                 PercentCell achieved) {
  const bool nothing = std::holds_alternative<std::monostate>(cumulative.value);
  if (!target && nothing && !cumulative.suppressed) return std::nullopt;
  TextLine line{{},         std::move(name),    {}, CountCell::blank(), CountCell::blank(), period,
                cumulative, std::move(achieved)};
  if (target) line.target = count_cell(target);
  const bool no_percentage = std::holds_alternative<std::monostate>(line.achieved.value);
  if (no_percentage && !line.achieved.suppressed) line.achieved = PercentCell::blank();
  return line;
}

void add_lines(TypedTable<TextLine>& table, const IndicatorFigures& indicator, const Words& words) {
  const int decimals = min_decimals(indicator);
  std::string name = indicator.name.in(words.language());
  if (!indicator.code.empty()) name += " [" + indicator.code + "]";
  const SexCells<ColumnKind::percent> achieved = achieved_cells(indicator);
  table.row({indicator.id, std::move(name), unit_label(words, indicator.unit, indicator.unit_forms),
             count_cell(indicator.baseline, decimals), count_cell(indicator.target.total, decimals),
             sex_cells(indicator.period, decimals)[0], sex_cells(indicator.cumulative, decimals)[0],
             achieved[0]});
  if (indicator.target.at_most) {
    const std::string limit = value_text(indicator.count, *indicator.target.at_most);
    table.words_row("name", words(at_most_note(indicator.reached), {limit}));
  }
  if (const auto incomplete = indicator.incomplete(); incomplete && !incomplete->is_zero()) {
    table.words_row(
        "name", words(Text::note_in_log, {indicator.cumulative.total->text(),
                                          indicator.in_log->total->text(), incomplete->text()}));
  }
  const SexCells<ColumnKind::count> period = sex_cells(indicator.period);
  const SexCells<ColumnKind::count> cumulative = sex_cells(indicator.cumulative);
  const Target& target = indicator.target;
  const auto add = [&](const std::optional<TextLine>& line) {
    if (line) table.row(*line);
  };
  add(sex_line(words(Text::row_women), target.women, period[1], cumulative[1], achieved[1]));
  add(sex_line(words(Text::row_men), target.men, period[2], cumulative[2], achieved[2]));
}

Table narrow_table(const Figures& figures, const Words& words, const KindTexts& texts) {
  TypedTable<TextLine> table(words, indicator_table(texts.kind) + "_text");
  table.title(texts.title);
  table.empty_note(texts.empty_note);
  table.medium(Medium::text);
  table.label("id", Text::column_id, &TextLine::id);
  table.column("name", Text::column_indicator, &TextLine::name);
  table.column("unit", Text::column_unit, &TextLine::unit);
  table.column("baseline", Text::column_baseline, &TextLine::baseline);
  table.column("target", Text::column_target, &TextLine::target);
  table.column("period", Text::column_period, &TextLine::period);
  table.column("cumulative", Text::column_cumulative, &TextLine::cumulative);
  table.column("achieved", Text::column_achieved, &TextLine::achieved);
  for (const IndicatorFigures& indicator : figures.indicators) {
    if (indicator.kind == texts.kind) add_lines(table, indicator, words);
  }
  return table.take();
}

/// A chart of the achieved percentages, unless there are none, or one is suppressed: a spreadsheet
/// draws a word as 0.
bool has_chart(const Figures& figures, Indicator::Kind kind) {
  bool any = false;
  for (const IndicatorFigures& indicator : figures.indicators) {
    if (indicator.kind != kind) continue;
    if (suppressed_achievement(indicator).total) return false;
    any = any || indicator.achieved.has_value();
  }
  return any;
}

Table gaps_table(const std::vector<GapFigures>& gaps, const Words& words) {
  using Row = GapFigures;
  TypedTable<Row> table(words, "gaps");
  table.title(Text::table_gaps);
  table.empty_note(Text::none_gaps);
  table.label("key", Text::column_leaver, &Row::key);
  table.column("missing", Text::column_missing, [words](const Row& row) {
    std::vector<std::string> missing;
    for (const std::string& column : row.missing) {
      missing.push_back(column_word(words, column));
    }
    return text_cell(comma_list(missing));
  });
  table.column("at", Text::column_rows_used, &Row::at);
  table.rows(gaps);
  return table.take();
}

Table windows_table(TypedTable<OpenWindowFigures> table,
                    const std::vector<OpenWindowFigures>& windows, const Words& words) {
  using Row = OpenWindowFigures;
  constexpr std::int64_t few_days = 7;  // the last week is when somebody has to be called
  table.label("person", Text::column_leaver, &Row::person);
  table.label("indicator", Text::column_indicator, &Row::indicator);
  table.column("outcome", Text::column_outcome,
               [words](const Row& row) { return text_cell(outcomes_text(words, row)); });
  table.column("exit", Text::column_exit, &Row::exit);
  table.column("last_day", Text::column_last_day, &Row::last_day);
  table.column("days_left", Text::column_days_left, [](const Row& row) {
    return count_cell(row.days_left, row.days_left <= few_days ? Tone::attention : Tone::normal);
  });
  table.rows(windows);
  return table.take();
}

Table deadlines_table(const Figures& figures, const Words& words) {
  TypedTable<OpenWindowFigures> table(words, "deadlines");
  table.title(Text::table_deadlines);
  table.empty_note(Text::none_deadlines);
  return windows_table(std::move(table), *figures.open_windows, words);
}

Table losses_table(const Figures& figures, const Words& words) {
  TypedTable<OpenWindowFigures> table(words, "losses");
  table.title(Text::table_losses);
  return windows_table(std::move(table), figures.losing_windows, words);
}

/// A partner's value of an indicator, or what the partners count twice.
struct PartnerLine {
  std::string indicator;
  std::string partner;
  CountCell target = CountCell::blank();
  SexCells<ColumnKind::count> period = {CountCell::blank(), CountCell::blank(), CountCell::blank()};
  SexCells<ColumnKind::count> cumulative = {CountCell::blank(), CountCell::blank(),
                                            CountCell::blank()};
};

std::string partner_label(const PartnerValue& value, const Words& words) {
  if (value.partner.empty()) return words(Text::row_no_partner);
  const std::string& name = value.name.in(words.language());
  return name.empty() || name == value.partner ? value.partner : value.partner + " – " + name;
}

std::vector<PartnerLine> partner_lines(const Figures& figures, const Words& words) {
  std::vector<PartnerLine> lines;
  for (const IndicatorFigures& indicator : figures.indicators) {
    const int decimals = min_decimals(indicator);
    for (const PartnerValue& value : indicator.by_partner) {
      PartnerLine line;
      line.indicator = indicator.id;
      line.partner = partner_label(value, words);
      line.target = count_cell(value.target, decimals);
      line.period = sex_cells(value.period, decimals);
      line.cumulative = sex_cells(value.cumulative, decimals);
      lines.push_back(std::move(line));
    }
    if (!indicator.shared || indicator.shared->is_zero()) continue;
    PartnerLine line;
    line.indicator = indicator.id;
    line.partner = words(Text::row_shared);
    line.cumulative[0] = count_cell(indicator.shared, decimals);
    lines.push_back(std::move(line));
  }
  return lines;
}

Table partner_table(const Figures& figures, const Words& words, Medium medium) {
  using Row = PartnerLine;
  TypedTable<Row> table(words, medium == Medium::text ? "by_partner_text" : "by_partner");
  table.title(Text::table_by_partner);
  table.medium(medium);
  table.label("indicator", Text::column_indicator, &Row::indicator);
  table.label("partner", Text::column_partner, &Row::partner);
  table.column("target", Text::column_target, &Row::target);
  if (medium == Medium::text) {
    table.column("period", Text::column_period, [](const Row& row) { return row.period[0]; });
    table.column("cumulative", Text::column_cumulative,
                 [](const Row& row) { return row.cumulative[0]; });
  } else {
    table.sexes(
        "period", Text::column_period, [](const Row& row) { return row.period; },
        Text::column_period_narrow);
    table.sexes("cumulative", Text::column_cumulative_narrow,
                [](const Row& row) { return row.cumulative; });
  }
  table.rows(partner_lines(figures, words));
  return table.take();
}

/// What a claim declared of an indicator: in total, or of women or men.
struct DeclaredLine {
  const DeclaredFigures* figures = nullptr;
  FixedText of{};
  std::optional<Quantity> declared;
  std::optional<Quantity> computed;
  std::optional<Quantity> difference;
};

Table declared_table(const Figures& figures, const Words& words) {
  using Row = DeclaredLine;
  const auto cell = [](const Row& row, const std::optional<Quantity>& value) {
    return count_cell(value, is_percentage(row.figures->count) ? 2 : 0);
  };
  TypedTable<Row> table(words, "declared");
  table.title(Text::table_declared);
  table.label("claim", Text::column_claim,
              [](const Row& row) -> const std::string& { return row.figures->claim; });
  table.label("indicator", Text::column_indicator,
              [](const Row& row) -> const std::string& { return row.figures->indicator; });
  table.column("of", Text::column_declared_of, &Row::of);
  table.column("declared", Text::column_declared,
               [cell](const Row& row) { return cell(row, row.declared); });
  table.column("computed", Text::column_computed,
               [cell](const Row& row) { return cell(row, row.computed); });
  table.column("difference", Text::column_difference, [cell](const Row& row) {
    const bool differs = row.difference && !row.difference->is_zero();
    CountCell shown = cell(row, row.difference);
    return differs ? shown.with(Tone::attention) : shown;
  });
  for (const DeclaredFigures& each : figures.declared) {
    table.row(
        {&each, Text::row_total, each.declared.total, each.computed.total, each.difference.total});
    if (each.declared.women) {
      table.row({&each, Text::row_women, each.declared.women, each.computed.women,
                 each.difference.women});
    }
    if (each.declared.men) {
      table.row({&each, Text::row_men, each.declared.men, each.computed.men, each.difference.men});
    }
  }
  return table.take();
}

/// Indicators by the outcomes of which the latest decides.
void add_notes_of_latest(const Figures& figures, const Words& words, DocumentSection& section) {
  std::vector<std::pair<std::vector<std::string>, std::vector<std::string>>> all;
  for (const IndicatorFigures& indicator : figures.indicators) {
    if (indicator.latest_of.empty()) continue;
    const auto same = std::find_if(all.begin(), all.end(), [&](const auto& each) {
      return each.first == indicator.latest_of;
    });
    if (same == all.end()) {
      all.push_back({indicator.latest_of, {indicator.id}});
    } else {
      same->second.push_back(indicator.id);
    }
  }
  for (const auto& [outcomes, ids] : all) {
    std::vector<std::string> said;
    for (const std::string& code : outcomes) said.push_back(outcome_word(words, code));
    section.add_note(words(Text::note_latest, {list_of(ids), list_of(said)}));
  }
}

/// An indicator, and how many persons it has in common with each.
struct OverlapLine {
  const IndicatorFigures* indicator;
  std::vector<CountCell> common;
};

Table overlap_table(const Figures& figures, const Words& words) {
  const OverlapFigures& overlap = figures.overlap;
  TypedTable<OverlapLine> table(words, "overlap");
  table.title(Text::table_overlap);
  table.label("id", Text::column_id,
              [](const OverlapLine& line) -> const std::string& { return line.indicator->id; });
  table.column("name", Text::column_indicator,
               [](const OverlapLine& line) -> const LocalText& { return line.indicator->name; });
  std::vector<std::pair<std::string, std::string>> columns;
  for (const std::size_t position : overlap.indicators) {
    const std::string& id = figures.indicators[position].id;
    columns.emplace_back("with_" + id, id);
  }
  table.list(columns, &OverlapLine::common);
  for (std::size_t row = 0; row < overlap.indicators.size(); ++row) {
    OverlapLine line{&figures.indicators[overlap.indicators[row]], {}};
    for (const auto& persons : overlap.persons[row]) line.common.push_back(suppressible(persons));
    table.row(line);
  }
  return table.take();
}

}  // namespace

DocumentSection indicators_section(const Figures& figures, const Words& words) {
  DocumentSection section = section_of("indicators", words(Text::section_indicators));
  std::vector<std::string> of_periods;
  for (const IndicatorFigures& indicator : figures.indicators) {
    if (indicator.when == Indicator::When::supported) of_periods.push_back(indicator.id);
  }
  if (!of_periods.empty()) {
    section.add_note(words(Text::note_when_period, {list_of(of_periods)}));
  }
  for (const KindTexts& texts : {outputs, results}) {
    if (has_chart(figures, texts.kind)) {
      section.add(Chart{Chart::Shape::bars,
                        words(texts.chart),
                        indicator_table(texts.kind),
                        "id",
                        {"achieved_total"}});
    }
    section.add(wide_table(figures, words, texts));
    section.add(narrow_table(figures, words, texts));
  }
  TypedTable<CriterionLine> criteria = criterion_table(words);
  for (const IndicatorFigures& indicator : figures.indicators) {
    add_criterion(indicator.id, indicator.name, indicator.criterion, words, criteria);
  }
  if (!criteria.empty()) {
    section.add(criteria.take());
    section.add_note(words(Text::note_criteria, {figures.period.last.iso()}));
  }
  return section;
}

DocumentSection gaps_section(const Figures& figures, const Words& words) {
  DocumentSection section = section_of("gaps", words(Text::section_gaps));
  section.add_note(words(Text::note_gaps, {figures.period.last.iso()}));
  if (figures.small_cells) {
    section.add_note(words(Text::note_list_hidden));
  } else {
    section.add(gaps_table(*figures.gaps, words));
  }
  return section;
}

DocumentSection deadlines_section(const Figures& figures, const Words& words) {
  DocumentSection section = section_of("deadlines", words(Text::section_deadlines));
  section.add_note(words(Text::note_deadlines, {figures.period.last.iso()}));
  add_notes_of_latest(figures, words, section);
  if (figures.small_cells) {
    section.add_note(words(Text::note_list_hidden));
  } else {
    if (!figures.losing_windows.empty()) section.add_note(words(Text::note_losses));
    section.add(deadlines_table(figures, words));
    if (!figures.losing_windows.empty()) section.add(losses_table(figures, words));
  }
  return section;
}

bool tells_partners(const Figures& figures) {
  return std::any_of(figures.indicators.begin(), figures.indicators.end(),
                     [](const IndicatorFigures& i) { return !i.by_partner.empty(); });
}

DocumentSection partner_values_section(const Figures& figures, const Words& words) {
  DocumentSection section = section_of("by_partner", words(Text::section_by_partner));
  section.add_note(words(Text::note_by_partner));
  section.add(partner_table(figures, words, Medium::workbook));
  section.add(partner_table(figures, words, Medium::text));
  return section;
}

DocumentSection declared_section(const Figures& figures, const Words& words) {
  DocumentSection section = section_of("declared", words(Text::section_declared));
  section.add_note(words(Text::note_declared));
  section.add(declared_table(figures, words));
  return section;
}

DocumentSection overlap_section(const Figures& figures, const Words& words) {
  DocumentSection section = section_of("overlap", words(Text::section_overlap));
  section.only_in_workbook = true;
  section.add_note(words(Text::note_overlap, {figures.period.last.iso()}));
  const auto shown = static_cast<std::ptrdiff_t>(figures.overlap.indicators.size());
  if (std::count_if(figures.indicators.begin(), figures.indicators.end(),
                    [](const IndicatorFigures& i) { return i.count == Count::persons; }) > shown) {
    section.add_note(words(Text::note_overlap_part, {std::to_string(shown)}));
  }
  section.add(overlap_table(figures, words));
  return section;
}

}  // namespace euproj::parts
