#pragma once
// Options: what the command line asks for, checked but not yet resolved against a project.

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "euproj/base/language.hpp"
#include "euproj/core/date.hpp"
#include "euproj/read/read_logs.hpp"

namespace euproj {

enum class Format { text, html, xlsx, json, csv, sarif };
enum class FindingsFormat { text, json };
/// From which findings on the exit status is 1.
enum class FailOn { warning, error };
enum class ColourChoice { automatic, always, never };
enum class Command { report, check, explain, split, init, catalogue, diff, schema };

struct Options {
  Command command{};
  std::vector<std::string> projects;
  std::vector<std::string> amounts;  // of split; with `infer` the total first, parts "name=amount"
  bool infer = false;                // of split
  std::string list;                  // of split --infer: a file instead of amounts
  std::string list_columns;          // "TOTAL,PART"; empty: the usual ones
  std::string indicator;             // of explain; may be empty when there is a person
  std::string person;                // of explain: a person_id
  bool reveal = false;               // of explain: PESEL and personal columns too
  std::string folder;                // of init
  std::string code;                  // of catalogue (empty: the list), or of explain: a finding
  std::string period = "all";
  std::string claim;                 // of report: the id of a claim; empty: none
  std::optional<Date> as_of;
  std::optional<std::int64_t> small_cells;  // of report: hide counts of persons below it
  Language language = Language::polish;
  std::vector<Format> formats = {Format::text};
  std::string format_words = "text";  // as typed, for messages
  std::string output;  // empty: standard output
  std::size_t width = 100;  // of texts, in columns
  bool ascii = false;       // texts in 7 bits
  bool strict = false;
  bool keep_going = false;
  bool quiet = false;
  FailOn fail_on = FailOn::error;
  bool watch = false;       // of report
  std::size_t threads = 0;  // 0: as many as there are cores
  std::string heartbeat;    // of report and check: a file; empty: none
  Outside outside = Outside::refused;  // --allow-outside
  FindingsFormat findings = FindingsFormat::text;
  ColourChoice colour = ColourChoice::automatic;
};

/// What to print instead of running a command: help, the version, or what is wrong with the usage.
struct CommandLineAnswer {
  std::string text;
  bool is_fault = false;  // to standard error, exit status 2
};

/// Needed before the rest is parsed: for the help, and for what is wrong with it.
[[nodiscard]] Language language_of(const std::vector<std::string>& arguments);

[[nodiscard]] std::variant<Options, CommandLineAnswer> parse_command_line(
    const std::vector<std::string>& arguments);

}  // namespace euproj
