#include <algorithm>
#include <map>
#include <tuple>

#include "euproj/words/texts.hpp"
#include "report/document/sections.hpp"

namespace euproj::parts {
namespace {

/// Findings of one code shown in a text; the workbook and the JSON have all.
constexpr std::size_t max_of_one_code = 20;
/// Findings on a sheet: more make a workbook that nobody can open with ease.
constexpr std::size_t max_on_a_sheet = 100'000;
constexpr std::size_t max_waived_in_text = 200;

bool is_of_error(const Finding& finding) { return is_error(finding.severity); }

/// A line of money, or one of counts, which stand in the cumulative column and have no others.
struct KeyFigure {
  std::string name;
  MoneyCell period;
  MoneyCell cumulative;
  PercentCell used;
};

KeyFigure count_line(std::string name, CountCell count) {
  return {std::move(name), MoneyCell::blank(), MoneyCell(std::move(count)), PercentCell::blank()};
}

Table key_figures(const Figures& figures, const Words& words) {
  TypedTable<KeyFigure> table(words, "key_figures");
  table.title(Text::table_key_figures);
  table.label("figure", Text::column_figure, &KeyFigure::name);
  table.column("period", Text::column_period, &KeyFigure::period);
  table.column("cumulative", Text::column_cumulative, &KeyFigure::cumulative);
  table.column("used_percent", Text::column_used, &KeyFigure::used);

  const auto money = [&](std::string name, Money period, Money cumulative,
                         const std::optional<Percent>& used) {
    table.row({std::move(name), cell_of(words, period), cell_of(words, cumulative),
               cell_of(words, used)});
  };
  if (!figures.costs_suppressed) {
    money(words(Text::row_eligible), figures.eligible.period, figures.eligible.cumulative,
          used_of_total(figures));
    for (const SourceFigures& source : figures.sources) {
      money("– " + source_label(words, figures, source), source.period, source.cumulative,
            source.used);
    }
  }
  const auto people = [&](FixedText name, const std::optional<std::int64_t>& count) {
    table.row(count_line(words(name), suppressible(count)));
  };
  people(Text::row_participants, figures.participants.total);
  people(Text::row_women, figures.participants.women);
  people(Text::row_men, figures.participants.men);
  people(Text::row_active, figures.participants.active);
  people(Text::row_exited, figures.participants.exited);

  if (figures.small_cells) return table.take();  // a number of findings may be one of persons
  const std::int64_t errors =
      std::count_if(figures.findings.begin(), figures.findings.end(), is_of_error);
  const std::int64_t warnings = static_cast<std::int64_t>(figures.findings.size()) - errors;
  table.row(count_line(words(Text::row_errors),
                       count_cell(errors, errors > 0 ? Tone::attention : Tone::normal)));
  table.row(count_line(words(Text::row_warnings), count_cell(warnings)));
  return table.take();
}

/// "2 of 3, valid from 2022-06-01".
std::string version_text(const VersionFigures& version, const Words& words) {
  const std::string number = std::to_string(version.number);
  const std::string count = std::to_string(version.count);
  return version.valid_from ? words(Text::version_from, {number, count, version.valid_from->iso()})
                            : words(Text::version_first, {number, count});
}

std::string where(const Finding& finding) {
  std::string place = finding.file;
  if (finding.line > 0) place += ":" + std::to_string(finding.line);
  if (finding.line > 0 && finding.column > 0) place += ":" + std::to_string(finding.column);
  return place;
}

/// Positions in `findings`, errors first, then by code in order of first appearance.
std::vector<std::size_t> grouped(const std::vector<Finding>& findings) {
  std::map<std::pair<bool, std::string_view>, std::size_t> first_seen;
  std::vector<std::tuple<bool, std::size_t, std::size_t>> keys;  // warning?, group, position
  for (std::size_t i = 0; i < findings.size(); ++i) {
    const bool warning = !is_of_error(findings[i]);
    const auto group = first_seen.try_emplace({warning, findings[i].code}, i).first->second;
    keys.emplace_back(warning, group, i);
  }
  std::sort(keys.begin(), keys.end());
  std::vector<std::size_t> order;
  for (const auto& key : keys) order.push_back(std::get<2>(key));
  return order;
}

Table all_findings(const Figures& figures, const Words& words) {
  TypedTable<Finding> table(words, "findings");
  table.empty_note(Text::none_findings);
  table.medium(Medium::workbook);
  const auto position = [](std::uint32_t number) {
    return number == 0 ? CountCell::blank() : count_cell(std::int64_t{number});
  };
  table.label("severity", Text::column_severity,
              [words](const Finding& finding) { return severity_cell(words, finding.severity); });
  table.label("code", Text::column_code, &Finding::code);
  table.label("file", Text::column_file, &Finding::file);
  table.column("line", Text::column_line,
               [position](const Finding& finding) { return position(finding.line); });
  table.column("column", Text::column_byte,
               [position](const Finding& finding) { return position(finding.column); });
  table.column("message", Text::column_message, [words](const Finding& finding) {
    return text_cell(in_quotes(words, finding.message));
  });
  const std::vector<std::size_t> order = grouped(figures.findings);
  const std::size_t shown = std::min(order.size(), max_on_a_sheet);
  for (std::size_t i = 0; i < shown; ++i) table.row(figures.findings[order[i]]);
  if (shown < order.size()) {
    table.words_row("message",
                    words(Text::row_findings_rest_json, {std::to_string(order.size() - shown)}));
  }
  return table.take();
}

Table first_findings(const Figures& figures, const Words& words) {
  TypedTable<Finding> table(words, "findings_text");
  table.empty_note(Text::none_findings);
  table.medium(Medium::text);
  table.label("where", Text::column_where, where);
  table.column("message", Text::column_message, [words](const Finding& finding) {
    return text_cell(in_quotes(words, finding.message));
  });
  const std::vector<std::size_t> order = grouped(figures.findings);
  const auto same_group = [&](std::size_t a, std::size_t b) {
    return figures.findings[a].code == figures.findings[b].code &&
           is_of_error(figures.findings[a]) == is_of_error(figures.findings[b]);
  };
  for (auto first = order.begin(); first != order.end();) {
    const auto last =
        std::find_if(first, order.end(), [&](std::size_t i) { return !same_group(*first, i); });
    const auto count = static_cast<std::size_t>(last - first);
    const Finding& example = figures.findings[*first];
    const bool error = is_of_error(example);
    table.heading_row(words(error ? Text::row_errors_of : Text::row_warnings_of,
                            {std::to_string(count), example.code}),
                      error ? Tone::attention : Tone::normal);
    const std::size_t shown = std::min(count, max_of_one_code);
    for (auto i = first; i != first + static_cast<std::ptrdiff_t>(shown); ++i) {
      table.row(figures.findings[*i]);
    }
    if (count > shown) {
      table.words_row("message", words(Text::row_findings_rest, {std::to_string(count - shown)}));
    }
    first = last;
  }
  return table.take();
}

/// Of the same finding, for the same reason: one line.
struct WaivedLine {
  const WaivedFigures* waived = nullptr;
  std::int64_t count = 0;
};

Table waived_table(const Figures& figures, const Words& words, Medium medium) {
  const bool is_text = medium == Medium::text;
  TypedTable<WaivedLine> table(words, is_text ? "waived_text" : "waived");
  table.empty_note(Text::none_waived);
  table.medium(medium);
  table.label("code", Text::column_code,
              [](const WaivedLine& line) { return text_cell(line.waived->code); });
  table.label("subject", Text::column_waived_subject,
              [](const WaivedLine& line) { return text_cell(line.waived->subject); });
  table.column("count", Text::column_waived_count, &WaivedLine::count);
  table.column("reason", Text::column_waived_reason,
               [](const WaivedLine& line) { return text_cell(line.waived->reason); });
  table.label("by", Text::column_waived_by,
              [](const WaivedLine& line) { return text_cell(line.waived->by); });
  table.column("until", Text::column_waived_until,
               [](const WaivedLine& line) { return line.waived->until; });
  std::map<WaivedFigures, std::int64_t> lines;
  for (const WaivedFigures& waived : *figures.waived) ++lines[waived];
  const std::size_t max = is_text ? max_waived_in_text : max_on_a_sheet;
  std::size_t shown = 0;
  for (const auto& [waived, count] : lines) {
    if (shown == max) break;
    table.row({&waived, count});
    ++shown;
  }
  if (shown < lines.size()) {
    const std::string rest = std::to_string(lines.size() - shown);
    table.words_row("reason", is_text ? words(Text::row_findings_rest, {rest})
                                      : words(Text::row_findings_rest_json, {rest}));
  }
  return table.take();
}

CountCell size_cell(const std::optional<std::uint64_t>& number) {
  std::optional<std::int64_t> size;
  if (number) size = static_cast<std::int64_t>(*number);
  return suppressible(size);
}

/// What of a table was left out, a line each.
struct SkippedPlace {
  const InputFigures* input = nullptr;
  Skipped skipped;
};

Table skipped_table(const Figures& figures, const Words& words) {
  TypedTable<SkippedPlace> table(words, "skipped");
  table.title(Text::table_skipped);
  table.medium(Medium::workbook);
  table.label("path", Text::column_file,
              [](const SkippedPlace& place) { return text_cell(place.input->path); });
  table.label("sheet", Text::column_sheet,
              [](const SkippedPlace& place) { return text_cell(place.input->sheet); });
  table.label("row", Text::column_line,
              [](const SkippedPlace& place) { return text_cell(place_text(place.skipped)); });
  table.label("reason", Text::column_skip_reason, [words](const SkippedPlace& place) {
    return text_cell(words(skip_reason_text(place.skipped.reason)));
  });
  for (const InputFigures& input : figures.inputs) {
    for (const Skipped& skipped : input.skipped) table.row({&input, skipped});
  }
  return table.take();
}

Table inputs_table(const Figures& figures, const Words& words, Medium medium) {
  TypedTable<InputFigures> table(words, medium == Medium::text ? "inputs_text" : "inputs");
  table.title(Text::table_inputs);
  table.empty_note(Text::none_inputs);
  table.medium(medium);
  table.label("path", Text::column_file, [words](const InputFigures& input) {
    return text_cell(input.sheet.empty() ? input.path
                                         : words(Text::path_of_sheet, {input.path, input.sheet}));
  });
  table.column("rows", Text::column_rows,
               [](const InputFigures& input) { return size_cell(input.rows); });
  table.column("bytes", Text::column_bytes,
               [](const InputFigures& input) { return size_cell(input.bytes); });
  if (medium == Medium::workbook) {
    table.label("sha256", Text::column_sha256, &InputFigures::sha256);
  }
  for (const InputFigures& input : figures.inputs) {
    table.row(input);
    // 64 digits leave no room beside a path, so they stand below it.
    if (medium == Medium::text) table.words_row("path", "SHA-256 " + input.sha256);
    if (medium == Medium::text && !input.skipped.empty()) {
      table.words_row("path", skipped_text(input.skipped, words));
    }
  }
  return table.take();
}

}  // namespace

DocumentSection summary_section(const Figures& figures, const Words& words) {
  DocumentSection section = section_of("summary", words(Text::section_summary));
  const auto fact = [&](FixedText label, std::string value) {
    section.add_fact(words(label), std::move(value));
  };
  const std::string& title = figures.title.in(words.language());
  if (!title.empty()) fact(Text::fact_title, title);
  const bool has_number =
      std::any_of(figures.project_facts.begin(), figures.project_facts.end(),
                  [](const auto& known) { return known.first == Text::fact_number; });
  if (!has_number && !figures.number.empty()) fact(Text::fact_number, figures.number);
  for (const auto& [label, value] : figures.project_facts) {
    if (!value.empty()) fact(label, value);
  }
  fact(Text::fact_project_period, period_text(words, figures.project_period));
  if (figures.durability) fact(Text::fact_durability, period_text(words, *figures.durability));
  if (figures.kept_until) section.add_fact(words(Text::fact_retention), *figures.kept_until);
  fact(Text::fact_report_period, period_text(words, figures.period));
  for (const VersionFigures& version : figures.versions) {
    fact(version.of_financing ? Text::fact_financing_version : Text::fact_budget_version,
         version_text(version, words));
  }
  section.add_fact(words(Text::fact_total, {figures.currency}), figures.total);
  if (figures.small_cells) {
    section.add_note(words(Text::note_small_cells, {std::to_string(*figures.small_cells)}));
  }
  section.add(key_figures(figures, words));
  return section;
}

DocumentSection findings_section(const Figures& figures, const Words& words) {
  DocumentSection section = section_of("findings", words(Text::section_findings));
  if (figures.small_cells) {
    section.add_note(words(Text::note_findings_hidden));
    return section;
  }
  section.add(all_findings(figures, words));
  section.add(first_findings(figures, words));
  return section;
}

DocumentSection waived_section(const Figures& figures, const Words& words) {
  DocumentSection section = section_of("waived", words(Text::section_waived));
  if (figures.small_cells) {
    section.add_note(words(Text::note_findings_hidden));
    return section;
  }
  section.add_note(words(Text::note_waived));
  section.add(waived_table(figures, words, Medium::workbook));
  section.add(waived_table(figures, words, Medium::text));
  return section;
}

DocumentSection provenance_section(const Figures& figures, const Words& words) {
  DocumentSection section = section_of("provenance", words(Text::section_provenance));
  section.add_fact(words(Text::provenance_version), "euproj " + figures.version);
  if (!figures.options.empty()) {
    std::string options;
    for (const std::string& option : figures.options) {
      if (!options.empty()) options += ' ';
      options += option;
    }
    section.add_fact(words(Text::provenance_options), options);
  }
  std::size_t number = 0;
  for (const UsedCatalogue& catalogue : figures.catalogues) {
    section.add_fact(words(Text::provenance_catalogue, {std::to_string(++number)}),
                     words(Text::provenance_edition, {catalogue.path, catalogue.edition}));
    section.add_fact("SHA-256", catalogue.sha256);
  }
  section.add_note(words(Text::provenance_note));
  section.add(inputs_table(figures, words, Medium::workbook));
  section.add(inputs_table(figures, words, Medium::text));
  const auto has_skipped = [](const InputFigures& input) { return !input.skipped.empty(); };
  if (std::any_of(figures.inputs.begin(), figures.inputs.end(), has_skipped)) {
    section.add(skipped_table(figures, words));
  }
  return section;
}

}  // namespace euproj::parts
