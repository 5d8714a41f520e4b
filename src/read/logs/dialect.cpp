#include "read/logs/dialect.hpp"

#include <array>
#include <string>
#include <utility>
#include <vector>

#include "euproj/base/utf8.hpp"
#include "euproj/core/limits.hpp"
#include "euproj/words/kinds.hpp"
#include "read/words/shown_value.hpp"

namespace euproj {
namespace {

// What a file does not say is found out from its header and a sample
// (src/read/README.md#detection).
//
//   delimiter      the one under which a header has all needed names, or most known ones; then
//                  under which most of the first 50 rows have as many cells as the header
//   decimal sign   the one that some number shows for certain:
//                  2,5 and 1 234,56    a comma       0.125    a dot: thousands never begin with 0
//                  1.234               neither: it groups or it divides
//                  both for certain    nobody knows what 1.234 is: a finding at the second
constexpr int rows_for_delimiter = 50;
constexpr int rows_for_decimal_sign = 1000;

struct Fit {
  bool is_whole = false;  // a header with all needed names
  std::size_t known_names = 0;
  int constant_rows = 0;  // rows with as many cells as the header

  friend auto operator<=>(const Fit&, const Fit&) = default;
};

Fit fit_of(std::string_view text, const Layout& layout) {
  Fit fit{layout.start.is_whole, layout.start.known};
  CsvScanner scanner(text, layout.delimiter);
  scanner.skip_to(layout.start.position, layout.start.line);
  if (!scanner.next()) return fit;
  const std::size_t width = scanner.row().cells.size();
  for (int row = 0; row < rows_for_delimiter && scanner.next(); ++row) {
    if (scanner.row().cells.size() == width) ++fit.constant_rows;
  }
  return fit;
}

std::string expected_columns(const HeaderNames& form) {
  const std::vector<std::string_view> names = form.expected_names();
  return list_shown(names, names.size());
}

std::vector<char> candidates_for(std::string_view text, const DataFile& declared) {
  if (declared.delimiter) return {*declared.delimiter};
  if (const auto separator = separator_line(text)) return {separator->delimiter};
  return {';', ',', '\t'};
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// Three digits behind it may be thousands, any other number of them may not.

/// The sign that can only be a decimal one: the last before digits, unless it may group thousands
/// (1.234, but not 0.125). 0 when there is none.
char certain_decimal_sign(std::string_view number) {
  const std::size_t sign = number.find_last_of(".,");
  if (sign == std::string_view::npos) return 0;
  std::size_t decimals = 0;
  while (sign + 1 + decimals < number.size() && is_digit(number[sign + 1 + decimals])) ++decimals;
  if (decimals == 0) return 0;
  const std::string_view integer = number.substr(0, sign);
  const bool may_group = decimals == 3 && integer != "0" && integer != "-0";
  return may_group ? '\0' : number[sign];
}

}  // namespace

std::optional<Layout> find_layout(std::string_view text, const DataFile& declared,
                                  const HeaderNames& names, FileId file, Diagnostics& diagnostics) {
  std::optional<Layout> best;
  Fit best_fit;
  for (const char candidate : candidates_for(text, declared)) {
    const Layout layout{candidate, find_header(text, candidate, names, declared.header_line)};
    if (layout.start.line == 0) continue;
    const Fit fit = fit_of(text, layout);
    if (best && fit <= best_fit) continue;
    best = layout;
    best_fit = fit;
  }
  if (!best && declared.header_line > 0) {
    diagnostics.report(Kind::header_line_missing, {file, declared.header_line, 0},
                       {std::to_string(declared.header_line)});
    return std::nullopt;
  }
  if (!best) {
    diagnostics.report(Kind::no_header, {file, 1, 1}, {expected_columns(names)});
    return std::nullopt;
  }
  if (best_fit.known_names == 0) {
    // What stands there may be a row of persons: it is not quoted.
    CsvScanner scanner(text, best->delimiter);
    scanner.skip_to(best->start.position, best->start.line);
    const std::uint32_t line = scanner.next() ? scanner.row().line : best->start.line;
    diagnostics.report(Kind::no_known_column, {file, line, 1},
                       {expected_columns(names), std::to_string(limits::header_lines)});
    return std::nullopt;
  }
  return best;
}

bool has_rows_in_one_cell(std::string_view sheet, const DataFile& declared,
                          const HeaderNames& names, FileId file, Diagnostics& diagnostics) {
  CsvScanner scanner(sheet, *declared.delimiter);
  while (scanner.next() && scanner.row().line <= limits::header_lines) {
    if (filled_cells(scanner.row(), 2) != 1) return false;
    const std::string cell(scanner.row().cells[first_filled(scanner.row())].text);
    for (const char candidate : {';', ',', '\t'}) {
      if (find_header(cell, candidate, names, 0).known < 2) continue;
      const std::string sign = candidate == '\t' ? "TAB" : "`" + std::string(1, candidate) + "`";
      diagnostics.report(Kind::sheet_rows_in_one_cell, {file, scanner.row().line, 1, 0, 1}, {sign});
      return true;
    }
  }
  return false;
}

std::optional<char> find_decimal_sign(std::string_view text, const Layout& layout,
                                      const Header& header, const DataFile& declared, FileId file,
                                      Diagnostics& diagnostics) {
  if (declared.decimal) return declared.decimal;
  std::vector<std::pair<std::size_t, Column>> numbers;
  for (const ColumnInfo& info : columns_of(declared.kind)) {
    const bool number = info.type == ColumnType::money || info.type == ColumnType::quantity;
    const std::size_t cell = header.cell(info.column);
    if (number && cell > 0) numbers.emplace_back(cell - 1, info.column);
  }
  for (const Meeting& meeting : header.meetings) {
    numbers.emplace_back(meeting.cell, Column::support_hours);
  }
  if (numbers.empty()) return '.';

  const bool is_sheet = declared.day_zero.has_value();
  char sign = 0;
  CsvScanner scanner(text, layout.delimiter);
  scanner.skip_to(layout.start.position, layout.start.line);
  if (!scanner.next()) return '.';  // the header
  for (int row = 0; row < rows_for_decimal_sign && scanner.next(); ++row) {
    if (scanner.row().cells.size() < header.width()) continue;
    for (const auto& [cell, column] : numbers) {
      const CsvCell& number = scanner.row().cells[cell];
      // A number of a sheet has no comma, so it says nothing of those that are kept as text.
      if (is_sheet && number.text.find(',') == std::string_view::npos) continue;
      const char seen = certain_decimal_sign(trimmed(number.text));
      if (seen == 0 || seen == sign) continue;
      if (sign != 0) {
        diagnostics.report(
            Kind::decimal_sign_unclear,
            {file, scanner.row().line, number.column, 0, static_cast<std::uint32_t>(cell + 1)},
            {header.name(column)});
        return std::nullopt;
      }
      sign = seen;
    }
  }
  return sign == 0 ? '.' : sign;
}

}  // namespace euproj
