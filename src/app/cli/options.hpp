#pragma once
// The options that several commands take, in groups that declare and check themselves.

#include <initializer_list>
#include <optional>
#include <string>
#include <vector>

#include "app/cli/command.hpp"
#include "app/cli/reporting_period.hpp"
#include "euproj/core/date.hpp"
#include "euproj/model/dossier.hpp"

namespace euproj {

enum class Format { text, html, xlsx, json, csv, sarif };
/// From which findings on the exit status is 1.
enum class FailOn { warning, error };

/// "xlsx" of "raport.XLSX"; empty: the name has none.
[[nodiscard]] std::string extension_in(std::string_view path);
/// The word of --format; of `text` it is no extension of a file.
[[nodiscard]] std::string word_of(Format format);

/// --width, --ascii.
struct TextOptions {
  std::size_t width = 100;  // in columns
  bool ascii = false;       // texts in 7 bits

  void declare(Parameters& parameters);
};

/// --period, --as-of. A project is needed to say which days they are (reporting_period.hpp).
struct PeriodOptions {
  std::string period = "all";
  std::string claim = {};  // of report: the id of a claim; empty: none
  std::optional<Date> as_of = {};

  void declare(Parameters& parameters);
  /// As the user asked for it: the period, or "--claim ID".
  [[nodiscard]] std::string shown() const { return claim.empty() ? period : "--claim " + claim; }
  /// Of findings about money: --as-of, else the last day of a period that names its days.
  [[nodiscard]] FindingsDay findings_day(Date today) const;
};
/// The claim with this id, as its position in Project::claims.
[[nodiscard]] std::optional<std::size_t> position_of_claim(const Project& project,
                                                           std::string_view id);
/// That the project has no claim of the id that was asked for, and which it has.
[[nodiscard]] std::string unknown_claim_text(const Project& project, const PeriodOptions& options,
                                             Language language);
/// What is wrong with them, now that the project is known.
[[nodiscard]] std::string usage_text_of(PeriodFault fault, const PeriodOptions& options,
                                        Language language);

/// -o, --keep-going.
struct OutputOptions {
  std::string path = {};  // empty: standard output
  bool keep_going = false;

  void declare(Parameters& parameters);
  /// Who names a file of another program's format waits for that format, and must not get a text
  /// under its name; `known` is what can be chosen.
  void check_extension(std::string_view known, const Command& command) const;
};
inline constexpr std::string_view report_extensions = ".xlsx, .html, .json, .csv, .txt";
inline constexpr std::string_view explain_extensions = ".html, .json, .csv, .txt";
inline constexpr std::string_view check_extensions = ".xlsx, .json, .sarif, .txt";

/// --format.
struct FormatOptions {
  std::vector<Format> formats = {Format::text};
  std::string typed = "text";  // for messages

  /// Where none is given and `output` ends like a format, it is that: `-o raport.xlsx` means a
  /// workbook; nobody wants text under that name.
  void declare(Parameters& parameters, FixedText help, std::string value = "F,...",
               const OutputOptions* output = nullptr);
  /// The formats of `check`, which makes no report: a workbook where `output` is named like one.
  void declare_of_check(Parameters& parameters, const OutputOptions& output);
  [[nodiscard]] Format one() const { return formats.front(); }
  /// One format, and one of these.
  [[nodiscard]] bool is_one_of(std::initializer_list<Format> known) const;
  /// What is wrong, where it is not.
  void check_one_of(std::initializer_list<Format> known, const Command& command) const;
};

/// --fail-on, --threads, --heartbeat: of what may run for hours, or every night.
struct BatchOptions {
  FailOn fail_on = FailOn::error;
  std::size_t threads = 0;     // 0: as many as there are cores
  std::string heartbeat = {};  // a file; empty: none

  void declare(Parameters& parameters);
};

}  // namespace euproj
