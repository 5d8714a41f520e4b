#pragma once
// DataFile: one entry of `data` in a definition: which files, and what is declared about their
// form.
//
// What is not declared here is detected per file by the reader, never per row
// (src/read/README.md#detection).

#include <array>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "euproj/base/source.hpp"
#include "euproj/core/date.hpp"
#include "euproj/core/quantity.hpp"

namespace euproj {

enum class LogKind : std::uint8_t {
  participants,
  support,
  outcomes,
  places,
  measurements,
  expenditures,
  aliases,
  entities,
  declared,
  settlements,
  waivers,
};
inline constexpr std::size_t log_kind_count = 11;
[[nodiscard]] std::string_view log_name(LogKind kind);  // the key under `data`

/// Why a row that holds something is no row of the log.
enum class SkipReason : std::uint8_t {
  above_header,
  total,
  below_total,
  unnamed_column,
  no_amounts,  // of a published list
};
/// As JSON has it: above-header, total, below-total, column-without-name, no-amounts.
[[nodiscard]] std::string_view skip_word(SkipReason reason);

/// What was left out of a table: a row, or what stands in a column without a name.
struct Skipped {
  std::uint32_t line = 0;
  SkipReason reason{};
  std::uint32_t cell = 0;  // 1-based; of unnamed_column the first that is filled, else 0

  friend auto operator<=>(const Skipped&, const Skipped&) = default;
};

/// The words of `date:`, in the order of DateForm.
inline constexpr std::array<std::string_view, 5> date_form_words = {
    "iso", "dd.mm.yyyy", "dd-mm-yyyy", "dd/mm/yyyy", "mm/dd/yyyy"};
static_assert(date_form_words[static_cast<std::size_t>(DateForm::mm_dd_yyyy)] == "mm/dd/yyyy");

enum class Encoding : std::uint8_t { utf8, utf16, windows_1250, iso_8859_2 };

/// `layout: wide`: an attendance list with one row a person and one column a meeting.
struct WideLayout {
  std::string form;                  // of support; empty: the file has a column `form`
  Date month;                        // the first day of the month of all meetings; unknown: none
  bool marks_are_hours = false;      // a cell holds the number of hours
  std::vector<std::string> present;  // what a cell says of who was there
  std::vector<std::string> absent;   // and of who was not; a blank cell is always one of these
  Quantity hours;                    // of a presence
};

/// `match`: rows without person_id name their person by the cells of these columns, as the log of
/// participants does by those of `with`. Empty: none.
struct NameMatch {
  std::vector<std::string> columns;
  std::vector<std::string> with;
  Place place;
};

struct DataFile {
  LogKind kind{};
  std::string pattern;               // path or glob, relative to the definition's folder
  std::string preset;                // sm-efs, sl2014, pefs-lsi2014; empty: none
  std::vector<std::string> sheets;   // of a spreadsheet, or patterns; empty: the one that fits
  std::uint32_t header_line = 0;     // `header: 4`; 0: it is searched for
  std::vector<std::string> ignored;  // headers, perhaps with `*`, of columns known to be useless
  std::optional<Encoding> encoding;
  std::optional<char> delimiter;
  std::optional<char> decimal;
  DateForm date = DateForm::iso;
  std::vector<std::pair<std::string, std::string>> columns;  // canonical name, header in the file
  /// canonical column, then from -> to
  std::vector<std::pair<std::string, std::vector<std::pair<std::string, std::string>>>> values;
  std::optional<WideLayout> wide;
  NameMatch match;
  bool of_period = false;  // `mode: period` of declared values: of the claim's period alone
  Place place;             // of the path in the definition
  /// Of the text of a sheet: the day that its number 0 stands for, counted from 1970-01-01 as
  /// Date::serial is. Nothing: a text file, whose numbers are no days.
  std::optional<std::int32_t> day_zero;
};

}  // namespace euproj
