#include "app/audit/recorded_request.hpp"

#include <algorithm>

#include "euproj/words/texts.hpp"

namespace euproj {
namespace {

constexpr std::string_view program = "euproj ";

/// "--period" and "2026-09" of "--period 2026-09".
void take_option(std::string_view option, RecordedRequest& request) {
  const std::size_t blank = option.find(' ');
  if (blank == std::string_view::npos) return;  // --strict, --keep-going: not asked again
  const std::string_view name = option.substr(0, blank);
  const std::string value(option.substr(blank + 1));
  if (name == "--period" && is_period_text(value)) request.period.period = value;
  if (name == "--claim") request.period.claim = value;
  if (name == "--as-of") {
    if (const auto day = parse_date(value)) request.period.as_of = *day;
  }
  if (name == "--lang") request.language = value == "en" ? Language::english : Language::polish;
  if (name == "--small-cells") request.small_cells = std::atoll(value.c_str());
}

/// "--period 2026-09 --lang pl" as two options; the id of a claim may have a blank in it.
std::vector<std::string> options_in(std::string_view line) {
  std::vector<std::string> options;
  while (!line.empty()) {
    const std::size_t end = std::min(line.find(" --"), line.size());
    options.emplace_back(line.substr(0, end));
    line.remove_prefix(std::min(end + 1, line.size()));
  }
  return options;
}

/// The cell to the right of one that says `label`, in either language, in any sheet.
std::string beside(const WorkbookCells& workbook, FixedText label) {
  for (const WorkbookSheet& sheet : workbook.sheets) {
    for (auto cell = sheet.cells.begin(); cell != sheet.cells.end(); ++cell) {
      const bool is_label = cell->value == text(label, Language::polish) ||
                            cell->value == text(label, Language::english);
      if (is_label && cell + 1 != sheet.cells.end() && cell[1].row == cell->row) {
        return cell[1].value;
      }
    }
  }
  return {};
}

}  // namespace

std::optional<RecordedRequest> request_of(const std::vector<JsonLeaf>& report) {
  RecordedRequest request;
  bool is_report = false;
  for (const JsonLeaf& leaf : report) {
    if (leaf.pointer == "/format") is_report = leaf.value == "euproj-report/1";
    if (leaf.pointer == "/project/id") request.project = leaf.value;
    if (leaf.pointer == "/provenance/version") request.version = leaf.value;
    if (leaf.pointer.starts_with("/provenance/options/")) take_option(leaf.value, request);
    if (leaf.pointer == "/period/to") {
      if (const auto day = parse_date(leaf.value)) request.last = *day;
    }
  }
  if (!is_report || !request.last.known()) return std::nullopt;
  return request;
}

std::optional<RecordedRequest> request_of(const WorkbookCells& workbook) {
  RecordedRequest request;
  const std::string version = beside(workbook, Text::provenance_version);
  const std::string options = beside(workbook, Text::provenance_options);
  if (!version.starts_with(program) || options.empty()) return std::nullopt;
  request.version = version.substr(program.size());
  for (const std::string& option : options_in(options)) take_option(option, request);
  // "2026-09-01 – 2026-09-30"
  const std::string period = beside(workbook, Text::fact_report_period);
  constexpr std::size_t length = 10;
  if (period.size() < length) return std::nullopt;
  const auto day = parse_date(period.substr(period.size() - length));
  if (!day) return std::nullopt;
  request.last = *day;
  return request;
}

}  // namespace euproj
