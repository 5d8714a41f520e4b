// Findings and provenance.

#include <algorithm>
#include <map>
#include <tuple>

#include "euproj/words/texts.hpp"
#include "report/document/sections.hpp"

namespace euproj::parts {
namespace {

/// Findings of one code shown in a text; the workbook and the JSON have all.
constexpr std::size_t most_of_one_code = 20;
/// Findings on a sheet: more make a workbook that nobody can open with ease.
constexpr std::size_t most_on_a_sheet = 100'000;

bool is_error(const Finding& finding) { return finding.severity != Severity::warning; }

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
    const bool warning = !is_error(findings[i]);
    const auto group = first_seen.try_emplace({warning, findings[i].code}, i).first->second;
    keys.emplace_back(warning, group, i);
  }
  std::sort(keys.begin(), keys.end());
  std::vector<std::size_t> order;
  for (const auto& key : keys) order.push_back(std::get<2>(key));
  return order;
}

Table all_findings(const Figures& figures, const Words& words) {
  Table table;
  table.id = "findings";
  table.empty_note = words(Text::none_findings);
  table.medium = Medium::workbook;
  table.columns = {column("severity", words(Text::column_severity), ColumnKind::label),
                   column("code", words(Text::column_code), ColumnKind::label),
                   column("file", words(Text::column_file), ColumnKind::label),
                   column("line", words(Text::column_line), ColumnKind::count),
                   column("column", words(Text::column_byte), ColumnKind::count),
                   column("message", words(Text::column_message), ColumnKind::text)};
  const auto position = [](std::uint32_t number) {
    return number == 0 ? Cell(std::string()) : Cell(Quantity::whole(number));
  };
  for (const std::size_t i : grouped(figures.findings)) {
    if (table.rows.size() == most_on_a_sheet) {
      const std::size_t rest = figures.findings.size() - most_on_a_sheet;
      add_row(table, {std::string(), std::string(), std::string(), std::string(), std::string(),
                      words(Text::row_findings_rest_json, {std::to_string(rest)})});
      break;
    }
    const Finding& finding = figures.findings[i];
    const bool error = is_error(finding);
    add_row(table, {Cell(words(error ? Text::severity_error : Text::severity_warning),
                         error ? Tone::attention : Tone::normal),
                    finding.code, finding.file, position(finding.line), position(finding.column),
                    finding.message});
  }
  return table;
}

Table first_findings(const Figures& figures, const Words& words) {
  Table table;
  table.id = "findings_text";
  table.empty_note = words(Text::none_findings);
  table.medium = Medium::text;
  table.columns = {column("where", words(Text::column_where), ColumnKind::label),
                   column("message", words(Text::column_message), ColumnKind::text)};
  const std::vector<std::size_t> order = grouped(figures.findings);
  const auto same_group = [&](std::size_t a, std::size_t b) {
    return figures.findings[a].code == figures.findings[b].code &&
           is_error(figures.findings[a]) == is_error(figures.findings[b]);
  };
  for (auto first = order.begin(); first != order.end();) {
    const auto last =
        std::find_if(first, order.end(), [&](std::size_t i) { return !same_group(*first, i); });
    const auto count = static_cast<std::size_t>(last - first);
    const Finding& example = figures.findings[*first];
    const bool error = is_error(example);
    add_row(table,
            {Cell(words(error ? Text::row_errors_of : Text::row_warnings_of,
                        {std::to_string(count), example.code}),
                  error ? Tone::attention : Tone::normal)},
            RowRole::heading);
    const std::size_t shown = std::min(count, most_of_one_code);
    for (auto i = first; i != first + static_cast<std::ptrdiff_t>(shown); ++i) {
      add_row(table, {where(figures.findings[*i]), figures.findings[*i].message});
    }
    if (count > shown) {
      add_row(table,
              {std::string(), words(Text::row_findings_rest, {std::to_string(count - shown)})});
    }
    first = last;
  }
  return table;
}

Cell size_cell(const Words& words, const std::optional<std::uint64_t>& number) {
  return number ? Cell(Quantity::whole(static_cast<std::int64_t>(*number))) : hidden_cell(words);
}

Table inputs_table(const Figures& figures, const Words& words, Medium medium) {
  Table table;
  table.id = medium == Medium::text ? "inputs_text" : "inputs";
  table.title = words(Text::table_inputs);
  table.empty_note = words(Text::none_inputs);
  table.medium = medium;
  table.columns = {column("path", words(Text::column_file), ColumnKind::label),
                   column("rows", words(Text::column_rows), ColumnKind::count),
                   column("bytes", words(Text::column_bytes), ColumnKind::count)};
  if (medium == Medium::workbook) {
    table.columns.push_back(column("sha256", words(Text::column_sha256), ColumnKind::label));
  }
  for (const InputFigures& input : figures.inputs) {
    add_row(table, {input.path, size_cell(words, input.rows), size_cell(words, input.bytes), input.sha256});
    if (medium == Medium::text) {
      // 64 digits leave no room beside a path, so they stand below it.
      add_row(table, {"SHA-256 " + input.sha256, std::string(), std::string()});
    }
  }
  return table;
}

}  // namespace

DocumentSection findings_section(const Figures& figures, const Words& words) {
  DocumentSection section;
  section.id = "findings";
  section.title = words(Text::section_findings);
  if (figures.small_cells) {
    section.notes = {words(Text::note_findings_hidden)};
    return section;
  }
  section.tables = {all_findings(figures, words), first_findings(figures, words)};
  return section;
}

DocumentSection provenance_section(const Figures& figures, const Words& words) {
  DocumentSection section;
  section.id = "provenance";
  section.title = words(Text::section_provenance);
  section.facts = {{words(Text::provenance_version), "euproj " + figures.version}};
  if (!figures.options.empty()) {
    std::string options;
    for (const std::string& option : figures.options) {
      if (!options.empty()) options += ' ';
      options += option;
    }
    section.facts.emplace_back(words(Text::provenance_options), options);
  }
  section.notes = {words(Text::provenance_note)};
  section.tables = {inputs_table(figures, words, Medium::workbook),
                    inputs_table(figures, words, Medium::text)};
  return section;
}

}  // namespace euproj::parts
