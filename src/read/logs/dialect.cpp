#include "read/logs/dialect.hpp"

#include <array>
#include <string>
#include <utility>
#include <vector>

#include "euproj/base/utf8.hpp"
#include "euproj/words/kinds.hpp"
#include "read/words/shown_value.hpp"

namespace euproj {
namespace {

constexpr int rows_for_delimiter = 50;
constexpr int rows_for_decimal_sign = 1000;

struct Fit {
  std::size_t known_names = 0;
  int constant_rows = 0;  // rows with as many cells as the header

  friend auto operator<=>(const Fit&, const Fit&) = default;
};

Fit fit_of(std::string_view text, char delimiter, const LogForm& form) {
  CsvScanner scanner(text, delimiter);
  Fit fit;
  if (!scanner.next()) return fit;
  fit.known_names = form.count_known(scanner.row());
  const std::size_t width = scanner.row().cells.size();
  for (int row = 0; row < rows_for_delimiter && scanner.next(); ++row) {
    if (scanner.row().cells.size() == width) ++fit.constant_rows;
  }
  return fit;
}

std::string expected_columns(const LogForm& form) {
  const std::vector<std::string_view> names = form.expected_names();
  return list_shown(names, names.size());
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

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

std::optional<char> find_delimiter(std::string_view text, const DataFile& declared,
                                   const LogForm& form, FileId file, Diagnostics& diagnostics) {
  std::vector<char> candidates = {';', ',', '\t'};
  if (declared.delimiter) candidates = {*declared.delimiter};

  CsvScanner first(text, candidates.front());
  if (!first.next()) {
    diagnostics.report(Kind::no_header, {file, 1, 1}, {expected_columns(form)});
    return std::nullopt;
  }
  char best = candidates.front();
  Fit best_fit;
  for (const char candidate : candidates) {
    const Fit fit = fit_of(text, candidate, form);
    if (fit > best_fit) {
      best = candidate;
      best_fit = fit;
    }
  }
  if (best_fit.known_names == 0) {
    // What stands there may be a row of persons: it is not quoted.
    diagnostics.report(Kind::no_known_column, {file, first.row().line, 1},
                       {expected_columns(form)});
    return std::nullopt;
  }
  return best;
}

bool has_rows_in_one_cell(std::string_view sheet, const DataFile& declared, const LogForm& form,
                          FileId file, Diagnostics& diagnostics) {
  CsvScanner scanner(sheet, *declared.delimiter);
  if (!scanner.next() || scanner.row().cells.size() != 1) return false;
  const std::string header(scanner.row().cells.front().text);
  for (const char candidate : {';', ',', '\t'}) {
    if (fit_of(header, candidate, form).known_names < 2) continue;
    const std::string sign = candidate == '\t' ? "TAB" : "`" + std::string(1, candidate) + "`";
    diagnostics.report(Kind::sheet_rows_in_one_cell, {file, scanner.row().line, 1, 0, 1}, {sign});
    return true;
  }
  return false;
}

std::optional<char> find_decimal_sign(std::string_view text, char delimiter, const Header& header,
                                      const DataFile& declared, FileId file,
                                      Diagnostics& diagnostics) {
  if (declared.decimal) return declared.decimal;
  std::vector<std::pair<std::size_t, Column>> numbers;
  for (const ColumnInfo& info : columns_of(declared.kind)) {
    const bool number = info.type == ColumnType::money || info.type == ColumnType::quantity;
    const std::size_t cell = header.cell(info.column);
    if (number && cell > 0) numbers.emplace_back(cell - 1, info.column);
  }
  if (numbers.empty()) return '.';

  char sign = 0;
  CsvScanner scanner(text, delimiter);
  if (!scanner.next()) return '.';  // the header
  for (int row = 0; row < rows_for_decimal_sign && scanner.next(); ++row) {
    if (scanner.row().cells.size() != header.width()) continue;
    for (const auto& [cell, column] : numbers) {
      const CsvCell& number = scanner.row().cells[cell];
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
