#include "fuzz/targets.hpp"

#include <cstdio>
#include <cstdlib>
#include <optional>
#include <sstream>
#include <string>
#include <vector>

#include "euproj/app/run.hpp"
#include "euproj/base/utf8.hpp"
#include "euproj/check/checks.hpp"
#include "euproj/core/pesel.hpp"
#include "euproj/read/locate_cells.hpp"
#include "euproj/read/read_logs.hpp"
#include "euproj/read/read_project.hpp"
#include "euproj/render/render_diagnostics.hpp"
#include "euproj/words/diagnostics.hpp"
#include "read/keys/values.hpp"
#include "read/sheet/cell_number.hpp"
#include "read/sheet/spreadsheet.hpp"
#include "support/memory_files.hpp"
#include "support/small_project.hpp"
#include "support/stored_zip.hpp"

namespace euproj::fuzz {
namespace {

void require(bool holds, const char* what) {
  if (holds) return;
  std::fprintf(stderr, "does not hold: %s\n", what);
  std::abort();
}

/// What a terminal is shown is UTF-8, whatever the input was.
void show(Diagnostics& diagnostics, const SourceSet& sources) {
  diagnostics.sort();
  for (const Diagnostic& finding : diagnostics.all()) {
    require(first_bad_utf8(located_message(finding, sources, Language::polish)) ==
                std::string_view::npos,
            "a finding is UTF-8");
  }
}

/// Short, so that little time goes into what is not fuzzed; ids are free where nothing declares
/// them.
constexpr const char* log_definition = R"(euproj: 1
project: {id: a, title: A, period: {start: 2022-01-01, end: 2022-12-31}}
financing: {total: 100.00, sources: [{id: eu, kind: eu, remainder: true}]}
indicators: [{id: R4, name: R, kind: result, unit: szt., count: measured}]
data: {participants: uczestnicy.csv, support: wsparcie.csv, outcomes: rezultaty.csv,
  places: miejsca.csv, measurements: pomiary.csv, expenditures: wydatki.csv}
)";

}  // namespace

void read_definition(std::string_view bytes) {
  SourceSet sources;
  Codes codes;
  Diagnostics diagnostics;
  const FileId file = sources.add("project.yaml", "project.yaml");
  sources.keep_text(file, std::string(without_bom(bytes)));
  const std::optional<Project> project = read_project(file, sources, codes, diagnostics);
  require(project.has_value() != diagnostics.has_errors(),
          "no project without an error that says why");
  if (project) check_definition(*project, {}, diagnostics);
  show(diagnostics, sources);
}

void read_log(std::string_view bytes) {
  if (bytes.empty()) return;
  const auto& names = testing::small_project_files();
  static const testing::MemoryFiles right = testing::small_project();
  testing::MemoryFiles files = right;
  files.put(names[1 + static_cast<unsigned char>(bytes[0]) % (names.size() - 1)],
            std::string(bytes.substr(1)));
  SourceSet sources;
  Codes codes;
  Diagnostics diagnostics;
  const FileId file = sources.add("project.yaml", "project.yaml");
  sources.keep_text(file, log_definition);
  const std::optional<Project> project = read_project(file, sources, codes, diagnostics);
  require(project.has_value(), "the definition of the logs is right");
  Logs logs;
  read_logs(*project, "", Outside::refused, files, sources, codes, logs, diagnostics);
  locate_cells(logs, *project, files, sources, diagnostics);
  show(diagnostics, sources);
}

void read_sheet(std::string_view bytes) {
  if (bytes.empty()) return;
  const std::string rest(bytes.substr(1));
  std::string file;
  switch (static_cast<unsigned char>(bytes[0]) % 4) {
    case 0:
      file = rest;
      break;
    case 1:
      file = testing::small_xlsx(rest);
      break;
    case 2:
      file = testing::small_ods(rest);
      break;
    default:
      file = testing::small_xlsx(
          "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" s=\"1\"><v>44562</v></c></row>",
          {{"xl/strings.xml", rest}, {"xl/styles.xml", rest}});
  }
  Diagnostics diagnostics;
  SourceSet sources;
  const FileId id = sources.add("a.xlsx", "a.xlsx");
  const std::unique_ptr<Spreadsheet> opened = Spreadsheet::open(file, id, diagnostics);
  for (std::size_t at = 0; opened != nullptr && at < opened->sheets().size(); ++at) {
    Diagnostics of_sheet;
    static_cast<void>(opened->read(at, Extent::head, {}, id, of_sheet));
    const std::optional<Sheet> sheet = opened->read(at, Extent::all, {}, id, of_sheet);
    require(sheet.has_value() || of_sheet.has_errors(), "no sheet without a finding that says why");
  }
  require(opened != nullptr || diagnostics.has_errors(), "no file without one either");
  show(diagnostics, sources);
}

void read_scalars(std::string_view text) {
  for (const DateForm form : {DateForm::iso, DateForm::dd_mm_yyyy_dots, DateForm::dd_mm_yyyy_dashes,
                              DateForm::dd_mm_yyyy_slashes, DateForm::mm_dd_yyyy}) {
    const auto date = parse_date(text, form);
    if (!date) continue;
    const auto again = parse_date(date.value().iso());
    require(again && again.value() == date.value(), "a day written is the day read");
    require(completed_years(date.value(), date.value()) == 0, "nobody is born with years");
  }
  for (const char decimal : {'.', ','}) {
    for (const Grouping grouping : {Grouping::none, Grouping::thousands}) {
      if (const auto money = parse_money(text, decimal, grouping)) {
        const auto again = parse_money(money.value().text());
        require(again && again.value() == money.value(), "an amount written is the amount read");
      }
      if (const auto quantity = parse_quantity(text, decimal, grouping)) {
        const auto again = parse_quantity(quantity.value().text());
        require(again && again.value() == quantity.value(), "a quantity written is the one read");
      }
    }
  }
  if (const auto rate = parse_percent(text)) {
    const Rate value = rate.value();
    require(value.numerator() >= 0 && value.denominator() > 0, "a rate is a fraction");
    const Money part = share_of(Money::minor(1'000'000'00), value, Rounding::down);
    require(!part.is_negative() && part <= Money::minor(1'000'000'00), "a share lies in the whole");
  }
  const auto pesel = parse_pesel(text);
  require(static_cast<bool>(pesel) == looks_like_pesel(text), "what is a PESEL looks like one");
  if (pesel) require(pesel.value().born.known(), "a PESEL has a birth date");
  if (const auto whole = parse_integer(text))
    require(std::to_string(*whole) == text, "a whole number");
  if (const auto term = parse_term(text)) {
    const Date day = *Date::from(2024, 2, 29);
    require(term->last_day_from(day) >= day, "a term ends no earlier than it begins");
  }
  static_cast<void>(parse_month(text));
  static_cast<void>(parse_answer(text));
  const std::string number = number_text(text);
  require(number_text(number) == number, "a number's text is its own");
  for (const std::int32_t day_zero : {day_zero_1900, day_zero_1904}) {
    if (const auto day = day_text(number, day_zero)) {
      require(day->find(':') != std::string::npos || day->size() >= 10, "a day or a time");
    }
  }
  static_cast<void>(look_of(text));
}

void run_program(std::string_view bytes) {
  if (bytes.empty()) return;
  testing::MemoryFiles files = testing::small_project();
  const auto& names = testing::small_project_files();
  files.put(names[static_cast<unsigned char>(bytes[0]) % names.size()],
            std::string(bytes.substr(1)));
  // One command an input: the byte that chooses the file has bits left to choose the command.
  static const std::vector<std::string> commands[] = {
      {"report", "project.yaml", "--keep-going", "--format", "text"},
      {"report", "project.yaml", "--keep-going", "--format", "json"},
      {"report", "project.yaml", "--keep-going", "--format", "html"},
      {"report", "project.yaml", "--claim", "1", "--keep-going", "--format", "csv"},
      {"explain", "project.yaml", "P1"}};
  const std::size_t choice = static_cast<unsigned char>(bytes[0]) / names.size();
  std::ostringstream out, err;
  Env env{files, out, err, *Date::from(2022, 6, 30), {}, false, false, true};
  static_cast<void>(run(commands[choice % std::size(commands)], env));
  for (const std::string& text : {out.str(), err.str()}) {
    require(first_bad_utf8(text) == std::string_view::npos, "what is printed is UTF-8");
  }
}

}  // namespace euproj::fuzz
