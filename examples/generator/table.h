// A table of cells and the dialect in which it is written: encoding, delimiter, line ends, signs.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "calendar.h"
#include "text_encoding.h"

namespace euproj_examples {

using Grosze = std::int64_t;

struct Dialect {
  Encoding encoding = Encoding::utf8;
  char delimiter = ',';
  std::string line_end = "\n";
  char decimal = '.';
  DateForm date = DateForm::iso;
  std::string woman = "K";
  std::string man = "M";
  std::string yes = "yes";
  std::string no = "no";
  std::string refused = "refused";
};

// A column: the name that the program knows and the heading that the file prints.
struct Column {
  std::string name;
  std::string heading;
};

std::vector<Column> plain_columns(const std::vector<std::string>& names);

struct Table {
  std::vector<Column> columns;
  std::vector<std::vector<std::string>> rows;
};

std::string format_money(Grosze amount, char decimal);
// Half hours are the smallest unit of a session: 3 is "1.5".
std::string format_half_hours(int half_hours, char decimal);
// `number` with leading zeros up to `width` digits.
std::string padded(int number, int width);

void write_table(const std::filesystem::path& path, const Table& table, const Dialect& dialect);

}  // namespace euproj_examples
