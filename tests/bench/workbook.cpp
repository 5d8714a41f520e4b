// A workbook of ROWS rows and twelve columns, by the program's own way or by libxlsxwriter alone in
// constant memory: the same cells in the same formats.
//
// bench_workbook ours|yardstick ROWS FILE

#include <xlsxwriter.h>

#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <string>

#include "euproj/render/render.hpp"

namespace {

using namespace euproj;

constexpr std::size_t text_columns = 5;  // then three counts, two dates, an amount and a percentage

std::string text_of(std::size_t row, std::size_t column) {
  return "wiersz " + std::to_string(row) + ", kolumna " + std::to_string(column);
}
std::int64_t count_of(std::size_t row, std::size_t column) {
  return static_cast<std::int64_t>(row % 1'000 + column);
}
Date day_of(std::size_t row) {
  return Date::from(2024, 1, 1)->plus_days(static_cast<int>(row % 900));
}
std::int64_t minor_of(std::size_t row) { return static_cast<std::int64_t>(row) * 37; }
std::int64_t hundredths_of(std::size_t row) { return static_cast<std::int64_t>(row % 10'000); }

TableRow row_of(std::size_t at) {
  TableRow row;
  row.cells.reserve(12);
  for (std::size_t i = 0; i < text_columns; ++i) row.cells.emplace_back(text_of(at, i));
  for (std::size_t i = 0; i < 3; ++i) row.cells.emplace_back(Quantity::whole(count_of(at, i)));
  row.cells.emplace_back(day_of(at));
  row.cells.emplace_back(day_of(at + 31));
  row.cells.emplace_back(Money::minor(minor_of(at)));
  row.cells.emplace_back(Percent{hundredths_of(at)});
  return row;
}

bool write_ours(std::size_t rows, const char* path) {
  Table table;
  table.id = "rows";
  for (std::size_t i = 0; i < 12; ++i) {
    TableColumn column;
    column.id = "c" + std::to_string(i);
    column.heading = column.id;
    column.kind = i < text_columns ? ColumnKind::text : ColumnKind::count;
    table.columns.push_back(column);
  }
  table.lazy_rows = {rows, row_of};
  DocumentSection section;
  section.id = section.title = "rows";
  section.tables = {std::move(table)};
  Document document;
  document.title = "rows";
  document.sections = {std::move(section)};
  const auto bytes = render_xlsx(document, 1'653'955'200);
  if (!bytes) return false;
  std::ofstream(path, std::ios::binary) << *bytes;
  return true;
}

bool write_yardstick(std::size_t rows, const char* path) {
  lxw_workbook_options options{};
  options.constant_memory = LXW_TRUE;
  lxw_workbook* const book = workbook_new_opt(path, &options);
  lxw_worksheet* const sheet = workbook_add_worksheet(book, "rows");
  const auto format = [&](const char* number) {
    lxw_format* const look = workbook_add_format(book);
    if (*number != '\0') format_set_num_format(look, number);
    format_set_border(look, LXW_BORDER_THIN);
    return look;
  };
  lxw_format* const text = format("");
  lxw_format* const count = format("#,##0");
  lxw_format* const date = format("yyyy-mm-dd");
  lxw_format* const money = format("#,##0.00");
  lxw_format* const percent = format("0.00%");
  constexpr double excel_day_of_1970 = 25569;
  for (std::size_t at = 0; at < rows; ++at) {
    const auto row = static_cast<lxw_row_t>(at);
    lxw_col_t column = 0;
    const auto number = [&](double value, lxw_format* look) {
      worksheet_write_number(sheet, row, column++, value, look);
    };
    for (std::size_t i = 0; i < text_columns; ++i) {
      worksheet_write_string(sheet, row, column++, text_of(at, i).c_str(), text);
    }
    for (std::size_t i = 0; i < 3; ++i) number(static_cast<double>(count_of(at, i)), count);
    number(excel_day_of_1970 + day_of(at).serial(), date);
    number(excel_day_of_1970 + day_of(at + 31).serial(), date);
    number(static_cast<double>(minor_of(at)) / 100, money);
    number(static_cast<double>(hundredths_of(at)) / 10'000, percent);
  }
  return workbook_close(book) == LXW_NO_ERROR;
}

}  // namespace

int main(int count, char** values) {
  const std::string way = count == 4 ? values[1] : "";
  if (way != "ours" && way != "yardstick") {
    std::fputs("bench_workbook ours|yardstick ROWS FILE\n", stderr);
    return 2;
  }
  const std::size_t rows = std::strtoull(values[2], nullptr, 10);
  return (way == "ours" ? write_ours(rows, values[3]) : write_yardstick(rows, values[3])) ? 0 : 1;
}
