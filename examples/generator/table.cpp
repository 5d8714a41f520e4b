// Writes tables as CSV in any of the dialects, quoting only the cells that need it (RFC 4180).
#include "table.h"

#include <cstddef>
#include <fstream>
#include <stdexcept>
#include <string_view>

namespace euproj_examples {

namespace {

std::string quoted_if_needed(const std::string& cell, char delimiter) {
  const bool needed = cell.find_first_of("\"\r\n") != std::string::npos ||
                      cell.find(delimiter) != std::string::npos;
  if (!needed) return cell;
  std::string quoted = "\"";
  for (const char letter : cell) {
    if (letter == '"') quoted += '"';
    quoted += letter;
  }
  return quoted + '"';
}

void append_line(std::string& text, const std::vector<std::string>& cells, const Dialect& dialect) {
  for (std::size_t index = 0; index < cells.size(); ++index) {
    if (index > 0) text += dialect.delimiter;
    text += quoted_if_needed(cells[index], dialect.delimiter);
  }
  text += dialect.line_end;
}

}  // namespace

std::vector<Column> plain_columns(const std::vector<std::string>& names) {
  std::vector<Column> columns;
  for (const std::string& name : names) columns.push_back({.name = name, .heading = name});
  return columns;
}

std::string format_money(Grosze amount, char decimal) {
  const Grosze size = amount < 0 ? -amount : amount;
  std::string text = amount < 0 ? "-" : "";
  text += std::to_string(size / 100) + decimal + padded(static_cast<int>(size % 100), 2);
  return text;
}

std::string format_half_hours(int half_hours, char decimal) {
  std::string text = std::to_string(half_hours / 2);
  if (half_hours % 2 != 0) text += std::string(1, decimal) + "5";
  return text;
}

std::string padded(int number, int width) {
  std::string digits = std::to_string(number);
  while (static_cast<int>(digits.size()) < width) digits.insert(digits.begin(), '0');
  return digits;
}

void write_table(const std::filesystem::path& path, const Table& table, const Dialect& dialect) {
  std::string text;
  std::vector<std::string> headings;
  for (const Column& column : table.columns) headings.push_back(column.heading);
  append_line(text, headings, dialect);
  for (const std::vector<std::string>& row : table.rows) append_line(text, row, dialect);
  std::filesystem::create_directories(path.parent_path());
  std::ofstream file(path, std::ios::binary | std::ios::trunc);
  const std::string bytes = encode(text, dialect.encoding);
  file.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  file.close();
  if (!file) throw std::runtime_error("cannot write " + path.string());
}

}  // namespace euproj_examples
