#include "app/cli/options.hpp"

#include <algorithm>
#include <array>
#include <sstream>

#include "euproj/base/unicode.hpp"

namespace euproj {
namespace {

const Words<Format> report_formats = {{"text", Format::text},
                                      {"html", Format::html},
                                      {"xlsx", Format::xlsx},
                                      {"json", Format::json},
                                      {"csv", Format::csv}};
const Words<Format> check_formats = {{"text", Format::text},
                                     {"json", Format::json},
                                     {"xlsx", Format::xlsx},
                                     {"sarif", Format::sarif}};
const Words<FailOn> fail_ons = {{"warning", FailOn::warning}, {"error", FailOn::error}};

constexpr std::size_t min_width = 40;  // a sentence and an amount still fit
constexpr std::size_t max_width = 1000;
constexpr std::size_t max_threads = 1024;

Parameter format_parameter(FixedText help, std::string value, const Words<Format>& known) {
  Parameter parameter{"--format", std::move(value), help, {}};
  for (const auto& [word, format] : known) parameter.words.push_back(word);
  return parameter;
}

/// In the order in which they are named, each once. `option` stands in the message on an unknown
/// one.
std::vector<Format> parse_formats(const Parameters& parameters, const std::string& option,
                                  const std::string& list, const Words<Format>& known) {
  std::vector<Format> formats;
  std::istringstream words(list);
  for (std::string word; std::getline(words, word, ',');) {
    const Format format = parameters.choose(option, word, known);
    if (std::find(formats.begin(), formats.end(), format) == formats.end())
      formats.push_back(format);
  }
  return formats;
}

std::string format_of_file_name(const OutputOptions* output) {
  const std::string extension = output == nullptr ? std::string() : extension_in(output->path);
  for (const auto& [name, format] : report_formats) {
    if (extension == name) return name;
  }
  return "text";
}

}  // namespace

std::string extension_in(std::string_view path) {
  const std::string_view name = path.substr(path.rfind('/') + 1);
  const std::size_t dot = name.rfind('.');
  return dot == std::string_view::npos ? std::string() : lower_case(name.substr(dot + 1));
}

std::string word_of(Format format) {
  switch (format) {
    case Format::text:
      return "text";
    case Format::html:
      return "html";
    case Format::xlsx:
      return "xlsx";
    case Format::json:
      return "json";
    case Format::csv:
      return "csv";
    case Format::sarif:
      return "sarif";
  }
  return {};
}

void TextOptions::declare(Parameters& parameters) {
  parameters.number("--width", Text::help_width, Text::usage_width, min_width, max_width, width);
  parameters.flag("--ascii", Text::help_ascii, ascii);
}

void PeriodOptions::declare(Parameters& parameters) {
  parameters.converted(
      {"--period", "P", Text::help_period, {}},
      [this, &parameters](const std::string& typed) {
        if (!is_period_text(typed)) throw parameters.fault(Text::usage_period, {typed});
        period = typed;
      },
      period);
  parameters.values_of_list("periods");
  parameters.converted({"--as-of", "DATE", Text::help_as_of, {}},
                       [this, &parameters](const std::string& typed) {
                         if (typed.empty()) return;
                         const auto day = parse_date(typed);
                         if (!day) throw parameters.fault(Text::usage_as_of, {typed});
                         as_of = *day;
                       });
}

FindingsDay PeriodOptions::findings_day(Date today) const {
  FindingsDay day{today, as_of};
  if (as_of || period == "all" || !claim.empty()) return day;
  if (const auto named = resolve_period(period, {}, {}, today)) day.asked = named->period.last;
  return day;
}

std::optional<std::size_t> position_of_claim(const Project& project, std::string_view id) {
  for (std::size_t at = 0; at < project.claims.size(); ++at) {
    if (project.claims[at].id == id) return at;
  }
  return std::nullopt;
}

std::string unknown_claim_text(const Project& project, const PeriodOptions& options,
                               Language language) {
  std::string known;
  for (const Claim& claim : project.claims) known += (known.empty() ? "" : ", ") + claim.id;
  if (known.empty()) {
    return usage_text(language, Text::usage_no_claims, {options.claim, project.id});
  }
  return usage_text(language, Text::usage_claim, {options.claim, project.id, known});
}

std::string usage_text_of(PeriodFault fault, const PeriodOptions& options, Language language) {
  switch (fault) {
    case PeriodFault::shape:
      return usage_text(language, Text::usage_period, {options.period});
    case PeriodFault::empty:
      return usage_text(language, Text::usage_period_empty, {options.period});
    case PeriodFault::as_of_outside:
      return usage_text(language, Text::usage_as_of_outside,
                        {options.as_of->iso(), options.shown()});
  }
  return {};
}

void OutputOptions::declare(Parameters& parameters) {
  parameters.text("-o,--output", "PATH", Text::help_output, path);
  parameters.flag("--keep-going", Text::help_keep_going, keep_going);
}

void OutputOptions::check_extension(std::string_view known, const Command& command) const {
  constexpr std::array<std::string_view, 12> foreign = {
      "xls", "xlsm", "xlsb", "ods", "doc", "docx", "odt", "rtf", "pdf", "ppt", "pptx", "zip"};
  const std::string extension = extension_in(path);
  if (std::find(foreign.begin(), foreign.end(), extension) == foreign.end()) return;
  throw UsageFault{text(Text::usage_output_extension, command.language(),
                        {path, extension, std::string(known)})};
}

void FormatOptions::declare(Parameters& parameters, FixedText help, std::string value,
                            const OutputOptions* output) {
  parameters.converted(format_parameter(help, std::move(value), report_formats),
                       [this, &parameters, output](const std::string& list) {
                         typed = list.empty() ? format_of_file_name(output) : list;
                         formats = parse_formats(parameters, "--format", typed, report_formats);
                       });
}

void FormatOptions::declare_of_check(Parameters& parameters, const OutputOptions& output) {
  parameters.converted(format_parameter(Text::help_check_format, "F", check_formats),
                       [this, &parameters, &output](const std::string& list) {
                         const bool is_workbook = extension_in(output.path) == "xlsx";
                         typed = !list.empty() ? list : is_workbook ? "xlsx" : "text";
                         formats =
                             parse_formats(parameters, "check --format", typed, check_formats);
                       });
}

bool FormatOptions::is_one_of(std::initializer_list<Format> known) const {
  return formats.size() == 1 && std::find(known.begin(), known.end(), one()) != known.end();
}

void FormatOptions::check_one_of(std::initializer_list<Format> known,
                                 const Command& command) const {
  if (is_one_of(known)) return;
  std::string words;
  for (const Format format : known) words += (words.empty() ? "" : ", ") + word_of(format);
  throw UsageFault{text(Text::usage_word, command.language(),
                        {std::string(command.name()) + " --format", typed, words})};
}

void BatchOptions::declare(Parameters& parameters) {
  parameters.word("--fail-on", Text::help_fail_on, fail_ons, fail_on);
  parameters.number("--threads", Text::help_threads, Text::usage_threads, 1, max_threads, threads);
  parameters.text("--heartbeat", "FILE", Text::help_heartbeat, heartbeat);
}

}  // namespace euproj
